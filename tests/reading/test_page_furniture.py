"""Furniture of pages: by element, by the words of classes, by the shape of the words."""

from __future__ import annotations

import pytest

from auditor.reading.markup import found_blocks, parse_html
from auditor.reading.page_furniture import is_call, is_furniture, may_be_pull_quote

NOBODY: frozenset = frozenset()


def one(html: str):
    (found,) = found_blocks(parse_html(html, where="a"))
    return found


@pytest.mark.parametrize(
    "html",
    [
        "<nav><p>The quay is shut.</p></nav>",
        "<div role='dialog'><p>We use cookies on this page.</p></div>",
        "<div class='x related-links y'><p>The quay is shut.</p></div>",
        "<div id='newsletter_box'><p>The quay is shut.</p></div>",
        "<p>Advertisement</p>",
        "<p>By Ingrid Solberg</p>",
        "<p>Read more: <a href='/x'>The quay is shut</a> by order of the port, which nobody expected</p>",
    ],
)
def test_furniture(html):
    assert is_furniture(one(html), NOBODY)


@pytest.mark.parametrize(
    "html",
    [
        "<p>The quay is shut, the mayor said.</p>",
        "<div class='story-body'><p>He read more than the report.</p></div>",
        "<p><a href='/x'>The quay is shut, the mayor said.</a></p>",
        "<div class='sharpness'><p>The tags were removed.</p></div>",
    ],
)
def test_what_is_none(html):
    assert not is_furniture(one(html), NOBODY)


def test_a_class_on_what_holds_the_article_means_nothing():
    found = one("<div class='has-sidebar'><p>The quay is shut.</p></div>")
    assert is_furniture(found, NOBODY)
    assert not is_furniture(found, frozenset(found.element.iterancestors()))


def test_links_alone_call_elsewhere():
    assert is_call(one("<p><a href='/x'>What the cranes cost</a></p>"))


def test_pull_quotes_stand_in_asides_and_marked_elements():
    assert may_be_pull_quote(one("<aside><p>They looked at the paint.</p></aside>"))
    assert may_be_pull_quote(one("<div class='pull-quote'><p>They looked at the paint.</p></div>"))
    assert not may_be_pull_quote(one("<p>They looked at the paint.</p>"))
