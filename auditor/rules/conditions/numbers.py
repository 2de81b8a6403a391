"""Conditions about the figures of an article compared with one another."""

from __future__ import annotations

import re

from auditor.claims.claim import Claim, ClaimKind
from auditor.findings import Evidence
from auditor.language.annotations import Figure, FigureStatus, Identity
from auditor.rules.conditions.condition import Match
from auditor.rules.context import Context
from auditor.rules.surroundings import around, text_around
from auditor.text import Article

_WEAK = frozenset({FigureStatus.HEDGED, FigureStatus.UNNAMED_SOURCE})
_CAREFUL = re.compile(
    r"\b(?:says?|said|saying|claims?|claimed|reports?|reported|reportedly|alleged\w*|feared|fears?|may|might"
    r"|could|up to|as many as|as much as|estimated?"
    r"|thought|believed|likely|sources?|officials?|polls?|surveys?|stud(?:y|ies)|accus\w+|expected|warns?"
    r"|suggests?|about|around|calls?|finds?|shows?|tells?|puts?|according)\b|[?:–—]",
    re.IGNORECASE,
)
_OPEN_QUOTE = re.compile(r"[‘'“\"][^’'”\"\n]*$")

# Numbers that differ because time passed, or because they count a part or something else, are no conflict.
_CHANGED = re.compile(
    r"\b(?:rose|risen|rises?|rising|fell|fallen|revised|updated|earlier|later|previous(?:ly)?|initial(?:ly)?"
    r"|first|compared|increase[ds]?|grew|grown|climbed|dropped|cut|raised|up from|down from"
    r"|including|among|of whom|of them|other|another|separate|additional|more|further|total|remaining|while|but"
    r"|whereas|last (?:year|month|week)|in (?:1[5-9]|20)\d\d|per|each|every)\b",
    re.IGNORECASE,
)
_DEATHS = frozenset({"dead", "death", "deaths", "killed", "fatalities", "bodies", "victims"})
_DEATH_WORDS = re.compile(
    r"\b(?:dead|deaths?|killed|killing|kills|died|fatalities|bodies|drowned|lost their lives)\b", re.IGNORECASE
)
_TOLERANCE = 0.02
_LEAST = 10


def headline_figure_is_hedged_below(subject: Claim, context: Context) -> Match:
    """A number that the headline states flatly is hedged, or taken from somebody unnamed, wherever the text has it."""
    if subject.kind is not ClaimKind.HEADLINE or _CAREFUL.search(subject.span.text):
        return False
    for above in _figures_in(subject, context):
        below = [one for one in context.annotations.figures if one.span.start >= subject.span.end and _same(above, one)]
        attributed = context.attribution_of(above) is not None
        if above.status not in _WEAK and not attributed and below and all(one.status in _WEAK for one in below):
            return tuple(Evidence("figure", one.span) for one in (above, *below))
    return False


def headline_figure_stands_in_quotation_marks(subject: Claim, context: Context) -> Match:
    """The headline puts the number between quotation marks."""
    starts = (context.article.text[subject.span.start : one.span.start] for one in _figures_in(subject, context))
    return any(_OPEN_QUOTE.search(before) for before in starts)


def _figures_in(claim: Claim, context: Context) -> list[Figure]:
    return [one for one in context.annotations.figures if claim.span.contains(one.span)]


def _same(one: Figure, other: Figure) -> bool:
    """Tell whether two figures give one number; a hedged “up to 90” has 90 as its upper bound."""
    values = {one.value.low, one.value.high} - {None}
    return bool(values & ({other.value.low, other.value.high} - {None}))


def figures_conflict(subject: Article, context: Context) -> Match:
    """A figure that points back (“the 43 dead”) differs from the only number given for the same thing."""
    figures = [one for one in context.annotations.figures if one.value.low is not None and one.value.low >= _LEAST]
    for later in figures:
        if not _points_back(later, context) or _CHANGED.search(text_around(context, later.span)):
            continue
        kind = _counted(later, context)
        same = [one for one in figures if one is not later and kind and _counted(one, context) == kind]
        before = [one for one in same if one.span.start < later.span.start]
        if any(_agree(one, later) for one in same) or len({one.value.low for one in before}) != 1:
            continue
        if not _CHANGED.search(text_around(context, before[0].span)):
            return Evidence("mention", before[0].span), Evidence("mention", later.span)
    return False


def _points_back(figure: Figure, context: Context) -> bool:
    return (
        re.search(
            r"\b(?:the|these|those|all)\s+[$€£]?$", context.article.text[: figure.span.start][-12:], re.IGNORECASE
        )
        is not None
    )


def _counted(figure: Figure, context: Context) -> str:
    """Give what is counted: deaths, or a noun; money only together with the noun that follows or governs it."""
    text = context.article.text
    unit = figure.value.unit.casefold()
    start, end = around(context, figure.span)
    after = text[figure.span.end : min(end, figure.span.end + 30)]
    before = text[max(start, figure.span.start - 30) : figure.span.start]
    if (
        unit in _DEATHS
        or _DEATH_WORDS.search(figure.span.text)
        or _DEATH_WORDS.match(after.lstrip())
        or _DEATH_WORDS.search(before)
    ):
        return "deaths"
    if re.search(r"[$€£¥]", figure.span.text) or "dollar" in unit or "euro" in unit or "pound" in unit:
        noun = re.match(
            r"[\s-]+(fund|deal|project|contract|bridge|programme|program|grant|loan|budget|settlement|fine)\b", after
        )
        governed = re.search(
            r"\b(fund|deal|project|contract|programme|program|grant|loan|budget|settlement|fine) (?:of|worth) $", before
        )
        return noun.group(1) if noun else governed.group(1) if governed else ""
    return (
        unit
        if unit and unit not in ("", "%", "percent", "people", "year", "years", "day", "days", "month", "months")
        else ""
    )


def _agree(one: Figure, other: Figure) -> bool:
    if one.value.low is None or other.value.low is None:
        return True
    bounds = (one.value.low, one.value.high or one.value.low, other.value.low, other.value.high or other.value.low)
    if bounds[0] <= bounds[3] and bounds[2] <= bounds[1]:
        return True
    return abs(bounds[0] - bounds[2]) <= _TOLERANCE * max(bounds[0], bounds[2])


def conflicting_figures_have_sources(subject: Article, context: Context) -> Match:
    """Each of the two numbers has a source of its own."""
    found = figures_conflict(subject, context)
    if not isinstance(found, tuple):
        return False
    places = {part.span for part in found}
    return all(
        context.identity_of(one) is not Identity.NONE for one in context.annotations.figures if one.span in places
    )


CONDITIONS = (
    headline_figure_is_hedged_below,
    headline_figure_stands_in_quotation_marks,
    figures_conflict,
    conflicting_figures_have_sources,
)
