"""The page about the tables is true and fresh."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.archive.across_tables import ACROSS_TABLES
from auditor.batch.parquet import columns_of
from auditor.batch.table_docs import _COLUMNS, meaning, tables_page
from auditor.forms.tables import TABLES

PAGE = Path(__file__).parents[2] / "docs" / "tables.md"
COLUMNS = {name: list(columns_of(name, table)) for name, table in TABLES.items()} | {
    name: list(table.columns) for name, table in ACROSS_TABLES.items()
}


def test_the_page_is_fresh():
    assert PAGE.read_text(encoding="utf-8") == tables_page(), "docs/tables.md is stale: make docs"


@pytest.mark.parametrize("name", COLUMNS)
def test_every_column_is_described_and_no_other(name):
    assert all(meaning(name, column) for column in COLUMNS[name])
    assert set(_COLUMNS[name]) <= set(COLUMNS[name])
    assert f"## {name}\n" in tables_page()
