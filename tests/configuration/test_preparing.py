"""Settings made ready: rules in force, policies, outlets and decisions."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from auditor.configuration.model import AddedOutlet, Configuration, merged
from auditor.configuration.preparing import chosen_rules, prepared
from auditor.errors import InputError, RuleFileError, SettingsError
from auditor.findings import Severity
from auditor.language.identities import Certainty
from auditor.language.outlets import OutletKind
from auditor.policies.loader import load_policies
from auditor.rules.loader import load_rules
from auditor.rules.model import RuleKind

HOUSE_RULE = """\
- code: HOUSE001
  title: Spokesperson without a name
  scope: span
  over: attributions
  when:
    - sourcing: true
    - identity: [unnamed-spokesperson]
  severity: low
  message: "{source} speaks for an institution and is not named."
  why: Our stylebook asks for it.
  clear: The article gives the name.
  ask: Who was it?
"""


@pytest.fixture
def house_rule(tmp_path):
    (tmp_path / "house.yaml").write_text(HOUSE_RULE, encoding="utf-8")
    return tmp_path / "house.yaml"


def findings_of(rules) -> set[str]:
    return {rule.code for rule in rules if rule.kind is RuleKind.FINDING}


class TestRules:
    def test_without_a_choice_all_are_in_force(self):
        assert prepared(Configuration(), None).rules == load_rules()

    def test_settings_choose_alone_without_a_policy(self):
        assert findings_of(prepared(Configuration(select=("ANON001",)), None).rules) == {"ANON001"}

    def test_and_besides_with_one(self):
        rules = prepared(Configuration(policies=("bbc",), select=("NAM001",)), None).rules
        assert {"NAM001", "ANON001"} <= findings_of(rules)

    def test_the_houses_own_rules_are_in_force_whatever_a_policy_chooses(self, house_rule):
        found = prepared(Configuration(policies=("bbc",), rule_files=(house_rule,)), None)
        assert "HOUSE001" in findings_of(found.rules)
        assert "NAM001" not in findings_of(found.rules)

    def test_what_settings_ignore_is_left_out_in_any_case(self, house_rule):
        known = Configuration(policies=("bbc",), rule_files=(house_rule,), ignore=("HOUSE", "ANON001"))
        assert not {"HOUSE001", "ANON001"} & findings_of(prepared(known, None).rules)

    def test_the_settings_have_the_last_word_on_severities(self):
        rules, policies = load_rules(), load_policies(["house"])
        known = Configuration(severities=(("ANON002", Severity.INFO),))
        severities = {rule.code: rule.severity for rule in chosen_rules(known, rules, policies)}
        assert severities["ANON002"] is Severity.INFO
        assert severities["ANON004"] is Severity.HIGH

    def test_rules_that_do_not_exist_are_told_with_their_places(self):
        known = Configuration(
            severities=(("ANON999", Severity.LOW),),
            ignore=("ANNO",),
            origins=(("severities.ANON999", "auditor.toml:2"), ("rules.ignore", "auditor.toml:5")),
        )
        with pytest.raises(RuleFileError) as caught:
            prepared(known, None)
        assert [problem.where for problem in caught.value.problems] == ["auditor.toml:2", "auditor.toml:5"]


class TestNotices:
    def test_what_settings_beside_the_articles_change_is_told(self):
        known = Configuration(
            file=Path("desk/auditor.toml"), ignore=("ANON009",), severities=(("ANON002", Severity.INFO),)
        )
        assert prepared(known, None).notices == (
            "auditor.toml leaves out these rules: ANON009.",
            "auditor.toml sets these severities: ANON002 info.",
        )

    def test_the_command_line_needs_no_notice(self):
        assert prepared(Configuration(policies=("bbc",)), None).notices == ()


class TestFiles:
    def test_a_decisions_file_that_was_asked_for_must_be_there(self, tmp_path):
        asked = Configuration(origins=(("decisions", "command line (--decisions)"),))
        with pytest.raises(SettingsError):
            prepared(asked, tmp_path / "none.yaml")
        assert prepared(Configuration(), tmp_path / "none.yaml").overlay.book.entries == ()

    def test_a_baseline_must_be_there(self, tmp_path):
        with pytest.raises(InputError):
            prepared(Configuration(), None, baseline=tmp_path / "none.jsonl")

    def test_outlets_and_the_day_reach_the_audit(self):
        known = Configuration(
            own_outlets=("Radio Ostvik",), added_outlets=(AddedOutlet("Quayside Weekly", "magazine", ("QW",)),)
        )
        day = datetime.date(2026, 3, 1)
        house = prepared(known, None, today=day).house({"a": "desk/a"}, alone=True)
        assert house.outlets.own == ("Radio Ostvik",)
        assert house.outlets.added[0].kind is OutletKind.MAGAZINE
        assert (house.overlay.today, house.overlay.alone, house.overlay.names) == (day, True, {"a": "desk/a"})


def test_the_command_line_goes_before_the_settings():
    found = Configuration(
        publisher="Ostvik Post",
        policies=("bbc",),
        rule_files=(Path("a.yaml"),),
        origins=(("publisher", "auditor.toml:1"), ("policy", "auditor.toml:2")),
    )
    given = Configuration(
        policies=("spj",),
        min_certainty=Certainty.LIKELY,
        rule_files=(Path("b.yaml"), Path("a.yaml")),
        origins=(("policy", "command line (--policy)"),),
    )
    both = merged(found, given)
    assert (both.publisher, both.policies, both.min_certainty) == ("Ostvik Post", ("spj",), Certainty.LIKELY)
    assert both.rule_files == (Path("a.yaml"), Path("b.yaml"))
    assert (both.origin("publisher"), both.origin("policy")) == ("auditor.toml:1", "command line (--policy)")
