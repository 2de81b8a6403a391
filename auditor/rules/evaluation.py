"""Asks a rule's tests of one annotation and keeps what held, in words.

Knows nothing of findings: the engine turns what held into a finding's reason.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from auditor.findings import Evidence
from auditor.rules.context import Context, Subject
from auditor.rules.fields import FIELDS, FieldKind
from auditor.rules.model import AllOf, AnyOf, Called, Comparison, FieldTest, Named, NoneOf, Over, Rule, Test
from auditor.rules.plugins import conditions
from auditor.rules.readings import FieldValue
from auditor.rules.wording import described, places_in


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether a test held, what held in words, and the parts of the text that showed it."""

    holds: bool
    words: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


_NO = Outcome(False)


def evaluate(test: Test, over: Over, subject: Subject, context: Context) -> Outcome:
    """Ask one test of one annotation."""
    if isinstance(test, Named):
        condition = conditions()[test.condition]
        return _checked(condition.check, condition.words, subject, context)
    if isinstance(test, Called):
        return _checked(test.check, test.words, subject, context)
    if isinstance(test, FieldTest):
        return _field(test, over, subject, context)
    if isinstance(test, AllOf):
        return all_hold(test.tests, over, subject, context)
    held = [part for part in (evaluate(part, over, subject, context) for part in test.tests) if part.holds]
    if isinstance(test, NoneOf):
        return Outcome(not held, tuple(f"Not so: {asked_words(part, over)}" for part in test.tests))
    return _together(held) if held else _NO


def first_that_holds(tests: Sequence[Test], over: Over, subject: Subject, context: Context) -> Outcome:
    """Give the outcome of the first test that holds, an empty one when none does."""
    outcomes = (evaluate(test, over, subject, context) for test in tests)
    return next((outcome for outcome in outcomes if outcome.holds), _NO)


def describe_rule(rule: Rule) -> dict[str, tuple[str, ...]]:
    """Say in words what a rule asks, for its own page: heading → sentences, empty headings left out."""
    parts = {
        "All of these hold": rule.when,
        "None of these holds": rule.unless,
        "Raised by one step when": rule.raised_by,
        "Lowered by one step when": rule.lowered_by,
    }
    looked_for = {"It looks for": described(rule.find)} if rule.over is Over.PHRASES else {}
    asked = {head: tuple(asked_words(test, rule.over) for test in tests) for head, tests in parts.items() if tests}
    return looked_for | asked


def asked_words(test: Test, over: Over) -> str:
    """Say what a test asks, for a rule's own page."""
    if isinstance(test, Named):
        return conditions()[test.condition].words
    if isinstance(test, Called):
        return test.words
    if isinstance(test, FieldTest):
        return _asked(test, over)
    lead = {AllOf: "all of", AnyOf: "any of", NoneOf: "none of"}[type(test)]
    return f"{lead}: " + "; ".join(asked_words(part, over) for part in test.tests)


def _checked(check: Callable[..., object], words: str, subject: Subject, context: Context) -> Outcome:
    match = check(subject, context)
    return Outcome(bool(match), (words,), match if isinstance(match, tuple) else ())


def all_hold(tests: Sequence[Test], over: Over, subject: Subject, context: Context) -> Outcome:
    """Ask until one does not hold: fields first, because they cost least, and most annotations fail at one."""
    for test in tests:
        if isinstance(test, FieldTest) and not _field_holds(test, over, subject, context):
            return _NO
    held = []
    for test in tests:
        outcome = evaluate(test, over, subject, context)
        if not outcome.holds:
            return _NO
        held.append(outcome)
    return _together(held)


def _together(held: Sequence[Outcome]) -> Outcome:
    words = tuple(words for outcome in held for words in outcome.words)
    return Outcome(True, words, tuple(part for outcome in held for part in outcome.evidence))


def _field_holds(test: FieldTest, over: Over, subject: Subject, context: Context) -> bool:
    """Tell whether a field test may hold, without words; one that looks into a text is asked later."""
    if test.comparison is Comparison.HAS:
        return True
    return _compares(FIELDS[over][test.field].get(subject, context), test)


def _field(test: FieldTest, over: Over, subject: Subject, context: Context) -> Outcome:
    field = FIELDS[over][test.field]
    value = field.get(subject, context)
    if test.comparison is Comparison.HAS:
        text = value if isinstance(value, str) else ""
        found = next((text[start:end] for start, end in places_in(test.wording, text)), "")
        return Outcome(True, (f"{field.words}: has “{found}”.",)) if found else _NO
    if not _compares(value, test):
        return _NO
    return Outcome(True, (f"{field.words}: {_shown(value, field.kind)}.",))


def _compares(value: FieldValue, test: FieldTest) -> bool:
    if test.comparison is Comparison.ABSENT:
        return value is None or value == ""
    if test.comparison is Comparison.PRESENT:
        return value is not None and value != ""
    if value is None:
        return False
    if test.comparison is Comparison.IS:
        asked = value.casefold() if isinstance(value, str) else value
        return asked in test.values
    return _orders(float(value), test)


def _orders(number: float, test: FieldTest) -> bool:
    bound = float(test.values[0])
    if test.comparison is Comparison.AT_LEAST:
        return number >= bound
    if test.comparison is Comparison.AT_MOST:
        return number <= bound
    return number > bound if test.comparison is Comparison.MORE else number < bound


def _shown(value: FieldValue, kind: FieldKind) -> str:
    if value is None or value == "":
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if kind is FieldKind.CHOICE:
        return str(value).replace("-", " ").replace("_", " ")
    return f"{value:g}" if isinstance(value, float) else str(value)


def _asked(test: FieldTest, over: Over) -> str:
    field = FIELDS[over][test.field]
    if test.comparison is Comparison.HAS:
        return f"{field.words}: has {' or '.join(described(test.wording))}."
    if test.comparison in (Comparison.PRESENT, Comparison.ABSENT):
        return f"{field.words}: {test.comparison}."
    values = " or ".join(_shown(value, field.kind) for value in test.values)
    bound = "" if test.comparison is Comparison.IS else f"{test.comparison} "
    return f"{field.words}: {bound}{values}."
