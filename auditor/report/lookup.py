"""Finds things of one audit document by id or offset: sources, attributions, paragraphs.

Built once a report; every builder of entries asks it. It decides nothing about the article.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from auditor.document import AuditDocument
from auditor.language.annotations import Attribution, Certainty, Identity, RelayKind, Source
from auditor.language.set_aside import set_aside
from auditor.report.entries import Place, SourceLink
from auditor.report.wording import CERTAINTIES, STANDING_OF
from auditor.text import Span, ZoneKind

_ZONE_NAMES = {
    ZoneKind.HEADLINE: "headline",
    ZoneKind.STANDFIRST: "standfirst",
    ZoneKind.CAPTION: "caption",
    ZoneKind.CORRECTION: "correction",
}


@dataclass(frozen=True, slots=True)
class Lookup:
    """One document, indexed.

    Attributes:
        document: the audit document.
        sources: by id.
        links: link to each source's entry, by id of the source.
        attributions: by id.
        relayed: ids of the attributions that another outlet or a platform carried.
        carried: the attribution that a figure, relay or quotation belongs to (or null), by id of the annotation.
        kinds: what an id names: source, attribution, figure, relay, quotation, name or claim.
        set_aside: ids of the annotations whose reading is less sure than the audit was asked to count.
        starts: first offset of each paragraph.
        wheres: each paragraph in words.
    """

    document: AuditDocument
    sources: dict[str, Source]
    links: dict[str, SourceLink]
    attributions: dict[str, Attribution]
    relayed: frozenset[str]
    carried: dict[str, str | None]
    kinds: dict[str, str]
    set_aside: frozenset[str]
    starts: tuple[int, ...]
    wheres: tuple[str, ...]

    def where(self, offset: int) -> str:
        """Say in which paragraph an offset lies; empty when the document has no paragraphs."""
        position = bisect_right(self.starts, offset) - 1
        return self.wheres[max(0, position)] if self.wheres else ""

    def place(self, span: Span) -> Place:
        """Make the place of a span; it leads nowhere when the text was left out."""
        inside = self.document.text is not None and 0 <= span.start < len(self.document.text)
        return Place(span.text, self.where(span.start), f"#t{span.start}" if inside else "")

    def link_of(self, attribution_id: str | None) -> SourceLink | None:
        """Give the source that an attribution rests on."""
        attribution = self.attributions.get(attribution_id or "")
        return self.links.get(attribution.source_id or "") if attribution else None

    def counts(self, attribution: Attribution) -> bool:
        """Tell whether an attribution is counted: it is used as sourcing and its reading is sure enough."""
        return attribution.sourcing and attribution.id not in self.set_aside

    def rests_on(self, attribution: Attribution) -> str:
        """Say what kind of source an attribution has, whoever carried it: a key of `wording.STANDINGS`."""
        source = self.sources.get(attribution.source_id or "")
        return STANDING_OF[source.identity if source else Identity.NONE]

    def standing(self, attribution: Attribution) -> str:
        """Say what the content of an attribution rests on: a key of `wording.STANDINGS`."""
        standing = self.rests_on(attribution)
        # An unnamed source stays unnamed when an outlet carried it: that is what the reader must know first.
        if standing == "unnamed" or attribution.id not in self.relayed:
            return standing
        return "relayed"


def make_lookup(document: AuditDocument) -> Lookup:
    """Index a document."""
    return Lookup(
        document=document,
        sources={source.id: source for source in document.sources},
        links={
            source.id: SourceLink(source.label, f"S{index}", f"#source-{index}", STANDING_OF[source.identity])
            for index, source in enumerate(document.sources, start=1)
        },
        attributions={attribution.id: attribution for attribution in document.attributions},
        relayed=frozenset(
            relay.attribution_id
            for relay in document.relays
            if relay.attribution_id and relay.kind is not RelayKind.OWN_OUTLET
        ),
        carried=_carried(document),
        kinds=_kinds(document),
        set_aside=set_aside(document, document.settings.min_certainty),
        starts=tuple(paragraph.start for paragraph in document.paragraphs),
        wheres=_wheres(document),
    )


def certainty_words(certainty: Certainty) -> str:
    """Say how sure a reading is."""
    return CERTAINTIES[certainty]


def paragraph_numbers(document: AuditDocument) -> tuple[int, ...]:
    """Number the paragraphs from 1 as a reader counts them: a headline is not counted and has the number 0."""
    numbers = []
    number = 0
    for paragraph in document.paragraphs:
        counted = paragraph.zone is not ZoneKind.HEADLINE
        number += counted
        numbers.append(number if counted else 0)
    return tuple(numbers)


def _wheres(document: AuditDocument) -> tuple[str, ...]:
    return tuple(
        _ZONE_NAMES.get(paragraph.zone, f"paragraph {number}")
        for paragraph, number in zip(document.paragraphs, paragraph_numbers(document), strict=True)
    )


def _carried(document: AuditDocument) -> dict[str, str | None]:
    return {
        **{figure.id: figure.attribution_id for figure in document.figures},
        **{relay.id: relay.attribution_id for relay in document.relays},
        **{quotation.id: quotation.attribution_id for quotation in document.quotations},
        **{claim.id: next(iter(claim.attribution_ids), None) for claim in document.claims},
    }


def _kinds(document: AuditDocument) -> dict[str, str]:
    return {
        **{source.id: "source" for source in document.sources},
        **{attribution.id: "attribution" for attribution in document.attributions},
        **{figure.id: "figure" for figure in document.figures},
        **{relay.id: "relay" for relay in document.relays},
        **{quotation.id: "quotation" for quotation in document.quotations},
        **{name.id: "name" for name in document.names},
        **{claim.id: "claim" for claim in document.claims},
    }
