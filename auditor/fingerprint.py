"""Names for findings that survive edits elsewhere in the article.

A fingerprint is made from the rule, the flagged words, a few words on either side within the paragraph, and a counter
among equals; case, punctuation and kinds of quotation marks do not matter. Moving a paragraph keeps it.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable

from auditor.text import Article, Span

LENGTH = 12
_NEIGHBOURS = 4
_REACH = 120


def fingerprints(article: Article, flagged: Iterable[tuple[str, Span | None, str]]) -> list[str]:
    """Give one fingerprint for each (rule, span, name), unique within the article.

    Args:
        article: the article the spans lie in.
        flagged: in the order of the text; the name stands in for the words where there is no span.
    """
    taken: set[str] = set()
    found = []
    for rule, span, name in flagged:
        words = _surroundings(article, span) if span else normalised(name)
        fingerprint = _next_free("\x1f".join((rule, words)), taken)
        taken.add(fingerprint)
        found.append(fingerprint)
    return found


def normalised(text: str) -> str:
    """Give the words of a text in one form: compatible characters joined, case folded, punctuation left out.

    >>> normalised("“The  Official,” he said")
    'the official he said'
    """
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()))


def _surroundings(article: Article, span: Span) -> str:
    paragraph = article.paragraph_at(span.start)
    start = max(paragraph.start if paragraph else 0, span.start - _REACH)
    end = min(paragraph.end if paragraph else len(article.text), span.end + _REACH)
    before = normalised(article.text[start : span.start]).split()[-_NEIGHBOURS:]
    after = normalised(article.text[span.end : max(span.end, end)]).split()[:_NEIGHBOURS]
    return "\x1e".join((" ".join(before), normalised(span.text), " ".join(after)))


def _next_free(words: str, taken: set[str]) -> str:
    ordinal = 0
    while True:
        key = f"{words}\x1f{ordinal}" if ordinal else words
        fingerprint = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]
        if fingerprint not in taken:
            return fingerprint
        ordinal += 1
