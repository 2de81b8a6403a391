"""One table of audit documents as comma-separated values (RFC 4180), for spreadsheets.

A cell that a spreadsheet would run as a formula is written as text, with an apostrophe before it (OWASP, "CSV
injection"), because its words may come from a hostile article.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from auditor.document import AuditDocument
from auditor.forms.tables import TABLES

_RUN_BY_SPREADSHEETS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "\uff0b", "\uff0d", "\uff1d", "\uff20")


def csv_text(documents: Iterable[AuditDocument], *, table: str = "findings") -> Iterator[str]:
    """Write one table of audit documents, the line of column names first.

    Args:
        documents: in the order of the output.
        table: a key of `TABLES`.

    Raises:
        KeyError: there is no such table.
    """
    chosen = TABLES[table]
    yield csv_line(chosen.columns)
    for document in documents:
        for row in chosen.rows(document):
            yield csv_line(row[column] for column in chosen.columns)


def csv_line(values: Iterable[object]) -> str:
    """Write one line of values; none of them can be run as a formula."""
    line = io.StringIO()
    csv.writer(line).writerow(_cell(value) for value in values)
    return line.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, str):
        safe = value.replace("\0", "\u2400")
        return f"'{safe}" if safe.startswith(_RUN_BY_SPREADSHEETS) else safe
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)
