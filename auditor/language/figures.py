"""Figures: quantities, their values, the hedges that govern them, and what they rest on."""

from __future__ import annotations

from spacy.tokens import Doc

from auditor.language.annotations import Attribution, Figure, Source
from auditor.text import Article


def find_figures(
    doc: Doc, article: Article, attributions: tuple[Attribution, ...], sources: tuple[Source, ...]
) -> tuple[Figure, ...]:
    """Find the quantities of an article, in text order."""
    return ()
