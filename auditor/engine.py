"""Rules over an annotated article: findings and signals, in the order of the text.

No input or output, no clock, no randomness: the same article and rules give the same findings. Annotations are indexed
once; each rule then looks at each annotation of its kind once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from auditor.claims.claim import Claim
from auditor.claims.text_words import Sentence
from auditor.findings import Finding, Signal
from auditor.fingerprint import fingerprints
from auditor.language.token_patterns import match_patterns
from auditor.rules.context import context_of
from auditor.rules.hit import Hit, hits_of
from auditor.rules.joining import merged, most_specific
from auditor.rules.model import Rule, RuleKind
from auditor.rules.phrases import find_phrases
from auditor.rules.relief import relieved

if TYPE_CHECKING:
    from auditor.language.pipeline import AnnotatedArticle


@dataclass(frozen=True, slots=True)
class Results:
    """What the rules say about one article."""

    findings: tuple[Finding, ...]
    signals: tuple[Signal, ...]


def apply_rules(
    rules: Iterable[Rule],
    annotated: AnnotatedArticle,
    claims: tuple[Claim, ...] = (),
    *,
    sentences: tuple[Sentence, ...] | None = None,
) -> Results:
    """Apply rules to an annotated article and its key claims; its sentences may be given where the caller has them."""
    article, chosen = annotated.article, tuple(rules)
    context = context_of(article, annotated.annotations, claims, doc=annotated.doc, sentences=sentences)
    match_tokens = partial(match_patterns, annotated.doc)
    phrases = find_phrases(chosen, article, annotated.annotations.quotations, match_tokens=match_tokens)
    hits = sorted(merged(sorted(hits_of(chosen, context, phrases), key=_order)), key=_order)
    signals = [hit for hit in hits if hit.rule.kind is RuleKind.SIGNAL]
    findings = [hit for hit in hits if hit.rule.kind is RuleKind.FINDING]
    shown = most_specific(list(relieved(findings, signals, context)))
    marks = fingerprints(article, ((hit.rule.code, hit.span, hit.name) for hit in shown))
    return Results(
        findings=tuple(_finding(hit, mark) for hit, mark in zip(shown, marks, strict=True)),
        signals=tuple(_signal(hit) for hit in signals),
    )


def _finding(hit: Hit, fingerprint: str) -> Finding:
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


def _signal(hit: Hit) -> Signal:
    return Signal(
        rule=hit.rule.code,
        title=hit.rule.title,
        span=hit.span,
        message=hit.message,
        annotation_id=hit.annotation_id,
        policies=hit.rule.policies,
    )


def _order(hit: Hit) -> tuple[int, int, str, str]:
    """Order by place, what is about the whole article first, then by rule."""
    start, end = (hit.span.start, hit.span.end) if hit.span else (-1, -1)
    return start, end, hit.rule.code, hit.name
