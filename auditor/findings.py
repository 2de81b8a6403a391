"""Findings and signals: what a rule says about an article, with everything a reader needs to check it.

Values only; the engine makes them, the audit document publishes them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from auditor.language.annotations import Certainty
from auditor.text import Span


class Severity(StrEnum):
    """Priority for a human check, never a measure of guilt. Ordered from `info` to `high`."""

    INFO = "info"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def rank(self) -> int:
        """Give the place in the order, 0 for `info`."""
        return list(Severity).index(self)

    def shifted(self, steps: int) -> Severity:
        """Give the severity so many steps higher (or lower), never beyond the ends."""
        order = list(Severity)
        return order[max(0, min(len(order) - 1, self.rank + steps))]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One matched part of the text, with the role it plays: such as source, cue, figure or quotation."""

    role: str
    span: Span


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a finding exists.

    Attributes:
        matched: the parts of the text that the rule looked at.
        conditions: the conditions that held, in words.
        notes: evidence of the annotation itself (how the source was resolved, which lexicon entry matched).
        severity_default: the rule's own severity.
        severity_steps: what raised or lowered it, in words ("raised: in the lead").
        why: why the rule exists, for a reader who has never seen it.
        clear: what would clear the finding.
        ask: the question for the reporter or editor.
    """

    matched: tuple[Evidence, ...]
    conditions: tuple[str, ...]
    notes: tuple[str, ...]
    severity_default: Severity
    severity_steps: tuple[str, ...]
    why: str
    clear: str
    ask: str


class DecisionState(StrEnum):
    """What an editor decided about a finding."""

    ACCEPTED = "accepted"
    FALSE_ALARM = "false alarm"
    FIXED = "fixed"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Decision:
    """An editor's decision about one finding, as the decisions file holds it.

    Attributes:
        date: the day of the decision (ISO 8601).
        until: the last day on which it holds (ISO 8601), or null for no end.
    """

    state: DecisionState
    by: str
    reason: str
    date: str
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule says about one place, one source or the whole article.

    Attributes:
        fingerprint: stable under edits elsewhere: made from rule, normalised words and their neighbourhood.
        rule: the rule's code.
        span: the flagged words, or null for a finding about the whole article.
        places: further places the finding is about (every mention of a source, every spelling).
        annotation_id: id of the attribution, source, figure, relay, quotation or name it is about, or null.
        also: codes of less specific rules that fired on the same words and are shown with this one.
        policies: the policy lines behind the rule ("AP A3").
        decision: what an editor decided about it; a decided finding is shown apart and not counted as open.
        baseline: an earlier audit that was given as the baseline has it too; it is shown apart as well.
    """

    fingerprint: str
    rule: str
    title: str
    severity: Severity
    span: Span | None
    message: str
    reason: Reason
    policies: tuple[str, ...]
    certainty: Certainty
    annotation_id: str | None = None
    places: tuple[Span, ...] = ()
    also: tuple[str, ...] = ()
    decision: Decision | None = None
    baseline: bool = False

    @property
    def open(self) -> bool:
        """Tell whether it still waits for somebody: nobody decided about it, and it is not an old one."""
        return self.decision is None and not self.baseline


@dataclass(frozen=True, slots=True)
class Signal:
    """Something the article does well, shown as prominently as findings."""

    rule: str
    title: str
    span: Span | None
    message: str
    annotation_id: str | None = None
    policies: tuple[str, ...] = ()
