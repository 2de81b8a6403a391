"""Options that commands share, and the exit code they lead to."""

from __future__ import annotations

import dataclasses
import datetime

import pytest
from standin import bridge_audit, refused

from auditor.batch.articles import Failure
from auditor.cli.options import Tally, asked
from auditor.configuration.model import Configuration
from auditor.errors import SettingsError
from auditor.findings import Decision, DecisionState
from auditor.reading.inputs import Input


def test_settings_gather_the_options():
    values = {"publisher": "Ostvik Post", "model": "m", "allow_private": True, "policies": ("bbc",), "fail_on": "high"}
    gathered = asked(values, no_text=True)
    chosen = gathered.settings
    assert (chosen.model, chosen.keep_text, chosen.look, gathered.fail_on) == ("m", False, True, "high")
    assert (chosen.given.publisher, chosen.reading.allow_private) == ("Ostvik Post", True)
    assert chosen.given.origin("policy") == "command line (--policy)"


@pytest.mark.parametrize("certainty", ["firm", "likely", "possible"])
def test_a_least_certainty_is_a_setting(certainty):
    given = asked({"min_certainty": certainty}).settings.given
    assert given.min_certainty == certainty
    assert given.origin("min_certainty") == "command line (--min-certainty)"


def test_what_was_not_asked_for_is_not_said():
    chosen = asked({"policies": (), "rules": ()}).settings
    assert (chosen.given, chosen.baseline) == (Configuration(), None)


def test_rule_folders_are_their_files(tmp_path):
    (tmp_path / "b.yaml").write_text("")
    (tmp_path / "a.yaml").write_text("")
    files = asked({"rules": (str(tmp_path), "c.yaml")}).settings.given.rule_files
    assert [path.name for path in files] == ["a.yaml", "b.yaml", "c.yaml"]


def test_the_day_can_be_set_to_repeat_a_run(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772323200")
    assert asked({}).settings.today == datetime.date(2026, 3, 1)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "now")
    with pytest.raises(SettingsError, match="SOURCE_DATE_EPOCH"):
        asked({})


def tally(*results) -> Tally:
    made = Tally()
    for result in results:
        made.failure(result) if isinstance(result, Failure) else made.document(result)
    return made


CLEAN = dataclasses.replace(bridge_audit(), findings=())
DECIDED = dataclasses.replace(
    bridge_audit(),
    findings=tuple(
        dataclasses.replace(each, decision=Decision(DecisionState.ACCEPTED, "Ana Reyes", "…", "2026-03-01"))
        for each in bridge_audit().findings
    ),
)
UNREADABLE = Failure(Input("a.txt", "a"), "a.txt: there is nothing in it.")


@pytest.mark.parametrize(
    ("results", "fail_on", "code"),
    [
        ([], None, 0),
        ([bridge_audit()], None, 0),
        ([bridge_audit()], "high", 1),
        ([CLEAN], "info", 0),
        ([DECIDED], "info", 0),
        ([CLEAN, UNREADABLE], None, 3),
        ([CLEAN, refused(CLEAN)], None, 3),
        ([CLEAN, UNREADABLE], "info", 3),
        ([bridge_audit(), UNREADABLE], "medium", 1),
    ],
)
def test_exit_codes(results, fail_on, code):
    assert tally(*results).exit_code(fail_on) == code
