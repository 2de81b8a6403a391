"""What a policy may count in an article: names that a policy file can use, with what they count in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from auditor.claims.claim import Claim, ClaimKind
from auditor.findings import Finding, Signal
from auditor.language.annotations import Annotations, Channel, FigureStatus, Identity, QuotationKind, RelayKind
from auditor.text import Article

_NAMED = frozenset(
    {
        Identity.NAMED_PERSON,
        Identity.NAMED_INSTITUTION,
        Identity.NAMED_DOCUMENT,
        Identity.POLL_NAMED,
    }
)
_UNNAMED = frozenset({Identity.UNNAMED_INDIVIDUAL, Identity.UNNAMED_GROUP})
_ELSEWHERE = frozenset({RelayKind.OUTLET_REPORT, RelayKind.OUTLET_INTERVIEW})


@dataclass(frozen=True, slots=True)
class Facts:
    """One audited article as policies see it; the findings carry what editors decided about them."""

    article: Article
    annotations: Annotations
    findings: tuple[Finding, ...] = ()
    signals: tuple[Signal, ...] = ()
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """A countable thing: what it is in words, and how it is counted."""

    words: str
    of: Callable[[Facts], int]


def _sources(identities: Iterable[Identity]) -> Callable[[Facts], int]:
    wanted = frozenset(identities)

    def count(facts: Facts) -> int:
        return sum(source.identity in wanted and source.attributions > 0 for source in facts.annotations.sources)

    return count


def _attributions(facts: Facts) -> int:
    return sum(attribution.sourcing for attribution in facts.annotations.attributions)


def _relays(kinds: Iterable[RelayKind]) -> Callable[[Facts], int]:
    wanted = frozenset(kinds)

    def count(facts: Facts) -> int:
        return sum(relay.kind in wanted for relay in facts.annotations.relays)

    return count


def _figures(facts: Facts) -> int:
    return sum(figure.status is not FigureStatus.PLAIN for figure in facts.annotations.figures)


def _quotations(facts: Facts) -> int:
    spoken = (each for each in facts.annotations.quotations if each.kind is QuotationKind.SPEECH and not each.nested)
    return sum(1 for _ in spoken)


def _unnamed_quotations(facts: Facts) -> int:
    unnamed = {source.id for source in facts.annotations.sources if source.identity in _UNNAMED}
    carried = {each.id for each in facts.annotations.attributions if each.source_id in unnamed}
    return sum(quotation.attribution_id in carried for quotation in facts.annotations.quotations)


def _polls(facts: Facts) -> int:
    return sum(each.channel is Channel.POLL for each in facts.annotations.attributions)


def _claims(facts: Facts) -> int:
    return len(facts.claims)


def _allegations(facts: Facts) -> int:
    return sum(claim.kind is ClaimKind.ALLEGATION for claim in facts.claims)


def _bylines(facts: Facts) -> int:
    return bool(facts.article.metadata.byline)


COUNTS: Mapping[str, Count] = {
    "attributions": Count("attributed statements", _attributions),
    "sources": Count("sources", _sources(Identity)),
    "named_sources": Count("named people, institutions, documents and polls", _sources(_NAMED)),
    "named_people": Count("named people", _sources({Identity.NAMED_PERSON})),
    "unnamed_sources": Count("unnamed individuals and groups", _sources(_UNNAMED)),
    "spokespeople": Count("spokespeople without a name", _sources({Identity.UNNAMED_SPOKESPERSON})),
    "collectives": Count("open-ended groups such as critics", _sources({Identity.UNNAMED_COLLECTIVE})),
    "documents": Count(
        "documents and recordings, identified or not", _sources({Identity.NAMED_DOCUMENT, Identity.DOCUMENT_UNNAMED})
    ),
    "unnamed_documents": Count("documents that are not identified", _sources({Identity.DOCUMENT_UNNAMED})),
    "figures": Count("figures that state something", _figures),
    "polls": Count("statements that rest on a poll", _polls),
    "relays": Count("places where words came through another outlet", _relays(_ELSEWHERE)),
    "posts": Count("places where words came from social media", _relays({RelayKind.SOCIAL})),
    "quotations": Count("quotations of speech", _quotations),
    "unnamed_quotations": Count("quotations of unnamed individuals and groups", _unnamed_quotations),
    "key_claims": Count("key claims", _claims),
    "allegations": Count("allegations against somebody", _allegations),
    "bylines": Count("by-lines", _bylines),
}
