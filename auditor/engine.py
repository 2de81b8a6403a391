"""Rules over an annotated article: findings and signals, in the order of the text.

No input or output, no clock, no randomness: the same article and rules give the same findings. Annotations are indexed
once; each rule then looks at each annotation of its kind once.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from auditor.claims.claim import Claim
from auditor.findings import Evidence, Finding, Reason, Severity, Signal
from auditor.fingerprint import fingerprints
from auditor.language.annotations import Certainty
from auditor.rules.context import Context, Subject, context_of
from auditor.rules.evaluation import Outcome, evaluate, first_that_holds
from auditor.rules.model import AllOf, NoneOf, Rule, RuleKind, Scope
from auditor.rules.subjects import (
    certainty_of,
    matched_parts,
    notes_of,
    subjects,
    words_for,
)
from auditor.text import Span

if TYPE_CHECKING:
    from auditor.language.pipeline import AnnotatedArticle

_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Results:
    """What the rules say about one article."""

    findings: tuple[Finding, ...]
    signals: tuple[Signal, ...]


@dataclass(frozen=True, slots=True)
class _Hit:
    """One rule that held for one annotation, before findings on the same words are joined."""

    rule: Rule
    span: Span | None
    places: tuple[Span, ...]
    severity: Severity
    message: str
    reason: Reason
    certainty: Certainty
    annotation_id: str | None
    name: str
    also: tuple[str, ...] = ()


def apply_rules(rules: Iterable[Rule], annotated: AnnotatedArticle, claims: tuple[Claim, ...] = ()) -> Results:
    """Apply rules to an annotated article and its key claims."""
    context = context_of(annotated.article, annotated.annotations, claims, doc=annotated.doc)
    hits = sorted(_merged(_hits(rules, context)), key=_order)
    shown = _most_specific([hit for hit in hits if hit.rule.kind is RuleKind.FINDING])
    marks = fingerprints(annotated.article, ((hit.rule.code, hit.span, hit.name) for hit in shown))
    return Results(
        findings=tuple(_finding(hit, mark) for hit, mark in zip(shown, marks, strict=True)),
        signals=tuple(_signal(hit) for hit in hits if hit.rule.kind is RuleKind.SIGNAL),
    )


def _hits(rules: Iterable[Rule], context: Context) -> Iterator[_Hit]:
    for rule in rules:
        for subject in subjects(rule.over, context):
            outcome = _holds(rule, subject, context)
            if outcome.holds:
                yield _hit(rule, subject, context, outcome)


def _holds(rule: Rule, subject: Subject, context: Context) -> Outcome:
    asked = evaluate(AllOf(rule.when), rule.over, subject, context)
    if not asked.holds or not rule.unless:
        return asked
    excluded = evaluate(NoneOf(rule.unless), rule.over, subject, context)
    return Outcome(excluded.holds, asked.words + excluded.words, asked.evidence)


def _hit(rule: Rule, subject: Subject, context: Context, outcome: Outcome) -> _Hit:
    matched = _unique((*matched_parts(subject, context), *outcome.evidence))
    # The part that the rule marks may be missing, such as the source of "…," said twice: then the first part is marked.
    places = tuple(part.span for part in matched if part.role == rule.mark) or tuple(part.span for part in matched[:1])
    words = words_for(subject, context)
    severity, steps = _severity(rule, subject, context)
    whole = rule.scope is Scope.ARTICLE
    return _Hit(
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
        name=words["name"],
    )


def _severity(rule: Rule, subject: Subject, context: Context) -> tuple[Severity, tuple[str, ...]]:
    """Give the severity, raised and lowered by at most one step each way, and what moved it in words."""
    severity, steps = rule.severity, []
    for step, word, tests in ((1, "raised", rule.raised_by), (-1, "lowered", rule.lowered_by)):
        cause = first_that_holds(tests, rule.over, subject, context)
        if cause.holds:
            moved = severity.shifted(step)
            if moved is not severity:
                steps.append(f"{word} by one step: {_inside_a_sentence(cause.words[0])}")
            severity = moved
    return severity, tuple(steps)


def _inside_a_sentence(words: str) -> str:
    return words[:1].lower() + words[1:].rstrip(".")


def _merged(hits: Iterable[_Hit]) -> Iterator[_Hit]:
    """Join what one rule says about the very same words, such as two statements after one "the official"."""
    groups: defaultdict[tuple[object, ...], list[_Hit]] = defaultdict(list)
    for hit in hits:
        key = (hit.rule.code, hit.span) if hit.span else (hit.rule.code, hit.annotation_id, hit.message)
        groups[key].append(hit)
    for group in groups.values():
        yield _joined(group)


def _joined(group: Sequence[_Hit]) -> _Hit:
    first = group[0]
    if len(group) == 1:
        return first
    gravest = max(group, key=_rank)
    reason = replace(
        gravest.reason,
        matched=_unique(part for hit in group for part in hit.reason.matched),
        conditions=tuple(dict.fromkeys(words for hit in group for words in hit.reason.conditions)),
        notes=tuple(dict.fromkeys(note for hit in group for note in hit.reason.notes)),
    )
    places = tuple(dict.fromkeys(place for hit in group for place in hit.places))
    return replace(first, severity=gravest.severity, reason=reason, places=places)


def _most_specific(hits: Sequence[_Hit]) -> list[_Hit]:
    """Keep, on the very same words, the rules that no more specific one speaks for; name the others with it."""
    on_span: defaultdict[Span, list[_Hit]] = defaultdict(list)
    for hit in hits:
        if hit.span:
            on_span[hit.span].append(hit)
    kept = []
    for hit in hits:
        peers = on_span[hit.span] if hit.span else [hit]
        if not any(hit.rule.code in peer.rule.more_specific_than for peer in peers):
            below = [peer for peer in peers if peer.rule.code in hit.rule.more_specific_than]
            kept.append(_with_others(hit, below) if below else hit)
    return kept


def _with_others(hit: _Hit, others: Sequence[_Hit]) -> _Hit:
    """Name the rules that are not shown on their own, and keep what they would have said."""
    said = tuple(f"{other.rule.title}: {other.message}" for other in others)
    reason = replace(hit.reason, notes=hit.reason.notes + said)
    return replace(hit, also=tuple(sorted({other.rule.code for other in others})), reason=reason)


def _finding(hit: _Hit, fingerprint: str) -> Finding:
    return Finding(
        fingerprint=fingerprint,
        rule=hit.rule.code,
        title=hit.rule.title,
        severity=hit.severity,
        span=hit.span,
        message=hit.message,
        reason=hit.reason,
        policies=hit.rule.policies,
        certainty=hit.certainty,
        annotation_id=hit.annotation_id,
        places=hit.places,
        also=hit.also,
    )


def _signal(hit: _Hit) -> Signal:
    return Signal(
        rule=hit.rule.code,
        title=hit.rule.title,
        span=hit.span,
        message=hit.message,
        annotation_id=hit.annotation_id,
        policies=hit.rule.policies,
    )


def _order(hit: _Hit) -> tuple[int, int, str, str]:
    """Order by place, what is about the whole article first, then by rule."""
    start, end = (hit.span.start, hit.span.end) if hit.span else (-1, -1)
    return start, end, hit.rule.code, hit.name


def _rank(hit: _Hit) -> int:
    return hit.severity.rank


def _unique(parts: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(parts))
