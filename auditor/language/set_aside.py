"""Readings too uncertain to count: which ones a threshold sets aside, and the annotations that remain.

What is set aside stays in the audit document; findings, counts and policies see only what remains.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Protocol, TypeVar

from auditor.language.annotations import (
    Annotations,
    Attribution,
    Certainty,
    Figure,
    FigureStatus,
    Name,
    Quotation,
    Relay,
    Source,
)

_ORDER = tuple(Certainty)
Carried = TypeVar("Carried", Figure, Relay)


class Readings(Protocol):
    """What has readings of some certainty: the annotations of an article, or an audit document."""

    @property
    def attributions(self) -> tuple[Attribution, ...]:
        """Give who said what."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """Give the ledger of sources."""

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Give the quantities."""

    @property
    def relays(self) -> tuple[Relay, ...]:
        """Give the relays."""

    @property
    def names(self) -> tuple[Name, ...]:
        """Give the names with several spellings."""


def set_aside(readings: Readings, least: Certainty) -> frozenset[str]:
    """Give the ids of what is less certain than asked, and of what rests on it.

    An attribution rests on its source; a figure that rests on an unnamed source rests on its attribution.
    """
    if least is _ORDER[-1]:
        return frozenset()
    sources = {source.id for source in readings.sources if _is_below(source.certainty, least)}
    attributions = {
        attribution.id
        for attribution in readings.attributions
        if _is_below(attribution.certainty, least) or attribution.source_id in sources
    }
    figures = {
        figure.id
        for figure in readings.figures
        if _is_below(figure.certainty, least)
        or (figure.status is FigureStatus.UNNAMED_SOURCE and figure.attribution_id in attributions)
    }
    relays = {relay.id for relay in readings.relays if _is_below(relay.certainty, least)}
    names = {name.id for name in readings.names if _is_below(name.certainty, least)}
    return frozenset(sources | attributions | figures | relays | names)


def remaining(annotations: Annotations, least: Certainty) -> Annotations:
    """Give the annotations without what is set aside; a quotation goes with the attribution that governs it."""
    aside = set_aside(annotations, least)
    if not aside:
        return annotations
    attributions = tuple(each for each in annotations.attributions if each.id not in aside)
    quotations = tuple(each for each in annotations.quotations if each.attribution_id not in aside)
    return Annotations(
        quotations=quotations,
        attributions=attributions,
        sources=_recounted(annotations, attributions, quotations, aside),
        figures=tuple(_freed(each, aside) for each in annotations.figures if each.id not in aside),
        relays=tuple(_freed(each, aside) for each in annotations.relays if each.id not in aside),
        names=tuple(each for each in annotations.names if each.id not in aside),
    )


def _is_below(certainty: Certainty, least: Certainty) -> bool:
    return _ORDER.index(certainty) > _ORDER.index(least)


def _recounted(
    annotations: Annotations,
    attributions: tuple[Attribution, ...],
    quotations: tuple[Quotation, ...],
    aside: frozenset[str],
) -> tuple[Source, ...]:
    """Count statements and quoted words of the sources that remain."""
    statements = Counter(each.source_id for each in attributions if each.sourcing)
    owner = {each.id: each.source_id for each in annotations.attributions}
    lost: Counter[str | None] = Counter()
    kept = {quotation.id for quotation in quotations}
    for quotation in annotations.quotations:
        if quotation.id not in kept and not quotation.nested:
            lost[owner.get(quotation.attribution_id or "")] += quotation.words
    return tuple(
        replace(each, attributions=statements[each.id], quoted_words=max(0, each.quoted_words - lost[each.id]))
        for each in annotations.sources
        if each.id not in aside
    )


def _freed(carried: Carried, aside: frozenset[str]) -> Carried:
    return replace(carried, attribution_id=None) if carried.attribution_id in aside else carried
