"""The text of a parsed article, put together once.

spaCy's own `Doc.text` joins all tokens anew at every use, which makes a step that asks for it at each place quadratic.
"""

from __future__ import annotations

from spacy.tokens import Doc

_KEY = "auditor.text"


def text_of(doc: Doc) -> str:
    """Give the whole text of a document; the same as `doc.text`."""
    text = doc.user_data.get(_KEY)
    if text is None:
        text = doc.text
        doc.user_data[_KEY] = text
    return str(text)
