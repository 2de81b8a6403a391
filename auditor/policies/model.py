"""What a policy is: a frozen value read from a policy file.

A policy chooses rules, may set their severities, and lists requirements; each requirement says which rules, signals or
counts show that an article meets it, or that a text cannot show it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from auditor.findings import Severity
from auditor.policies.outcome import Outcome
from auditor.rules.model import Comparison

ALL_RULES = "all"


@dataclass(frozen=True, slots=True)
class Need:
    """A count that must compare so: `named_sources: at least 2`."""

    count: str
    comparison: Comparison
    number: float


@dataclass(frozen=True, slots=True)
class Line:
    """One requirement of a policy.

    Attributes:
        code: the policy's short name and the line's ("AP A3").
        text: what is asked, in our words.
        visible: false when no text can show it, such as an editor's approval.
        applies_to: counts of which one must be at least 1; empty for every article.
        not_met_by: rules whose findings show that the article does not meet it.
        met_by: rules whose signals show that it does.
        asks: rules whose findings raise the question without answering it.
        needs: counts that must compare so.
        otherwise: the outcome when none of these says anything.
    """

    code: str
    text: str
    visible: bool = True
    applies_to: tuple[str, ...] = ()
    not_met_by: tuple[str, ...] = ()
    met_by: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    needs: tuple[Need, ...] = ()
    otherwise: Outcome = Outcome.MET

    @property
    def rules(self) -> tuple[str, ...]:
        """Give the codes of every rule it rests on, each once."""
        return tuple(dict.fromkeys((*self.not_met_by, *self.met_by, *self.asks)))


@dataclass(frozen=True, slots=True)
class Policy:
    """One newsroom policy.

    Attributes:
        key: the file's name without its ending ("bbc").
        short: how its lines are cited ("BBC").
        unverified: what was not checked against the publisher's own page; empty when all was.
        select: codes or families of rules to apply, or "all".
        ignore: codes or families left out of those.
        severities: code → severity, where it differs from the rule's own.
        places: codes and families with the place where the file names them, for messages.
    """

    key: str
    name: str
    short: str
    publisher: str
    url: str
    unverified: str
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    severities: tuple[tuple[str, Severity], ...]
    lines: tuple[Line, ...]
    where: str = field(default="", repr=False, compare=False)
    places: tuple[tuple[str, str], ...] = field(default=(), repr=False, compare=False)
