"""What a run has finished, kept on disk so that the run can be ended at any moment and started again.

Audits are appended to a file of lines; an embedded database (SQLite) says which line belongs to which article, and
under which key it was audited. A line counts only when the database has committed it, so what a killed process left
half-written is cut off at the next start. One run at a time may use a folder; the system ends the lock with the run.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from auditor.errors import ReportError, SettingsError
from auditor.writing import second_name

FOLDER = ".auditor"
_DATABASE = "finished.sqlite"
UNFINISHED = f"{FOLDER}/unfinished.jsonl"

_SCHEMA = """
CREATE TABLE IF NOT EXISTS version (number INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS wanted (
    number INTEGER PRIMARY KEY, place BLOB NOT NULL, id BLOB NOT NULL, failure TEXT, UNIQUE (place, id)
);
CREATE TABLE IF NOT EXISTS article (
    place BLOB NOT NULL, id BLOB NOT NULL, key TEXT NOT NULL, file TEXT NOT NULL,
    start INTEGER NOT NULL, length INTEGER NOT NULL, worst TEXT, not_audited TEXT, row TEXT,
    PRIMARY KEY (place, id)
) WITHOUT ROWID;
"""
_VERSION = 1

# The run's lines now stand one behind the other, in the run's order.
_MOVE = """
UPDATE article SET file = ?, start = placed.start FROM (
    SELECT place, id, SUM(length) OVER (ORDER BY number) - length AS start FROM wanted NATURAL JOIN article
) AS placed WHERE article.place = placed.place AND article.id = placed.id
"""


@dataclass(frozen=True, slots=True)
class Finished:
    """One audited article.

    Attributes:
        place: where it was read.
        id: its id in the run.
        key: hash of its text, its metadata and everything that decides what its audit says.
        line: its audit on one line, the line feed included; empty when read back.
        worst: the highest severity among its open findings, or null.
        not_audited: why it was not audited, or null.
        row: its row of the index as JSON, or null without a report.
    """

    place: str
    id: str
    key: str
    line: str = ""
    worst: str | None = None
    not_audited: str | None = None
    row: str | None = None


class Store:
    """The finished articles of one folder. Holds an open database and an open file; use it in a `with` block."""

    def __init__(self, folder: Path) -> None:
        """Open the folder for one run.

        Raises:
            SettingsError: another run is writing into it.
            ReportError: it cannot be written.
        """
        self._folder = folder
        try:
            (folder / FOLDER).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ReportError(f"cannot write: {error.strerror}", where=str(folder)) from error
        self._database = self._opened()
        self._lines = self._opened_lines()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._lines.close()
        self._database.close()

    def begin(self) -> None:
        """Begin a run: no article is wanted yet. What was finished before stays known."""
        with self._database:
            self._database.execute("DELETE FROM wanted")

    def want(self, place: str, id: str, *, with_report: bool = False) -> str | None:
        """Take an article into the run, behind those taken before, and give the key under which it was last audited.

        `with_report` gives no key for an audit that was made without a report, so that it is made now.
        """
        named = (_raw(place), _raw(id))
        self._database.execute("INSERT OR IGNORE INTO wanted (place, id) VALUES (?, ?)", named)
        query = "SELECT key, row, not_audited FROM article WHERE place = ? AND id = ?"
        key, row, not_audited = self._database.execute(query, named).fetchone() or (None, None, None)
        return None if with_report and row is None and not_audited is None else key

    def fail(self, place: str, id: str, reason: str, *, forget: bool = True) -> None:
        """Note why an article has no whole audit; the next run tries it again.

        `forget` drops what an earlier run knew of it.
        """
        named = (_raw(place), _raw(id))
        self._database.execute("UPDATE wanted SET failure = ? WHERE place = ? AND id = ?", (reason, *named))
        if forget:
            self._database.execute("DELETE FROM article WHERE place = ? AND id = ?", named)

    def record(self, finished: Sequence[Finished]) -> None:
        """Keep finished articles; when this returns, a power cut cannot lose them.

        Raises:
            ReportError: the disk is full or cannot be written.
        """
        try:
            rows = [self._appended(one) for one in finished]
            self._lines.flush()
            os.fsync(self._lines.fileno())
            with self._database:
                self._database.executemany("INSERT OR REPLACE INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        except (OSError, sqlite3.Error) as error:
            raise ReportError(f"cannot keep what was audited: {error}", where=str(self._folder)) from error

    def finished(self) -> Iterator[Finished]:
        """Give what is known of the run's articles, in their order and without their lines."""
        query = "SELECT place, id, key, worst, not_audited, row FROM wanted NATURAL JOIN article ORDER BY number"
        for place, id, *known in self._database.execute(query):
            key, worst, not_audited, row = known
            yield Finished(_words(place), _words(id), key, "", worst, not_audited, row)

    def failures(self) -> Iterator[tuple[str, str, str]]:
        """Give place, id and reason of each article of the run that has no whole audit, in their order."""
        query = (
            "SELECT place, id, COALESCE(failure, not_audited) FROM wanted NATURAL LEFT JOIN article "
            "WHERE failure IS NOT NULL OR not_audited IS NOT NULL ORDER BY number"
        )
        for place, id, reason in self._database.execute(query):
            yield _words(place), _words(id), reason

    def lines(self) -> Iterator[bytes]:
        """Give the audits of the run's articles, in their order."""
        files: dict[str, BinaryIO] = {}
        query = "SELECT file, start, length FROM wanted NATURAL JOIN article ORDER BY number"
        try:
            for file, start, length in self._database.execute(query):
                opened = files.get(file) or files.setdefault(file, (self._folder / file).open("rb"))
                opened.seek(start)
                yield opened.read(length)
        finally:
            for opened in files.values():
                opened.close()

    def publish(self, name: str) -> None:
        """Put the audits of the run's articles, in their order, into the file `name`, and forget all others.

        The file appears whole or not at all. What the database points at is never changed, only replaced by a new
        file of lines under a new name, so a kill at any moment leaves the old state or the new one.

        Raises:
            ReportError: the disk is full or cannot be written.
        """
        generation = self._generation()
        try:
            if not self._is_published(generation):
                self._write_generation(generation + 1)
                self._drop(generation)
                generation += 1
            second_name(self._folder / _lines_name(generation), self._folder / name)
        except (OSError, sqlite3.Error) as error:
            raise ReportError(f"cannot write: {error}", where=str(self._folder / name)) from error

    def _is_published(self, generation: int) -> bool:
        """Tell whether the present generation already holds just these audits in just this order."""
        name, end = _lines_name(generation), 0
        query = "SELECT file, start, length FROM wanted NATURAL JOIN article ORDER BY number"
        for file, start, length in self._database.execute(query):
            if file != name or start != end:
                return False
            end += length
        path = self._folder / name
        return path.is_file() and path.stat().st_size == end

    def _write_generation(self, generation: int) -> None:
        name = _lines_name(generation)
        with (self._folder / name).open("wb") as file:
            file.writelines(self.lines())
            file.flush()
            os.fsync(file.fileno())
        with self._database:
            self._database.execute(_MOVE, (name,))
            self._database.execute("DELETE FROM article WHERE file <> ?", (name,))

    def _drop(self, generation: int) -> None:
        """Delete the lines that nothing points at any more."""
        self._lines.close()
        (self._folder / UNFINISHED).unlink(missing_ok=True)
        (self._folder / _lines_name(generation)).unlink(missing_ok=True)
        self._lines = self._opened_lines()

    def _generation(self) -> int:
        query = "SELECT DISTINCT file FROM article WHERE file <> ?"
        names = {name for (name,) in self._database.execute(query, (UNFINISHED,))}
        return max((int(name.rpartition("-")[2].partition(".")[0]) for name in names), default=0)

    def _appended(self, one: Finished) -> tuple[object, ...]:
        line = one.line.encode("utf-8")
        start = self._lines.tell()
        self._lines.write(line)
        return (
            _raw(one.place),
            _raw(one.id),
            one.key,
            UNFINISHED,
            start,
            len(line),
            one.worst,
            one.not_audited,
            one.row,
        )

    def _opened(self) -> sqlite3.Connection:
        try:
            database = sqlite3.connect(self._folder / FOLDER / _DATABASE, timeout=0, isolation_level="IMMEDIATE")
            # Held until the process ends, however it ends: two runs into one folder would double what they write.
            database.execute("PRAGMA locking_mode = EXCLUSIVE")
            database.execute("BEGIN EXCLUSIVE")
            database.commit()
            database.execute("PRAGMA synchronous = FULL")
            database.executescript(_SCHEMA)
            self._check_version(database)
            self._forget_what_is_gone(database)
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise ReportError(f"cannot write: {error}", where=str(self._folder)) from error
            words, fix = "another run is writing into this folder", "Wait for it to end, or choose another --out."
            raise SettingsError(words, where=str(self._folder), fix=fix) from error
        except sqlite3.DatabaseError as error:
            words = f"the record of finished articles is damaged ({error})"
            fix = f"Delete '{self._folder / FOLDER}' to audit everything again."
            raise ReportError(words, where=str(self._folder), fix=fix) from error
        return database

    @staticmethod
    def _check_version(database: sqlite3.Connection) -> None:
        """Forget what another version of this program recorded in another way."""
        known = database.execute("SELECT number FROM version").fetchone()
        if known is None or known[0] != _VERSION:
            with database:
                database.execute("DELETE FROM article")
                database.execute("DELETE FROM version")
                database.execute("INSERT INTO version VALUES (?)", (_VERSION,))

    def _forget_what_is_gone(self, database: sqlite3.Connection) -> None:
        """Forget articles whose lines were deleted or cut by somebody else."""
        with database:
            for (name,) in database.execute("SELECT DISTINCT file FROM article").fetchall():
                path = self._folder / name
                size = path.stat().st_size if path.is_file() else 0
                database.execute("DELETE FROM article WHERE file = ? AND start + length > ?", (name, size))

    def _opened_lines(self) -> BinaryIO:
        """Open the file of lines behind the last one that was committed."""
        query = "SELECT COALESCE(MAX(start + length), 0) FROM article WHERE file = ?"
        (end,) = self._database.execute(query, (UNFINISHED,)).fetchone()
        try:
            lines = (self._folder / UNFINISHED).open("ab")
            lines.truncate(end)
            lines.seek(end)
        except OSError as error:
            raise ReportError(f"cannot write: {error.strerror}", where=str(self._folder / UNFINISHED)) from error
        return lines


def _raw(words: str) -> bytes:
    """Keep any file name, whatever bytes it is made of."""
    return words.encode("utf-8", "surrogateescape")


def _lines_name(generation: int) -> str:
    return f"{FOLDER}/lines-{generation:05}.jsonl"


def _words(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")
