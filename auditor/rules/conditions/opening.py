"""Conditions about how an article opens and how it counts its unnamed sources."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from auditor.findings import Evidence
from auditor.language.annotations import Attribution, Channel, Identity, QuotationKind, ReasonKind
from auditor.rules.conditions.condition import Match
from auditor.rules.context import Context
from auditor.rules.informants import informs
from auditor.text import Article, Span, ZoneKind

_UNNAMED = frozenset({Identity.UNNAMED_INDIVIDUAL, Identity.UNNAMED_GROUP})
_OPENING = frozenset({ZoneKind.HEADLINE, ZoneKind.STANDFIRST, ZoneKind.LEAD})
_FEWEST_QUOTED = 4
_NUMBERS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)
}
_COUNTED = re.compile(
    rf"^(?P<the>the\s+)?(?P<number>{'|'.join(_NUMBERS)})\s+(?P<noun>[a-z][\w-]*s|people)$", re.IGNORECASE
)
_BARE_PLURAL = re.compile(
    r"^(?P<noun>sources|officials|insiders|aides|people|witnesses|diplomats|advisers|advisors)$", re.IGNORECASE
)
_THE_ONE = re.compile(r"^the\s+(?P<noun>[a-z]+)$", re.IGNORECASE)


def opening_rests_on_unnamed_people(subject: Article, context: Context) -> Match:
    """The first statement of the headline or of the lead comes from somebody whom the article never names."""
    first = next(iter(_in_order(context)), None)
    if first is None or first.zone not in _OPENING or not first.source or not first.sourcing:
        return False
    return (Evidence("mention", first.source),) if informs(first, context.source_of(first)) else False


def first_quotation_is_of_unnamed_people(subject: Article, context: Context) -> Match:
    """The first direct quotation is of somebody whom the article never names."""
    first = _first_quoted(context)
    if first is None or not first.source or not informs(first, context.source_of(first)):
        return False
    return (Evidence("mention", first.source),)


def first_speaker_gives_a_reason(subject: Article, context: Context) -> Match:
    """The article says why it does not name them."""
    statements = [next(iter(_in_order(context)), None), _first_quoted(context)]
    sources = [context.source_of(one) for one in statements if one and context.identity_of(one) in _UNNAMED]
    disclosed = [source.anonymity for source in sources if source]
    return bool(disclosed) and all(one is not None and one.reason is not ReasonKind.NONE for one in disclosed)


def _in_order(context: Context) -> list[Attribution]:
    used = [
        one for one in context.annotations.attributions if one.source and one.channel is not Channel.DECLINED_COMMENT
    ]
    return sorted(used, key=_place)


def _place(attribution: Attribution) -> int:
    return attribution.anchor


def _first_quoted(context: Context) -> Attribution | None:
    """Give the statement that the first direct quotation belongs to; quoted words and titles are no quotation."""
    spoken = (
        one
        for one in context.annotations.quotations
        if one.kind is QuotationKind.SPEECH and not one.nested and one.words >= _FEWEST_QUOTED
    )
    first = next(spoken, None)
    return context.attribution_of(first) if first else None


def source_counts_disagree(subject: Article, context: Context) -> Match:
    """The number of unnamed people behind a statement differs from one place to another."""
    mentions = sorted(span for span in _unnamed_mentions(context))
    for check in (_plural_in_headline_only, _plural_then_the_one, _other_count):
        found = check(mentions, context)
        if found:
            return tuple(Evidence("mention", span) for span in found)
    return False


def _unnamed_mentions(context: Context) -> Iterator[Span]:
    for one in _in_order(context):
        if one.source and one.sourcing and context.identity_of(one) in _UNNAMED:
            yield one.source


def _plural_in_headline_only(mentions: list[Span], context: Context) -> tuple[Span, ...]:
    """“Officials say” above a text in which only “an official” says it."""
    above = [span for span in mentions if _zone(span, context) in (ZoneKind.HEADLINE, ZoneKind.STANDFIRST)]
    below = [span for span in mentions if span not in above]
    if len(above) != 1 or not below:
        return ()
    match = _BARE_PLURAL.match(above[0].text.strip())
    if match is None:
        return ()
    one = _singular(match.group("noun"))
    alone = [span for span in below if re.search(rf"\b{one}\b", span.text, re.IGNORECASE)]
    return (above[0], alone[0]) if alone and len(alone) == len(below) and _are_one(alone, context) else ()


def _are_one(mentions: list[Span], context: Context) -> bool:
    ids = {one.source_id for one in context.annotations.attributions if one.source in mentions}
    return len(ids) == 1


def _plural_then_the_one(mentions: list[Span], context: Context) -> tuple[Span, ...]:
    """“Sources said … The source added”, without a source introduced in between."""
    for index, span in enumerate(mentions):
        match = _BARE_PLURAL.match(span.text.strip())
        if match is None or match.group("noun").casefold() != "sources":
            continue
        for later in mentions[index + 1 :]:
            if re.search(r"\bsource\b", later.text, re.IGNORECASE):
                pointing = _THE_ONE.match(later.text.strip())
                return (span, later) if pointing and not _introduced(mentions[:index], "source") else ()
    return ()


def _introduced(mentions: list[Span], noun: str) -> bool:
    return any(re.search(rf"\b{noun}\b", span.text, re.IGNORECASE) for span in mentions)


def _other_count(mentions: list[Span], context: Context) -> tuple[Span, ...]:
    """“Two aides … the three aides”."""
    counted: defaultdict[str, list[tuple[int, Span]]] = defaultdict(list)
    for span in mentions:
        match = _COUNTED.match(" ".join(span.text.split()))
        if match is None:
            continue
        number, noun = _NUMBERS[match.group("number").casefold()], match.group("noun").casefold()
        before = counted[noun]
        if match.group("the") and before and number not in {one for one, _ in before}:
            return before[-1][1], span
        before.append((number, span))
    return ()


def _singular(noun: str) -> str:
    lower = noun.casefold()
    return {"people": "person", "witnesses": "witness"}.get(lower, lower.removesuffix("s"))


def _zone(span: Span, context: Context) -> ZoneKind | None:
    paragraph = context.article.paragraph_at(span.start)
    return paragraph.zone if paragraph else None


CONDITIONS = (
    opening_rests_on_unnamed_people,
    first_quotation_is_of_unnamed_people,
    first_speaker_gives_a_reason,
    source_counts_disagree,
)
