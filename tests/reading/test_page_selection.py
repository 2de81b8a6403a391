"""What is taken of a page: the library's choice in the page's own words, completed and cleaned."""

from __future__ import annotations

import pytest

from auditor.errors import InputError
from auditor.reading import page_selection
from auditor.reading.markup import parse_html
from auditor.reading.page_selection import extracted_lines, select_article
from auditor.text import ZoneKind

PARTS = [f"The quay number {number} is shut until the week after, the mayor of the town said." for number in range(5)]


def select(html: str, description: str | None = None):
    return select_article(parse_html(html, where="a"), html, url=None, where="a", description=description)


def paragraphs(parts: list[str]) -> str:
    return "".join(f"<p>{part}</p>" for part in parts)


def test_a_short_paragraph_that_the_library_passes_over_comes_back(monkeypatch):
    html = f"<article><h1>Quays</h1>{paragraphs([*PARTS[:2], 'Why?', *PARTS[2:]])}</article>"
    monkeypatch.setattr(page_selection, "extracted_lines", lambda *_, **__: PARTS)
    assert [block.text for block in select(html).blocks] == ["Quays", *PARTS[:2], "Why?", *PARTS[2:]]


def test_a_description_that_is_a_heading_is_the_standfirst():
    html = f"<article><h1>Quays</h1><h2>Five of them are shut for now.</h2>{paragraphs(PARTS)}</article>"
    zones = [block.zone for block in select(html, "Five of them are shut for now.").blocks]
    assert zones[:3] == [ZoneKind.HEADLINE, ZoneKind.STANDFIRST, None]


def test_words_that_cannot_be_found_on_the_page_are_taken_as_the_library_gives_them(monkeypatch):
    monkeypatch.setattr(page_selection, "extracted_lines", lambda *_, **__: ["Other words than those of the page."])
    chosen = select(f"<article>{paragraphs(PARTS)}</article>")
    assert chosen.fallback
    assert [block.text for block in chosen.blocks] == ["Other words than those of the page."]


def test_words_left_out_are_counted():
    html = f"<nav><a href='/'>Home page here</a></nav><article>{paragraphs(PARTS)}</article>"
    assert select(html).words_left_out == 3


def test_a_page_of_furniture_alone_has_no_article(monkeypatch):
    monkeypatch.setattr(page_selection, "extracted_lines", lambda *_, **__: PARTS)
    with pytest.raises(InputError, match="no article"):
        select(f"<nav>{paragraphs(PARTS)}</nav>")


def test_lines_are_those_of_the_library():
    assert extracted_lines(f"<article>{paragraphs(PARTS)}</article>", url=None, where="a") == PARTS
