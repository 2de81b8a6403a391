"""Names written in more than one way."""

from __future__ import annotations

from spacy.tokens import Doc

from auditor.language.annotations import Name
from auditor.text import Article


def find_names(doc: Doc, article: Article) -> tuple[Name, ...]:
    """Find groups of spellings that are probably one name."""
    return ()
