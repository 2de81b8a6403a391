"""Metadata of pages: JSON-LD first, then meta elements, then what is shown; broken parts are passed over."""

from __future__ import annotations

import json

import pytest

from auditor.reading.markup import parse_html
from auditor.reading.page_metadata import page_facts, title_element

HEAD = """<meta property="og:title" content="Quay shut"><meta property="og:site_name" content="Nordkyst Post">
<meta name="author" content="https://social.example/ingrid"><link rel="canonical" href="https://a.example/quay">"""


def facts(head: str = "", body: str = "<p>x</p>", url: str | None = None):
    return page_facts(parse_html(f"<html lang='en'><head>{head}</head><body>{body}</body></html>", where="a"), url=url)


def script(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def test_json_ld_comes_before_open_graph():
    metadata = facts(HEAD + script({"@type": "NewsArticle", "headline": "Quay closed"})).metadata
    assert (metadata.title, metadata.publisher) == ("Quay closed", "Nordkyst Post")


def test_the_address_it_was_fetched_from_comes_before_the_one_it_states():
    assert facts(HEAD).metadata.url == "https://a.example/quay"
    assert facts(HEAD, url="https://b.example/q").metadata.url == "https://b.example/q"


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ("Ingrid Solberg", "Ingrid Solberg"),
        ({"name": "By Ingrid Solberg"}, "Ingrid Solberg"),
        ([{"name": "A B"}, {"name": "C D"}, {"name": "E F"}], "A B, C D and E F"),
        ({"@type": "Person", "url": "https://a.example"}, None),
        (["https://a.example/ingrid"], None),
        (7, None),
    ],
)
def test_authors_in_every_shape(author, byline):
    data = {"@type": "NewsArticle", "headline": "Quay", "author": author}
    assert facts(script(data)).metadata.byline == byline


def test_an_address_is_no_by_line_but_a_shown_one_is():
    assert facts(HEAD, "<p class='byline'>By <b>Ingrid Solberg</b></p>").metadata.byline == "Ingrid Solberg"


def test_corrections_that_the_page_states():
    data = {"@type": "NewsArticle", "headline": "Quay", "correction": [{"text": "It was Monday."}, "And the quay."]}
    assert facts(script(data)).metadata.corrections == ("It was Monday.", "And the quay.")


@pytest.mark.parametrize("broken", ["{", "[1, 2]", '{"@type": 7}', "[" * 10_000, "null", '{"@type": "NewsArticle"'])
def test_broken_json_ld_is_passed_over(broken):
    assert facts(f'{HEAD}<script type="application/ld+json">{broken}</script>').metadata.title == "Quay shut"


def test_the_title_of_the_tab():
    assert title_element(parse_html("<title>Quay shut | Post</title><p>x</p>", where="a")) == "Quay shut | Post"
