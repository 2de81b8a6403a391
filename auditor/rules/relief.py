"""What an article does well speaks for itself: signals that clear findings or lower their severity.

A signal bears on a finding about the same source; where one of the two is about no source, on a finding in the same
sentence; a signal about the whole article bears on everything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from auditor.rules.context import Context
from auditor.rules.hit import LOWERED, Hit, step_words
from auditor.rules.model import Scope


def relieved(findings: Sequence[Hit], signals: Sequence[Hit], context: Context) -> Iterator[Hit]:
    """Give the findings that no signal clears, with the severity lowered where a signal does so."""
    speaking = [signal for signal in signals if signal.rule.clears or signal.rule.lowers]
    for finding in findings:
        code = finding.rule.code
        bearing = [signal for signal in speaking if code in (*signal.rule.clears, *signal.rule.lowers)]
        bearing = [signal for signal in bearing if _bears_on(signal, finding, context)]
        if not any(code in signal.rule.clears for signal in bearing):
            yield _lowered(finding, bearing[0]) if bearing else finding


def _lowered(finding: Hit, signal: Hit) -> Hit:
    """Lower the severity, unless something has lowered it already: at most one step each way."""
    if any(step.startswith(LOWERED) for step in finding.reason.severity_steps):
        return finding
    severity = finding.severity.shifted(-1)
    if severity is finding.severity:
        return finding
    steps = (*finding.reason.severity_steps, step_words(LOWERED, signal.message))
    return replace(finding, severity=severity, reason=replace(finding.reason, severity_steps=steps))


def _bears_on(signal: Hit, finding: Hit, context: Context) -> bool:
    if signal.rule.scope is Scope.ARTICLE:
        return True
    if signal.source_id and finding.source_id:
        return signal.source_id == finding.source_id
    return not _sentences(signal, context).isdisjoint(_sentences(finding, context))


def _sentences(hit: Hit, context: Context) -> set[int]:
    spans = ((hit.span,) if hit.span else ()) + hit.places
    return {
        index
        for span in spans
        for index in range(context.sentence_at(span.start), context.sentence_at(span.end - 1) + 1)
    }
