"""Every form by its name."""

from __future__ import annotations

import json

import pytest

from auditor.forms.choice import FORMS, Form, form_text


@pytest.mark.parametrize("name", FORMS)
def test_every_form_writes_several_audits(document, not_audited, name):
    audits = [(document, "a.txt"), (not_audited, "b.txt")]
    assert "".join(form_text(Form(name, several=True), iter(audits)))


def test_json_of_one_article_is_an_object(document):
    assert isinstance(json.loads("".join(form_text(Form("json"), [(document, "a.txt")]))), dict)


def test_markdown_of_several_articles_is_parted_by_a_line(document):
    assert "".join(form_text(Form("markdown"), [(document, "a"), (document, "b")])).count("\n---\n") == 1


def test_an_unknown_form_is_an_error(document):
    with pytest.raises(KeyError):
        form_text(Form("fax"), [(document, "a.txt")])
