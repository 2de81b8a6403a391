"""`auditor decide` and `auditor decisions report`."""

from __future__ import annotations

import json

import pytest
from standin import bridge_audit

from auditor.batch import articles
from auditor.configuration.finding import find_configuration
from auditor.decisions.entries import FILE_NAME, load
from auditor.document import to_json

PRINT = "0123456789ab"
WORDS = ("--state", "false alarm", "--by", "Ana Reyes", "--reason", "The name of a ship.")


@pytest.fixture(autouse=True)
def fresh(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772323200")  # 1 March 2026
    find_configuration.cache_clear()
    articles._desk.cache_clear()


@pytest.fixture
def audit_file(folder):
    text = to_json(bridge_audit()).replace('"fingerprint":"f1"', f'"fingerprint":"{PRINT}"')
    text = text.replace('"fingerprint": "f1"', f'"fingerprint": "{PRINT}"')
    (folder / "audits.jsonl").write_text(text + "\n", encoding="utf-8")
    return folder / "audits.jsonl"


class TestDecide:
    def test_a_decision_is_written_down(self, auditor, folder):
        result = auditor("decide", PRINT, *WORDS)
        assert result.stdout == f"{folder / FILE_NAME}: {PRINT} false alarm\n"
        (entry,) = load(folder / FILE_NAME).entries
        assert (entry.decision.by, entry.decision.date, entry.article) == ("Ana Reyes", "2026-03-01", None)

    def test_it_holds_for_the_article_of_an_audit_and_names_rule_and_words(self, auditor, folder, audit_file):
        auditor("decide", PRINT, *WORDS, "--article", "audits.jsonl", "--until", "2026-09-01")
        (entry,) = load(folder / FILE_NAME).entries
        assert (entry.article, entry.rule, entry.words) == ("desk/bridge", "ANON001", "a town official")
        assert entry.decision.until == "2026-09-01"

    def test_a_fingerprint_that_no_finding_has_is_told(self, refuses, folder, audit_file):
        assert "no finding has the fingerprint 'ffffffffffff'" in refuses(
            "decide", "f" * 12, *WORDS, "--article", "audits.jsonl"
        )
        assert not (folder / FILE_NAME).exists()

    @pytest.mark.parametrize(
        ("changed", "said"),
        [
            ({3: " "}, "a decision needs 'reason'"),
            ({1: ""}, "a decision needs 'by'"),
        ],
    )
    def test_what_would_not_count_is_refused(self, refuses, changed, said):
        words = ["--by", "Ana Reyes", "--reason", "The name of a ship."]
        for index, word in changed.items():
            words[index] = word
        assert said in refuses("decide", PRINT, "--state", "accepted", *words)

    def test_another_state_is_none(self, refuses):
        assert "'wrong' is not one of" in refuses("decide", PRINT, "--state", "wrong", "--by", "a", "--reason", "b")

    def test_the_file_of_the_settings_is_used(self, auditor, folder):
        (folder / "auditor.toml").write_text('decisions = "desk/decisions.yaml"\n', encoding="utf-8")
        auditor("decide", PRINT, *WORDS)
        assert (folder / "desk" / "decisions.yaml").exists()

    @pytest.mark.model
    def test_a_decision_about_an_article_is_found_again(self, folder):
        from click.testing import CliRunner

        from auditor.cli import cli

        def run(*arguments: str):
            return CliRunner().invoke(cli, arguments, catch_exceptions=False)

        before = json.loads(run("audit", "bridge.txt", "--format", "json").stdout)
        finding = before["findings"][0]
        result = run("decide", finding["fingerprint"], *WORDS, "--article", "bridge.txt")
        assert result.exit_code == 0, result.stderr
        articles._desk.cache_clear()
        after = json.loads(run("audit", "bridge.txt", "--format", "json").stdout)
        decided = {each["fingerprint"]: each["decision"] for each in after["findings"]}
        assert len(after["findings"]) == len(before["findings"])
        assert decided[finding["fingerprint"]]["by"] == "Ana Reyes"
        assert sum(after["profile"]["findings"].values()) == sum(before["profile"]["findings"].values()) - 1
        assert after["notices"] == []


class TestReport:
    def test_rules_are_counted_false_alarms_first(self, auditor, folder, audit_file):
        auditor("decide", PRINT, *WORDS, "--article", "audits.jsonl")
        auditor("decide", "f" * 12, "--state", "asked", "--by", "Jo Pike", "--reason", "Called the port.")
        lines = auditor("decisions", "report").stdout.splitlines()
        assert lines[0].split() == ["rule", "accepted", "false", "alarm", "fixed", "asked"]
        assert [line.split() for line in lines[1:]] == [
            ["ANON001", "0", "1", "0", "0"],
            ["not", "recorded", "0", "0", "0", "1"],
        ]

    def test_as_data(self, auditor, folder, audit_file):
        auditor("decide", PRINT, *WORDS, "--article", "audits.jsonl")
        (row,) = json.loads(auditor("decisions", "report", "--format", "json").stdout)
        assert (row["rule"], row["false alarm"]) == ("ANON001", 1)

    def test_what_does_not_count_is_told(self, auditor, folder):
        (folder / FILE_NAME).write_text("- fingerprint: aaaabbbbcccc\n  state: fixed\n", encoding="utf-8")
        result = auditor("decisions", "report")
        assert "the decision has no 'reason'" in result.stderr

    def test_with_audits_it_names_rules_and_decisions_about_nothing(self, auditor, folder, audit_file):
        auditor("decide", PRINT, *WORDS)
        auditor("decide", "f" * 12, *WORDS)
        result = auditor("decisions", "report", "--audits", "audits.jsonl")
        assert "ANON001" in result.stdout
        assert result.stderr.count("\n") == 1
        assert "no finding of these audits has the fingerprint ffffffffffff" in result.stderr

    def test_without_a_file_it_says_so(self, refuses):
        assert "there is no such decisions file" in refuses("decisions", "report")
