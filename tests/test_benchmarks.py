"""What the benchmark makes of measured times; nothing here measures any."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree

import pytest

from auditor.document import Tool
from benchmarks import accuracy
from benchmarks.articles import invented_article, invented_articles
from benchmarks.chart import chart
from benchmarks.rows import Row, length_rows, process_rows, stage_rows, stage_shares, table, whole_rows

STAGES = {"read": 1.0, "attribution tagger": 6.0, "parser": 2.0, "rules": 1.0, "report": 5.0}
TOOL = Tool("source-auditor", "1", "en_x", "3", "3", "abc")


@pytest.mark.parametrize("words", [200, 1_000, 5_000])
def test_invented_articles_have_the_length_asked_for_and_stay_the_same(words):
    text = invented_article(words)
    assert words <= len(text.split()) <= words + 40
    assert text == invented_article(words)


def test_paragraphs_are_short_in_articles_of_any_length():
    assert max(len(paragraph.split()) for paragraph in invented_article(5_000).split("\n\n")) < 120


def test_articles_differ():
    assert len(set(invented_articles(10))) == 10


def test_the_audit_is_told_against_the_plain_pipeline_by_the_median_of_the_rounds():
    rounds = [{"audit": time, "plain pipeline": 10.0, "textacy": 2.0} for time in (8.0, 9.0, 30.0)]
    against_plain, against_textacy = whole_rows(rounds)
    assert (against_plain.measured, against_plain.met) == (0.9, True)
    assert against_textacy.measured == 0.75


def test_the_report_is_no_part_of_the_audit():
    shares = stage_shares([STAGES])
    assert shares["attribution tagger"] == 0.6
    own, rules, report = stage_rows(shares, [STAGES], words=100_000)
    assert own.measured == pytest.approx(0.2)
    assert (rules.measured, rules.met) == (0.1, False)
    assert report.measured == pytest.approx(50.0)


def test_only_the_longest_article_has_a_target():
    rows = length_rows({200: 2e-4, 1_000: 1e-4, 100_000: 1.2e-4})
    assert [(row.measured, row.target) for row in rows] == [(2.0, None), (pytest.approx(1.2), 1.3)]


def test_processes_are_told_against_what_they_cannot_do_without():
    starts = {"import click": 0.1, "auditor --help": 0.25, "models": 2.0, "first audit": 3.0}
    rows = process_rows(starts, {"plain pipeline": 500, "audit": 600}, {1: 10.0, 2: 6.0})
    assert [round(row.measured, 2) for row in rows] == [1.0, 1.5, 1.2, 0.6]


def test_the_table_says_what_was_missed():
    lines = table([Row("a", 1.0, target=0.5), Row("b", 0.1, "", 0.2), Row("c", 3.0)]).splitlines()
    assert lines[2:] == ["| a | 1.00 × | ≤ 0.5 × | missed |", "| b | 0.10 | ≤ 0.2 | met |", "| c | 3.00 × | | |"]


def test_the_chart_is_a_picture_with_every_stage():
    drawn = ElementTree.fromstring(chart({"parser": 0.4, "rules & more": 0.1}, {1_000: 1e-4}, "a < b"))
    assert {"parser", "rules & more", "a < b"} <= {part.text for part in drawn.iter()}


class TestAccuracyOfTheBuild:
    @staticmethod
    def record(monkeypatch, tmp_path, **tool):
        known = {"version": "1", "tagger_version": "3", **tool}
        path = tmp_path / "accuracy.json"
        path.write_text(json.dumps({"tool": known, "numbers": {"joint": 0.76}}), encoding="utf-8")
        monkeypatch.setattr(accuracy, "SHIPPED", path)

    def test_is_read_from_the_record(self, monkeypatch, tmp_path):
        self.record(monkeypatch, tmp_path)
        assert accuracy.accuracy_of(TOOL, None, tmp_path) == {"joint": 0.76}

    def test_of_another_build_is_refused(self, monkeypatch, tmp_path):
        self.record(monkeypatch, tmp_path, tagger_version="2")
        with pytest.raises(accuracy.NoAccuracyError, match="other tagger_version"):
            accuracy.accuracy_of(TOOL, None, tmp_path)

    def test_that_nobody_knows_is_refused(self, monkeypatch, tmp_path):
        monkeypatch.setattr(accuracy, "SHIPPED", tmp_path / "nothing.json")
        with pytest.raises(accuracy.NoAccuracyError, match="No accuracy is known"):
            accuracy.accuracy_of(TOOL, None, tmp_path)
