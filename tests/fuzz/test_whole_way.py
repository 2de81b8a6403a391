"""Hostile text the whole way: from the article through the audit to the report and every other form."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import zipfile
from collections.abc import Iterator

import pytest
from fuzz.strategies import SENTENCES, effort, hostile_texts
from hypothesis import given
from jsonschema import Draft202012Validator
from report.test_html import Page

from auditor.audit import audit
from auditor.document import AuditDocument, from_json, json_schema, to_data, to_json
from auditor.forms.choice import FORMS, Form, form_text
from auditor.forms.safe_text import safe_text
from auditor.forms.terminal import terminal_text
from auditor.forms.word import word_bytes
from auditor.reading.plain import article_from_text
from auditor.report.html import render_report
from auditor.report.visible import visible
from auditor.text import Metadata, Span

SCHEMA = Draft202012Validator(json_schema())

pytestmark = pytest.mark.model


def parts(value: object) -> Iterator[object]:
    """Everything inside a document that is a dataclass, at any depth."""
    if dataclasses.is_dataclass(value):
        yield value
        for field in dataclasses.fields(value):
            yield from parts(getattr(value, field.name))
    elif isinstance(value, dict):
        for inner in value.values():
            yield from parts(inner)
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from parts(inner)


def audited(nlp, text: str) -> AuditDocument:
    title = text[:60]
    about = Metadata(title=title, byline=title, publisher=title, url=f"https://a.example/{title}")
    return audit(article_from_text(text, id=f"desk/{text[:20]}", metadata=about), nlp=nlp)


def check_offsets(document: AuditDocument) -> None:
    text = document.text
    if text is None:
        assert document.not_audited
        return
    for part in parts(document):
        if isinstance(part, Span):
            assert text[part.start : part.end] == part.text != ""
        elif hasattr(part, "start") and hasattr(part, "end"):
            assert 0 <= part.start < part.end <= len(text)


def check_forms(document: AuditDocument) -> None:
    for name in FORMS:
        "".join(form_text(Form(name), [(document, document.article.id)])).encode("utf-8", "surrogatepass")
    assert list(csv.reader(io.StringIO("".join(form_text(Form("csv"), [(document, "a")])))))
    for name in ("json", "sarif", "webanno"):
        assert json.loads("".join(form_text(Form(name), [(document, "a")])))
    shown = terminal_text(document, colour=False)
    assert safe_text(shown, keep_lines=True) == shown
    assert zipfile.ZipFile(io.BytesIO(word_bytes(document))).testzip() is None


def check_report(document: AuditDocument) -> None:
    page = Page(render_report(document))
    assert page.tags.count("script") == 2
    assert "img" not in page.tags
    assert not [name for _, name, _ in page.attributes if name.startswith("on")]
    assert json.loads(page.data)["text"] == document.text
    assert page.article == visible(document.text)
    assert len(visible(document.text)) == len(document.text)


@given(hostile_texts())
@effort(16, shrink=False)
def test_hostile_text_is_audited_and_shown_whole(nlp, text):
    document = audited(nlp, text)
    check_offsets(document)
    SCHEMA.validate(to_data(document))
    assert from_json(to_json(document)) == document
    check_forms(document)
    if document.text is not None:
        check_report(document)


@pytest.mark.parametrize(
    "hostile",
    [
        pytest.param("“" * 1000 + "word" + "”" * 1000, id="two thousand nested marks"),
        pytest.param("x" * 100_000, id="a very long word"),
        pytest.param("e" + "\u0301" * 20_000, id="marks on one letter"),
        pytest.param("\u202e" * 5000, id="controls of direction"),
        pytest.param("\r\n" * 5000, id="empty lines"),
        pytest.param("\f\x00\x0b" * 3000, id="controls"),
        pytest.param("he said she said " * 150, id="cues and nothing else"),
        pytest.param("[… [sic] …] " * 300, id="square brackets"),
    ],
)
def test_much_of_one_thing_is_audited(nlp, hostile):
    document = audited(nlp, "".join(SENTENCES) + hostile + " " + "".join(SENTENCES))
    check_offsets(document)
    SCHEMA.validate(to_data(document))
    if document.text is not None:
        assert Page(render_report(document)).article == visible(document.text)
