"""Pages as different as real sites are: only the article is read, all of it, each word once."""

from __future__ import annotations

import pytest
from reading import pages
from reading.harbour import BYLINE, CAPTION, CORRECTION, METADATA, PARAGRAPHS, PUBLISHER, STANDFIRST, TITLE

from auditor.reading.webpage import article_from_page
from auditor.text import ZoneKind


def zone(article, kind: ZoneKind) -> list[str]:
    return [article.text[part.start : part.end] for part in article.paragraphs if part.zone is kind]


@pytest.mark.parametrize("layout", pages.LAYOUTS, ids=lambda layout: layout.__name__)
class TestEveryLayout:
    def test_the_article_is_read_whole_and_in_order(self, layout):
        article = article_from_page(layout(), id="crane")
        running = [*zone(article, ZoneKind.LEAD), *zone(article, ZoneKind.BODY)]
        assert [text for text in running if text in PARAGRAPHS] == list(PARAGRAPHS)

    def test_nothing_else_is_read(self, layout):
        article = article_from_page(layout(), id="crane")
        assert pages.FOREIGN not in article.text
        own = {TITLE, STANDFIRST, CAPTION, CORRECTION, "A spring of warnings", *PARAGRAPHS}
        assert set(article.text.split("\n")) - own == set()

    def test_the_headline_stands_first_and_once(self, layout):
        article = article_from_page(layout(), id="crane")
        assert zone(article, ZoneKind.HEADLINE) == [TITLE]
        assert article.text.startswith(TITLE)
        assert article.metadata.title == TITLE


def test_standfirst_caption_and_correction_have_their_zones():
    article = article_from_page(pages.broadsheet(), id="crane")
    assert zone(article, ZoneKind.STANDFIRST) == [STANDFIRST]
    assert zone(article, ZoneKind.CAPTION) == [CAPTION]
    assert zone(article, ZoneKind.LEAD) == list(PARAGRAPHS[:3])


@pytest.mark.parametrize("layout", [pages.tabloid, pages.magazine], ids=lambda layout: layout.__name__)
def test_a_standfirst_is_known_by_its_class(layout):
    assert zone(article_from_page(layout(), id="crane"), ZoneKind.STANDFIRST) == [STANDFIRST]


def test_links_in_the_text_keep_their_words_and_address():
    article = article_from_page(pages.list_of_links(), id="crane")
    assert [(article.text[link.start : link.end], link.url) for link in article.links] == [
        ("Vellamo Dagblad", "https://dagblad.example/1")
    ]


def test_json_ld_states_the_metadata():
    metadata = article_from_page(pages.broadsheet(), id="crane").metadata
    for name in ("title", "byline", "publisher", "published", "updated", "url", "language", "genre"):
        assert getattr(metadata, name) == getattr(METADATA, name), name


def test_open_graph_states_the_metadata_too():
    metadata = article_from_page(pages.tabloid(), id="crane").metadata
    assert (metadata.byline, metadata.publisher, metadata.genre) == (BYLINE, PUBLISHER, "analysis")


def test_a_by_line_and_a_date_that_are_only_shown_are_found():
    metadata = article_from_page(pages.blog(), id="crane").metadata
    assert metadata.byline == BYLINE
    assert metadata.published == METADATA.published


def test_a_live_blog_says_that_it_is_one():
    assert article_from_page(pages.live_blog(), id="crane").metadata.genre == "live blog"


def test_a_teaser_is_read_and_said_to_be_one():
    article = article_from_page(pages.paywall(), id="crane")
    assert zone(article, ZoneKind.LEAD) == list(PARAGRAPHS[:2])
    assert pages.FOREIGN not in article.text
    assert any("not free to read" in note for note in article.notes)
    assert any("900 words" in note for note in article.notes)


def test_pull_quotes_left_out_are_counted():
    notes = article_from_page(pages.pull_quotes(), id="crane").notes
    assert any(note.startswith("2 pull quotes") for note in notes)


def test_it_is_said_how_much_of_the_page_was_left_out():
    (note,) = [note for note in article_from_page(pages.tabloid(), id="crane").notes if "menus" in note]
    assert "words)" in note
