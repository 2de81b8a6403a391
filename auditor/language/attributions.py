"""Attributions: source, cue and content joined, from what the tagger read and what syntax adds."""

from __future__ import annotations

from spacy.tokens import Doc

from auditor.language.annotations import Attribution, Quotation
from auditor.language.tagger import TaggedAttribution
from auditor.text import Article


def find_attributions(
    doc: Doc, article: Article, quotations: tuple[Quotation, ...], *, tagged: tuple[TaggedAttribution, ...]
) -> tuple[Attribution, ...]:
    """Make attributions of what the tagger read, in text order."""
    return ()
