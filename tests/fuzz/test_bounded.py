"""Inputs made to hang, to fill the memory or to reach elsewhere: each ends soon, in one line, where it began."""

from __future__ import annotations

import json
import time
from itertools import pairwise

import pytest
from decisions.test_entries import FILE as DECISIONS
from report.factory import invented_document

from auditor.configuration.reading import configuration_from_text
from auditor.decisions.baseline import load_baseline
from auditor.decisions.entries import book_from_text
from auditor.document import from_json
from auditor.errors import AuditorError, InputError, RuleFileError
from auditor.policies.loader import policy_from_text
from auditor.reading.read import article_from_bytes
from auditor.reading.sources import Content, Input
from auditor.reading.unpacking import opened
from auditor.rules.loader import rules_from_text
from auditor.writing import write_whole_bytes

NAMES = "abcdefgh"
LAUGHS = "a: &a [ha, ha]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in pairwise(NAMES)
)
HUGE = "9" * 10_000

LOOP = b"""%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >> endobj
3 0 obj << /Type /Pages /Kids [2 0 R] /Parent 2 0 R /Count 1 >> endobj
xref
0 1
0000000000 65535 f
trailer << /Root 1 0 R /Size 4 /Prev 200 >>
startxref
200
%%EOF
"""


@pytest.fixture(autouse=True)
def soon():
    started = time.perf_counter()
    yield
    assert time.perf_counter() - started < 30


def reason(read, *given, **more) -> str:
    with pytest.raises(AuditorError) as caught:
        read(*given, **more)
    assert "\n" not in str(caught.value)
    return str(caught.value)


class TestYamlThatGrows:
    def test_in_rules_and_policies(self):
        assert "anchors and aliases are not allowed" in reason(rules_from_text, LAUGHS)
        assert "anchors and aliases are not allowed" in reason(policy_from_text, LAUGHS)

    def test_in_decisions(self):
        book = book_from_text(DECISIONS + LAUGHS)
        assert not book.entries
        assert book.problems

    def test_in_the_front_of_an_article(self):
        data = f"---\n{LAUGHS}title: *h\nauthor: *h\n---\nWords.\n".encode()
        assert reason(article_from_bytes, data, id="a", name="a.md").startswith("a.md: anchors and aliases")


class TestNumbersOfTenThousandDigits:
    def test_in_an_audit(self):
        text = json.dumps({"schema_version": "X", "n": 0}).replace("0", HUGE)
        assert reason(from_json, text, where="a.json").startswith("a.json")

    def test_in_a_baseline(self, tmp_path):
        (tmp_path / "a.jsonl").write_text(f'{{"article": {HUGE}}}')
        assert "not JSON" in reason(load_baseline, tmp_path / "a.jsonl")

    def test_in_settings(self, tmp_path):
        with pytest.raises(RuleFileError, match="not TOML"):
            configuration_from_text(f"publisher = {HUGE}", tmp_path / "auditor.toml")

    @pytest.mark.parametrize(
        "data", [f'{{"body": {HUGE}}}', f'[{{"body": {HUGE}}}]', f'{{"body": {HUGE}}}\n{{"body": 1}}\n']
    )
    @pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
    def test_in_an_article(self, data, name):
        data = data.replace("N", HUGE)
        for source in opened([Input(name, "a", content=Content(data.encode(), name))]):
            with pytest.raises(InputError):
                article_from_bytes(source.content.data, id="a", name=name) if source.content else _raise(source)

    def test_in_the_front_of_an_article(self):
        try:
            article_from_bytes(f"---\ntitle: {HUGE}\n---\nWords.\n".encode(), id="a", name="a.md")
        except InputError as error:
            assert error.where == "a.md"


def _raise(source: Input):
    raise source.problem.error()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("a.pdf", LOOP, id="a PDF whose pages hold themselves"),
        pytest.param("a.html", b"<p>" + b"<b>" * 100_000 + b"words", id="deep HTML"),
        pytest.param("a.html", b"<" * 200_000, id="signs that open nothing"),
        pytest.param("a.html", b"<p>words</p>" + b"<!--" * 50_000, id="comments that never end"),
        pytest.param("a.html", b"<p>words" + b"&amp" * 50_000, id="entities without an end"),
        pytest.param("a.md", b"[" * 30_000 + b"words", id="deep brackets"),
        pytest.param("a.md", b"> " * 20_000 + b"words", id="deep quotations"),
        pytest.param("a.md", b"*a " * 30_000, id="emphasis that never ends"),
        pytest.param("a.md", b"- " * 5_000 + b"words", id="deep lists"),
        pytest.param("a.md", b"a\n" + b"|" * 20_000 + b"\n" + b"-|" * 10_000 + b"\n", id="a wide table"),
        pytest.param("a.txt", b"a\n" * 200_000, id="short lines"),
        pytest.param("a.txt", b"\n" * 500_000 + b"words", id="empty lines"),
        pytest.param("a.csv", b'title,text\n"a,' + b'"",' * 100_000, id="a cell that never ends"),
        pytest.param("a.eml", b"From: a\nSubject: b\n" + b"X: y\n" * 50_000 + b"\nwords", id="many headers"),
        pytest.param(
            "a.eml",
            b"From: a\nSubject: b\nContent-Type: multipart/mixed; boundary=x\n\n"
            + b"--x\nContent-Type: multipart/mixed; boundary=x\n\n" * 3_000,
            id="parts within parts",
        ),
    ],
)
def test_what_should_hang_a_reader_gives_an_article_or_an_error(name, data):
    for source in opened([Input(name, "a", content=Content(data, name))]):
        try:
            article = article_from_bytes(source.content.data, id="a", name=name) if source.content else _raise(source)
        except InputError as error:
            assert "\n" not in str(error)
        else:
            assert article.text.strip()


def test_a_link_in_the_place_of_a_report_is_replaced_and_not_followed(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    (tmp_path / "report.html").symlink_to(secret)
    write_whole_bytes(tmp_path / "report.html", b"report")
    assert secret.read_text() == "secret"
    assert not (tmp_path / "report.html").is_symlink()


def test_templates_in_an_article_are_words():
    from report.factory import empty_document, invented_article

    from auditor.report.html import render_report

    article = invented_article("{{ 7 * 7 }} {% include 'article.html' %} {# x #} ${7*7}", title="{{ 7 * 7 }}")
    page = render_report(empty_document(article))
    assert "{{ 7 * 7 }}" in page
    assert "{% include" in page


def test_an_audit_that_was_changed_is_told_where():
    text = json.dumps({**json.loads(json.dumps(_data())), "findings": [{"rule": 1}]})
    assert "findings.0" in reason(from_json, text, where="a.json")


def _data() -> object:
    from auditor.document import to_data

    return to_data(invented_document())
