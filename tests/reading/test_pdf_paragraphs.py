"""Lines to paragraphs: gaps, indents, sizes, short lines, divided words."""

from __future__ import annotations

import pytest

from auditor.reading.pdf_columns import Line
from auditor.reading.pdf_paragraphs import paragraphs_of
from auditor.text import ZoneKind


def lines(*texts: str, left: float = 50, top: float = 700, page: int = 1, size: float = 10) -> list[Line]:
    return [
        Line(page, left, top - 12 * n, left + 5 * len(text), top - 12 * n + 10, size, text)
        for n, text in enumerate(texts)
    ]


def texts(found: list[Line]) -> list[str]:
    return [block.text for block in paragraphs_of(found)[0]]


LONG = "The quay is shut until the week after next and"


def test_lines_of_one_paragraph_are_joined():
    assert texts(lines(LONG, "it stays shut.")) == [f"{LONG} it stays shut."]


def test_a_short_line_that_ends_a_sentence_ends_a_paragraph():
    assert texts(lines(LONG, "stays so.", LONG, "more.")) == [f"{LONG} stays so.", f"{LONG} more."]


def test_a_gap_begins_a_paragraph():
    assert len(texts(lines(LONG, LONG, LONG) + lines(LONG, LONG, top=650))) == 2


def test_an_indent_begins_a_paragraph():
    full = "The quay is shut until the week after next, he said."
    found = lines(full, full) + lines(full, left=65, top=676) + lines(full, top=664)
    assert len(texts(found)) == 2


def test_a_sentence_goes_on_over_columns_and_pages():
    assert texts(lines(LONG) + lines("the day after.", page=2)) == [f"{LONG} the day after."]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("They saw the inspec-", "tion of the quay.", "They saw the inspection of the quay."),
        ("They saw the inspec\xad", "tion of the quay.", "They saw the inspection of the quay."),
        ("A well-known man and a well-", "known woman.", "A well-known man and a well-known woman."),
        ("They met Anna-", "Lena at the quay.", "They met Anna-Lena at the quay."),
        ("From 10-", "20 people came.", "From 10-20 people came."),
    ],
)
def test_words_divided_at_the_end_of_a_line(first, second, joined):
    assert texts(lines(first, second)) == [joined]


def test_the_largest_letters_at_the_top_are_the_headline():
    blocks, _ = paragraphs_of(lines("Quay shut", size=20, top=760) + lines(LONG, LONG, LONG, LONG))
    assert blocks[0].zone is ZoneKind.HEADLINE
    assert blocks[0].place == ("page", 1)
    assert blocks[1].zone is None
