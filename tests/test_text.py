"""The text model: spans by character offsets, end exclusive; paragraphs; runs of zones."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.text import Article, Paragraph, Span, ZoneKind

TEXT = "Title\nFirst words.\nMore."
PARAGRAPHS = (
    Paragraph(0, 0, 5, ZoneKind.HEADLINE),
    Paragraph(1, 6, 18, ZoneKind.LEAD),
    Paragraph(2, 19, 24, ZoneKind.LEAD),
)
ARTICLE = Article(id="a", text=TEXT, paragraphs=PARAGRAPHS)


def test_a_span_holds_its_words():
    assert ARTICLE.span(6, 11) == Span(6, 11, "First")


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (5, 4), (0, 25)])
def test_a_span_outside_the_text_or_without_words_is_refused(start, end):
    with pytest.raises(ValueError, match=f"no such span: {start}-{end} in a text of 24 characters"):
        ARTICLE.span(start, end)


@given(st.text(min_size=1), st.data())
def test_any_span_is_the_words_at_its_offsets(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Article(id="", text=text).span(start, end)
    assert text[span.start : span.end] == span.text


def test_touching_spans_do_not_overlap():
    assert not Span(0, 3, "abc").overlaps(Span(3, 5, "de"))
    assert Span(0, 4, "abcd").overlaps(Span(3, 5, "de"))


def test_a_span_contains_itself_and_what_lies_inside():
    outer = Span(2, 8, "cdefgh")
    assert outer.contains(outer)
    assert outer.contains(Span(2, 3, "c"))
    assert not outer.contains(Span(7, 9, "hi"))


@pytest.mark.parametrize(("offset", "index"), [(0, 0), (5, 0), (6, 1), (18, 1), (23, 2), (1000, 2)])
def test_the_paragraph_at_an_offset_or_before_it(offset, index):
    assert ARTICLE.paragraph_at(offset) == PARAGRAPHS[index]


def test_the_first_paragraph_holds_the_white_space_before_it():
    article = dataclasses.replace(ARTICLE, paragraphs=PARAGRAPHS[1:])
    assert article.paragraph_at(0) == PARAGRAPHS[1]


def test_an_article_without_paragraphs_has_none_anywhere():
    assert Article(id="", text="").paragraph_at(0) is None
    assert Article(id="", text="").zones == ()


def test_neighbouring_paragraphs_of_one_kind_make_one_zone():
    assert [(zone.kind.value, zone.start, zone.end) for zone in ARTICLE.zones] == [("headline", 0, 5), ("lead", 6, 24)]


def test_words_are_what_stands_between_white_space():
    assert ARTICLE.words == 4


def test_values_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        ARTICLE.text = "other"  # type: ignore[misc]
