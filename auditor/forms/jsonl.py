"""Audit documents as JSON lines: one document a line, for archives and data tools."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from auditor.document import AuditDocument, to_json


def jsonl_text(documents: Iterable[AuditDocument]) -> Iterator[str]:
    """Write audit documents, each on a line of its own."""
    for document in documents:
        yield jsonl_line(document)


def jsonl_line(document: AuditDocument) -> str:
    """Write one audit document on one line, the line feed included."""
    return to_json(document) + "\n"
