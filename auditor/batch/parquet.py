"""The tables of many audits as Parquet files, one folder a table, for data tools.

Written from the audits' lines as a stream: memory holds one part of each table at a time. The schema is versioned;
`docs/tables.md` describes each column.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.document import AuditDocument, from_json
from auditor.errors import ReportError, SettingsError
from auditor.forms.tables import TABLES, Kind, Row, Table

if TYPE_CHECKING:
    import pyarrow as pa

TABLES_FOLDER = "tables"
TABLES_VERSION = "1"
_ROWS_A_PART = 50_000
# The table of articles says besides where each one's report lies.
_ARTICLES, _REPORT = "articles", "report"
_NEW, _OLD = ".tables.part", ".tables.old"


def write_tables(audits: Iterable[tuple[bytes, str | None]], folder: Path) -> None:
    """Write every table of the audits below `folder`, replacing an earlier run's at the very end.

    Args:
        audits: audit documents, one a line, each with the path of its report below the folder, or null.
        folder: the run's folder; the tables go to `tables/NAME/part-00000.parquet` and so on.

    Raises:
        SettingsError: pyarrow is not installed.
        ReportError: the disk is full or cannot be written.
    """
    new, old, place = folder / _NEW, folder / _OLD, folder / TABLES_FOLDER
    for left in (new, old):
        shutil.rmtree(left, ignore_errors=True)
    try:
        writers = [_Writer(name, table, new / name) for name, table in TABLES.items()]
        for line, report in audits:
            document = from_json(line)
            for writer in writers:
                writer.add(document, report)
        for writer in writers:
            writer.finish()
        if place.exists():
            place.replace(old)
        new.replace(place)
    except OSError as error:
        raise ReportError(f"cannot write the tables: {error.strerror or error}", where=str(place)) from error
    finally:
        for left in (new, old):
            shutil.rmtree(left, ignore_errors=True)


class _Writer:
    """Collects the rows of one table and writes them in parts of one size, whatever their order of arrival."""

    def __init__(self, name: str, table: Table, folder: Path) -> None:
        self._table = table
        self._folder = folder
        self._schema = _schema(name, table)
        self._rows: list[Row] = []
        self._parts = 0
        folder.mkdir(parents=True)

    def add(self, document: AuditDocument, report: str | None) -> None:
        known: Row = {_REPORT: report} if _REPORT in self._schema.names else {}
        self._rows.extend({**row, **known} for row in self._table.rows(document))
        while len(self._rows) >= _ROWS_A_PART:
            self._write(self._rows[:_ROWS_A_PART])
            del self._rows[:_ROWS_A_PART]

    def finish(self) -> None:
        """Write what is left; a table without rows is one empty part, so that every query finds its columns."""
        if self._rows or not self._parts:
            self._write(self._rows)

    def _write(self, rows: list[Row]) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        table = pa.Table.from_pylist([_storable(row) for row in rows], schema=self._schema)
        pq.write_table(table, self._folder / f"part-{self._parts:05}.parquet", compression="zstd")
        self._parts += 1


def columns_of(name: str, table: Table) -> dict[str, Kind]:
    """Give the columns of a table as it is written, with their kinds."""
    return dict(table.columns) | ({_REPORT: Kind.TEXT} if name == _ARTICLES else {})


def _storable(row: Row) -> Row:
    """Replace half of a surrogate pair, which UTF-8 cannot hold."""
    return {
        key: value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value
        for key, value in row.items()
    }


def _schema(name: str, table: Table) -> pa.Schema:
    try:
        import pyarrow as pa
    except ImportError as error:
        fix = "Install it: python -m pip install 'source-auditor[archive]'."
        raise SettingsError("Parquet tables need pyarrow, which is not installed", fix=fix) from error
    types = {Kind.TEXT: pa.string(), Kind.WHOLE: pa.int64(), Kind.DECIMAL: pa.float64(), Kind.TRUTH: pa.bool_()}
    about = {"table": name, "tables_version": TABLES_VERSION, "made_by": "source-auditor"}
    return pa.schema(
        [pa.field(column, types[kind]) for column, kind in columns_of(name, table).items()], metadata=about
    )
