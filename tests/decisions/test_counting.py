"""Decisions counted by rule."""

from __future__ import annotations

from auditor.decisions.counting import counts_by_rule
from auditor.decisions.entries import Entry
from auditor.findings import Decision, DecisionState


def entry(rule: str | None, state: DecisionState) -> Entry:
    return Entry("0" * 12, Decision(state, "Ana Reyes", "…", "2026-03-01"), rule=rule)


def test_the_rule_with_most_false_alarms_comes_first():
    alarm, accepted = DecisionState.FALSE_ALARM, DecisionState.ACCEPTED
    entries = [entry("ANON001", accepted), entry("FIG001", alarm), entry("FIG001", accepted), entry(None, alarm)]
    counts = counts_by_rule(entries)
    assert [(count.rule, count.false_alarms) for count in counts] == [("FIG001", 1), (None, 1), ("ANON001", 0)]
    assert counts[0].states[accepted] == 1
