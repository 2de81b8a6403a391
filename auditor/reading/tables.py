"""Corpora to records, one at a time: JSON, JSON Lines, CSV and Parquet.

Records are read as they come, so that a corpus may be of any size. A record that is broken is given as an error in its
place, and the next one is read.
"""

from __future__ import annotations

import base64
import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from auditor.errors import InputError
from auditor.reading.decoding import decode
from auditor.reading.extras import needed
from auditor.reading.streams import headed, lines, whole

# A record, or why it cannot be read; with the number by which people find it.
Row = tuple[int, bytes | InputError]

_LISTS = ("items", "articles", "results", "docs", "documents", "data", "hits", "news", "entries", "records")
_DELIMITERS = ",;\t|"
_BATCH = 64


def json_rows(stream: BinaryIO, limit: int, where: str) -> Iterator[Row]:
    """Give the records of a JSON file: one object, a list of them, or an object with such a list; numbers from 1.

    Raises:
        InputError: it is not JSON, larger than the limit in bytes, or holds no object.
    """
    data = whole(stream, limit, where)
    try:
        value = json.loads(decode(data, where=where).text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        said = getattr(error, "msg", "") or "it is nested too deep"
        place = f" at line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise InputError(f"not JSON: {said}{place}", where=where, fix="It may be cut off or damaged.") from error
    records = _list_in(value)
    if not records:
        raise InputError("there is no article in this JSON file", where=where)
    for number, record in enumerate(records, 1):
        yield number, json.dumps(record, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _list_in(value: object) -> list[Any]:
    if isinstance(value, list):
        return value
    if not isinstance(value, dict):
        return []
    for name in _LISTS:
        inner = value.get(name)
        if isinstance(inner, list) and inner and all(isinstance(one, dict) for one in inner):
            return inner
    return [value]


def json_line_rows(stream: BinaryIO, limit: int, where: str) -> Iterator[Row]:
    """Give the lines of a JSON Lines file that are not empty; numbers are those of the lines."""
    for number, line in enumerate(lines(stream, limit, where), 1):
        if len(line) > limit:
            yield number, InputError(f"larger than {limit / 1_000_000:g} MB", where=f"{where}:{number}")
        elif line.strip(b" \t\r\n\xef\xbb\xbf"):
            yield number, line.removeprefix(b"\xef\xbb\xbf").strip()


def csv_rows(stream: BinaryIO, limit: int, where: str) -> Iterator[Row]:
    """Give the rows of a table as records; numbers are those of the rows below the heading.

    Raises:
        InputError: there is no heading, or it is no table.
    """
    head, rest = headed(stream)
    text = io.TextIOWrapper(rest, encoding=_encoding(head, where), errors="surrogateescape", newline="")
    csv.field_size_limit(max(limit, csv.field_size_limit()))
    first = head.decode("utf-8", "replace").partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    rows = csv.reader(text, delimiter=delimiter, strict=True)
    try:
        names = [name.strip().removeprefix("\ufeff") for name in next(rows, [])]
        if not any(names):
            raise InputError("there is nothing in it", where=where, fix="Give a table with a heading.")
        for number, row in enumerate(rows, 1):
            if any(row):
                yield number, _record(names, row, f"{where}:{number}")
    except (csv.Error, UnicodeError) as error:
        raise InputError(f"not a readable table: {error}", where=where, fix="It may be cut off or damaged.") from error


def _encoding(head: bytes, where: str) -> str:
    """Give the encoding that the first bytes are in: a byte-order mark says it, or they are UTF-8, or windows-1252."""
    for mark, name in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig")):
        if head.startswith(mark):
            return name
    said = decode(head.rpartition(b"\n")[0] or head, where=where).notes[0]
    return "cp1252" if said.startswith("Read as windows-1252") else "utf-8"


def _record(names: list[str], row: list[str], where: str) -> bytes | InputError:
    if len(row) != len(names):
        return InputError(f"the row of the table has {len(row)} cells, the heading {len(names)}", where=where)
    return json.dumps(dict(zip(names, map(_repaired, row), strict=True)), ensure_ascii=False).encode("utf-8")


def _repaired(cell: str) -> str:
    """Read single bytes that were not valid UTF-8 as windows-1252."""
    if not any("\udc80" <= character <= "\udcff" for character in cell):
        return cell
    return decode(cell.encode("utf-8", "surrogateescape")).text


def parquet_rows(stream: BinaryIO, limit: int, where: str) -> Iterator[Row]:
    """Give the rows of a Parquet file as records, a few at a time; numbers from 1.

    Raises:
        InputError: it is damaged, or pyarrow is not installed.
    """
    parquet = needed("pyarrow.parquet", extra="archive", what="Parquet files", where=where)
    pyarrow = needed("pyarrow", extra="archive", what="Parquet files", where=where)
    number = 0
    try:
        for batch in parquet.ParquetFile(stream).iter_batches(batch_size=_BATCH):
            for record in batch.to_pylist():
                number += 1
                data = json.dumps(record, ensure_ascii=False, default=_plain).encode("utf-8", "surrogatepass")
                too_large = InputError(f"larger than {limit / 1_000_000:g} MB", where=f"{where}:{number}")
                yield number, data if len(data) <= limit else too_large
    except (pyarrow.ArrowException, OSError, ValueError, KeyError) as error:
        said = " ".join(str(error).split())[:120]
        raise InputError(f"not a readable Parquet file: {said}", where=where, fix="It may be cut off.") from error


def _plain(value: object) -> object:
    """Write what JSON has no form for: dates as ISO 8601, bytes as Base64."""
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, Mapping):
        return dict(value)
    told = getattr(value, "isoformat", None)
    return told() if callable(told) else str(value)
