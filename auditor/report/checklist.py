"""Builds the verification checklist: questions made from the open findings, by whom to ask and what about.

One question about one source is asked once, however many findings raise it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from auditor.findings import Finding
from auditor.language.annotations import Identity
from auditor.report.cards import anchor_of, finding_link
from auditor.report.finding_entries import FindingCard, Task, TaskGroup, Topic
from auditor.report.lookup import Lookup

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


def checklist(lookup: Lookup, cards: Iterable[FindingCard]) -> tuple[TaskGroup, ...]:
    """Make the questions from the open findings among the cards."""
    findings = {anchor_of(finding): finding for finding in lookup.document.findings}
    grouped: defaultdict[str, defaultdict[str, list[FindingCard]]] = defaultdict(lambda: defaultdict(list))
    for card in cards:
        if card.ask and card.open:
            grouped[_whom(lookup, findings[card.anchor])][_subject(card)].append(card)
    return tuple(_group(whom, grouped[whom]) for whom in _GROUPS if whom in grouped)


def _group(whom: str, by_subject: dict[str, list[FindingCard]]) -> TaskGroup:
    topics = tuple(_topic(cards) for cards in by_subject.values())
    return TaskGroup(whom, sum(len(topic.tasks) for topic in topics), topics)


def _topic(cards: list[FindingCard]) -> Topic:
    by_question: defaultdict[str, list[FindingCard]] = defaultdict(list)
    for card in cards:
        by_question[card.ask].append(card)
    tasks = tuple(
        Task(question, tuple(finding_link(card) for card in raised), raised[0].clear)
        for question, raised in by_question.items()
    )
    first = cards[0]
    if first.source:
        return Topic(first.source.name, "", first.source, tasks)
    return Topic(_words(first), first.place.where if first.place else "", None, tasks)


def _subject(card: FindingCard) -> str:
    """Give the key of what the question is about: a source, some words, or the article."""
    return card.source.href if card.source else _words(card)


def _words(card: FindingCard) -> str:
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
