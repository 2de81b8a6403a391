"""Conditions about how an article shows its own reporting: byline, credit, stretches without any source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.claims.text_words import Sentence
from auditor.findings import Evidence
from auditor.language.annotations import RelayKind
from auditor.rules.conditions.condition import Match
from auditor.rules.context import Context, parts_of
from auditor.rules.surroundings import text_around
from auditor.text import Article, Paragraph, Span, ZoneKind

_CLOSING_CREDIT = re.compile(
    r"^(?:\(?(?:sources?|via|credit)\s*:\s*\S.{0,80}|\(?(?:with|additional reporting (?:by|from)"
    r"|includes? (?:material|reporting) from) [^.]{0,60}\b(?:agenc(?:y|ies)|wires?|AFP|AP|Reuters|dpa|PA"
    r"|press)\b.{0,20})$",
    re.IGNORECASE,
)
_FIRST_REPORTED = re.compile(
    r"\b(?:first|originally) (?:reported|revealed|broke)\b|\bbroke the (?:news|story)\b", re.IGNORECASE
)
_LATE = 3
_SIGNATURE = re.compile(
    r"(?:^|\n)\s*(?:By\s+[A-Z][\w.'’-]+|[-–—(]\s*(?:AFP|AP|Reuters|dpa|PA|UPI|Xinhua|TASS|ANSA|EFE"
    r"|Kyodo)\s*[)]?\s*$|[A-Z][A-Za-z ,]+\((?:AP|AFP|Reuters|UPI|Xinhua|dpa)\))"
)

_NOBODY = frozenset({"staff", "newsroom", "editor", "editors", "admin", "news desk", "staff reporter", "staff writer"})
_SEEN = re.compile(
    r"\b(?:I|we) (?:saw|watched|walked|stood|met|drove|visited|heard)\b|\b(?:a|our|the) (?:reporter"
    r"|correspondent|photographer)s? (?:saw|watched|visited|heard|counted)\b"
)
_FEWEST_SENTENCES = 8
_FEWEST_WORDS = 150
_BACKGROUND = re.compile(r"\b(?:1[0-9]\d\d|20[0-2]\d|century|founded|born|opened in|built in)\b")
_PRICE = re.compile(r"[$€£¥]\d|\d\s?(?:%|percent|per cent)|\b\d+-\d+\b")
_PRESENT = frozenset({"VBZ", "VBP", "MD"})
_LONG_AGO = re.compile(r"\b(?:19|20)\d\d\b|\blast (?:year|month)\b|\b(?:years|months) ago\b", re.IGNORECASE)


def no_author_where_one_would_stand(subject: Article, context: Context) -> Match:
    """The input came with the article's address and names no author."""
    byline = (subject.metadata.byline or "").strip().casefold()
    named = bool(byline) and byline not in _NOBODY
    return bool(subject.metadata.url) and not named and not _SIGNATURE.search(subject.text)


def seen_by_the_reporter(subject: Article, context: Context) -> Match:
    """The writer tells what they saw themselves."""
    return _SEEN.search(subject.text) is not None


def outlet_credited_late(subject: Article, context: Context) -> Match:
    """The outlet is credited below the third paragraph only, or in a closing line."""
    body = [one for one in subject.paragraphs if one.zone is not ZoneKind.HEADLINE]
    if len(body) <= _LATE:
        return _closing_credit(subject, context, body)
    early = any(relay.span.start < body[_LATE].start for relay in context.annotations.relays)
    if early:
        return False
    for relay in context.annotations.relays:
        late = relay.kind is RelayKind.OUTLET_REPORT and relay.span.start >= body[_LATE].start
        if late and _is_credit(relay.span, body[_LATE - 1].end, context):
            return (Evidence("mention", relay.span),)
    return _closing_credit(subject, context, body)


def _is_credit(outlet: Span, opening: int, context: Context) -> bool:
    """Tell whether an outlet is named as the first with what the opening tells, and not with an older story."""
    words = text_around(context, outlet)
    if not _FIRST_REPORTED.search(words) or _LONG_AGO.search(words):
        return False
    told = frozenset(lemma for one in context.sentences if one.end <= opening for lemma in one.lemmas)
    own = {lemma for one in context.sentences_around(outlet) for lemma in one.lemmas}
    return bool(told & own - {lemma for lemma in own if lemma in outlet.text.casefold()})


def _closing_credit(article: Article, context: Context, body: list[Paragraph]) -> Match:
    if len(body) < 2 or any(relay.span.start < body[-1].start for relay in context.annotations.relays):
        return False
    last = article.text[body[-1].start : body[-1].end]
    return (Evidence("mention", article.span(body[-1].start, body[-1].end)),) if _CLOSING_CREDIT.match(last) else False


def long_stretch_without_source(subject: Article, context: Context) -> Match:
    """At least eight sentences and 150 words in a row tell what happened, without any source, quotation or document."""
    for run in _runs(subject, context):
        words = sum(len(subject.text[one.start : one.end].split()) for one in run)
        if len(run) >= _FEWEST_SENTENCES and words >= _FEWEST_WORDS and _tells_events(run, context):
            return (Evidence("passage", subject.span(run[0].start, run[-1].end)),)
    return False


def _runs(article: Article, context: Context) -> Iterator[list[Sentence]]:
    sourced = _sourced_sentences(context)
    run: list[Sentence] = []
    for index, sentence in enumerate(context.sentences):
        paragraph = article.paragraph_at(sentence.start)
        outside = paragraph is None or paragraph.zone not in (ZoneKind.BODY, ZoneKind.LEAD)
        if outside or index in sourced:
            yield run
            run = []
        else:
            run.append(sentence)
    yield run


def _sourced_sentences(context: Context) -> frozenset[int]:
    """Give the indices of the sentences that hold a part of an attribution, a quotation or a relay."""
    found = context.annotations
    spans = (
        *(span for one in found.attributions for span in parts_of(one)),
        *(one.span for one in found.quotations),
        *(one.span for one in found.relays),
    )
    return frozenset(
        index
        for span in spans
        for index in range(context.sentence_at(span.start), context.sentence_at(span.end - 1) + 1)
    )


def _tells_events(run: list[Sentence], context: Context) -> bool:
    """Tell whether nearly all sentences are about past events and few are history, prices, scores or comment."""
    events = sum(any(token.tag_ == "VBD" for token in context.tokens(one)) for one in run)
    comment = sum(any(token.tag_ in _PRESENT for token in context.tokens(one)) for one in run)
    history = sum(bool(_BACKGROUND.search(context.article.text, one.start, one.end)) for one in run)
    prices = sum(bool(_PRICE.search(context.article.text, one.start, one.end)) for one in run)
    few = 0.2 * len(run)
    return events >= 0.85 * len(run) and comment <= few and history <= few and prices <= few


CONDITIONS = (no_author_where_one_would_stand, outlet_credited_late, long_stretch_without_source, seen_by_the_reporter)
