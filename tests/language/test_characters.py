"""The text of a document, put together once."""

from __future__ import annotations

from spacy.lang.en import English

from auditor.language.characters import text_of, tokens_of


def test_it_is_the_text_of_the_document():
    doc = English()("One\n\ntwo  three ")
    assert text_of(doc) == "One\n\ntwo  three "
    assert text_of(doc) is text_of(doc)


def test_tokens_are_those_that_the_spans_touch():
    doc = English()("One two three")
    assert [token.text for token in tokens_of(doc, [(1, 5), (12, 13)])] == ["One", "two", "three"]
