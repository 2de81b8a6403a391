"""Quotations that continue another one of the same speaker, though no cue stands with them.

Source: the run-on of news style ("…," Dahl said. "No one told us."), the quotation of several paragraphs, the colon
that ends a paragraph, and the paragraph that is one quotation after its speaker's own last sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from auditor.language.annotations import Attribution, Quotation, QuotationKind
from auditor.language.lexicon import words
from auditor.text import Article, Paragraph

_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "who", "you"})
_SENTENCE_STOP = re.compile(r"[.?!…][\"”’')\]]*\s")

# "DORN: …" inside the marks, as transcripts are quoted.
LABEL = re.compile(r"[\"“‘'«„`]*(?P<name>[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3})(?P<colon>:)\s+(?=\S)")


def inherit(article: Article, quotations: list[Quotation], attributions: tuple[Attribution, ...]) -> list[Quotation]:
    """Give the quotations again, in their order, those that continue another one with its attribution."""
    by_id = {attribution.id: attribution for attribution in attributions}
    stated = _Stated(attributions)
    paragraphs: dict[int, list[int]] = defaultdict(list)
    outer: list[int] = []
    for position, quotation in enumerate(quotations):
        paragraph = article.paragraph_at(quotation.span.start)
        if paragraph is not None and not quotation.nested:
            paragraphs[paragraph.index].append(position)
            outer.append(position)
    for places in paragraphs.values():
        _run_on(article, quotations, places, by_id)
    _continue(article, quotations, outer)
    for index, places in paragraphs.items():
        _introduced(article, quotations, (index, places), stated)
    _continue(article, quotations, outer)
    _nest(quotations)
    return quotations


class _Stated:
    """Attributions by the place where they are stated."""

    def __init__(self, attributions: Iterable[Attribution]) -> None:
        self.ordered = sorted((one for one in attributions if one.cue or one.source), key=lambda one: one.anchor)
        self.anchors = [one.anchor for one in self.ordered]

    def between(self, start: int, end: int) -> list[Attribution]:
        """Give those stated between these offsets."""
        return self.ordered[bisect_left(self.anchors, start) : bisect_left(self.anchors, end)]


def _run_on(article: Article, quotations: list[Quotation], places: list[int], by_id: dict[str, Attribution]) -> None:
    """Give ungoverned speech of a paragraph the speaker of the quotation before it, or the paragraph's only one."""
    spoken = [quotations[place] for place in places if quotations[place].kind is QuotationKind.SPEECH]
    governing = [by_id[found] for quotation in spoken if (found := quotation.attribution_id) in by_id]
    only = governing[0] if governing and len(_speakers(governing)) <= 1 else None
    before: Quotation | None = None
    for place in places:
        quotation = quotations[place]
        if quotation.attribution_id is None and quotation.kind is QuotationKind.SPEECH:
            attribution = _spoken_before(article, before, quotation, by_id) or only
            if attribution is not None:
                quotations[place] = quotation = replace(quotation, attribution_id=attribution.id)
        before = quotation


def _speakers(attributions: list[Attribution]) -> set[str]:
    """Give the sources other than pronouns, which may stand for any of them."""
    sources = {attribution.source.text.lower() for attribution in attributions if attribution.source is not None}
    return sources - _PRONOUNS


def _spoken_before(
    article: Article, before: Quotation | None, quotation: Quotation, by_id: dict[str, Attribution]
) -> Attribution | None:
    """Give the attribution of the quotation before, when only its cue's sentence stands between the two."""
    attribution = by_id.get(before.attribution_id or "") if before is not None else None
    if before is None or attribution is None:
        return None
    between = article.text[before.span.end : quotation.span.start]
    after = before.span.end <= attribution.anchor < quotation.span.start
    if after and between.rstrip().endswith(".") and len(_SENTENCE_STOP.findall(between)) <= 1:
        return attribution
    return attribution if not between.strip() else None


def _continue(article: Article, quotations: list[Quotation], outer: list[int]) -> None:
    """Carry a speaker over paragraphs: forwards from an unclosed quotation to its continuation, and backwards."""
    links = [
        (first, second) for first, second in pairwise(outer) if _goes_on(article, quotations[first], quotations[second])
    ]
    for first, second in [*links, *((second, first) for first, second in reversed(links))]:
        speaker = quotations[first].attribution_id
        if speaker is not None and quotations[second].attribution_id is None:
            quotations[second] = replace(quotations[second], attribution_id=speaker, kind=QuotationKind.SPEECH)


def _goes_on(article: Article, first: Quotation, second: Quotation) -> bool:
    before = article.paragraph_at(first.span.start)
    after = article.paragraph_at(second.span.start)
    if before is None or after is None or after.index != before.index + 1:
        return False
    same = first.marks is second.marks and not LABEL.match(second.span.text)
    return same and not first.closed and first.span.end == before.end and second.span.start == after.start


def _introduced(
    article: Article, quotations: list[Quotation], paragraph: tuple[int, list[int]], stated: _Stated
) -> None:
    """Give a paragraph that is one quotation the speaker with whom the paragraph before it ends."""
    index, places = paragraph
    quotation = quotations[places[0]]
    if index == 0 or len(places) > 1 or quotation.attribution_id is not None:
        return
    own = article.paragraphs[index]
    if quotation.kind is QuotationKind.SCARE or quotation.span.start > own.start or own.end - quotation.span.end > 1:
        return
    attribution = _last_speaker(article, article.paragraphs[index - 1], stated)
    if attribution is not None:
        quotations[places[0]] = replace(quotation, attribution_id=attribution.id)


def _last_speaker(article: Article, paragraph: Paragraph, stated: _Stated) -> Attribution | None:
    """Give the last attribution of a paragraph if it ends with it: in its last sentence, or before a final colon."""
    found = [one for one in stated.between(paragraph.start, paragraph.end) if one.source is not None]
    if not found:
        return None
    last = found[-1]
    reach = max(last.anchor, *(part.end for part in (*last.cue, *last.content)))
    rest = article.text[reach : paragraph.end]
    if last.cue_lemma not in words("speech_verbs") or _SENTENCE_STOP.search(rest):
        return None
    return last if article.text[paragraph.end - 1] == ":" or len(_speakers(found)) <= 1 else None


def _nest(quotations: list[Quotation]) -> None:
    """Give a nested quotation without a cue of its own the speaker of the one around it."""
    around: Quotation | None = None
    for place, quotation in enumerate(quotations):
        if not quotation.nested:
            around = quotation
        elif around is not None and quotation.attribution_id is None and around.span.contains(quotation.span):
            quotations[place] = replace(quotation, attribution_id=around.attribution_id)
