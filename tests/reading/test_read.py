"""One input to one article: choice of the reader, limits, and one clear line for whatever cannot be read."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.errors import InputError
from auditor.reading.inputs import Input
from auditor.reading.read import Reading, article_from_bytes, read_input
from auditor.text import Article, ZoneKind

TEXT = "Bridge Shut After Storm\nThe bridge is shut, the mayor said.\nNobody was hurt.\n"


@pytest.fixture
def write(tmp_path):
    def make(name: str, data: bytes | str) -> str:
        path = tmp_path / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return str(path)

    return make


def problem(call, *arguments, **options) -> InputError:
    with pytest.raises(InputError) as caught:
        call(*arguments, **options)
    assert "\n" not in str(caught.value)
    return caught.value


class TestFiles:
    def test_text_is_read_as_it_stands(self, write):
        article = read_input(write("bridge.txt", TEXT))
        assert article.id == "bridge"
        assert article.text == TEXT
        assert article.metadata.title == "Bridge Shut After Storm"
        assert article.notes == ("Read as UTF-8.",)
        assert [paragraph.zone for paragraph in article.paragraphs][:2] == [ZoneKind.HEADLINE, ZoneKind.LEAD]

    def test_the_id_is_the_given_one(self, write):
        assert read_input(Input(write("bridge.txt", TEXT), "desk/bridge")).id == "desk/bridge"

    def test_the_given_publisher_is_kept(self, write):
        article = read_input(write("bridge.txt", TEXT), Reading(publisher="Ostvik Post"))
        assert article.metadata.publisher == "Ostvik Post"

    def test_windows_line_endings_are_normalised(self, write):
        assert read_input(write("bridge.txt", TEXT.replace("\n", "\r\n"))).text == TEXT

    def test_a_text_may_speak_of_markup(self, write):
        text = "The editor wrote <html> on the wall.\n"
        assert read_input(write("bridge.txt", text)).text == text

    def test_a_text_may_begin_with_a_smaller_sign(self, write):
        text = "<3 was the shortest message of the campaign, an aide said.\n"
        assert read_input(write("bridge.txt", text)).text == text

    def test_a_page_named_txt_is_a_page(self, write):
        words = "The bridge is shut, the mayor said. " * 9
        page = f"<!DOCTYPE html><html><body><article><p>{words}</p></article></body></html>"
        article = read_input(write("bridge.txt", page))
        assert "<p>" not in article.text
        assert "The bridge is shut" in article.text

    def test_a_text_named_html_is_text(self, write):
        assert read_input(write("bridge.html", TEXT)).text == TEXT


class TestWhatCannotBeRead:
    def test_a_missing_file(self, tmp_path):
        assert "no such file" in str(problem(read_input, str(tmp_path / "no.txt")))

    def test_a_folder(self, tmp_path):
        assert "folder" in str(problem(read_input, str(tmp_path)))

    @pytest.mark.parametrize("data", [b"", b" \n\t\r\n ", "\ufeff".encode(), "\u00a0\u2003\n".encode()])
    def test_an_empty_file(self, write, data):
        assert "nothing in it" in str(problem(read_input, write("empty.txt", data)))

    def test_a_binary_file(self, write):
        error = problem(read_input, write("bridge.txt", bytes(range(256)) * 3))
        assert error.where.endswith("bridge.txt")

    @pytest.mark.parametrize(
        ("data", "kind"),
        [
            (b"%PDF-1.7\nwords", "PDF"),
            (b"PK\x03\x04words", "ZIP"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word"),
            (b"{\\rtf1 words}", "RTF"),
            (b"\x89PNG\r\n\x1a\n", "picture"),
            (b"\x1f\x8b\x08", "packed"),
            (b"<?xml version='1.0'?><recipe>words</recipe>", "XML"),
        ],
    )
    def test_a_file_of_another_kind_is_named(self, write, data, kind):
        assert kind in str(problem(read_input, write("bridge.txt", data)))

    def test_a_file_larger_than_the_limit(self, write):
        place = write("bridge.txt", "word " * 300)
        assert "larger than 0.001 MB" in str(problem(read_input, place, Reading(max_bytes=1000)))
        assert read_input(place, Reading(max_bytes=1500)).words == 300

    def test_a_name_that_is_none(self):
        assert "not a file name" in str(problem(read_input, "a\x00b.txt"))

    def test_a_name_that_is_too_long(self):
        assert "cannot be read" in str(problem(read_input, "a" * 5000))


class TestStandardInput:
    def test_is_read(self):
        article = read_input("-", stdin=io.BytesIO(TEXT.encode()))
        assert article.id == "standard-input"
        assert article.text == TEXT

    def test_is_named_when_it_is_empty(self):
        assert str(problem(read_input, "-", stdin=io.BytesIO(b""))).startswith("standard input: there is nothing in it")

    def test_has_a_limit(self):
        assert "larger" in str(problem(read_input, "-", Reading(max_bytes=10), stdin=io.BytesIO(b"word " * 3)))


@settings(deadline=None)  # a PDF is read by a process of its own
@given(st.binary(max_size=500), st.sampled_from(["a.txt", "a.html", "a", "-"]))
def test_any_bytes_become_an_article_or_an_input_error(data, name):
    try:
        article = article_from_bytes(data, id="a", name=name)
    except InputError as error:
        assert error.where
        return
    assert isinstance(article, Article)
    assert article.text.strip()
    assert "\r" not in article.text
    assert article.paragraphs
    for paragraph in article.paragraphs:
        assert 0 <= paragraph.start < paragraph.end <= len(article.text)


PIECES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20) | st.sampled_from(["\n", "\r", "\r\n"])


@given(st.lists(PIECES, max_size=20).map("".join))
def test_a_text_is_what_was_written_but_for_its_line_endings(text):
    if not text.strip() or text.lstrip().startswith(("<", "\ufeff", "%PDF-", "PK", "{")):
        return
    article = article_from_bytes(text.encode(), id="a", name="a.txt")
    assert article.text == text.replace("\r\n", "\n").replace("\r", "\n")


def test_the_place_of_a_reading_error_is_the_place_that_was_named(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("empty.txt").write_bytes(b"")
    assert str(problem(read_input, "empty.txt")) == "empty.txt: there is nothing in it. Give an article's text."
