"""How an article stands to each requirement of a policy, from its findings, signals and counts.

Findings are about the text, so a finding that an editor accepted still shows that a requirement is not met; only a
false alarm does not. Where a rule that a requirement rests on was left out, silence proves nothing: the requirement is
then not said to be met.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from auditor.findings import DecisionState, Finding
from auditor.policies.counts import COUNTS, Facts
from auditor.policies.model import Line, Need, Policy
from auditor.policies.outcome import Outcome, PolicyView, Requirement
from auditor.rules.model import Comparison
from auditor.text import Span


def policy_view(policy: Policy, facts: Facts, in_force: Collection[str]) -> PolicyView:
    """Group an article's findings and signals by the requirements of a policy.

    Args:
        policy: the policy.
        facts: the audited article.
        in_force: codes of the rules that were applied.
    """
    return PolicyView(
        key=policy.key,
        name=policy.name,
        publisher=policy.publisher,
        url=policy.url,
        unverified=policy.unverified,
        requirements=tuple(_requirement(line, facts, in_force) for line in policy.lines),
    )


def not_checked(policies: Iterable[Policy], in_force: Collection[str]) -> tuple[str, ...]:
    """Say which requirements cannot be judged because rules they rest on were left out, a sentence each."""
    found = []
    for line in (line for policy in policies for line in policy.lines):
        missing = _missing(line, in_force)
        if missing:
            verb = "was" if len(missing) == 1 else "were"
            found.append(f"{line.code} was not checked fully: {' and '.join(missing)} {verb} not applied.")
    return tuple(found)


def _requirement(line: Line, facts: Facts, in_force: Collection[str]) -> Requirement:
    if not line.visible:
        return Requirement(line.code, line.text, Outcome.NOT_VISIBLE)
    if line.applies_to and not any(COUNTS[name].of(facts) for name in line.applies_to):
        return Requirement(line.code, line.text, Outcome.NOT_APPLICABLE)
    against = _speaking(facts.findings, line.not_met_by)
    if against or not all(_holds(need, facts) for need in line.needs):
        return _with(line, Outcome.NOT_MET, against)
    shown = [signal.span for signal in facts.signals if signal.rule in line.met_by and signal.span]
    met = any(signal.rule in line.met_by for signal in facts.signals)
    asking = _speaking(facts.findings, line.asks)
    if asking:
        return _with(line, Outcome.NOT_VISIBLE, asking)
    if met:
        return Requirement(line.code, line.text, Outcome.MET, places=tuple(dict.fromkeys(shown)))
    silent = line.otherwise is Outcome.MET and _missing(line, in_force)
    return Requirement(line.code, line.text, Outcome.NOT_VISIBLE if silent else line.otherwise)


def _with(line: Line, outcome: Outcome, findings: Sequence[Finding]) -> Requirement:
    places = dict.fromkeys(place for finding in findings for place in _places(finding))
    fingerprints = tuple(finding.fingerprint for finding in findings)
    return Requirement(line.code, line.text, outcome, places=tuple(places), fingerprints=fingerprints)


def _places(finding: Finding) -> tuple[Span, ...]:
    return (finding.span, *finding.places) if finding.span else finding.places


def _speaking(findings: Iterable[Finding], codes: Sequence[str]) -> list[Finding]:
    """Give the findings of these rules, those shown with a more specific rule included, without false alarms."""
    wanted = set(codes)
    return [
        finding
        for finding in findings
        if wanted & {finding.rule, *finding.also}
        and not (finding.decision and finding.decision.state is DecisionState.FALSE_ALARM)
    ]


def _holds(need: Need, facts: Facts) -> bool:
    number = COUNTS[need.count].of(facts)
    return {
        Comparison.AT_LEAST: number >= need.number,
        Comparison.AT_MOST: number <= need.number,
        Comparison.MORE: number > need.number,
        Comparison.LESS: number < need.number,
    }.get(need.comparison, number == need.number)


def _missing(line: Line, in_force: Collection[str]) -> list[str]:
    """Give the rules whose silence would count as meeting the requirement and that were not applied."""
    return [code for code in (*line.not_met_by, *line.asks) if code not in in_force]
