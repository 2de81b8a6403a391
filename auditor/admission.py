"""Which articles can be audited: not empty, not longer than the limits, and in English.

What cannot be audited is said, in words for the reader; it is never an empty report.
"""

from __future__ import annotations

import math

import py3langid

from auditor.text import Article

MAX_WORDS = 100_000
MAX_CHARACTERS = 1_000_000

# Shorter texts are too little to tell a language by.
_MIN_WORDS = 20
_SAMPLE_CHARACTERS = 20_000

# How far the best language must be ahead of English, in log-likelihood per square root of a byte, the scale on which
# the identifier's scores are alike for short and long texts. English texts full of foreign names came to at most 3,
# French, German, Dutch and Danish ones to 18 or more.
_MARGIN = 6.0


def refusal(article: Article) -> str | None:
    """Say why an article cannot be audited; null when it can."""
    characters = len(article.text)
    if not article.text.strip():
        return "The article is empty."
    if characters > MAX_CHARACTERS:
        return f"The article is too long: {characters:,} characters; the limit is {MAX_CHARACTERS:,}."
    if article.words > MAX_WORDS:
        return f"The article is too long: {article.words:,} words; the limit is {MAX_WORDS:,}."
    language = other_language(article.text)
    if language is not None:
        return f"The article is not in English (it looks like language “{language}”)."
    return None


def other_language(text: str) -> str | None:
    """Give the code of the language a text is in when that is clearly not English; null otherwise."""
    sample = text[:_SAMPLE_CHARACTERS]
    if len(sample.split()) < _MIN_WORDS and len(sample) < _MIN_WORDS * 8:
        return None
    ranked = py3langid.rank(sample)
    scores = {str(code): float(score) for code, score in ranked}
    best = max(scores, key=lambda code: scores[code])
    bytes_read = len(sample.encode("utf-8", "surrogatepass"))
    ahead = (scores[best] - scores.get("en", scores[best])) / math.sqrt(bytes_read)
    return best if ahead > _MARGIN else None
