"""Opens the Parquet tables of a run for questions in SQL (DuckDB), with the named views of `views.sql`.

Nothing is written and nothing is fetched: the database lives in memory and may read the run's folder alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from auditor.errors import InputError, SettingsError

if TYPE_CHECKING:
    import duckdb

TABLES_FOLDER = "tables"


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question: names of the columns, and the rows."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


class Archive:
    """The tables of one run. Holds an open database; use it in a `with` block."""

    def __init__(self, folder: Path) -> None:
        """Open the tables of the run in `folder`.

        Raises:
            InputError: there are none.
            SettingsError: DuckDB is not installed.
        """
        self._place = folder / TABLES_FOLDER
        if not (self._place / "articles").is_dir():
            fix = "Make them with 'auditor batch … --format jsonl,parquet'."
            raise InputError("there are no tables in this folder", where=str(folder), fix=fix)
        self._database = _opened(self._place)

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()

    def ask(self, question: str, values: Sequence[object] = ()) -> Answer:
        """Give the answer to a question in SQL.

        Raises:
            InputError: the question is wrong; DuckDB's own words say where.
        """
        import duckdb

        try:
            asked = self._database.execute(question, list(values))
            columns = tuple(str(column[0]) for column in asked.description or ())
            return Answer(columns, tuple(asked.fetchall()))
        except duckdb.Error as error:
            fix = "Tables and views are listed by: SHOW TABLES"
            raise InputError(f"the query cannot be answered: {error}", where=str(self._place), fix=fix) from error


def _opened(place: Path) -> duckdb.DuckDBPyConnection:
    try:
        import duckdb
    except ImportError as error:
        fix = "Install it: python -m pip install 'source-auditor[archive]'."
        raise SettingsError("questions to an archive need DuckDB, which is not installed", fix=fix) from error
    database = duckdb.connect(":memory:")
    for table in sorted(place.iterdir()):
        files = _quoted(str(table / "*.parquet"))
        database.execute(f'CREATE VIEW "{table.name}" AS SELECT * FROM read_parquet({files})')
    for statement in _statements():
        database.execute(statement)
    # From here on a question can read the tables and nothing else, not even over the network.
    database.execute(f"SET allowed_directories = [{_quoted(str(place))}]")
    database.execute("SET enable_external_access = false")
    database.execute("SET lock_configuration = true")
    return database


def _statements() -> Iterator[str]:
    text = (resources.files("auditor.archive") / "views.sql").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("--")]
    yield from (statement for statement in "\n".join(lines).split(";") if statement.strip())


def _quoted(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"
