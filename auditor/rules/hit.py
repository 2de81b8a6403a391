"""One rule that held for one annotation: what the engine joins and orders before it becomes a finding or a signal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from auditor.findings import Evidence, Reason, Severity
from auditor.language.annotations import Certainty
from auditor.rules.context import Context, Subject
from auditor.rules.evaluation import Outcome, all_hold, evaluate, first_that_holds
from auditor.rules.model import NoneOf, Over, Rule, Scope
from auditor.rules.phrases import Phrases
from auditor.rules.subjects import certainty_of, matched_parts, notes_of, subjects, words_for
from auditor.text import Span

_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")

RAISED, LOWERED = "raised", "lowered"


@dataclass(frozen=True, slots=True)
class Hit:
    """One rule that held for one annotation.

    Attributes:
        source_id: the source that it is about or rests on, or null.
        name: what tells it from another of the same rule without place.
        also: codes of less specific rules on the same words.
    """

    rule: Rule
    span: Span | None
    places: tuple[Span, ...]
    severity: Severity
    message: str
    reason: Reason
    certainty: Certainty
    annotation_id: str | None
    source_id: str | None
    name: str
    also: tuple[str, ...] = ()


def hits_of(rules: Iterable[Rule], context: Context, phrases: Phrases) -> Iterator[Hit]:
    """Give what each rule says about each annotation of its kind."""
    for rule in rules:
        looked_at = phrases[rule.code] if rule.over is Over.PHRASES else subjects(rule.over, context)
        for subject in looked_at:
            outcome = _holds(rule, subject, context)
            if outcome.holds:
                yield _hit(rule, subject, context, outcome)


def step_words(word: str, cause: str) -> str:
    """Say that the severity was moved, and why."""
    return f"{word} by one step: {cause[:1].lower()}{cause[1:].rstrip('.')}"


def unique(parts: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Give each part once, in order."""
    return tuple(dict.fromkeys(parts))


def _holds(rule: Rule, subject: Subject, context: Context) -> Outcome:
    asked = all_hold(rule.when, rule.over, subject, context)
    if not asked.holds or not rule.unless:
        return asked
    excluded = evaluate(NoneOf(rule.unless), rule.over, subject, context)
    return Outcome(excluded.holds, asked.words + excluded.words, asked.evidence)


def _hit(rule: Rule, subject: Subject, context: Context, outcome: Outcome) -> Hit:
    matched = unique((*matched_parts(subject, context), *outcome.evidence))
    # The part that the rule marks may be missing, such as the source of "…," said twice: then the first part is marked.
    places = tuple(part.span for part in matched if part.role == rule.mark) or tuple(part.span for part in matched[:1])
    words = words_for(subject, context)
    severity, steps = _severity(rule, subject, context)
    whole = rule.scope is Scope.ARTICLE
    source = context.source_of(subject)
    return Hit(
        rule=rule,
        span=None if whole or not places else places[0],
        places=places if whole else places[1:],
        severity=severity,
        message=_PLACEHOLDER.sub(lambda match: words[match.group(1)], rule.message),
        reason=Reason(
            matched=matched,
            conditions=outcome.words,
            notes=notes_of(subject, context),
            severity_default=rule.severity,
            severity_steps=steps,
            why=rule.why,
            clear=rule.clear,
            ask=rule.ask,
        ),
        certainty=certainty_of(subject),
        annotation_id=getattr(subject, "id", None) if subject is not context.article else None,
        source_id=source.id if source else None,
        name=words["name"],
    )


def _severity(rule: Rule, subject: Subject, context: Context) -> tuple[Severity, tuple[str, ...]]:
    """Give the severity, raised and lowered by at most one step each way, and what moved it in words."""
    severity, steps = rule.severity, []
    for step, word, tests in ((1, RAISED, rule.raised_by), (-1, LOWERED, rule.lowered_by)):
        cause = first_that_holds(tests, rule.over, subject, context)
        if cause.holds:
            moved = severity.shifted(step)
            if moved is not severity:
                steps.append(step_words(word, cause.words[0]))
            severity = moved
    return severity, tuple(steps)
