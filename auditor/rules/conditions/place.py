"""Conditions about where words stand; they understand every annotation that has a place."""

from __future__ import annotations

from auditor.claims.claim import Claim
from auditor.language.annotations import Attribution, Figure, Quotation, Relay, Source
from auditor.rules.conditions.condition import Match
from auditor.rules.context import Context
from auditor.rules.phrases import Phrase
from auditor.text import ZoneKind

_PROMINENT = frozenset({ZoneKind.HEADLINE, ZoneKind.STANDFIRST, ZoneKind.LEAD})


def in_headline_or_lead(
    subject: Attribution | Source | Figure | Relay | Quotation | Claim | Phrase, context: Context
) -> Match:
    """The words stand in the headline or among the first three paragraphs."""
    return context.zone_of(subject) in _PROMINENT


def in_headline(subject: Attribution | Figure | Relay | Quotation | Claim | Phrase, context: Context) -> Match:
    """The words stand in the headline."""
    return context.zone_of(subject) in (ZoneKind.HEADLINE, ZoneKind.STANDFIRST)


CONDITIONS = (
    in_headline_or_lead,
    in_headline,
)
