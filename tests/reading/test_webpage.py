"""Web pages: main text, headline, metadata, and the extra that reads them."""

from __future__ import annotations

import sys

import pytest

from auditor.errors import InputError
from auditor.reading.webpage import article_from_page, begins_as_page, declared_encoding, is_page_by_name
from auditor.text import ZoneKind

PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head>
<title>Ferry line halts night crossings | Ostvik Post</title>
<meta property="og:title" content="Ferry line halts night crossings">
<meta property="og:site_name" content="Ostvik Post">
<meta name="author" content="Lena Ruud">
<meta property="article:published_time" content="2024-03-05T08:00:00+01:00">
<link rel="canonical" href="https://ostvikpost.example/ferry">
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Ferry line halts night crossings</h1>
<p>The ferry line between Ostvik and the outer islands will stop its night crossings from Monday, its director said.</p>
<p>Shopkeepers on the islands said they had not been asked, and that they had heard of the plan from the radio.</p>
<p>The town council will speak about the crossings at its meeting in March, the mayor told reporters.</p>
</article>
<footer>We use cookies to make your visit better.</footer>
</body></html>"""


class TestRecognition:
    @pytest.mark.parametrize(
        "text",
        [
            "<!DOCTYPE html><p>x",
            "  \n<!doctype HTML>",
            "<html lang=en>",
            "<?xml version='1.0'?>\n<html>",
            "<!-- saved from the web -->\n<html>",
            "\ufeff<head>",
            "<BODY class='a'>",
        ],
    )
    def test_a_page_begins_as_one(self, text):
        assert begins_as_page(text)

    @pytest.mark.parametrize("text", ["<3 it", "The <html> tag", "<p>Words</p>", "<htmlish>", "<!-- only", "", "<rss>"])
    def test_other_texts_do_not(self, text):
        assert not begins_as_page(text)

    def test_many_comments_before_a_text_take_no_time(self):
        assert not begins_as_page("<!--" * 2000)

    def test_a_piece_of_a_page_is_known_by_its_name(self):
        assert is_page_by_name("a/story.HTML", "<p>Words</p>")
        assert not is_page_by_name("story.html", "Words, and 3 < 4.")
        assert not is_page_by_name("story.txt", "<p>Words</p>")

    def test_the_declared_encoding_is_found(self):
        assert declared_encoding(b"<html><meta charset='koi8-r'>") == "koi8-r"
        assert declared_encoding(b'<meta http-equiv=x content="text/html; charset=Windows-1251">') == "Windows-1251"
        assert declared_encoding(b"<?xml version='1.0' encoding='iso-8859-2'?><html>") == "iso-8859-2"
        assert declared_encoding(b"The tag <meta charset='koi8-r'> is old.") is None
        assert declared_encoding(b"<html>") is None


class TestArticles:
    def test_only_the_article_is_read(self):
        article = article_from_page(PAGE, id="ferry")
        assert article.text.startswith("Ferry line halts night crossings\nThe ferry line between")
        assert article.text.endswith("told reporters.")
        assert "Sport" not in article.text
        assert "cookies" not in article.text

    def test_the_headline_is_a_zone_and_stands_once(self):
        article = article_from_page(PAGE, id="ferry")
        assert article.text.count("Ferry line halts night crossings") == 1
        assert [paragraph.zone for paragraph in article.paragraphs] == [ZoneKind.HEADLINE, *[ZoneKind.LEAD] * 3]

    def test_metadata_come_from_the_page(self):
        metadata = article_from_page(PAGE, id="ferry").metadata
        assert metadata.title == "Ferry line halts night crossings"
        assert metadata.byline == "Lena Ruud"
        assert metadata.publisher == "Ostvik Post"
        assert metadata.published == "2024-03-05T08:00:00+01:00"
        assert metadata.url == "https://ostvikpost.example/ferry"
        assert metadata.language == "en-GB"

    def test_the_address_it_was_fetched_from_wins(self):
        assert article_from_page(PAGE, id="a", url="https://example.org/f").metadata.url == "https://example.org/f"

    def test_it_is_said_that_only_the_main_text_was_read(self):
        notes = article_from_page(PAGE, id="ferry", notes=("Read as UTF-8.",)).notes
        assert notes[0] == "Read as UTF-8."
        assert "left out" in notes[1]

    def test_reading_twice_gives_the_same(self):
        assert article_from_page(PAGE, id="ferry") == article_from_page(PAGE, id="ferry")

    @pytest.mark.parametrize("page", ["<html></html>", "<html><body></body></html>", "<!DOCTYPE html>"])
    def test_a_page_without_an_article_is_an_error(self, page):
        with pytest.raises(InputError, match="no article was found") as caught:
            article_from_page(page, id="a", where="a.html")
        assert caught.value.where == "a.html"


@pytest.mark.parametrize(
    "page",
    [
        "<html>" + "<div>" * 20_000,
        "<html><body>" + "<b>" * 100_000,
        "<html><script>" + "x" * 100_000,
        "<html " + "a=b " * 10_000 + ">",
    ],
)
def test_a_page_made_to_break_readers_is_an_error(page):
    with pytest.raises(InputError):
        article_from_page(page, id="a")


def test_a_reader_that_breaks_is_an_error(monkeypatch):
    import trafilatura

    def broken(*_, **__):
        raise RecursionError

    monkeypatch.setattr(trafilatura, "bare_extraction", broken)
    with pytest.raises(InputError, match="cannot be taken apart"):
        article_from_page(PAGE, id="ferry")


def test_a_page_may_state_its_encoding_in_xml():
    page = PAGE.replace("<!DOCTYPE html>", '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>')
    assert "ferry line" in article_from_page(page, id="ferry").text


def test_without_the_extra_it_is_said_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(InputError) as caught:
        article_from_page(PAGE, id="ferry", where="ferry.html")
    assert "pip install 'source-auditor[web]'" in str(caught.value)
    assert "\n" not in str(caught.value)
