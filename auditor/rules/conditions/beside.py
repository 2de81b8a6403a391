"""Conditions about what stands beside words that a rule looks for: a source, a verdict, a negation, an address."""

from __future__ import annotations

import re

from auditor.language.annotations import Channel, Identity
from auditor.rules.conditions.condition import Match
from auditor.rules.context import Context
from auditor.rules.phrases import Phrase
from auditor.rules.surroundings import around, text_around

_DENIED = re.compile(
    r"\b(?:no|not|never|nobody|none|neither|cannot|without|yet to|failed to|unable to|n[’']t)\b[\w\s,]{0,30}$",
    re.IGNORECASE,
)
_REACH = 40
_VERDICT = re.compile(
    r"\b(?:convict(?:ed|ion)|found guilty|plead(?:ed|s)? guilty|pled guilty|jailed|sentenced|charged"
    r"|indict(?:ed|ment)|court|tribunal|inquiry|verdict|judge|prosecut\w+"
    r"|accus\w+|alleg\w+|claim\w*|denie[sd]|suspected|critics|opponents|according to)\b",
    re.IGNORECASE,
)
_NEWS_ADDRESS = re.compile(
    r"https?://[^\s/]*(?:(?<=/)t\.co\b|bit\.ly|goo\.gl|ow\.ly|news|times|post|reuters|apnews|bbc|cnn|guardian"
    r"|telegraph|herald|tribune|journal"
    r"|gazette|mail|mirror|twitter|x\.com|facebook|instagram"
    r"|tiktok|youtube|youtu\.be|t\.me|reddit)[^\s/]*",
    re.IGNORECASE,
)
_NO_SOURCE = frozenset({Identity.NONE, Identity.OWN_OUTLET, Identity.REPORTER})


def denied_before(subject: Phrase, context: Context) -> Match:
    """The words are denied."""
    text = context.article.text
    return _DENIED.search(text, max(0, subject.span.start - _REACH), subject.span.start) is not None


def source_follows_at_once(subject: Phrase, context: Context) -> Match:
    """A source or a document is given in the same sentence or in the next one."""
    return _has_source(subject, context, after=1)


def source_in_sentence_or_next_two(subject: Phrase, context: Context) -> Match:
    """A source is given in the same sentence or in one of the next two."""
    return _has_source(subject, context, after=2)


def _has_source(subject: Phrase, context: Context, *, after: int) -> bool:
    start, end = around(context, subject.span, after=after)
    return any(
        one.source is not None
        and one.sourcing
        and one.channel is not Channel.DECLINED_COMMENT
        and context.identity_of(one) not in _NO_SOURCE
        and not one.source.overlaps(subject.span)
        for one in context.statements_in(start, end)
    )


def verdict_or_charge_beside(subject: Phrase, context: Context) -> Match:
    """A court, a charge or an accuser stands in the same sentence or in the next one."""
    return _VERDICT.search(text_around(context, subject.span, after=1)) is not None


def address_of_a_news_site(subject: Phrase, context: Context) -> Match:
    """The address is that of a news site or of a platform."""
    return _NEWS_ADDRESS.match(subject.span.text) is not None


CONDITIONS = (
    denied_before,
    source_follows_at_once,
    source_in_sentence_or_next_two,
    verdict_or_charge_beside,
    address_of_a_news_site,
)
