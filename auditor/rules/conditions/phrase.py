"""Conditions about words that a rule looks for: whose they are, and whether a source stands beside them."""

from __future__ import annotations

import re

from auditor.claims.claim import Claim
from auditor.findings import Evidence
from auditor.language.annotations import Attribution, Identity
from auditor.rules.conditions.condition import Match
from auditor.rules.context import Context
from auditor.rules.phrases import Phrase
from auditor.rules.wordlists import listed
from auditor.text import Span

_CHARGED = re.compile(
    r"\b(?:charged|indicted|arraigned|accused|prosecut\w+|lawsuit|sued|suing|suspects?|defendants?|on trial"
    r"|stand trial"
    r"|plead(?:ed|s)?|arrest(?:ed|s)?|complaint|indictment|affidavit)\b",
    re.IGNORECASE,
)
_AGENT = re.compile(r"\bby\s+(?:the|a|an|his|her|their|its|some|many|most|several|former|two|three|\w+’s|\w+'s|[A-Z])")
_REJECTED = re.compile(
    r"\b(?:dismiss\w*|den(?:y|ies|ied|ying)|reject\w*|quash\w*|debunk\w*|scotch\w*|refut\w*|baseless|unfounded"
    r"|false|untrue"
    r"|fuel(?:l?ed|s|l?ing)|no truth)\b",
    re.IGNORECASE,
)
_GENRES = re.compile(
    r"^\s*(?:opinion|comment(?:ary)?|analysis|editorial|op-?ed|column|obituary|review|live(?: blog)?"
    r"|essay|perspective|letters?)\b",
    re.IGNORECASE,
)
# A sentence that begins so goes on about what the one before was about.
_PRONOUNS = ("He ", "She ", "It ", "They ", "His ", "Her ", "Its ", "Their ")
_NOBODY = frozenset({Identity.NONE, Identity.UNNAMED_COLLECTIVE})
_OBITUARY = re.compile(r"^\s*obituar(?:y|ies)\b", re.IGNORECASE)


def attributed_in_its_sentence(subject: Phrase, context: Context) -> Match:
    """The sentence itself says who or what it rests on."""
    return _stated_by(subject, context, before=0, after=0)


def attributed_beside(subject: Phrase, context: Context) -> Match:
    """The sentence, or the one before or after it in the paragraph, says who or what it rests on."""
    return _stated_by(subject, context, before=1, after=1)


def attributed_just_before(subject: Phrase, context: Context) -> Match:
    """The sentence, or the one before it in the paragraph, says who or what it rests on."""
    return _stated_by(subject, context, before=1, after=0)


def inside_a_statement(subject: Phrase, context: Context) -> Match:
    """The words are part of what somebody is said to have said."""
    for one in context.statements_in(subject.span.start, subject.span.end):
        if one.source and any(part.contains(subject.span) for part in one.content):
            return (Evidence("source", one.source),)
    return False


def outlet_in_its_sentence(subject: Phrase, context: Context) -> Match:
    """The sentence names the outlet or the platform that it comes from."""
    around = context.sentences_around(subject.span)
    relays = [one for one in context.annotations.relays if not one.unnamed_outlet]
    return tuple(
        Evidence("outlet", one.span) for one in relays if around and around[0].start <= one.span.start < around[-1].end
    )


def hedges_a_figure(subject: Phrase, context: Context) -> Match:
    """The words hedge a figure, which has a rule of its own."""
    return any(figure.hedge and figure.hedge.overlaps(subject.span) for figure in context.annotations.figures)


def agent_follows(subject: Phrase, context: Context) -> Match:
    """The sentence goes on to say by whom."""
    return _AGENT.search(_rest(subject, context)) is not None


def charged_or_sued_beside(subject: Phrase, context: Context) -> Match:
    """The words stand beside a charge, an arrest or a suit, where they protect somebody not yet convicted."""
    around = context.sentences_around(subject.span, before=1, after=1)
    return bool(around) and _CHARGED.search(context.article.text, around[0].start, around[-1].end) is not None


def rumour_is_rejected(subject: Phrase, context: Context) -> Match:
    """The sentence tells of a rumour that somebody denies, or of what it did."""
    around = context.sentences_around(subject.span)
    return bool(around) and _REJECTED.search(context.article.text, around[0].start, around[-1].end) is not None


def in_an_argued_genre(subject: Phrase | Claim, context: Context) -> Match:
    """The article is opinion, analysis, a review, an obituary or a live blog, where other rules of wording hold."""
    return _genre(_GENRES, context)


def in_an_obituary(subject: Phrase, context: Context) -> Match:
    """The article is an obituary."""
    return _genre(_OBITUARY, context)


def tells_of_a_deed_that_can_wrong(subject: Phrase, context: Context) -> Match:
    """The deed that is guessed at would harm somebody's name, such as lying, hiding or ordering."""
    return any(
        token.lemma_ in listed("deeds_that_wrong") for token in context.tokens(subject.span) if token.pos_ == "VERB"
    )


def _genre(pattern: re.Pattern[str], context: Context) -> bool:
    headline = context.article.text[context.article.paragraphs[0].start :][:30] if context.article.paragraphs else ""
    labelled = re.match(r"[\w -]+(?=[:|])", headline)
    return bool(pattern.match(context.article.metadata.genre or "") or (labelled and pattern.match(labelled.group())))


def _rest(subject: Phrase, context: Context) -> str:
    around = context.sentences_around(subject.span)
    return context.article.text[subject.span.end : around[-1].end] if around else ""


def _stated_by(subject: Phrase, context: Context, *, before: int, after: int) -> Match:
    """Give the sources of statements that cover the words, or of a neighbouring sentence about the same thing."""
    paragraph = context.article.paragraph_at(subject.span.start)
    own = context.sentences_around(subject.span)
    if paragraph is None or not own:
        return False
    topic = frozenset[str]().union(*(sentence.lemmas for sentence in own))
    goes_on = context.article.text[own[0].start :].startswith(_PRONOUNS)
    found: list[Attribution] = []
    for sentence in context.sentences_around(subject.span, before=before, after=after):
        in_paragraph = paragraph.start <= sentence.start < paragraph.end
        if sentence in own or (in_paragraph and (goes_on or sentence.lemmas & topic)):
            statements = context.statements_in(sentence.start, sentence.end)
            found.extend(one for one in statements if _tells_a_source(one, subject.span, context))
    return tuple(Evidence("source", one.source) for one in found if one.source)


def _tells_a_source(statement: Attribution, words: Span, context: Context) -> bool:
    """Tell whether a statement has a source that could be asked, and is not the very phrase that hides one."""
    if statement.source is None or not statement.sourcing or context.identity_of(statement) in _NOBODY:
        return False
    return not any(part.overlaps(words) for part in (statement.source, *statement.cue))


CONDITIONS = (
    attributed_in_its_sentence,
    attributed_beside,
    attributed_just_before,
    inside_a_statement,
    outlet_in_its_sentence,
    hedges_a_figure,
    agent_follows,
    charged_or_sued_beside,
    rumour_is_rejected,
    in_an_argued_genre,
    in_an_obituary,
    tells_of_a_deed_that_can_wrong,
)
