"""Conditions about words that are quoted twice and differ, or are given to two speakers."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from auditor.findings import Evidence
from auditor.language.annotations import Identity, Quotation
from auditor.rules.conditions.condition import Match
from auditor.rules.context import Context

_WORD = re.compile(r"[\w’']+")
_FEWEST_WORDS = 4
# So much of the longer one must be in the other, in order, for two quotations to be one utterance told twice.
_ALIKE = 0.7
_SPEAKERS = frozenset({Identity.NAMED_PERSON, Identity.NAMED_INSTITUTION})


def differs_from_an_earlier_quotation(subject: Quotation, context: Context) -> Match:
    """Nearly the same words were quoted before, and the two do not agree word for word."""
    words = _words(subject)
    if len(words) < _FEWEST_WORDS or subject.alterations:
        return False
    for other in _earlier(subject, context):
        theirs = _words(other)
        if other.alterations or _speaker(other, context) not in (_speaker(subject, context), None):
            continue
        if len(theirs) >= _FEWEST_WORDS and _alike(words, theirs) and not _part_of(words, theirs):
            return (Evidence("quotation", other.span),)
    return False


def given_to_another_speaker_before(subject: Quotation, context: Context) -> Match:
    """The very same words were given to another speaker before."""
    words = _words(subject)
    if len(words) < _FEWEST_WORDS:
        return False
    mine = context.source_of(subject)
    for other in _earlier(subject, context):
        theirs = context.source_of(other)
        both = mine is not None and theirs is not None and mine.id != theirs.id
        if both and _words(other) == words and {mine.identity, theirs.identity} <= _SPEAKERS:  # type: ignore[union-attr]
            return (Evidence("quotation", other.span),)
    return False


def _earlier(subject: Quotation, context: Context) -> tuple[Quotation, ...]:
    found = (other for other in context.annotations.quotations if other.span.end <= subject.span.start)
    return tuple(other for other in found if not other.nested)


def _words(quotation: Quotation) -> tuple[str, ...]:
    return _words_of(quotation.span.text)


@lru_cache(maxsize=1024)
def _words_of(text: str) -> tuple[str, ...]:
    return tuple(word.casefold().replace("’", "'").strip("'") for word in _WORD.findall(text))


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return False
    same = sum(block.size for block in matcher.get_matching_blocks())
    return same >= _ALIKE * max(len(one), len(other))


def _part_of(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether the shorter stands word for word in the longer: an excerpt is no variant."""
    short, long = sorted((one, other), key=len)
    return any(long[start : start + len(short)] == short for start in range(len(long) - len(short) + 1))


def _speaker(quotation: Quotation, context: Context) -> str | None:
    source = context.source_of(quotation)
    return source.id if source else None


CONDITIONS = (differs_from_an_earlier_quotation, given_to_another_speaker_before)
