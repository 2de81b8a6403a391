"""Names of outlets that no list holds, by their shape: "the Fenland Herald", "Radio Nord", "KXQZ-TV", "marshland.news".

A shape alone proves nothing ("the Morning Post Office"); the relays step asks for syntax around it as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.language.lexicon import entries

_WORDS = re.compile(r"[^\W_]+|[^\w\s]|_")

# A full stop belongs to a short form ("St. Albans Mail"); after a longer word it ends the sentence.
_CAP = r"(?:[A-ZÀ-ÖØ-Þ][\w'’&+!-]{0,2}\.(?=\s[A-Z])|[A-ZÀ-ÖØ-Þ][\w'’&+!-]*)"
_JOINER = r"(?:of|&|de|del|della|la|el|al|für)"
_NAME = rf"{_CAP}(?:[ ](?:{_JOINER}[ ])?{_CAP}){{0,4}}"
_HEADS = "|".join(re.escape(head) for head in sorted(entries("outlet_name_heads"), key=len, reverse=True))
_OPENERS = "|".join(re.escape(opener) for opener in entries("outlet_name_openers"))
_NOUNS = (
    r"(?:newspaper|news agency|newswire|news website|news site|news portal|news channel|newsletter|daily|tabloid|"
    r"weekly|magazine|broadcaster|radio station|TV station|television station|TV channel|television channel|"
    r"television network|TV network|radio network|radio show|talk show|TV show|podcast|"
    r"website|blog|radio|television|TV|news service)"
)

_BY_HEAD = re.compile(
    rf"\b{_CAP}(?:[ ](?:{_JOINER}[ ])?{_CAP}){{0,4}}[ -](?:{_HEADS})\b(?!['’]?[A-Za-z])(?![ ](?:{_HEADS})\b)"
)
_BY_OPENER = re.compile(rf"\b(?:{_OPENERS})[ ]{_CAP}(?:[ ]{_CAP})?")
# "a Latino television audience": the medium describes the noun after it, and no station is named.
_MEDIUM_OF = (
    r"(?![ ](?:audiences?|viewers?|interviews?|ads?|adverts?|advertisements?|appearances?|debates?|personalit(?:y|ies)"
    r"|hosts?|presenters?|stars?|sets?|screens?|viewing|coverage|market|series|drama|rights|licen[cs]es?|deals?)\b)"
)
_NOUN_AFTER = re.compile(rf"\b({_NAME})[ ]{_NOUNS}\b{_MEDIUM_OF}")
_NOUN_BEFORE = re.compile(rf"\b{_NOUNS}[ ][\"“'‘]?({_NAME})")
_CALL_SIGN = re.compile(r"\b[A-Z]{2,5}TV\b|\b[KW][A-Z]{3}(?:-(?:TV|FM|AM|DT))?\b(?![\w-])")
_DOMAIN = re.compile(
    r"(?<![\w@/.])[A-Za-z][\w-]+\.(?:com|net|org|news|info|ru|ua|fr|de|it|es|in|ie|nl|tv|co\.uk|com\.au)\b(?![\w/@])"
)
_SHOW = re.compile(rf"\b(?:The[ ])?{_CAP}(?:[ ]{_CAP}){{0,3}}[ ](?:Show|Hour|Program|Podcast|Tonight|Live)\b")

_PATTERNS = (_BY_HEAD, _BY_OPENER, _CALL_SIGN, _DOMAIN, _SHOW)
# Words that begin a sentence or name a day or a title, and so are no part of the name after them.
_NOT_FIRST = frozenset(entries("name_preludes"))


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark; offsets in characters, end exclusive."""

    text: str
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """Give the words and marks of a text with their character offsets."""
    return [Word(match.group(), match.start(), match.end()) for match in _WORDS.finditer(text)]


def pattern_names(text: str) -> Iterator[tuple[int, int, tuple[()]]]:
    """Find names shaped like those of outlets; offsets in characters, not in text order, possibly overlapping."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            yield from _trimmed(text, match.start(), match.end())
    for pattern in (_NOUN_AFTER, _NOUN_BEFORE):
        for match in pattern.finditer(text):
            yield from _trimmed(text, *match.span(1))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int, tuple[()]]]:
    """Cut words off the front that only begin a sentence; "The" stays, as part of the title."""
    while True:
        first = re.match(r"[\w'’]+\s+", text[start:end])
        if first is None or first.group().strip() not in _NOT_FIRST:
            break
        start += first.end()
    possessive = re.search(r"['’]s$", text[start:end])
    end -= len(possessive.group()) if possessive else 0
    owner = list(re.finditer(r"['’]s ", text[start:end]))
    if owner:
        start += owner[-1].end()
    if text[start:end] not in _NOT_FIRST and text[start:end] != "The" and end - start > 2:
        yield start, end, ()
