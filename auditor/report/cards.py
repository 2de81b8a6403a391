"""Builds what the report says about findings: cards, filters, signals, the checklist and the policy lines.

Findings are numbered from the most serious. The number is for the eye; links use the anchor, made from the fingerprint.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from auditor.findings import Evidence, Finding
from auditor.language.annotations import Certainty, Identity
from auditor.report.context import Choice, Filters, PolicyRow
from auditor.report.entries import Fact, SourceLink
from auditor.report.finding_entries import FindingCard, FindingLink, SignalRow, Task, TaskGroup
from auditor.report.lookup import Lookup, certainty_words
from auditor.report.wording import SEVERITIES, family_name, family_of

_REPORTER = "The reporter"
_SOURCE = "The source"
_OUTLET = "The other outlet or platform"
_DOCUMENTS = "Documents and records"
_GROUPS = (_REPORTER, _SOURCE, _OUTLET, _DOCUMENTS)

# The checklist reminds of the words; the card has them whole.
_ABOUT = 120

_ASK_OUTLET = frozenset({Identity.OUTLET, Identity.SOCIAL_ACCOUNT})
_ASK_DOCUMENTS = frozenset({Identity.NAMED_DOCUMENT, Identity.DOCUMENT_UNNAMED, Identity.POLL_NAMED})
_ASK_SOURCE = frozenset({Identity.NAMED_PERSON, Identity.NAMED_INSTITUTION})


def finding_cards(lookup: Lookup) -> tuple[FindingCard, ...]:
    """Make the cards, the most serious first, of these the surest, then in text order."""
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
    """Make the list of what the article does well."""
    return tuple(
        SignalRow(
            rule=signal.rule,
            title=signal.title,
            message=signal.message,
            place=lookup.place(signal.span) if signal.span else None,
            policies=signal.policies,
        )
        for signal in lookup.document.signals
    )


def policy_rows(cards: tuple[FindingCard, ...]) -> tuple[PolicyRow, ...]:
    """Group findings by the policy lines that they touch."""
    by_policy: defaultdict[str, list[FindingLink]] = defaultdict(list)
    for card in cards:
        for policy in card.policies:
            by_policy[policy].append(finding_link(card))
    return tuple(PolicyRow(name, tuple(links)) for name, links in sorted(by_policy.items()))


def checklist(lookup: Lookup, cards: tuple[FindingCard, ...]) -> tuple[TaskGroup, ...]:
    """Make the questions from the findings, grouped by whom to ask; one question about one source is asked once."""
    findings = {_anchor(finding): finding for finding in lookup.document.findings}
    grouped: defaultdict[tuple[str, str, str], list[FindingCard]] = defaultdict(list)
    for card in cards:
        if card.ask:
            grouped[_whom(lookup, findings[card.anchor]), card.ask, _about(card)].append(card)
    tasks: defaultdict[str, list[Task]] = defaultdict(list)
    for (whom, question, about), raised in grouped.items():
        links = tuple(finding_link(card) for card in raised)
        tasks[whom].append(Task(question, about, links, raised[0].clear))
    return tuple(TaskGroup(whom, tuple(tasks[whom])) for whom in _GROUPS if tasks[whom])


def _urgency(finding: Finding) -> tuple[int, int, int, str]:
    """Order by severity, then by how sure the reading is, then by place."""
    start = finding.span.start if finding.span else -1
    return (-finding.severity.rank, list(Certainty).index(finding.certainty), start, finding.fingerprint)


def _card(lookup: Lookup, number: int, finding: Finding) -> FindingCard:
    reason = finding.reason
    return FindingCard(
        number=number,
        anchor=_anchor(finding),
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
    )


def _anchor(finding: Finding) -> str:
    return f"f-{finding.fingerprint}"


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


def _about(card: FindingCard) -> str:
    if card.source:
        return card.source.name
    words = card.place.text.strip('“”"‘’') if card.place else ""
    return words if len(words) <= _ABOUT else f"{words[:_ABOUT].rsplit(' ', 1)[0]} …"


def _whom(lookup: Lookup, finding: Finding) -> str:
    """Say whom to ask: who can know, by the kind of annotation that the finding is about."""
    key = finding.annotation_id or ""
    kind = lookup.kinds.get(key, "")
    if kind in ("relay", "figure", "name"):
        return _OUTLET if kind == "relay" else _DOCUMENTS
    attribution = lookup.attributions.get(key)
    source = lookup.sources.get((attribution.source_id if attribution else key) or "")
    identity = source.identity if source else Identity.NONE
    if identity in _ASK_OUTLET:
        return _OUTLET
    if identity in _ASK_DOCUMENTS:
        return _DOCUMENTS
    # Only the reporter knows who an unnamed person is.
    return _SOURCE if identity in _ASK_SOURCE else _REPORTER
