"""Audit documents as JSON for people and programs: an object for one article, an array for several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from auditor.document import AuditDocument, to_json


def json_text(documents: Iterable[AuditDocument], *, several: bool) -> Iterator[str]:
    """Write audit documents as indented JSON, piece by piece.

    Args:
        documents: in the order of the output; exactly one unless `several`.
        several: write an array, even of one or none.
    """
    if not several:
        for document in documents:
            yield to_json(document, indent=2) + "\n"
        return
    before = "[\n"
    for document in documents:
        yield before + to_json(document, indent=2)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"
