"""The text of the sentences around a place, for conditions that look beside the words they are about."""

from __future__ import annotations

from auditor.rules.context import Context
from auditor.text import Span


def around(context: Context, place: Span, *, before: int = 0, after: int = 0) -> tuple[int, int]:
    """Give the character offsets, end exclusive, of a place's sentence and of so many before and after it."""
    sentences = context.sentences_around(place, before=before, after=after)
    if not sentences:
        return place.start, place.end
    return min(sentences[0].start, place.start), max(sentences[-1].end, place.end)


def text_around(context: Context, place: Span, *, before: int = 0, after: int = 0) -> str:
    """Give the text of a place's sentence and of so many before and after it."""
    start, end = around(context, place, before=before, after=after)
    return context.article.text[start:end]
