"""Tells somebody's words from words held at arm's length, by the bare text around the marks.

Source: news stylebooks put titles, terms, nicknames and words as words between the same marks as speech; four words is
where the catalogue of rules draws the line between a fragment and a quotation.
"""

from __future__ import annotations

import re

from auditor.language.annotations import QuotationKind
from auditor.language.lexicon import words
from auditor.language.quotations.pairing import Pair
from auditor.text import Paragraph, ZoneKind

SPEECH_WORDS = 4
WINDOW = 60

_WORD = re.compile(r"\S*[^\W_]\S*")
_CAPITALISED = re.compile(r"[A-Z0-9]")
_TITLE_WORDS = 15
_SMALL_WORDS = frozenset(
    re.findall(r"\w+", "a an the and or but nor of in on at to for from by with as into over upon vs v is")
)
_SENTENCE_MARK = re.compile(r"[.?!…]")
_CLOSING_STOP = re.compile(r"[,.?!…—–-]\s*$")

# What stands before a title, a term, a nickname, a slogan or words as words.
_TERM_BEFORE = re.compile(
    r"\b(?:so[- ]called|known (?:\w+ )?as|termed|entitled|titled|subtitled|headlined|captioned|nicknamed|dubbed|"
    r"labell?ed|branded|christened|named|code[- ]?named|aka|meaning|translates? (?:as|to)|spell(?:s|ed|ing)|hashtag|"
    r"search(?:es|ed|ing)? for|alias)\s*[,:]?\s*(?:an?\s|the\s|as\s)?$",
    re.IGNORECASE,
)
_TERM_NOUN_BEFORE = re.compile(
    r"([A-Za-z]+)(?:\s+(?:of|was|is|reads?|reading|saying|called|like|such as))?\s*[,:]?\s*$"
)
_CUE_BEFORE = re.compile(r"\b([A-Za-z]+)(?:\s+(?:that|of|as|to|it|him|her|them|this|\w+ly))?\s*[,:]?\s*$")
# The clause after the marks, up to its first stop, unless it only adds to the words before ("…," which, and, but).
_CLAUSE_AFTER = re.compile(r"[\s,—–-]*(?!(?:which|who|that|as|and|but|or|while|when|where)\b)([^,.;:?!()—–]+)")
_CUE_REACH = 5


def count_words(text: str) -> int:
    """Count the words of a quotation: runs of characters between white space that hold a letter or a digit."""
    return len(_WORD.findall(text))


def kind_of(text: str, pair: Pair, paragraph: Paragraph) -> QuotationKind:
    """Tell speech from scare quotes by the words, the marks and the words around them; syntax may know better later."""
    inner = text[slice(*pair.inner)]
    count = count_words(inner)
    before = text[max(paragraph.start, pair.start - WINDOW) : pair.start]
    after = text[pair.end : min(paragraph.end, pair.end + WINDOW)]
    if not count or is_announced_term(before):
        return QuotationKind.SCARE
    cued = _is_cued(inner, before, after)
    if paragraph.zone in (ZoneKind.HEADLINE, ZoneKind.CAPTION) and not cued:
        return QuotationKind.SCARE
    if count < SPEECH_WORDS:
        return QuotationKind.SPEECH if cued else QuotationKind.SCARE
    if not cued and _is_title(inner, count):
        return QuotationKind.SCARE
    return QuotationKind.SPEECH


def is_announced_term(before: str) -> bool:
    """Tell whether the words before the marks announce a title, a term, a slogan or words as words."""
    if _TERM_BEFORE.search(before):
        return True
    noun = _TERM_NOUN_BEFORE.search(before)
    return noun is not None and noun[1].lower() in words("quoted_things")


def _is_cued(inner: str, before: str, after: str) -> bool:
    """Tell whether a speech verb stands right before or right after the marks."""
    verb = _CUE_BEFORE.search(before)
    if verb is not None and verb[1].lower() in words("speech_verbs"):
        return True
    if not _CLOSING_STOP.search(inner):
        return False
    clause = _CLAUSE_AFTER.match(after)
    return clause is not None and any(word in words("speech_verbs") for word in clause[1].split()[:_CUE_REACH])


def _is_title(inner: str, count: int) -> bool:
    """Tell a title ("The Old Man and the Sea") by its capitals."""
    found = [word.strip("\"'‘’“”,.:;!?()") for word in _WORD.findall(inner)]
    principal = [word for word in found if word.lower() not in _SMALL_WORDS]
    stops = _SENTENCE_MARK.findall(inner.rstrip(".,?! "))
    return count <= _TITLE_WORDS and len(principal) >= 2 and not stops and all(map(_CAPITALISED.match, principal))
