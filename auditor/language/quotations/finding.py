"""Finds everything between quotation marks, paragraph by paragraph: no model, linear time, no text fails.

A quotation that goes on in the next paragraph is one quotation a paragraph, each but the last with `closed` false.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from auditor.language.annotations import Marks, Quotation, QuotationKind
from auditor.language.quotations.alterations import find_alterations
from auditor.language.quotations.blocks import block_paragraphs
from auditor.language.quotations.kinds import count_words, kind_of
from auditor.language.quotations.marks import Family
from auditor.language.quotations.pairing import Pair, pair_marks
from auditor.text import Article, Paragraph

_MARKS = {
    Family.DOUBLE: Marks.DOUBLE,
    Family.GUILLEMET: Marks.DOUBLE,
    Family.SINGLE: Marks.SINGLE,
    Family.SINGLE_GUILLEMET: Marks.SINGLE,
    Family.TYPEWRITER: Marks.TYPEWRITER,
}
# A line of a transcript is somebody's words already: marks inside it are a quotation inside a quotation.
_TRANSCRIPT_LINE = re.compile(r"(?:[QA]|[A-Z][A-Z.’' -]{2,40})(?::|\.\s)\s*(?![\"“‘'])")


def find_quotations(article: Article) -> tuple[Quotation, ...]:
    """Find everything between quotation marks, in text order, outer quotations before those inside them.

    `typewriter` marks are `` and ''; straight and curly marks are both `double` or `single`, guillemets as well. An
    odd opening mark gives a quotation up to its paragraph's end, or up to the next opening mark of its kind; an odd
    closing mark gives one from the end of the quotation before it; both have `closed` false.
    """
    found: list[Quotation] = []
    blocks = block_paragraphs(article)
    unclosed: Family | None = None
    for paragraph in article.paragraphs:
        pairs = pair_marks(article.text, paragraph.start, paragraph.end)
        if pairs and unclosed is pairs[0].family and not pairs[0].opened and pairs[0].start == paragraph.start:
            # The paragraph before left its quotation open, and this one closes it without opening it again.
            pairs[0] = replace(pairs[0], opened=True)
        found.extend(_paragraph_quotations(article, paragraph, pairs, block=paragraph.index in blocks))
        last = max(pairs, key=lambda pair: pair.end, default=None)
        unclosed = last.family if last is not None and not last.closed else None
    return tuple(replace(quotation, id=f"q{number}") for number, quotation in enumerate(found, 1))


def _paragraph_quotations(
    article: Article, paragraph: Paragraph, pairs: list[Pair], *, block: bool
) -> Iterator[Quotation]:
    inside_until = paragraph.start
    if block:
        yield _block_quotation(article, paragraph)
        inside_until = paragraph.end
    elif pairs and _TRANSCRIPT_LINE.match(article.text, paragraph.start):
        inside_until = paragraph.end
    for pair in pairs:
        nested = pair.start < inside_until
        alterations = () if nested and block else tuple(find_alterations(article, *pair.inner))
        yield Quotation(
            id="",
            span=article.span(pair.start, pair.end),
            marks=_MARKS[pair.family],
            kind=kind_of(article.text, pair, paragraph),
            closed=pair.opened and pair.closed,
            nested=nested,
            words=count_words(article.text[slice(*pair.inner)]),
            alterations=alterations,
        )
        inside_until = max(inside_until, pair.end)


def _block_quotation(article: Article, paragraph: Paragraph) -> Quotation:
    return Quotation(
        id="",
        span=article.span(paragraph.start, paragraph.end),
        marks=Marks.BLOCK,
        kind=QuotationKind.SPEECH,
        words=count_words(article.text[paragraph.start : paragraph.end]),
        alterations=tuple(find_alterations(article, paragraph.start, paragraph.end)),
    )
