"""Conditions about opinion behind anonymity: words that praise or attack, whom they are about, who says them.

Looked for in the attributed words only. Source: AP, NPR and Guardian rules against anonymous attack and praise.
"""

from __future__ import annotations

import re
from functools import cache

from auditor.findings import Evidence
from auditor.language.annotations import Attribution
from auditor.rules.conditions.condition import Match
from auditor.rules.context import Context
from auditor.rules.wordlists import listed

_JUDGING_CUES = frozenset(
    "blast mock ridicule praise hail deride slam lambast lambaste laud denounce belittle savage disparage".split()
)
_NAMING_CUES = frozenset({"call", "describe", "brand", "dub", "label", "characterise", "characterize", "portray"})
_SUPERLATIVE = re.compile(
    r"\b(?:best|worst|greatest|weakest|finest|laziest|dumbest)\s+(?:\w+\s+){1,3}(?:ever|in (?:decades|years"
    r"|history|memory|my life)|of all time)\b",
    re.IGNORECASE,
)
_IS = (
    r"(?:\s+(?:is|was|are|were|be|been|being|becomes?|became|looks?|looked|seems?|seemed)|[’']s|[’']re)\s+"
    r"(?:(?!not\b)[\w-]+\s+){0,3}?"
)
_SOMEBODY = (
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Yy]ou|who|[A-Z][a-z]+|(?:minister|president|boss|chief|leader|director"
    r"|chairman|manager|mayor"
    r"|candidate|government|company|party|council|board|team|campaign|man|woman|guy|official|officer|soldier|troop|force|army|police|ministry)s?)"
)
_TARGET = re.compile(r"\b(?:he|she|him|her|his|hers|they|them|their|you|who)\b|(?<=[\w,;:’'”\"] )[A-Z][a-z]+")
_SOMEBODY_NAMED = re.compile(
    r"^\W*(?:him|her|them|(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir) (?:[\w-]+ ){0,2}(?:minister|president|boss|chief"
    r"|chief executive|executive|leader|director|chairman|manager|mayor|candidate|coach|governor|general)"
    r"|(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][a-z]+(?:(?: [A-Z][a-z]+)+|(?![’']s)))\b"
)
_SUFFERED = re.compile(
    r"\b(?:victims?|survivors?|witness(?:es)?|eyewitness(?:es)?|whistle-?blowers?|accusers?|hostages?"
    r"|detainees?|prisoners?|patients?|pupils?)\b"
    r"|\bwho (?:was|were|had been) (?:abused|attacked|assaulted|beaten|raped|harassed|held|detained|hurt|injured)\b"
    r"|\bwho reported\b",
    re.IGNORECASE,
)


@cache
def _strong() -> re.Pattern[str]:
    return _pattern("judging_words_of_people")


@cache
def _soft() -> re.Pattern[str]:
    """A word that also describes things counts only where it is said of somebody: "he is weak", "Ek was reckless"."""
    return re.compile(rf"{_SOMEBODY}{_IS}(?:{_alternatives('judging_words')})\b")


@cache
def _sweeping() -> re.Pattern[str]:
    """A few nouns judge whatever they are said of: "it was a shambles"."""
    return re.compile(rf"\b\w+{_IS}(?:{_alternatives('judging_words_of_anything')})\b", re.IGNORECASE)


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_alternatives(name)})\b", re.IGNORECASE)


def _alternatives(name: str) -> str:
    return "|".join(re.escape(entry) for entry in sorted(listed(name), key=len, reverse=True))


def passes_judgement(subject: Attribution, context: Context) -> Match:
    """The words praise or attack somebody or something."""
    if subject.cue_lemma in _JUDGING_CUES and any(_SOMEBODY_NAMED.search(span.text) for span in subject.content):
        return tuple(Evidence("words", span) for span in subject.cue)
    named = subject.cue_lemma in _NAMING_CUES
    patterns = [_strong(), _soft(), _sweeping(), _SUPERLATIVE, *([_pattern("judging_words")] if named else [])]
    for span in subject.content:
        for pattern in patterns:
            match = pattern.search(context.article.text, span.start, span.end)
            if match:
                return (Evidence("words", context.article.span(*match.span())),)
    return False


def judges_nobody_in_particular(subject: Attribution, context: Context) -> Match:
    """Nobody in particular is judged."""
    return not any(_TARGET.search(span.text) for span in subject.content)


def tells_what_was_suffered(subject: Attribution, context: Context) -> Match:
    """The source is a victim, a witness or a whistle-blower."""
    source = context.source_of(subject)
    if source is None:
        return False
    text = context.article.text
    described = [source.label, *(text[mention.start : mention.end + 50] for mention in source.mentions)]
    return any(_SUFFERED.search(one) for one in described)


CONDITIONS = (
    passes_judgement,
    judges_nobody_in_particular,
    tells_what_was_suffered,
)
