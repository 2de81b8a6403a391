"""`auditor audit`: forms, places to write to, exit codes."""

from __future__ import annotations

import json
import sys
from types import SimpleNamespace

import pytest
from jsonschema import Draft202012Validator

from auditor.cli.audit import _wants_colour
from auditor.document import json_schema


class TestForms:
    def test_text_to_read_is_the_usual_one(self, auditor):
        result = auditor("audit", "bridge.txt")
        assert result.exit_code == 0
        assert result.stdout.startswith("Bridge Shut After Storm\n")
        assert "Findings (2)" in result.stdout
        assert "\x1b" not in result.stdout
        assert result.stderr == ""

    def test_json_of_one_article_is_an_object_that_fits_the_schema(self, auditor):
        data = json.loads(auditor("audit", "bridge.txt", "--format", "json").stdout)
        assert data["article"]["id"] == "bridge"
        assert list(Draft202012Validator(json_schema()).iter_errors(data)) == []

    def test_json_of_several_articles_is_an_array(self, auditor):
        data = json.loads(auditor("audit", "bridge.txt", "calm.txt", "--format", "json").stdout)
        assert [entry["article"]["id"] for entry in data] == ["bridge", "calm"]

    def test_json_of_a_folder_is_an_array_even_of_one(self, auditor, folder):
        (folder / "desk").mkdir()
        (folder / "bridge.txt").rename(folder / "desk" / "bridge.txt")
        assert len(json.loads(auditor("audit", "desk", "--format", "json").stdout)) == 1

    def test_jsonl_is_a_line_an_article(self, auditor):
        lines = auditor("audit", "bridge.txt", "calm.txt", "--format", "jsonl").stdout.splitlines()
        assert [json.loads(line)["article"]["id"] for line in lines] == ["bridge", "calm"]

    def test_the_text_may_be_left_out(self, auditor):
        assert json.loads(auditor("audit", "bridge.txt", "--format", "json", "--no-text").stdout)["text"] is None

    def test_several_articles_are_told_apart(self, auditor):
        text = auditor("audit", "bridge.txt", "calm.txt").stdout
        assert text.count("─" * 20) > 0
        assert text.index("Bridge Shut") < text.index("Library Opens")


class TestOptions:
    def test_output_goes_to_a_file(self, auditor, folder):
        result = auditor("audit", "bridge.txt", "--format", "json", "-o", "out/bridge.json")
        assert result.stdout == ""
        assert json.loads((folder / "out" / "bridge.json").read_text(encoding="utf-8"))["text"]

    def test_the_publisher_is_kept(self, auditor):
        data = json.loads(auditor("audit", "bridge.txt", "--format", "json", "--publisher", "Ostvik Post").stdout)
        assert data["article"]["metadata"]["publisher"] == "Ostvik Post"

    def test_standard_input_is_read(self, auditor):
        data = json.loads(auditor("audit", "-", "--format", "json", stdin="Bridge Shut\nIt is shut.\n").stdout)
        assert data["article"]["id"] == "standard-input"
        assert data["text"] == "Bridge Shut\nIt is shut.\n"

    @pytest.mark.model
    def test_the_model_is_named_when_it_is_missing(self, folder):
        from click.testing import CliRunner

        from auditor.cli import cli

        result = CliRunner().invoke(cli, ["audit", "bridge.txt", "--model", "no_such_model"], catch_exceptions=False)
        assert result.exit_code == 2
        assert "no_such_model" in result.stderr
        assert result.stderr.count("\n") == 1


class TestExitCodes:
    def test_findings_alone_do_not_fail(self, auditor):
        assert auditor("audit", "bridge.txt").exit_code == 0

    def test_fail_on_is_met_by_the_same_or_a_higher_severity(self, auditor):
        assert auditor("audit", "bridge.txt", "--fail-on", "high").exit_code == 1
        assert auditor("audit", "bridge.txt", "--fail-on", "info").exit_code == 1
        assert auditor("audit", "calm.txt", "--fail-on", "info").exit_code == 0

    def test_an_article_that_is_not_audited_gives_its_reason_and_3(self, auditor):
        result = auditor("audit", "pont.txt", "--format", "json")
        assert result.exit_code == 3
        assert json.loads(result.stdout)["not_audited"] == "The article is not in English."
        assert result.stderr == "auditor: pont: not audited: The article is not in English.\n"

    def test_one_of_several_that_cannot_be_read_gives_3_and_the_others(self, auditor):
        result = auditor("audit", "empty.txt", "bridge.txt", "--format", "json")
        assert result.exit_code == 3
        assert [entry["article"]["id"] for entry in json.loads(result.stdout)] == ["bridge"]
        assert "empty.txt: there is nothing in it" in result.stderr

    def test_fail_on_comes_before_3(self, auditor):
        assert auditor("audit", "empty.txt", "bridge.txt", "--fail-on", "high").exit_code == 1


def wants_colour(monkeypatch, *, terminal: bool = True, **environment: str) -> bool:
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(isatty=lambda: terminal))
    return _wants_colour()


def test_colours_are_for_terminals_that_want_them(monkeypatch):
    assert wants_colour(monkeypatch)
    assert wants_colour(monkeypatch, NO_COLOR="")
    assert not wants_colour(monkeypatch, terminal=False)
    assert not wants_colour(monkeypatch, NO_COLOR="1")
    assert not wants_colour(monkeypatch, TERM="dumb")
