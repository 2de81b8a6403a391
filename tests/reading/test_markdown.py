"""Markdown: what a reader sees, links, front matter, lines."""

from __future__ import annotations

import pytest

from auditor.errors import InputError
from auditor.reading.markdown import article_from_markdown
from auditor.text import Metadata, Position, ZoneKind


def read(text: str):
    return article_from_markdown(text, id="a", where="a.md")


def test_marks_are_not_read():
    article = read("# Quay *shut*\n\nThe **quay** is\nshut.\n\n> “No,” she said.\n\n- One.\n- Two `x`.\n\n***\n")
    assert article.text == "Quay shut\nThe quay is shut.\n“No,” she said.\nOne.\nTwo x."
    assert article.paragraphs[0].zone is ZoneKind.HEADLINE
    assert article.positions[:3] == (Position(0, "line", 1), Position(10, "line", 3), Position(28, "line", 6))


def test_links_and_pictures():
    article = read("See [the plan](https://a.example) and [here](#x).\n\n![The quay on Monday.](q.jpg)\n")
    assert [article.text[link.start : link.end] for link in article.links] == ["the plan"]
    assert article.paragraphs[-1].zone is ZoneKind.CAPTION


def test_front_matter_by_usual_names():
    article = read("---\ntitle: Quay shut\nauthor: A B\ndate: 2024-03-05\ntags: [x]\n---\nThe quay is shut.\n")
    assert article.metadata == Metadata(title="Quay shut", byline="A B", published="2024-03-05")
    assert article.text == "Quay shut\nThe quay is shut."
    assert article.positions[-1] == Position(10, "line", 7)


def test_broken_front_matter_is_an_error():
    with pytest.raises(InputError, match="not readable"):
        read("---\na: [\n---\nWords.\n")


def test_html_inside():
    assert read("<div><p>The quay.</p></div>\n\n<!-- no -->\n\nShut.\n").text == "The quay.\nShut."


def test_a_line_of_hyphens_is_no_front_matter():
    assert read("Words.\n\n---\n\nMore.\n").text == "Words.\nMore."
