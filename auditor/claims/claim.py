"""A key claim and what it rests on: values only.

Found from the annotated article before any rule looks at it; the audit document publishes them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from auditor.text import Span


class ClaimKind(StrEnum):
    """Why a statement counts as a key claim."""

    HEADLINE = "headline"
    LEAD = "lead"
    ALLEGATION = "allegation"
    FIGURE = "figure"


class Verdict(StrEnum):
    """What a key claim rests on, in words; never whether it is true."""

    NAMED = "named on record"
    DOCUMENTED = "documented"
    WITNESSED = "witnessed"
    CORROBORATED = "unnamed, corroborated"
    UNNAMED = "unnamed only"
    RELAYED = "relayed only"
    NO_SOURCE = "no source"
    UNMATCHED = "not matched"


@dataclass(frozen=True, slots=True)
class Claim:
    """A key claim and what supports it.

    Attributes:
        id: "c1", "c2" … in the order of the text.
        subject: whom an allegation is against, or null.
        attribution_ids: the attributions that carry the claim, in the order of the text.
        supporting_source_ids: their sources, each once.
        figure_ids: the figures inside it.
        corroboration: the words that say that it was confirmed.
        reply: the words in which the accused party answers, or in which a request for an answer is told.
        verdict: `not matched` lists a claim whose support could not be told; nothing is guessed.
        notes: how the support was found, for a reader.
    """

    id: str
    span: Span
    kind: ClaimKind
    verdict: Verdict
    subject: Span | None = None
    attribution_ids: tuple[str, ...] = ()
    supporting_source_ids: tuple[str, ...] = ()
    figure_ids: tuple[str, ...] = ()
    corroboration: tuple[Span, ...] = ()
    reply: tuple[Span, ...] = ()
    notes: tuple[str, ...] = ()
