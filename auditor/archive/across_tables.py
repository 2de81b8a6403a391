"""Writes what an archive shows across its articles as Parquet tables, beside those of the run.

The next batch replaces them all, so that these are never older than what they are made of. `docs/tables.md` describes
each column.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from auditor.archive.across import Across, Piece
from auditor.archive.tables import TABLES_FOLDER
from auditor.errors import ReportError, SettingsError

ACROSS_VERSION = "1"
_SEPARATOR = "; "
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class AcrossTable:
    """One table: the kind of each column by its name ("text", "whole", "decimal", "truth"), and its rows."""

    columns: dict[str, str]
    rows: Callable[[Across], Iterator[Row]]


def _trails(across: Across) -> Iterator[Row]:
    for number, trail in enumerate(across.trails, start=1):
        known = {"trail": number, "place": 1, "gone": None, "new": None, "reworded": False, "other_source": False}
        yield known | asdict(trail.first)
        for place, version in enumerate(trail.later, start=2):
            yield {
                "trail": number,
                "place": place,
                **asdict(version.carried),
                "gone": _words(version.changes, "gone"),
                "new": _words(version.changes, "new"),
                "reworded": version.reworded,
                "other_source": version.other_source,
            }


def _quantities(across: Across) -> Iterator[Row]:
    for number, group in enumerate(across.quantities, start=1):
        for one in group:
            yield {"quantity": number, **asdict(one)}


def _descriptions(across: Across) -> Iterator[Row]:
    for number, group in enumerate(across.descriptions, start=1):
        for one in group:
            yield {"person": number, **{name: getattr(one, name) for name in _DESCRIBED}}


_ARTICLE = {"article": "text", "publisher": "text", "published": "text", "report": "text"}
_DESCRIBED = (*_ARTICLE, "source", "identity", "words")

ACROSS_TABLES = {
    "quotation_trails": AcrossTable(
        {"trail": "whole", "place": "whole", **_ARTICLE}
        | dict.fromkeys(("words", "source", "identity", "relay", "gone", "new"), "text")
        | {"reworded": "truth", "other_source": "truth"},
        _trails,
    ),
    "differing_quantities": AcrossTable(
        {"quantity": "whole", **_ARTICLE, "words": "text", "unit": "text", "value": "decimal", "status": "text"},
        _quantities,
    ),
    "described_in_several_ways": AcrossTable({"person": "whole"} | dict.fromkeys(_DESCRIBED, "text"), _descriptions),
}


def _words(changes: tuple[Piece, ...], kind: str) -> str | None:
    return _SEPARATOR.join(piece.words for piece in changes if piece.kind == kind) or None


def write_across(across: Across, folder: Path) -> None:
    """Write the tables below the run's `folder`; each appears whole.

    Raises:
        SettingsError: pyarrow is not installed.
        ReportError: the disk is full or cannot be written.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        fix = "Install it: python -m pip install 'source-auditor[archive]'."
        raise SettingsError("Parquet tables need pyarrow, which is not installed", fix=fix) from error
    types = {"text": pa.string(), "whole": pa.int64(), "decimal": pa.float64(), "truth": pa.bool_()}
    for name, table in ACROSS_TABLES.items():
        about = {"table": name, "across_version": ACROSS_VERSION, "made_by": "source-auditor"}
        schema = pa.schema([pa.field(column, types[kind]) for column, kind in table.columns.items()], metadata=about)
        rows = pa.Table.from_pylist(list(table.rows(across)), schema=schema)
        try:
            _replace(folder / TABLES_FOLDER / name, partial(pq.write_table, rows, compression="zstd"))
        except OSError as error:
            place = str(folder / TABLES_FOLDER / name)
            raise ReportError(f"cannot write the tables: {error.strerror or error}", where=place) from error


def _replace(place: Path, write: Callable[..., object]) -> None:
    """Put a new folder with one file in the place of an old one."""
    part = place.parent.parent / f".{place.name}.part"
    shutil.rmtree(part, ignore_errors=True)
    try:
        place.parent.mkdir(exist_ok=True)
        part.mkdir()
        write(where=part / "part-00000.parquet")
        shutil.rmtree(place, ignore_errors=True)
        part.replace(place)
    finally:
        shutil.rmtree(part, ignore_errors=True)
