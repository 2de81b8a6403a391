"""`auditor dashboard` and `auditor query`, from a batch to the answer."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

pytest.importorskip("duckdb")


@pytest.fixture
def audits(auditor, folder):
    assert auditor("batch", "bridge.txt", "calm.txt", "--out", "out", "--format", "jsonl,html,parquet").exit_code == 0
    return folder / "out"


def test_the_dashboard_is_one_page_and_its_lists(auditor, audits):
    result = auditor("dashboard", "out")
    assert (result.exit_code, result.stdout) == (0, "out/dashboard.html\n")
    assert 'href="bridge.html"' in (audits / "articles-001.html").read_text(encoding="utf-8")


def test_the_dashboard_shows_what_several_articles_carry_and_its_tables_can_be_asked(auditor, audits):
    assert auditor("dashboard", "out").exit_code == 0
    assert 'href="across.html"' in (audits / "dashboard.html").read_text(encoding="utf-8")
    assert "several articles" in (audits / "across.html").read_text(encoding="utf-8")
    for table in ("quotation_trails", "differing_quantities", "described_in_several_ways"):
        assert json.loads(auditor("query", "out", f"SELECT * FROM {table}", "--format", "json").stdout) == []


def test_an_answer_is_a_table(auditor, audits):
    result = auditor("query", "out", "SELECT article, high FROM articles ORDER BY article")
    lines = [line.split() for line in result.stdout.splitlines()]
    assert [line[0] for line in lines] == ["article", "bridge", "calm"]


def test_or_data(auditor, audits):
    asked = "SELECT article FROM articles ORDER BY article"
    assert json.loads(auditor("query", "out", asked, "--format", "json").stdout) == [
        {"article": "bridge"},
        {"article": "calm"},
    ]
    assert auditor("query", "out", asked, "--format", "csv").stdout.split() == ["article", "bridge", "calm"]


def test_the_questions_of_the_page_about_archives_are_answered(auditor, audits):
    assert auditor("dashboard", "out").exit_code == 0
    page = (Path(__file__).parents[2] / "docs" / "archive.md").read_text(encoding="utf-8")
    questions = re.findall(r"```sql\n(.*?)```", page, re.DOTALL)
    assert len(questions) >= 5
    for question in questions:
        assert auditor("query", "out", question).exit_code == 0, question


def test_wrong_questions_and_folders_end_with_2(auditor, audits):
    result = auditor("query", "out", "SELECT nothing")
    assert result.exit_code == 2
    assert "cannot be answered" in result.stderr
    assert auditor("dashboard", ".").exit_code == 2
