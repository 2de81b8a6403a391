"""Questions to the tables of an archive."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.archive.tables import Archive
from auditor.errors import InputError
from auditor.forms.tables import TABLES

VIEWS = {
    "audited",
    "publishers",
    "sections",
    "bylines",
    "months",
    "descriptions",
    "rules",
    "on_one_unnamed",
    "policy_lines",
    "outlets",
}


@pytest.fixture
def archive(folder):
    with Archive(folder) as opened:
        yield opened


def test_every_table_and_every_view_can_be_asked(archive):
    names = {name for (name,) in archive.ask("SHOW TABLES").rows}
    assert names == {*TABLES, *VIEWS}
    for name in names:
        assert archive.ask(f"SELECT count(*) FROM {name}").rows[0][0] >= 0


def test_the_readme_explains_every_view():
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    assert [view for view in VIEWS if f"`{view}`" not in readme] == []


def test_an_answer_has_columns_and_rows(archive):
    answer = archive.ask("SELECT article, high FROM articles WHERE not_audited IS NULL ORDER BY article")
    assert answer.columns == ("article", "high")
    assert [row[0] for row in answer.rows] == sorted(row[0] for row in answer.rows)


def test_values_can_be_handed_in(archive):
    assert archive.ask("SELECT article FROM articles WHERE article = ?", ["other"]).rows == (("other",),)


def test_articles_that_were_not_audited_are_in_no_count(archive):
    assert archive.ask("SELECT sum(articles) FROM publishers").rows == ((2,),)


def test_months_are_read_from_dates(archive):
    assert ("2026-03",) in archive.ask("SELECT month FROM months").rows


@pytest.mark.parametrize(
    "question",
    ["SELECT nothing FROM articles", "DROP TABLE", "SELECT * FROM read_csv('/etc/passwd')", "SET memory_limit = '1GB'"],
)
def test_a_question_that_cannot_be_answered_is_one_error(archive, question):
    with pytest.raises(InputError, match="cannot be answered"):
        archive.ask(question)


def test_a_folder_without_tables_says_how_to_make_them(tmp_path):
    with pytest.raises(InputError, match="jsonl,parquet"):
        Archive(tmp_path)
