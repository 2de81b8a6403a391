"""Relays: outlets, programmes and platforms through which words or information came."""

from __future__ import annotations

from spacy.tokens import Doc

from auditor.language.annotations import Attribution, Relay, Source
from auditor.text import Article


def find_relays(
    doc: Doc, article: Article, attributions: tuple[Attribution, ...], sources: tuple[Source, ...]
) -> tuple[Relay, ...]:
    """Find each place where relaying is stated, in text order."""
    return ()
