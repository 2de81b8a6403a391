"""Sources over the whole article: who is who, who is named, what counts as sourcing."""

from __future__ import annotations

from spacy.tokens import Doc

from auditor.language.annotations import Attribution, Quotation, Source
from auditor.text import Article


def resolve_sources(
    doc: Doc, article: Article, attributions: tuple[Attribution, ...], quotations: tuple[Quotation, ...]
) -> tuple[tuple[Attribution, ...], tuple[Source, ...]]:
    """Give each attribution its source, and the ledger of sources."""
    return attributions, ()
