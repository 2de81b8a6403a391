"""Visible changes inside a quotation: bracketed insertions and ellipses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.language.annotations import Alteration, AlterationKind
from auditor.text import Article

_DOTS = r"(?:…|\.(?:[ \u00a0]?\.){2,})"
# A note's number ("[3]") changes nothing. An insertion of more than 200 characters is a passage of its own.
_ALTERATION = re.compile(
    rf"(?P<ellipsis>\[\s?{_DOTS}\s?\]|\(\s?{_DOTS}\s?\)|{_DOTS})|(?P<insertion>\[(?!\d*\])[^\[\]]{{1,200}}\])"
)


def find_alterations(article: Article, start: int, end: int) -> Iterator[Alteration]:
    """Give the insertions and ellipses between these character offsets, in text order."""
    for match in _ALTERATION.finditer(article.text, start, end):
        kind = AlterationKind.ELLIPSIS if match["ellipsis"] else AlterationKind.INSERTION
        yield Alteration(kind, article.span(match.start(), match.end()))
