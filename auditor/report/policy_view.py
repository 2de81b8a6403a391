"""Builds the policy view: each chosen policy's requirements and how the article stands to them, with the places.

Without a chosen policy the report shows which policy lines the findings touch.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from auditor.policies.outcome import Outcome, PolicyView, Requirement
from auditor.report.cards import finding_link
from auditor.report.entries import Place
from auditor.report.finding_entries import FindingCard, FindingLink
from auditor.report.lookup import Lookup

# Key for the looks, and the words; the order is that of the view: what to do something about comes first.
OUTCOMES = {
    Outcome.NOT_MET: ("not-met", "Not met"),
    Outcome.NOT_VISIBLE: ("not-visible", "Cannot be seen in a text"),
    Outcome.MET: ("met", "Met"),
    Outcome.NOT_APPLICABLE: ("not-applicable", "Does not apply"),
}


@dataclass(frozen=True, slots=True)
class RequirementRow:
    """One requirement of a policy.

    Attributes:
        code: the policy's short name and the line's ("AP A3").
        text: what it asks for.
        outcome: key: met, not-met, not-applicable, not-visible.
        outcome_name: in words.
        places: the words that meet it or do not.
        findings: the findings that say that it is not met.
    """

    code: str
    text: str
    outcome: str
    outcome_name: str
    places: tuple[Place, ...]
    findings: tuple[FindingLink, ...]


@dataclass(frozen=True, slots=True)
class OutcomeCount:
    """How many requirements of a policy have one outcome.

    Attributes:
        outcome: key, as in `RequirementRow`.
        name: in words.
        count: how many.
    """

    outcome: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class PolicySection:
    """One chosen policy.

    Attributes:
        anchor: id of its part of the page.
        name: name of the policy.
        publisher: who publishes it.
        href: its web address, http or https only; empty otherwise.
        unverified: what was not checked against the publisher's own page; may be empty.
        counts: how many requirements have which outcome; only outcomes that occur.
        requirements: those not met first, then as in the policy.
    """

    anchor: str
    name: str
    publisher: str
    href: str
    unverified: str
    counts: tuple[OutcomeCount, ...]
    requirements: tuple[RequirementRow, ...]


@dataclass(frozen=True, slots=True)
class PolicyLine:
    """A policy line and the findings that touch it.

    Attributes:
        name: the line ("AP A3").
        findings: the findings.
    """

    name: str
    findings: tuple[FindingLink, ...]


def policy_sections(lookup: Lookup, cards: Iterable[FindingCard]) -> tuple[PolicySection, ...]:
    """Make the view of each chosen policy; `cards` are all cards, settled ones too."""
    links = {card.anchor: finding_link(card) for card in cards}
    return tuple(_section(lookup, view, links) for view in lookup.document.policies)


def policy_lines(cards: Iterable[FindingCard]) -> tuple[PolicyLine, ...]:
    """Group findings by the policy lines that they touch."""
    by_line: defaultdict[str, list[FindingLink]] = defaultdict(list)
    for card in cards:
        for line in card.policies:
            by_line[line].append(finding_link(card))
    return tuple(PolicyLine(name, tuple(links)) for name, links in sorted(by_line.items()))


def _section(lookup: Lookup, view: PolicyView, links: dict[str, FindingLink]) -> PolicySection:
    counts = Counter(requirement.outcome for requirement in view.requirements)
    order = list(OUTCOMES)
    ranked = sorted(view.requirements, key=lambda requirement: order.index(requirement.outcome))
    return PolicySection(
        anchor=f"policy-{view.key}",
        name=view.name,
        publisher=view.publisher,
        href=view.url if view.url.lower().startswith(("http://", "https://")) else "",
        unverified=view.unverified,
        counts=tuple(OutcomeCount(*words, counts[outcome]) for outcome, words in OUTCOMES.items() if counts[outcome]),
        requirements=tuple(_row(lookup, requirement, links) for requirement in ranked),
    )


def _row(lookup: Lookup, requirement: Requirement, links: dict[str, FindingLink]) -> RequirementRow:
    key, name = OUTCOMES[requirement.outcome]
    known = (links.get(f"f-{fingerprint}") for fingerprint in requirement.fingerprints)
    return RequirementRow(
        code=requirement.code,
        text=requirement.text,
        outcome=key,
        outcome_name=name,
        places=tuple(lookup.place(span) for span in requirement.places),
        findings=tuple(link for link in known if link),
    )
