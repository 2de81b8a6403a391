"""Builds the table of key claims: what each rests on, whether it was confirmed, whether the accused answers.

A row states what the text states. `not matched` is shown as openly as the rest: a reader has to look.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from auditor.claims.claim import Claim, ClaimKind, Verdict
from auditor.report.entries import Place, SourceLink
from auditor.report.lookup import Lookup
from auditor.text import Span

_KINDS = {
    ClaimKind.HEADLINE: "headline",
    ClaimKind.LEAD: "lead",
    ClaimKind.ALLEGATION: "allegation",
    ClaimKind.FIGURE: "figure",
}

# The standing whose colour and pattern a verdict has: a key of `wording.STANDINGS`.
_STANDINGS = {
    Verdict.NAMED: "named",
    Verdict.DOCUMENTED: "named",
    Verdict.WITNESSED: "named",
    Verdict.CORROBORATED: "unnamed",
    Verdict.UNNAMED: "unnamed",
    Verdict.RELAYED: "relayed",
    Verdict.NO_SOURCE: "nobody",
    Verdict.UNMATCHED: "own",
}


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A key claim.

    Attributes:
        label: "C1".
        anchor: id of the row.
        kind: why it counts as a key claim, in words.
        place: its words and where they stand.
        verdict: what it rests on, in words.
        standing: key of `wording.STANDINGS`, for the colour of the verdict.
        sources: its sources.
        figures: labels and links of the figures inside it.
        subject: whom an allegation is against; may be empty.
        corroboration: the words that say that it was confirmed.
        accuses: whether it is an allegation, so that an answer is to be expected.
        reply: the words in which the accused answers, or in which a request for an answer is told.
        notes: how its support was found, in words.
    """

    label: str
    anchor: str
    kind: str
    place: Place
    verdict: str
    standing: str
    sources: tuple[SourceLink, ...]
    figures: tuple[tuple[str, str], ...]
    subject: str
    corroboration: tuple[Place, ...]
    accuses: bool
    reply: tuple[Place, ...]
    notes: tuple[str, ...]


def claim_rows(lookup: Lookup) -> tuple[ClaimRow, ...]:
    """Make the table of key claims, in the order of the document."""
    figures = {
        figure.id: (f"F{index}", f"#figure-{index}") for index, figure in enumerate(lookup.document.figures, start=1)
    }
    return tuple(
        _claim_row(lookup, f"C{index}", claim, figures) for index, claim in enumerate(lookup.document.claims, start=1)
    )


def corroboration_of(lookup: Lookup, source_id: str) -> tuple[Place, ...]:
    """Give the words by which the key claims of one source are said to be confirmed, each once."""
    claims = (claim for claim in lookup.document.claims if source_id in claim.supporting_source_ids)
    return _places(lookup, dict.fromkeys(span for claim in claims for span in claim.corroboration))


def _claim_row(lookup: Lookup, label: str, claim: Claim, figures: dict[str, tuple[str, str]]) -> ClaimRow:
    return ClaimRow(
        label=label,
        anchor=f"claim-{label[1:]}",
        kind=_KINDS[claim.kind],
        place=lookup.place(claim.span),
        verdict=claim.verdict.value,
        standing=_STANDINGS[claim.verdict],
        sources=tuple(lookup.links[key] for key in claim.supporting_source_ids if key in lookup.links),
        figures=tuple(figures[key] for key in claim.figure_ids if key in figures),
        subject=claim.subject.text if claim.subject else "",
        corroboration=_places(lookup, claim.corroboration),
        accuses=claim.kind is ClaimKind.ALLEGATION or claim.subject is not None,
        reply=_places(lookup, claim.reply),
        notes=claim.notes,
    )


def _places(lookup: Lookup, spans: Iterable[Span]) -> tuple[Place, ...]:
    return tuple(lookup.place(span) for span in spans)
