"""Which reader a file needs: its bytes say it first, its name where they leave it open."""

from __future__ import annotations

import time

import pytest

from auditor.errors import InputError
from auditor.reading.recognition import Form, ending_of, recognise


@pytest.mark.parametrize(
    ("head", "name", "form"),
    [
        (b"%PDF-1.7 x", "a.txt", Form.PDF),
        (b"\xef\xbb\xbf %PDF-1.4", "a", Form.PDF),
        (b"PK\x03\x04", "a.docx", Form.ZIP),
        (b"\x1f\x8b\x08", "a.txt", Form.GZIP),
        (b"PAR1", "a", Form.PARQUET),
        (b"WARC/1.0\r\n", "a", Form.WARC),
        (b"<!DOCTYPE html><p>x", "a.txt", Form.PAGE),
        (b"<p>x</p>", "a.html", Form.PAGE),
        (b"<p>x</p>", "a.txt", Form.TEXT),
        (b"<?xml version='1.0'?><!-- x --><rss version='2.0'>", "a.html", Form.FEED),
        (b"<rdf:RDF xmlns:rdf='x'>", "a", Form.FEED),
        (b"<a:feed xmlns:a='x'>", "a", Form.FEED),
        (b'<!DOCTYPE nitf SYSTEM "x.dtd"><nitf>', "a.xml", Form.NITF),
        (b"<newsItem guid='x'>", "a.xml", Form.NEWSML),
        (b"From: a\nSubject: b\nDate: c\n\nWords.", "a.txt", Form.MAIL),
        (b"From: a\nSubject: b\n\nWords.", "a.txt", Form.TEXT),
        (b"Note: one line\nAnd words.", "a.eml", Form.MAIL),
        (b'{"a": 1}', "a.txt", Form.JSON),
        (b'{"a": 1}\n{"a": 2}\n', "a.json", Form.JSON_LINES),
        (b'{"a": 1}', "a.ndjson", Form.JSON_LINES),
        (b'[{"a": 1}]', "a", Form.JSON),
        (b"[sic] is Latin.", "a.txt", Form.TEXT),
        (b"{curly} words", "a.txt", Form.TEXT),
        (b"title,text\n", "a.csv", Form.TABLE),
        (b"# Title\n", "a.md", Form.MARKDOWN),
        (b"# Title\n", "a.txt", Form.TEXT),
        ("Word".encode("utf-16"), "a.txt", Form.TEXT),
    ],
)
def test_forms(head, name, form):
    assert recognise(head, name, where="a") is form


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (b" \n", "nothing in it"),
        (b"{\\rtf1 x}", "RTF"),
        (b"\xd0\xcf\x11\xe0", "old Word"),
        (b"<?xml version='1.0'?><recipe/>", "XML"),
        (b"BZh91AY", "bzip2"),
    ],
)
def test_what_cannot_be_read_is_named(head, said):
    with pytest.raises(InputError, match=said):
        recognise(head, "a", where="a")


@pytest.mark.parametrize(
    "head", ["<!-- a -->" * 6000 + "x", "<!--" * 15_000, "<?x" * 20_000, "<!doctype a [" * 4000, "a: b\n " * 10_000]
)
def test_heads_made_to_take_long_take_no_time(head):
    begin = time.monotonic()
    recognise(head.encode(), "a.txt", where="a")
    assert time.monotonic() - begin < 2


def test_the_ending_of_an_address():
    assert ending_of("https://a.example/story.PDF?x=1.html") == ".pdf"
