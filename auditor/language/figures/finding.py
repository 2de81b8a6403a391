"""Figures of an article: each quantity with its hedge or else with what it rests on.

A hedge wins over an unnamed source. Inside a quotation only the speaker's own hedge counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc

from auditor.language.annotations import Attribution, Certainty, Figure, FigureStatus, Quotation, QuotationKind, Source
from auditor.language.figures.assertion import in_brackets, is_incidental, is_small_count
from auditor.language.figures.complements import Complement, find_complements
from auditor.language.figures.disclaimers import Disclaimer, covering, find_disclaimers
from auditor.language.figures.evidence import find_evidence
from auditor.language.figures.governors import hedge_start
from auditor.language.figures.hedges import Hedge, direct_hedge, indirect_hedge, made_hedge
from auditor.language.figures.quantities import Quantity, QuantityKind, find_quantities
from auditor.language.figures.support import Context, Support, support_of
from auditor.text import Article, Span

_CONVERSION = Support(FigureStatus.PLAIN, None, "It is the sum before it in another currency.")


@dataclass(frozen=True, slots=True)
class _Doubts:
    """What can hedge a figure beyond its own clause's syntax, found once an article."""

    complements: tuple[Complement, ...]
    disclaimers: tuple[Disclaimer, ...]
    quotations: tuple[Span, ...]


def find_figures(
    doc: Doc, article: Article, attributions: tuple[Attribution, ...], sources: tuple[Source, ...]
) -> tuple[Figure, ...]:
    """Find the quantities of an article, in text order.

    Args:
        doc: the tagged and parsed article; its quotations are used where an earlier step has found them.
        article: the same article; offsets are into its text.
        attributions: who said what, with the ids of the sources.
        sources: the ledger of sources.
    """
    parsed = doc.has_annotation("DEP")
    quotations: tuple[Quotation, ...] = doc._.quotations if doc.has_extension("quotations") else ()
    speech = [quotation for quotation in quotations if quotation.kind is QuotationKind.SPEECH]
    doubts = _Doubts(
        find_complements(doc) if parsed else (),
        find_disclaimers(doc) if parsed else (),
        tuple(quotation.span for quotation in quotations),
    )
    context = Context(
        attributions,
        {source.id: source for source in sources},
        find_evidence(doc) if parsed else (),
        tuple(quotation.span for quotation in speech if quotation.attribution_id is None),
    )
    figures: list[Figure] = []
    for quantity in find_quantities(doc):
        if _is_conversion(doc, quantity):
            figures.append(_figure(article, quantity, None, _CONVERSION, number=len(figures) + 1))
            continue
        hedge = _hedge(doc, quantity, doubts)
        if hedge is None and (quantity.kind is QuantityKind.DURATION or _is_source_phrase(quantity, attributions)):
            continue
        figures.append(_figure(article, quantity, hedge, support_of(doc, quantity, context), number=len(figures) + 1))
    return tuple(figures)


def _is_source_phrase(quantity: Quantity, attributions: tuple[Attribution, ...]) -> bool:
    """Tell whether the number only counts the speakers: "two people familiar with the talks"."""
    if quantity.kind is not QuantityKind.COUNT:
        return False
    sources = (attribution.source for attribution in attributions if attribution.source)
    return any(span.start <= quantity.start and quantity.number.end <= span.end for span in sources)


def _hedge(doc: Doc, quantity: Quantity, doubts: _Doubts) -> Hedge | None:
    hedge = direct_hedge(doc, quantity)
    if hedge is None and not (is_small_count(doc, quantity) or _is_enumerated(doc, quantity)):
        hedge = indirect_hedge(doc, quantity) or _from_complement(doc, quantity, doubts.complements)
    if hedge and _within_one_quotation(quantity, hedge, doubts.quotations):
        return hedge
    disclaimer = covering(doc, quantity, doubts.disclaimers)
    return made_hedge(quantity.text, (disclaimer.start, disclaimer.end), disclaimer.kind) if disclaimer else None


def _is_conversion(doc: Doc, quantity: Quantity) -> bool:
    """Tell whether this is the same sum in another currency, in brackets: "$44m (£23m)"."""
    if quantity.kind is not QuantityKind.MONEY or quantity.first < 2:
        return False
    opening = next(
        (token for token in reversed(doc[max(0, quantity.first - 8) : quantity.first]) if token.text == "("), None
    )
    if opening is None or opening.i == 0 or any(token.text == ")" for token in doc[opening.i : quantity.first]):
        return False
    return (
        doc[opening.i - 1].like_num
        or doc[opening.i - 1].pos_ in ("NUM", "SYM")
        or doc[opening.i - 1].lower_ in ("m", "bn", "euros")
    )


def _is_enumerated(doc: Doc, quantity: Quantity) -> bool:
    """Tell whether the names of all those counted follow: "two banks - the Nordia and the Vesta"."""
    small = quantity.kind is QuantityKind.COUNT and (quantity.number.high or 99) < 7
    return small and bool(
        re.match(r"\s*(?:[-–—:(]|,\s+namely)\s+?(?:the\s+)?[A-Z]", quantity.text[quantity.end : quantity.end + 16])
    )


def _from_complement(doc: Doc, quantity: Quantity, complements: tuple[Complement, ...]) -> Hedge | None:
    if quantity.kind is QuantityKind.DURATION:
        return None
    for complement in complements:
        # What stands in brackets inside the clause is the writer's own ("the actual number is 12").
        inside = complement.start <= quantity.first < complement.end
        if inside and not (
            is_incidental(doc, quantity, floor=complement.start) or in_brackets(doc, complement.start, quantity.first)
        ):
            word = complement.word
            return made_hedge(quantity.text, (hedge_start(word), word.idx + len(word)), complement.kind)
    return None


def _within_one_quotation(quantity: Quantity, hedge: Hedge, quotations: tuple[Span, ...]) -> bool:
    """Tell whether the hedge is the quoted speaker's own, or the figure is not quoted at all."""
    for span in quotations:
        if span.start <= quantity.start and quantity.number.end <= span.end:
            return span.start <= hedge.start < span.end
    return True


def _figure(article: Article, quantity: Quantity, hedge: Hedge | None, support: Support, *, number: int) -> Figure:
    return Figure(
        id=f"f{number}",
        span=article.span(quantity.start, quantity.end),
        value=quantity.value,
        status=FigureStatus.HEDGED if hedge else support.status,
        certainty=_certainty(hedge, support),
        hedge=article.span(hedge.start, hedge.end) if hedge else None,
        hedge_kind=hedge.kind if hedge else "",
        attribution_id=support.attribution_id,
        evidence=(hedge.why,) if hedge else (support.why,),
    )


def _certainty(hedge: Hedge | None, support: Support) -> Certainty:
    """A hedge on the number itself or above it in the syntax is firm; one read over sentences is likely.

    Without a hedge the reading is as sure as that of what the figure rests on.
    """
    if hedge is None:
        return support.certainty
    return Certainty.LIKELY if hedge.kind in ("disclaimer", "dispute", "belief") else Certainty.FIRM
