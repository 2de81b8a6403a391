"""Counts decisions by rule, so that a desk sees which rule raises most false alarms."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from auditor.decisions.entries import Entry
from auditor.findings import DecisionState


@dataclass(frozen=True, slots=True)
class RuleCount:
    """Decisions about the findings of one rule, by state; the rule is null where the file does not name it."""

    rule: str | None
    states: Counter[DecisionState]

    @property
    def false_alarms(self) -> int:
        """Give the number of false alarms."""
        return self.states[DecisionState.FALSE_ALARM]


def counts_by_rule(entries: Iterable[Entry]) -> tuple[RuleCount, ...]:
    """Count decisions by rule, the rule with most false alarms first, then by code."""
    states: defaultdict[str | None, Counter[DecisionState]] = defaultdict(Counter)
    for entry in entries:
        states[entry.rule][entry.decision.state] += 1
    counts = [RuleCount(rule, counted) for rule, counted in states.items()]
    return tuple(sorted(counts, key=_order))


def _order(count: RuleCount) -> tuple[int, bool, str]:
    return -count.false_alarms, count.rule is None, count.rule or ""
