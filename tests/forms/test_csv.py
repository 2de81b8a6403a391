"""Tables for spreadsheets, which must not run what an article says."""

from __future__ import annotations

import csv
import dataclasses
import io

import pytest

from auditor.forms.csv import csv_text
from auditor.forms.tables import TABLES


def rows(documents, **options):
    return list(csv.DictReader(io.StringIO("".join(csv_text(documents, **options)))))


def test_the_first_line_names_the_columns(document):
    assert next(csv_text([document])).rstrip("\r\n").split(",") == list(TABLES["findings"].columns)


def test_each_finding_is_a_row(document):
    assert [row["rule"] for row in rows([document, document])] == ["ANON001", "SRC001"] * 2


def test_another_table_can_be_chosen(document):
    assert [(row["label"], row["people_least"]) for row in rows([document], table="sources")] == [
        ("a town official", "")
    ]


def test_words_come_back_as_they_are(document):
    source = dataclasses.replace(document.sources[0], label='a "town", official\nof Ostvik')
    (row,) = rows([dataclasses.replace(document, sources=(source,))], table="sources")
    assert row["label"] == 'a "town", official\nof Ostvik'


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "|", "＝"])
def test_no_cell_is_a_formula(document, start):
    source = dataclasses.replace(document.sources[0], label=f"{start}cmd|' /C calc'!A0")
    line = list(csv_text([dataclasses.replace(document, sources=(source,))], table="sources"))[1]
    assert f"'{start}cmd" in line


def test_a_number_below_zero_stays_a_number(document):
    from auditor.forms.csv import _cell

    assert _cell(-4.5) == "-4.5"
