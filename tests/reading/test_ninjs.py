"""ninjs of every version: bodies by kind and role, captions, notes to editors."""

from __future__ import annotations

import pytest
from reading.forms import ninjs1, ninjs3

from auditor.errors import InputError
from auditor.reading.ninjs import article_from_ninjs, is_ninjs
from auditor.reading.records import record_from_json
from auditor.text import ZoneKind

ITEM = {
    "uri": "urn:x",
    "type": "text",
    "versioncreated": "2024-03-06",
    "headline": "Quay shut",
    "body_text": "It is.\nShut.",
}


def test_items_are_known_by_their_fields():
    assert is_ninjs(record_from_json(ninjs1(), where="a"))
    assert is_ninjs(record_from_json(ninjs3(), where="a"))
    assert not is_ninjs({"uri": "x", "text": "y"})
    assert not is_ninjs({"headlines": [], "bodies": []})


def test_plain_text_is_read_where_there_is_no_html():
    article = article_from_ninjs(ITEM, id="a", where="a")
    assert article.text == "Quay shut\nIt is.\nShut."
    assert article.metadata.published == "2024-03-06"
    assert article.metadata.updated is None
    assert article.metadata.url is None


def test_html_is_read_before_plain_text_and_the_main_body_before_a_short_one():
    bodies = [
        {"role": "short", "contenttype": "text/html", "value": "<p>Short.</p>"},
        {"role": "main", "contenttype": "text/plain", "value": "Plain."},
        {"role": "main", "contenttype": "application/xhtml+xml", "value": "<p>Long.</p>"},
        {"role": "other", "contenttype": "application/xml", "value": "<x>No.</x>"},
    ]
    item = {"uri": "urn:x", "versionCreated": "x", "headlines": [{"value": "Quay"}], "bodies": bodies}
    assert article_from_ninjs(item, id="a", where="a").text == "Quay\nLong."


def test_captions_of_pictures_stand_at_the_end():
    associations = {"main": {"type": "picture", "description_text": "The quay on Monday."}, "x": {"type": "text"}}
    article = article_from_ninjs({**ITEM, "associations": associations}, id="a", where="a")
    assert article.text.endswith("Shut.\nThe quay on Monday.")
    assert article.paragraphs[-1].zone is ZoneKind.CAPTION
    assert any("Captions" in note for note in article.notes)


def test_notes_to_editors_are_told_and_corrections_kept():
    item = {**ITEM, "ednote": "Corrects the name of the quay.", "pubstatus": "canceled"}
    article = article_from_ninjs(item, id="a", where="a")
    assert article.metadata.corrections == ("Corrects the name of the quay.",)
    assert "Note to editors, not part of the text: Corrects the name of the quay." in article.notes
    assert any("canceled" in note for note in article.notes)


def test_a_picture_holds_no_text():
    with pytest.raises(InputError, match="ninjs picture holds no text"):
        article_from_ninjs({"uri": "x", "type": "picture", "headline": "Quay"}, id="a", where="a")
