"""Markup to paragraphs: what a reader sees, links with their words, and nothing that a file could do to us."""

from __future__ import annotations

import pytest

from auditor.errors import InputError
from auditor.reading.markup import blocks_of_html, parse_html, parse_xml


def texts(html: str) -> list[str]:
    return [block.text for block in blocks_of_html(html, where="a")]


def test_blocks_end_where_a_reader_sees_a_new_line():
    assert texts("<p>One <b>two</b></p>three<div>four<ul><li>five<li>six</ul></div><br>") == [
        "One two",
        "three",
        "four",
        "five",
        "six",
    ]


def test_what_nobody_sees_is_left_out():
    html = "<p>One<script>x()</script><span hidden>no</span><i style='display: none'>no</i> two</p>"
    assert texts(html) == ["One two"]
    assert texts("<p>One <span class='sr-only'>no</span>two</p><template><p>no</p></template>") == ["One two"]


def test_links_are_made_whole():
    (block,) = blocks_of_html(
        "<p>See <a href='/plan'>the plan</a>, <a href='javascript:x'>now</a></p>", where="a", base="https://a.example/x"
    )
    assert [(block.text[link.start : link.end], link.url) for link in block.links] == [
        ("the plan", "https://a.example/plan")
    ]


def test_characters_that_markup_cannot_hold_are_replaced():
    assert texts("<p>a\x00b\ud800c</p>") == ["a\ufffdb\ufffdc"]


def test_nothing_is_no_blocks():
    assert blocks_of_html("  ", where="a") == []


BOMB = (
    b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x 'ha'>"
    + b"".join(b"<!ENTITY x%d '%s'>" % (n, b"&x;" * 10 if n == 0 else b"&x%d;" % (n - 1) * 10) for n in range(9))
    + b"]><a>&x8;</a>"
)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (BOMB, "entit"),
        (b"<!DOCTYPE a [<!ENTITY f SYSTEM 'file:///etc/hostname'>]><a>&f;</a>", "entities"),
        (b"<a>" * 5000 + b"</a>" * 5000, "not well-formed"),
        (b"<a><b></a>", "not well-formed"),
        (b"<a>", "not well-formed"),
        (b"", "not well-formed"),
    ],
)
def test_xml_that_would_do_harm_or_is_broken_is_refused(data, said):
    with pytest.raises(InputError, match=said) as caught:
        parse_xml(data, where="a.xml")
    assert "\n" not in str(caught.value)


def test_an_outer_definition_is_not_fetched():
    assert parse_xml(b"<!DOCTYPE nitf SYSTEM 'http://127.0.0.1:9/no.dtd'><nitf>x</nitf>", where="a").text == "x"


def test_html_names_of_characters_are_known_in_xml():
    assert parse_xml(b"<a>caf&eacute;&nbsp;&amp;</a>", where="a").text == "café\xa0&"


def test_a_page_nested_too_deep_is_refused():
    with pytest.raises(InputError, match="nested too deep"):
        parse_html("<div>" * 5000 + "words", where="a.html")
