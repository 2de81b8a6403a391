"""The entries about findings: cards, filters, signals and the questions of the checklist; part of `context`'s contract.

Plain frozen values, ready to print.
"""

from __future__ import annotations

from dataclasses import dataclass

from auditor.report.entries import Fact, Place, SourceLink


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """What an editor decided about a finding.

    Attributes:
        state: in words.
        by: who decided.
        reason: why.
        date: the day of the decision.
        until: the last day on which it holds; empty for no end.
    """

    state: str
    by: str
    reason: str
    date: str
    until: str


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
        open: whether it still waits for somebody.
        decision: what an editor decided about it, or null.
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
    open: bool
    decision: DecisionRow | None


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a filter.

    Attributes:
        value: key that cards carry.
        name: in words.
        count: number of findings.
    """

    value: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Filters:
    """What findings can be filtered by; only choices that some open finding has.

    Attributes:
        severities: by severity, highest first.
        families: by rule family.
        sources: by source.
    """

    severities: tuple[Choice, ...]
    families: tuple[Choice, ...]
    sources: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class SignalPlace:
    """One place where the article does something well.

    Attributes:
        place: where, or null for the whole article.
        message: what is good about it; empty where all places of the rule have the same.
    """

    place: Place | None
    message: str


@dataclass(frozen=True, slots=True)
class SignalRow:
    """Something the article does well.

    Attributes:
        rule: the rule's code.
        title: the rule's title.
        message: what it says, where it says the same of all places; else empty.
        places: where, in the order of the document.
        policies: policy lines.
    """

    rule: str
    title: str
    message: str
    places: tuple[SignalPlace, ...]
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
        findings: the findings that raise it.
        clear: what would clear them; may be empty.
    """

    question: str
    findings: tuple[FindingLink, ...]
    clear: str


@dataclass(frozen=True, slots=True)
class Topic:
    """The questions about one source, or about some words.

    Attributes:
        about: the words; empty when the questions are about the whole article.
        where: paragraph in words; empty for a source.
        source: the source, or null.
        tasks: the most serious first.
    """

    about: str
    where: str
    source: SourceLink | None
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class TaskGroup:
    """The questions for one person or place.

    Attributes:
        title: whom to ask.
        count: number of questions.
        topics: what to ask about, the most serious first.
    """

    title: str
    count: int
    topics: tuple[Topic, ...]
