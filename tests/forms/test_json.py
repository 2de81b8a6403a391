"""JSON: an object for one article, an array for several, each fit for the schema."""

from __future__ import annotations

import json

from jsonschema import Draft202012Validator

from auditor.document import from_json, json_schema
from auditor.forms.json import json_text


def test_one_article_is_an_object(document):
    text = "".join(json_text([document], several=False))
    assert text.endswith("}\n")
    assert from_json(text) == document


def test_several_articles_are_an_array_in_their_order(document, not_audited):
    data = json.loads("".join(json_text([document, not_audited], several=True)))
    assert [entry["article"]["id"] for entry in data] == ["desk/bridge", "other"]


def test_one_of_several_is_still_an_array(document):
    assert len(json.loads("".join(json_text([document], several=True)))) == 1


def test_none_of_several_is_an_empty_array():
    assert json.loads("".join(json_text([], several=True))) == []


def test_both_fit_the_schema(document, not_audited):
    validator = Draft202012Validator(json_schema())
    data = json.loads("".join(json_text([document, not_audited], several=True)))
    assert [list(validator.iter_errors(entry)) for entry in data] == [[], []]
