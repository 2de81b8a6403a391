"""Every table gives rows with its columns and nothing else, each headed by its article."""

from __future__ import annotations

import dataclasses

import pytest
from report.factory import invented_document

from auditor.forms.tables import TABLES, Kind


@pytest.mark.parametrize("name", TABLES)
def test_rows_have_the_columns_in_their_order(name):
    table = TABLES[name]
    rows = list(table.rows(invented_document()))
    assert rows or name == "requirements"
    assert all(tuple(row) == tuple(table.columns) for row in rows)


KINDS = {Kind.TEXT: str, Kind.WHOLE: int, Kind.DECIMAL: (int, float), Kind.TRUTH: bool}


@pytest.mark.parametrize("name", TABLES)
def test_values_are_of_their_columns_kind(name):
    table = TABLES[name]
    for row in table.rows(invented_document()):
        assert [
            key for key, value in row.items() if not isinstance(value, (KINDS[table.columns[key]], type(None)))
        ] == []


def test_an_article_that_was_not_audited_has_its_reason(not_audited):
    (row,) = TABLES["articles"].rows(not_audited)
    assert (row["article"], row["not_audited"], row["attributions"]) == (
        "other",
        "The article is not in English.",
        None,
    )


@pytest.mark.parametrize("name", [name for name in TABLES if name != "articles"])
def test_an_article_without_annotations_has_no_rows(name, not_audited):
    assert list(TABLES[name].rows(not_audited)) == []


def test_a_finding_has_its_place_words_and_reason(document):
    row, about_the_article = TABLES["findings"].rows(document)
    assert (row["article"], row["publisher"]) == ("desk/bridge", "Ostvik Post")
    assert (row["start"], row["end"], row["words"], row["line"], row["column"]) == (44, 59, "a town official", 2, 21)
    assert (row["rule"], row["severity"], row["clear"]) == ("ANON001", "medium", "A name.")
    assert (about_the_article["start"], about_the_article["line"]) == (None, None)


def test_without_the_text_offsets_stay_and_lines_are_open(document):
    row = next(TABLES["findings"].rows(dataclasses.replace(document, text=None)))
    assert (row["start"], row["line"]) == (44, None)
