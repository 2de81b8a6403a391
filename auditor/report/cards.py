"""Builds what the report says about findings and signals: the cards, what they can be filtered by, what is done well.

Findings are numbered from the most serious, those that wait for nobody after the others. The number is for the eye;
links use the anchor, made from the fingerprint.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from auditor.findings import Decision, Evidence, Finding, Signal
from auditor.language.annotations import Certainty
from auditor.report.entries import Fact, SourceLink
from auditor.report.finding_entries import (
    Choice,
    DecisionRow,
    Filters,
    FindingCard,
    FindingLink,
    SignalPlace,
    SignalRow,
)
from auditor.report.lookup import Lookup, certainty_words
from auditor.report.wording import DECISIONS, SEVERITIES, family_name, family_of


def finding_cards(lookup: Lookup) -> tuple[FindingCard, ...]:
    """Make the cards: open findings first, then the most serious, of these the surest, then in text order."""
    ordered = sorted(lookup.document.findings, key=_urgency)
    return tuple(_card(lookup, number, finding) for number, finding in enumerate(ordered, start=1))


def finding_link(card: FindingCard) -> FindingLink:
    """Make the link to a card."""
    name = f"Finding {card.number}, {card.severity_name}: {card.title}"
    return FindingLink(card.number, f"#{card.anchor}", card.severity, name)


def filters(cards: tuple[FindingCard, ...]) -> Filters:
    """Count what findings can be filtered by."""
    severities = Counter(card.severity for card in cards)
    families = Counter(card.family for card in cards)
    sources = Counter(card.source for card in cards if card.source)
    return Filters(
        severities=tuple(
            Choice(severity.value, SEVERITIES[severity][0], severities[severity.value])
            for severity in SEVERITIES
            if severities[severity.value]
        ),
        families=tuple(Choice(key, family_name(key), count) for key, count in sorted(families.items())),
        sources=tuple(Choice(link.label, f"{link.label} {link.name}", count) for link, count in sources.items()),
    )


def signal_rows(lookup: Lookup) -> tuple[SignalRow, ...]:
    """Make the list of what the article does well: one entry a rule, with every place."""
    by_rule: defaultdict[str, list[Signal]] = defaultdict(list)
    for signal in lookup.document.signals:
        by_rule[signal.rule].append(signal)
    return tuple(_signal_row(lookup, signals) for signals in by_rule.values())


def anchor_of(finding: Finding) -> str:
    """Give the id of a finding's card."""
    return f"f-{finding.fingerprint}"


def _signal_row(lookup: Lookup, signals: list[Signal]) -> SignalRow:
    first = signals[0]
    same = len({signal.message for signal in signals}) == 1
    return SignalRow(
        rule=first.rule,
        title=first.title,
        message=first.message if same else "",
        places=tuple(
            SignalPlace(lookup.place(signal.span) if signal.span else None, "" if same else signal.message)
            for signal in signals
        ),
        policies=tuple(dict.fromkeys(line for signal in signals for line in signal.policies)),
    )


def _urgency(finding: Finding) -> tuple[bool, int, int, int, str]:
    """Order open ones first, then by severity, then by how sure the reading is, then by place."""
    start = finding.span.start if finding.span else -1
    return (
        not finding.open,
        -finding.severity.rank,
        list(Certainty).index(finding.certainty),
        start,
        finding.fingerprint,
    )


def _card(lookup: Lookup, number: int, finding: Finding) -> FindingCard:
    reason = finding.reason
    return FindingCard(
        number=number,
        anchor=anchor_of(finding),
        rule=finding.rule,
        title=finding.title,
        severity=finding.severity.value,
        severity_name=SEVERITIES[finding.severity][0],
        family=family_of(finding.rule),
        source=_source_of(lookup, finding),
        place=lookup.place(finding.span) if finding.span else None,
        places=tuple(lookup.place(place) for place in finding.places if place != finding.span),
        message=finding.message,
        matched=tuple(_matched(reason.matched, finding)),
        conditions=reason.conditions,
        notes=reason.notes,
        steps=reason.severity_steps,
        default_severity=SEVERITIES[reason.severity_default][0],
        why=reason.why,
        clear=reason.clear,
        ask=reason.ask,
        policies=finding.policies,
        also=finding.also,
        certainty=certainty_words(finding.certainty),
        firm=finding.certainty is Certainty.FIRM,
        open=finding.open,
        decision=_decision(finding.decision) if finding.decision else None,
    )


def _decision(decision: Decision) -> DecisionRow:
    return DecisionRow(
        state=DECISIONS[decision.state],
        by=decision.by,
        reason=decision.reason,
        date=decision.date,
        until=decision.until or "",
    )


def _matched(matched: Iterable[Evidence], finding: Finding) -> Iterable[Fact]:
    """Give the matched parts, without the flagged words themselves, which the card shows already."""
    for evidence in matched:
        if evidence.span != finding.span:
            yield Fact(evidence.role, evidence.span.text)


def _source_of(lookup: Lookup, finding: Finding) -> SourceLink | None:
    key = finding.annotation_id or ""
    if key in lookup.links:
        return lookup.links[key]
    return lookup.link_of(lookup.carried.get(key, key))
