"""Where in its file a finding stands, in words: paragraph, and page or paragraph of the file where that is known."""

from __future__ import annotations

from bisect import bisect_right

from auditor.document import AuditDocument
from auditor.report.lookup import paragraph_numbers
from auditor.text import Span, ZoneKind, position_at


def location(document: AuditDocument, span: Span) -> str:
    """Give the place of a span: "paragraph 3, page 2 of the file, characters 210 to 240 of the text"."""
    index = bisect_right([paragraph.start for paragraph in document.paragraphs], span.start) - 1
    parts = []
    if index >= 0:
        paragraph = document.paragraphs[index]
        headline = paragraph.zone is ZoneKind.HEADLINE
        parts.append("headline" if headline else f"paragraph {paragraph_numbers(document)[index]}")
    position = position_at(document.positions, span.start)
    if position is not None:
        parts.append(f"{position.part} {position.number} of the file")
    parts.append(f"characters {span.start} to {span.end} of the text")
    return ", ".join(parts)
