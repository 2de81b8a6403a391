"""Between characters and tokens of a parsed article: its text, put together once, and the tokens of character spans.

spaCy's own `Doc.text` joins all tokens anew at every use, which makes a step that asks for it at each place quadratic.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

Offsets = tuple[int, int]

_KEY = "auditor.text"


def text_of(doc: Doc) -> str:
    """Give the whole text of a document; the same as `doc.text`."""
    text = doc.user_data.get(_KEY)
    if text is None:
        text = doc.text
        doc.user_data[_KEY] = text
    return str(text)


def tokens_of(doc: Doc, spans: Iterable[Offsets]) -> list[Token]:
    """Give the tokens that the spans touch, in order."""
    tokens: list[Token] = []
    for start, end in spans:
        found = doc.char_span(start, end, alignment_mode="expand")
        if found is not None:
            tokens.extend(found)
    return tokens
