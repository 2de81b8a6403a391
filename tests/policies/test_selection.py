"""Which rules are in force when policies choose."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.findings import Severity
from auditor.policies.loader import policy_from_text
from auditor.policies.selection import families, gravest, is_selected, rules_in_force, with_severities
from auditor.rules.loader import load_rules
from auditor.rules.model import RuleKind
from tests.policies.test_loader import POLICY

RULES = {rule.code: rule for rule in load_rules()}
SIGNAL = next(rule for rule in RULES.values() if rule.kind is RuleKind.SIGNAL)


@pytest.mark.parametrize(
    ("select", "ignore", "chosen"),
    [
        (["all"], [], True),
        (["ANON"], [], True),
        (["ANON001"], [], True),
        (["FIG", "ANON002"], [], False),
        (["all"], ["ANON"], False),
        (["ANON"], ["ANON001"], False),
        (["ANON001"], ["all"], False),
    ],
)
def test_rules_are_chosen_by_code_by_family_or_all(select, ignore, chosen):
    assert is_selected(RULES["ANON001"], select, ignore) is chosen


def test_signals_are_shown_whatever_is_chosen_unless_left_out_by_code():
    assert is_selected(SIGNAL, ["FIG"], [SIGNAL.family])
    assert not is_selected(SIGNAL, ["all"], [SIGNAL.code])


def test_several_policies_together_apply_what_either_chooses():
    anonymity = policy_from_text(POLICY)
    figures = replace(anonymity, key="other", select=("FIG001",), ignore=(), severities=(("FIG001", Severity.HIGH),))
    codes = {rule.code: rule.severity for rule in rules_in_force(RULES.values(), [anonymity, figures])}
    assert {"ANON001", "REL001", "FIG001"} <= set(codes)
    assert not {"FIG002", "ANON009"} & set(codes)
    assert codes["FIG001"] is Severity.HIGH


def test_without_a_policy_every_rule_is_as_it_is():
    assert rules_in_force(RULES.values(), []) == tuple(RULES.values())


def test_the_gravest_severity_counts():
    policy = policy_from_text(POLICY)
    lenient = replace(policy, severities=(("ANON002", Severity.LOW), ("REL001", Severity.INFO)))
    assert gravest([policy, lenient]) == {"ANON002": Severity.HIGH, "REL001": Severity.INFO}
    assert gravest([lenient, policy]) == gravest([policy, lenient])


def test_severities_change_only_what_they_name():
    changed = with_severities([RULES["ANON001"], RULES["FIG001"]], {"ANON001": Severity.HIGH})
    assert [rule.severity for rule in changed] == [Severity.HIGH, RULES["FIG001"].severity]


def test_families_come_once():
    assert families([RULES["ANON001"], RULES["ANON002"], RULES["FIG001"]]) == ("ANON", "FIG")
