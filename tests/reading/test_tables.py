"""Corpora row by row: JSON, JSON Lines, CSV and Parquet; a broken row does not stop the next one."""

from __future__ import annotations

import io
import json

import pyarrow
import pyarrow.parquet
import pytest

from auditor.errors import InputError
from auditor.reading.tables import csv_rows, json_line_rows, json_rows, parquet_rows

LIMIT = 1000


def records(rows) -> list:
    return [row if isinstance(row, InputError) else json.loads(row) for _, row in rows]


def stream(text: str | bytes) -> io.BytesIO:
    return io.BytesIO(text.encode() if isinstance(text, str) else text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"a": 1}', [{"a": 1}]),
        ('[{"a": 1}, {"a": 2}]', [{"a": 1}, {"a": 2}]),
        ('{"total": 2, "items": [{"a": 1}, {"a": 2}]}', [{"a": 1}, {"a": 2}]),
        ('{"items": [1, 2], "a": 1}', [{"items": [1, 2], "a": 1}]),
    ],
)
def test_lists_in_json(text, found):
    assert records(json_rows(stream(text), LIMIT, "x")) == found


@pytest.mark.parametrize("text", ["{", "[]", "[" * 900, '{"a": 1} x'])
def test_what_is_no_list_of_records(text):
    with pytest.raises(InputError):
        list(json_rows(stream(text), LIMIT, "x"))


def test_lines_keep_their_numbers():
    rows = list(json_line_rows(stream('\ufeff{"a": 1}\n\n  {"a": 2}\r\n'), LIMIT, "x"))
    assert rows == [(1, b'{"a": 1}'), (3, b'{"a": 2}')]


def test_a_line_that_is_too_long_is_an_error_in_its_place():
    rows = records(json_line_rows(stream('{"a": 1}\n"' + "x" * 2000 + '"\n{"a": 3}'), LIMIT, "x"))
    assert rows[0] == {"a": 1}
    assert isinstance(rows[1], InputError)
    assert rows[2] == {"a": 3}


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_tables_with_any_separator(sign):
    text = f'id{sign}text\n1{sign}"One.\nTwo{sign} three."\n'
    assert records(csv_rows(stream(text), LIMIT, "x")) == [{"id": "1", "text": f"One.\nTwo{sign} three."}]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_tables_in_any_encoding(encoding):
    rows = csv_rows(stream("id,text\n1,“Café” – zu\n".encode(encoding)), LIMIT, "x")
    assert records(rows) == [{"id": "1", "text": "“Café” – zu"}]


def test_a_row_of_another_length_is_an_error_in_its_place():
    rows = records(csv_rows(stream("a,b\n1,2\n1,2,3\n1\n4,5\n"), LIMIT, "x"))
    assert [isinstance(row, InputError) for row in rows] == [False, True, True, False]
    assert "3 cells, the heading 2" in rows[1].what


def test_a_table_that_is_cut_off():
    with pytest.raises(InputError, match="not a readable table"):
        list(csv_rows(stream('a,b\n1,2\n1,"two'), LIMIT, "x"))


def test_parquet_with_dates_and_bytes():
    import datetime

    data = io.BytesIO()
    row = {"text": "Words.", "date": datetime.date(2024, 3, 5), "raw": b"x", "list": [{"a": 1}]}
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist([row] * 100), data)
    found = records(parquet_rows(data, LIMIT, "x"))
    assert len(found) == 100
    assert found[0] == {"text": "Words.", "date": "2024-03-05", "raw": "eA==", "list": [{"a": 1}]}


def test_parquet_that_is_damaged():
    with pytest.raises(InputError, match="not a readable Parquet file"):
        list(parquet_rows(stream(b"PAR1" + b"x" * 100 + b"PAR1"), LIMIT, "x"))
