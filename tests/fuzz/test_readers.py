"""Files of every form with bytes changed: each gives an article or one clear error, and soon."""

from __future__ import annotations

import io
import time
import zipfile

import pytest
from fuzz.strategies import changed, effort, hostile_texts
from hypothesis import given
from hypothesis import strategies as st
from reading import forms

from auditor.errors import InputError
from auditor.reading.read import Reading, read_input
from auditor.reading.sources import Content, Input
from auditor.reading.unpacking import opened
from auditor.text import Article

SECONDS = 20  # far more than any of these files takes; an endless loop takes more
LIMITS = Reading(max_bytes=500_000, max_container_bytes=2_000_000)
MADE = {name: make() for name, make, _ in forms.FORMS}
# Each PDF starts a process of its own.
CHEAP = sorted(set(MADE) - {"crane.pdf"})


def articles(data: bytes, name: str) -> list[Article]:
    """Read everything in a file; what cannot be read is an `InputError` with a place and one line."""
    read = []
    started = time.perf_counter()
    for source in opened([Input(name, "a", content=Content(data, name))], LIMITS):
        try:
            read.append(read_input(source, LIMITS))
        except InputError as error:
            assert error.where
            assert error.what
            assert "\n" not in str(error)
    assert time.perf_counter() - started < SECONDS
    return read


def check(article: Article) -> None:
    assert article.text.strip()
    assert "\r" not in article.text
    assert ".." not in article.id.split("/")
    assert article.paragraphs
    before = 0
    for paragraph in article.paragraphs:
        assert before <= paragraph.start < paragraph.end <= len(article.text)
        assert not article.text[before : paragraph.start].strip()
        before = paragraph.end
    assert not article.text[before:].strip()
    for link in article.links:
        assert 0 <= link.start < link.end <= len(article.text)
    assert [position.start for position in article.positions] == sorted(
        position.start for position in article.positions
    )


@pytest.mark.parametrize("name", sorted(MADE))
def test_the_files_that_are_changed_below_are_read(name):
    assert articles(MADE[name], name)


@given(st.sampled_from(CHEAP).flatmap(lambda name: st.tuples(st.just(name), changed(MADE[name]))))
@effort(150)
def test_changed_files_give_articles_or_input_errors(drawn):
    name, data = drawn
    for article in articles(data, name):
        check(article)


@given(changed(MADE["crane.pdf"]))
@effort(4)
def test_changed_pdf_files_give_articles_or_input_errors(data):
    for article in articles(data, "crane.pdf"):
        check(article)


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


WORD = members(MADE["crane.docx"])


@given(st.sampled_from(sorted(WORD)).flatmap(lambda part: st.tuples(st.just(part), changed(WORD[part]))))
@effort(40)
def test_word_files_with_a_changed_part_give_articles_or_input_errors(drawn):
    part, content = drawn
    for article in articles(packed({**WORD, part: content}), "crane.docx"):
        check(article)


STARTS = [
    b"",
    b"<html>",
    b"<?xml version='1.0'?><nitf>",
    b"<rss>",
    b"<newsItem>",
    b"PK\x03\x04",
    b"{",
    b"[",
    b"\x1f\x8b\x08",
]
STARTS += [
    b"(\xb5/\xfd",
    b"PAR1",
    b"WARC/1.0\r\n",
    b"From: a\nTo: b\nSubject: c\n\n",
    b"---\n",
    b"title,text\n",
    b"\xff\xfe",
]


@given(st.sampled_from(STARTS), st.binary(max_size=300), st.sampled_from(CHEAP))
@effort(120)
def test_any_bytes_after_any_start_give_articles_or_input_errors(start, data, name):
    for article in articles(start + data, name):
        check(article)


@given(hostile_texts(), st.sampled_from(["a.txt", "a.md", "a.html", "a.eml"]))
@effort(60)
def test_hostile_text_in_any_form_of_text_is_read(text, name):
    heads = {"a.html": "<html><body><article><p>", "a.eml": "From: a\nSubject: b\n\n"}
    data = (heads.get(name, "") + text).encode("utf-8", "surrogatepass")
    for article in articles(data, name):
        check(article)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=40))
@effort(60)
def test_members_of_any_name_stay_in_the_archive(name):
    for article in articles(packed({f"{name}.txt": b"Words of the member."}), "a.zip"):
        check(article)
        assert not article.id.startswith("/")


def test_files_that_were_not_told_clearly_before():
    """What the properties above have found: a directory that points before the file, a front matter and no text."""
    cut = MADE["crane.docx"][:4] + MADE["crane.docx"][84:]
    assert articles(cut, "crane.docx") == []
    assert articles(b"---\n", "crane.md") == []
    assert articles(b"---\ntitle: A\n---\n", "crane.md") == []
