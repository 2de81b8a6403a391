"""One article in every form: the same words, the same metadata, and the same findings at the same words."""

from __future__ import annotations

import dataclasses

import pytest
from reading.forms import FORMS, SIDECAR
from reading.harbour import METADATA, PARAGRAPHS, STANDFIRST, TEXT, TITLE

from auditor.reading.credits import with_credits
from auditor.reading.plain import article_from_text
from auditor.reading.read import read_input
from auditor.text import ZoneKind


def read(folder, name, make, sidecar):
    path = folder / name
    path.write_bytes(make())
    if sidecar:
        (folder / f"{name}.meta.json").write_bytes(SIDECAR)
    return read_input(str(path))


def words(article) -> list[str]:
    return article.text.split()


@pytest.mark.parametrize(("name", "make", "sidecar"), FORMS, ids=[form[0] for form in FORMS])
class TestEveryForm:
    def test_gives_the_same_text(self, tmp_path, name, make, sidecar):
        assert words(read(tmp_path, name, make, sidecar)) == TEXT.split()

    def test_gives_the_same_metadata(self, tmp_path, name, make, sidecar):
        assert read(tmp_path, name, make, sidecar).metadata == METADATA

    def test_gives_the_same_paragraphs_and_zones(self, tmp_path, name, make, sidecar):
        article = read(tmp_path, name, make, sidecar)
        found = [article.text[part.start : part.end] for part in article.paragraphs]
        assert [" ".join(text.split()) for text in found] == TEXT.split("\n")
        assert [part.zone for part in article.paragraphs][:3] == [
            ZoneKind.HEADLINE,
            ZoneKind.STANDFIRST,
            ZoneKind.LEAD,
        ]
        assert article.paragraphs[-1].zone is ZoneKind.CORRECTION


@pytest.fixture(scope="module")
def findings(nlp):
    from auditor.audit import audit

    def found(article) -> list[tuple[str, str | None]]:
        document = audit(article, nlp=nlp)
        return [(one.rule, " ".join(one.span.text.split()) if one.span else None) for one in document.findings]

    return found


@pytest.mark.model
def test_every_form_gives_the_same_findings_at_the_same_words(tmp_path, findings):
    expected = findings(with_credits(article_from_text(TEXT, id="crane", metadata=METADATA)))
    assert expected
    for name, make, sidecar in FORMS:
        article = dataclasses.replace(read(tmp_path, name, make, sidecar), id="crane")
        assert findings(article) == expected, name


def test_the_article_has_all_that_forms_differ_in():
    assert TEXT.split("\n")[:3] == [TITLE, STANDFIRST, PARAGRAPHS[0]]
