"""The audit document: round trip, schema, errors."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from auditor.document import (
    SCHEMA_VERSION,
    AuditDocument,
    AuditedArticle,
    Tool,
    from_json,
    json_schema,
    to_data,
    to_json,
)
from auditor.engine import apply_rules
from auditor.errors import InputError
from auditor.profile import profile_of
from auditor.rules.loader import load_rules
from auditor.text import Metadata
from tests.handmade import story_annotated

TOOL = Tool("source-auditor", "1", "en", "3", "1", "0")


def document() -> AuditDocument:
    story = story_annotated()
    results = apply_rules(load_rules(), story)
    found = story.annotations
    return AuditDocument(
        schema_version=SCHEMA_VERSION,
        tool=TOOL,
        article=AuditedArticle("story", Metadata(title="Gates"), "0" * 64, 5, ("Read as UTF-8.",)),
        not_audited=None,
        text=story.article.text,
        paragraphs=story.article.paragraphs,
        zones=story.article.zones,
        quotations=found.quotations,
        attributions=found.attributions,
        sources=found.sources,
        figures=found.figures,
        relays=found.relays,
        names=found.names,
        findings=results.findings,
        signals=results.signals,
        profile=profile_of(story.article, found, results.findings),
    )


STORY = document()


@pytest.fixture(scope="module")
def validator():
    schema = json_schema()
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_a_document_survives_the_round_trip():
    made = document()
    assert made.findings and made.signals
    assert from_json(to_json(made)) == made
    assert from_json(to_json(made, indent=2).encode()) == made


def test_a_document_fits_the_published_schema(validator):
    assert [error.message for error in validator.iter_errors(json.loads(to_json(document())))] == []


def test_an_article_that_was_not_audited_fits_the_schema(validator):
    identity = AuditedArticle("story", Metadata(), "0" * 64, 0)
    refused = AuditDocument(SCHEMA_VERSION, TOOL, identity, "The article is empty.", None)
    assert [error.message for error in validator.iter_errors(to_data(refused))] == []
    assert from_json(to_json(refused)) == refused


@pytest.mark.parametrize("part", ["article", "tool", "findings", "sources"])
def test_the_schema_knows_every_key(validator, part):
    data = to_data(document())
    target = data[part][0] if isinstance(data[part], list) else data[part]
    target["extra"] = 1
    assert not validator.is_valid(data)
    del target["extra"]
    target.pop(next(iter(target)))
    assert not validator.is_valid(data)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("{", "not JSON: Expecting property name enclosed in double quotes at line 1, column 2"),
        ("[]", "not an audit document of version 1.1"),
        ('{"schema_version": "0.1"}', "not an audit document of version 1.1"),
        ('{"schema_version": "1.1"}', "not an audit document: tool: Field required"),
        ("[" * 100_000, "not JSON"),
        (b"\xff", "not JSON"),
    ],
)
def test_what_is_no_audit_document_is_refused(text, what):
    with pytest.raises(InputError) as caught:
        from_json(text, where="a.json")
    assert (caught.value.what, caught.value.where) == (what, "a.json")


def test_the_same_document_gives_the_same_text():
    assert to_json(document()) == to_json(document())


@given(st.text(alphabet=st.characters()))
@settings(deadline=None)
def test_any_text_survives_the_round_trip(text):
    assert from_json(to_json(replace(STORY, text=text))).text == text


def test_a_lone_surrogate_is_escaped():
    text = to_json(replace(STORY, text="a\ud800b"))
    assert text.isascii()
    assert from_json(text).text == "a\ud800b"
