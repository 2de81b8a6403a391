"""Conditions about words that came through an outlet or a platform."""

from __future__ import annotations

import re

from auditor.findings import Evidence
from auditor.language.annotations import Relay, RelayKind
from auditor.language.word_classes import is_person_noun
from auditor.rules.conditions.checking import CHECKED
from auditor.rules.conditions.condition import Match
from auditor.rules.context import Context
from auditor.rules.informants import informs
from auditor.rules.surroundings import around, text_around

_CITED = re.compile(
    r"\b(?:citing|quoting|quoted|cited|attributed (?:it|the \w+) to)\s+(?P<who>(?:(?!\b(?:who|that|said|says|as"
    r"|and said)\b)[^,.;:“”\"]){3,90})",
    re.IGNORECASE,
)
_HAS_LEARNED = re.compile(r"\s*(?:has|have|had)\s+(?:learn(?:ed|t)|been told)\b")
_NAMED = re.compile(r"[A-Z][\w’'-]+ [A-Z][\w’'-]+|\b(?:Mr|Mrs|Ms|Dr|Mayor|President|Minister|Sen|Rep|Gov)\.? [A-Z]")
_PASSED_ON = re.compile(
    r"^[^.;:“”\"]{0,40}\b(?:citing|quoting|quoted|cited|cites|quotes|carried|carrying|relayed|relaying"
    r"|picked up|picking up|republished)\b[^.;:“”\"]{0,40}$",
    re.IGNORECASE,
)
_ACCORDING = re.compile(r"[,”\"]\s*(?:according to|\w+ reported in)\s+(?:the\s+)?$", re.IGNORECASE)
_STATE_MEDIA = re.compile(r"\b(?:state|state-run|state-owned|official|government)\b", re.IGNORECASE)
_NO_ACCOUNT = re.compile(r"\b(?:users?|accounts?|somebody|someone|unknown|anonymous|people|many|some)\b", re.IGNORECASE)
_FIRST_HAND = re.compile(r"\b(?:also|separately|independently|directly) (?:told|confirmed|spoke)\b", re.IGNORECASE)


def outlet_rests_on_unnamed_people(subject: Relay, context: Context) -> Match:
    """The outlet goes by people whom it does not name, or says only that it “has learned”."""
    article = context.article
    attribution = context.attribution_of(subject)
    if subject.kind is RelayKind.OUTLET_INTERVIEW:
        # "Two officials told Radio Nord": the outlet's own unnamed source.
        if attribution is None or attribution.source is None or not informs(attribution, context.source_of(subject)):
            return False
        told = subject.cue is not None and subject.cue.text.casefold() == "told"
        return (Evidence("source", attribution.source),) if told else False
    learned = _HAS_LEARNED.match(article.text, subject.span.end)
    if learned:
        return (Evidence("words", article.span(learned.start() + 1, learned.end())),)
    start, end = around(context, subject.span, after=1)
    for match in _CITED.finditer(article.text, max(start, subject.span.start), end):
        if _is_unnamed(match.group("who")):
            return (Evidence("words", article.span(*match.span())),)
    return False


def _is_unnamed(words: str) -> bool:
    """Tell whether a phrase is about people and holds no name: "two officials", "people close to the owner"."""
    nouns = [word for word in re.findall(r"[A-Za-z’'-]+", words) if word[0].islower()]
    people = any(word in ("people", "sources", "insiders", "those") or _is_person(word) for word in nouns)
    return people and not _NAMED.search(words) and not re.search(r"[a-z] [A-Z]\w+$", words.strip())


def _is_person(word: str) -> bool:
    return is_person_noun(word.removesuffix("s") if word.endswith("s") and not word.endswith("ss") else word)


def own_reporting_matches(subject: Relay, context: Context) -> Match:
    """The article says beside it that the same was confirmed otherwise."""
    text = text_around(context, subject.span, before=1, after=1)
    return bool(CHECKED.search(text) or _FIRST_HAND.search(text))


def passes_through_two_outlets(subject: Relay, context: Context) -> Match:
    """The outlet itself passes on what another outlet had."""
    start, end = around(context, subject.span)
    text = context.article.text
    for other in context.annotations.relays:
        if other is subject or not start <= other.span.start < end or other.outlet == subject.outlet:
            continue
        if subject.span.end <= other.span.start:
            chained = _PASSED_ON.match(text[subject.span.end : other.span.start])
        else:
            between = text[other.span.end : subject.span.start]
            chained = _ACCORDING.search(between) if other.kind is not RelayKind.SOCIAL else None
        if chained:
            return (Evidence("words", other.span),)
    return False


def outlet_named_beside(subject: Relay, context: Context) -> Match:
    """The outlet is named in the same sentence or in the next one."""
    start, end = around(context, subject.span, after=1)
    named = [one for one in context.annotations.relays if not one.unnamed_outlet and one.kind is subject.kind]
    return any(start <= one.span.start < end for one in named)


def media_of_a_known_state(subject: Relay, context: Context) -> Match:
    """They are the media of one state, which can be told."""
    return _STATE_MEDIA.search(f"{subject.span.text} {subject.outlet}") is not None


def account_is_not_named(subject: Relay, context: Context) -> Match:
    """Whose account it is, is not said."""
    attribution = context.attribution_of(subject)
    if attribution is None or attribution.source is None:
        return False
    return _NO_ACCOUNT.search(attribution.source.text) is not None


CONDITIONS = (
    outlet_named_beside,
    media_of_a_known_state,
    account_is_not_named,
    outlet_rests_on_unnamed_people,
    own_reporting_matches,
    passes_through_two_outlets,
)
