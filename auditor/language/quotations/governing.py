"""Says which attribution governs each quotation."""

from __future__ import annotations

from spacy.tokens import Doc

from auditor.language.annotations import Attribution, Quotation


def govern_quotations(
    doc: Doc, quotations: tuple[Quotation, ...], attributions: tuple[Attribution, ...]
) -> tuple[Quotation, ...]:
    """Say for each quotation which attribution governs it."""
    return quotations
