"""The sentence around a token, found by walking outwards from it.

spaCy's own `Token.sent` looks through the whole document each time, which makes long articles slow.
"""

from __future__ import annotations

from spacy.tokens import Span, Token


def sentence_of(token: Token) -> Span:
    """Give the sentence that holds this token; without sentence marks, its paragraph."""
    doc = token.doc
    start = token.i
    while start > 0 and not doc[start].is_sent_start and "\n" not in doc[start - 1].text:
        start -= 1
    end = token.i + 1
    while end < len(doc) and not doc[end].is_sent_start and "\n" not in doc[end - 1].text:
        end += 1
    return doc[start:end]
