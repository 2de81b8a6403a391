"""NewsML-G2: the items of an envelope, and text as XHTML, NITF or plain."""

# ruff: noqa: E501 - examples in lines of their own

from __future__ import annotations

import pytest
from reading.forms import NITF, news_item, newsml
from reading.harbour import PARAGRAPHS, TITLE

from auditor.errors import InputError
from auditor.reading.newsml import article_from_newsml, news_items

PICTURE = '<newsItem guid="urn:p"><contentSet><remoteContent href="x.jpg"/></contentSet></newsItem>'


def test_items_with_text_are_given_each_alone():
    envelope = f"<newsMessage><itemSet>{news_item('urn:1')}{PICTURE}{news_item('urn:2')}</itemSet></newsMessage>"
    items = list(news_items(envelope.encode(), where="a"))
    assert [guid for guid, _ in items] == ["urn:1", "urn:2"]
    assert article_from_newsml(items[1][1], id="a", where="a").metadata.title == TITLE


def test_an_item_may_stand_without_an_envelope():
    assert len(list(news_items(news_item().encode(), where="a"))) == 1
    assert len(list(news_items(newsml(), where="a"))) == 1


@pytest.mark.parametrize(
    "content",
    [f"<inlineXML>{NITF}</inlineXML>", "<inlineData>" + "\n\n".join((TITLE, *PARAGRAPHS)) + "</inlineData>"],
)
def test_text_as_nitf_or_plain(content):
    item = f"<newsItem guid='x'><contentMeta><headline>{TITLE}</headline></contentMeta><contentSet>{content}</contentSet></newsItem>"
    article = article_from_newsml(item.encode(), id="a", where="a")
    assert article.text.startswith(TITLE)
    assert article.text.count(PARAGRAPHS[0]) == 1


def test_credit_and_notes():
    about = "<itemMeta><edNote>Corrects the name.</edNote><pubStatus qcode='stat:withheld'/></itemMeta>"
    meta = "<contentMeta><creditline>AP</creditline><dateline>VELLAMO</dateline></contentMeta>"
    item = f"<newsItem guid='x'>{about}{meta}<contentSet><inlineData>The quay is shut.</inlineData></contentSet></newsItem>"
    article = article_from_newsml(item.encode(), id="a", where="a")
    assert (article.metadata.agency, article.metadata.dateline) == ("Associated Press", "VELLAMO")
    assert article.metadata.corrections == ("Corrects the name.",)
    assert any("withheld" in note for note in article.notes)


def test_an_item_without_text():
    with pytest.raises(InputError, match="holds no text"):
        article_from_newsml(b"<newsItem><inlineData> </inlineData></newsItem>", id="a", where="a")
