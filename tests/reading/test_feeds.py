"""Feeds: each item a record, whole text before summaries."""

from __future__ import annotations

import json

import pytest

from auditor.errors import InputError
from auditor.reading.feeds import SUMMARY_NOTE, feed_records


def records(items: str, start: str = "<rss><channel><title>Post</title>", end: str = "</channel></rss>"):
    data = f"{start}{items}{end}".encode()
    return [(id, json.loads(record), notes) for id, record, notes in feed_records(data, where="a")]


def test_every_item_in_its_order():
    found = records(
        "<item><guid>1</guid><title>A</title></item><item><title>B</title><link>https://b.example</link></item>"
    )
    assert [id for id, _, _ in found] == ["1", "https://b.example"]
    assert [record["title"] for _, record, _ in found] == ["A", "B"]
    assert {record["publisher"] for _, record, _ in found} == {"Post"}


def test_a_summary_is_said_to_be_one():
    ((_, record, notes),) = records("<item><description>&lt;p&gt;Short.&lt;/p&gt;</description></item>")
    assert record["text"] == "<p>Short.</p>"
    assert notes == (SUMMARY_NOTE,)


def test_whole_text_comes_before_a_summary():
    items = "<item><description>Short.</description><c:encoded xmlns:c='x'>&lt;p&gt;Long.&lt;/p&gt;</c:encoded></item>"
    ((_, record, notes),) = records(items)
    assert (record["text"], notes) == ("<p>Long.</p>", ())


def test_xhtml_in_an_atom_feed():
    entry = "<entry><id>1</id><content type='xhtml'><div><p>Long <b>words</b>.</p></div></content></entry>"
    ((_, record, _),) = records(entry, "<feed xmlns='http://www.w3.org/2005/Atom'>", "</feed>")
    assert "<p>Long <b>words</b>.</p>" in record["text"]


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ("<author>desk@a.example (Ingrid Solberg)</author>", "Ingrid Solberg"),
        ("<author>desk@a.example</author>", None),
        ("<author><name>A B</name><email>x@y</email></author><author><name>C D</name></author>", "A B and C D"),
    ],
)
def test_authors(author, byline):
    ((_, record, _),) = records(f"<item>{author}<title>A</title></item>")
    assert record.get("byline") == byline


def test_an_old_feed_with_items_beside_its_channel():
    start = "<rdf:RDF xmlns:rdf='r' xmlns='http://purl.org/rss/1.0/'><channel><title>Post</title></channel>"
    ((_, record, _),) = records("<item><title>A</title></item>", start, "</rdf:RDF>")
    assert record["publisher"] == "Post"


def test_an_empty_feed():
    with pytest.raises(InputError, match="no article in this feed"):
        records("")
