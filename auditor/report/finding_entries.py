"""The entries about findings: cards, signals and the questions of the checklist; part of the contract of `context`.

Plain frozen values, ready to print.
"""

from __future__ import annotations

from dataclasses import dataclass

from auditor.report.entries import Fact, Place, SourceLink


@dataclass(frozen=True, slots=True)
class FindingCard:
    """One finding with everything needed to check it.

    Attributes:
        number: its number in the report, 1 for the most serious.
        anchor: id of the card, stable while the words around it stay.
        rule: the rule's code.
        title: the rule's title.
        severity: key: high, medium, low, info.
        severity_name: in words.
        family: key of the rule family, for filters.
        source: the source it is about, or null.
        place: the flagged words, or null for the whole article.
        places: further places.
        message: what the rule says.
        matched: the parts that matched, by the role they play.
        conditions: the conditions that held, in words.
        notes: evidence, in sentences.
        steps: what raised or lowered the severity, in words.
        default_severity: the rule's own severity, in words.
        why: why the rule exists.
        clear: what would clear the finding.
        ask: the question to ask.
        policies: policy lines.
        also: codes of less specific rules that fired on the same words.
        certainty: of the reading, in words.
        firm: whether the reading is firm.
    """

    number: int
    anchor: str
    rule: str
    title: str
    severity: str
    severity_name: str
    family: str
    source: SourceLink | None
    place: Place | None
    places: tuple[Place, ...]
    message: str
    matched: tuple[Fact, ...]
    conditions: tuple[str, ...]
    notes: tuple[str, ...]
    steps: tuple[str, ...]
    default_severity: str
    why: str
    clear: str
    ask: str
    policies: tuple[str, ...]
    also: tuple[str, ...]
    certainty: str
    firm: bool


@dataclass(frozen=True, slots=True)
class SignalRow:
    """Something the article does well.

    Attributes:
        rule: the rule's code.
        title: the rule's title.
        message: what it says.
        place: where, or null for the whole article.
        policies: policy lines.
    """

    rule: str
    title: str
    message: str
    place: Place | None
    policies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FindingLink:
    """A link to a finding's card.

    Attributes:
        number: its number in the report.
        href: its card.
        severity: key, for its looks.
        name: number, severity and title in words.
    """

    number: int
    href: str
    severity: str
    name: str


@dataclass(frozen=True, slots=True)
class Task:
    """One question of the checklist.

    Attributes:
        question: what to ask.
        about: the source or the words it is about; may be empty.
        findings: the findings that raise it.
        clear: what would clear them; may be empty.
    """

    question: str
    about: str
    findings: tuple[FindingLink, ...]
    clear: str


@dataclass(frozen=True, slots=True)
class TaskGroup:
    """The questions for one person or place.

    Attributes:
        title: whom to ask.
        tasks: the most serious first.
    """

    title: str
    tasks: tuple[Task, ...]
