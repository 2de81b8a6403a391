"""Quotations: everything between quotation marks, and which attribution governs it."""

from __future__ import annotations

from spacy.tokens import Doc

from auditor.language.annotations import Attribution, Quotation
from auditor.text import Article


def find_quotations(article: Article) -> tuple[Quotation, ...]:
    """Find everything between quotation marks, in text order."""
    return ()


def govern_quotations(
    doc: Doc, quotations: tuple[Quotation, ...], attributions: tuple[Attribution, ...]
) -> tuple[Quotation, ...]:
    """Say for each quotation which attribution governs it."""
    return quotations
