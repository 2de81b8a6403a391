"""NITF: text, headline, dateline, captions and what agencies add."""

from __future__ import annotations

import pytest

from auditor.errors import InputError
from auditor.reading.nitf import article_from_nitf
from auditor.text import ZoneKind


def nitf(head: str = "", body_head: str = "", content: str = "<p>The quay is shut.</p>", end: str = "") -> bytes:
    return (
        f"<nitf><head>{head}</head><body><body.head><hedline><hl1>Quay shut</hl1></hedline>{body_head}</body.head>"
        f"<body.content>{content}</body.content>{end}</body></nitf>"
    ).encode()


def read(**parts: str):
    return article_from_nitf(nitf(**parts), id="a", where="a")


def test_text_in_blocks_and_lists_is_read_in_order():
    article = read(
        content="<block><p>One <em>and</em> two.</p><ul><li>Three.</li></ul></block><hl2>Four</hl2><p>Five.</p>"
    )
    assert article.text == "Quay shut\nOne and two.\nThree.\nFour\nFive."


def test_captions_have_their_zone():
    article = read(
        content="<p>One.</p><media><media-reference source='x'/><media-caption>The quay.</media-caption></media>"
    )
    assert [part.zone for part in article.paragraphs][-1] is ZoneKind.CAPTION


def test_a_dateline_that_the_text_does_not_show_stands_before_it():
    article = read(body_head="<dateline><location>VELLAMO</location></dateline>")
    assert article.text == "Quay shut\nVELLAMO\nThe quay is shut."
    assert article.metadata.dateline == "VELLAMO"


def test_a_dateline_that_the_text_shows_stands_once():
    article = read(body_head="<dateline>VELLAMO</dateline>", content="<p>VELLAMO (AP) - The quay is shut.</p>")
    assert article.text.count("VELLAMO") == 1


def test_notes_corrections_and_distributor():
    head = "<docdata><correction info='It was Monday.'/><ed-msg info='Adds byline.'/></docdata>"
    article = read(
        head=head,
        body_head="<distributor>Associated Press</distributor>",
        end="<body.end><tagline>x</tagline></body.end>",
    )
    assert article.metadata.corrections == ("It was Monday.",)
    assert article.metadata.agency == "Associated Press"
    assert article.notes[0].endswith("Adds byline.")
    assert "left out" in article.notes[1]


def test_a_file_without_text():
    with pytest.raises(InputError, match="holds no text"):
        read(content="")
