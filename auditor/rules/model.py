"""What a rule is: a frozen value read from a rule file.

A rule looks at one kind of annotation, asks tests of each, and says in plain words what it found. No rule holds code;
the named conditions it may use are in `conditions`, the fields it may test in `fields`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from auditor.findings import Severity
from auditor.rules.wording import NOTHING, Wording

CODE = re.compile(r"[A-Z]{2,12}[0-9]{3}")


class RuleKind(StrEnum):
    """`finding`: something to check; `signal`: something the article does well."""

    FINDING = "finding"
    SIGNAL = "signal"


class Scope(StrEnum):
    """What one finding is about: a place in the text, one source with all its mentions, or the whole article."""

    SPAN = "span"
    SOURCE = "source"
    ARTICLE = "article"


class Over(StrEnum):
    """Which annotations a rule looks at, one after the other; `article` looks once at the whole."""

    ATTRIBUTIONS = "attributions"
    SOURCES = "sources"
    FIGURES = "figures"
    RELAYS = "relays"
    QUOTATIONS = "quotations"
    NAMES = "names"
    CLAIMS = "claims"
    PHRASES = "phrases"
    ARTICLE = "article"


SCOPES: dict[Over, Scope] = {
    Over.ATTRIBUTIONS: Scope.SPAN,
    Over.SOURCES: Scope.SOURCE,
    Over.FIGURES: Scope.SPAN,
    Over.RELAYS: Scope.SPAN,
    Over.QUOTATIONS: Scope.SPAN,
    Over.NAMES: Scope.ARTICLE,
    Over.CLAIMS: Scope.SPAN,
    Over.PHRASES: Scope.SPAN,
    Over.ARTICLE: Scope.ARTICLE,
}


class Fold(StrEnum):
    """What a rule speaks about only once: a source, or the whole article; further places are listed with the first."""

    SOURCE = "source"
    ARTICLE = "article"


class Comparison(StrEnum):
    """How a field is compared."""

    IS = "is"
    HAS = "has"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    MORE = "more than"
    LESS = "less than"
    PRESENT = "present"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Named:
    """A named condition must hold."""

    condition: str


@dataclass(frozen=True, slots=True)
class FieldTest:
    """A field must compare so; with `is`, one of the values is enough; with `has`, the wording occurs in it."""

    field: str
    comparison: Comparison
    values: tuple[str | float | bool, ...] = ()
    wording: Wording = NOTHING


@dataclass(frozen=True, slots=True)
class Called:
    """A check that a rule written in Python brings along; its name is its module and its own name."""

    name: str
    words: str
    check: Callable[..., object] = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every test must hold."""

    tests: tuple[Test, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one test must hold."""

    tests: tuple[Test, ...]


@dataclass(frozen=True, slots=True)
class NoneOf:
    """No test may hold."""

    tests: tuple[Test, ...]


Test = Named | FieldTest | Called | AllOf | AnyOf | NoneOf


class ExampleKind(StrEnum):
    """`flags`: the rule speaks; `passes`: it stays silent; `known_misses`: it gets these wrong today."""

    FLAGS = "flags"
    PASSES = "passes"
    KNOWN_MISSES = "known_misses"


@dataclass(frozen=True, slots=True)
class Example:
    """A small article that shows what a rule does.

    Attributes:
        name: what the example is about; also its test id.
        text: the article without the marks.
        marks: the places that must be flagged, as character offsets into `text`, end exclusive.
        publisher: who publishes the article, where that matters.
        byline: who wrote it, where that matters.
        genre: what kind of article it is, where that matters.
        url: its address, where that matters.
        flags: true when the rule should speak.
    """

    name: str
    kind: ExampleKind
    text: str
    marks: tuple[tuple[int, int], ...] = ()
    publisher: str | None = None
    byline: str | None = None
    genre: str | None = None
    url: str | None = None
    flags: bool = True


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        when: tests that must all hold.
        unless: tests none of which may hold.
        raised_by: tests of which one is enough to raise the severity by one step.
        lowered_by: tests of which one is enough to lower it by one step.
        more_specific_than: codes of rules that are not shown where this one speaks on the same words.
        clears: of a signal, codes of rules that stay silent where it holds (see `relief`).
        lowers: of a signal, codes of rules whose severity it lowers by one step.
        once_per: what the rule speaks about only once; null for every place.
        find: for rules about phrases, the words to look for.
        mark: the matched part that is marked in the text ("source", "figure", …).
        where: file and line, for messages.
    """

    code: str
    title: str
    kind: RuleKind
    scope: Scope
    over: Over
    mark: str
    when: tuple[Test, ...]
    unless: tuple[Test, ...]
    severity: Severity
    raised_by: tuple[Test, ...]
    lowered_by: tuple[Test, ...]
    more_specific_than: tuple[str, ...]
    message: str
    why: str
    clear: str
    ask: str
    policies: tuple[str, ...]
    notes: str
    examples: tuple[Example, ...]
    clears: tuple[str, ...] = ()
    lowers: tuple[str, ...] = ()
    once_per: Fold | None = None
    find: Wording = NOTHING
    where: str = field(default="", repr=False, compare=False)

    @property
    def family(self) -> str:
        """Give the letters of the code, the rule's family."""
        return self.code.rstrip("0123456789")


def rules_hash(rules: Iterable[Rule]) -> str:
    """Give the SHA-256 of the rules' content, whatever their order and wherever their files lie."""
    canonical = "\n".join(repr(rule) for rule in sorted(rules, key=_code))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def _code(rule: Rule) -> str:
    return rule.code
