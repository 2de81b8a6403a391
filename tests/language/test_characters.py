"""The text of a document, put together once."""

from __future__ import annotations

from spacy.lang.en import English

from auditor.language.characters import text_of


def test_it_is_the_text_of_the_document():
    doc = English()("One\n\ntwo  three ")
    assert text_of(doc) == "One\n\ntwo  three "
    assert text_of(doc) is text_of(doc)
