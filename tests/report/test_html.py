import base64
import dataclasses
import hashlib
import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report.factory import (
    TEXT,
    empty_document,
    invented_article,
    invented_document,
    long_document,
    not_audited,
    without_text,
)

from auditor.document import to_data
from auditor.errors import ReportError
from auditor.report.html import render_report
from auditor.report.look import Look
from auditor.report.visible import visible

HOSTILE = (
    "</script><script>alert(1)</script> he said\n"
    "\" onload='alert(2)' x=\"<img src=x onerror=alert(3)> <!-- {{ 7 * 7 }} {% raw %} ${1} </style></title>\n"
    "NUL \x00 bell \x07 surrogate \ud800 carriage\rreturn \u202eoverride\u202c \u2066isolate 👩‍👩‍👧 e\u0301 &lt;&amp;"
)


class Page(HTMLParser):
    """Collects what a browser would show of the article, and every element and attribute."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags, self.attributes, self.article, self.data, self.ids = [], [], "", "", []
        self._open = ""
        self._depth = 0
        self.feed(source)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, *pair) for pair in attrs]
        known = dict(attrs)
        self.ids += [known["id"]] if "id" in known else []
        if known.get("id") == "article":
            self._depth = 1
        elif self._depth and tag == "div":
            self._depth += 1
        self._open = known.get("id", "") if tag == "script" else self._open

    def handle_endtag(self, tag):
        if self._depth and tag == "div":
            self._depth -= 1
        self._open = "" if tag == "script" else self._open

    def handle_data(self, data):
        if self._depth:
            self.article += data
        if self._open == "audit-document":
            self.data += data


def hostile(text=HOSTILE):
    article = invented_article(text, title=text, byline=text, publisher=text)
    return empty_document(article)


def test_the_text_stands_in_the_page_character_for_character():
    assert Page(render_report(invented_document())).article == TEXT


def test_hostile_text_is_shown_as_text_and_kept_unchanged_in_the_data():
    source = render_report(hostile())
    page = Page(source)
    assert page.article == visible(HOSTILE)
    assert json.loads(page.data)["text"] == HOSTILE
    assert page.tags.count("script") == 2
    assert "img" not in page.tags
    assert not [name for _, name, _ in page.attributes if name.startswith("on") or name == "style"]
    assert "{{ 7 * 7 }}" in page.article
    source.encode("utf-8")


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(codec=None), min_size=1, max_size=200))
def test_any_text_is_shown_whole_and_never_as_markup(text):
    plain = dataclasses.replace(empty_document(invented_article("x y.\nz.")), text=text, paragraphs=(), zones=())
    page = Page(render_report(plain))
    assert page.article == visible(text)
    assert json.loads(page.data)["text"] == text


def test_marks_with_offsets_outside_the_text_do_no_harm():
    document = dataclasses.replace(invented_document(), text="Short.", paragraphs=(), zones=())
    assert Page(render_report(document)).article == "Short."


def test_the_policy_allows_the_one_style_and_the_one_script_and_nothing_else():
    source = render_report(invented_document())
    (csp,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', source)
    csp = csp.replace("&#39;", "'")
    assert csp.startswith("default-src 'none'")
    for element, directive in (("style", "style-src"), ("script", "script-src")):
        (body,) = re.findall(rf"<{element}>(.*?)</{element}>", source, re.S)
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in csp
    assert "unsafe" not in csp


def test_the_page_asks_for_nothing_from_elsewhere():
    page = Page(render_report(invented_document()))
    assert not [pair for pair in page.attributes if pair[1] in ("src", "srcset", "action", "data", "poster")]
    assert not {"link", "img", "iframe", "object", "embed"} & set(page.tags)
    assert [href for tag, name, href in page.attributes if name == "href" and not href.startswith("#")] == [
        "https://example.org/crane"
    ]


def test_every_link_within_the_page_leads_somewhere_and_ids_are_unique():
    page = Page(render_report(invented_document()))
    links = {href[1:] for _, name, href in page.attributes if name == "href" and href.startswith("#")}
    assert len(links) > 20
    assert links - set(page.ids) == set()
    assert len(page.ids) == len(set(page.ids))


def test_every_link_leads_somewhere_without_text_too():
    page = Page(render_report(without_text(invented_document())))
    links = {href[1:] for _, name, href in page.attributes if name == "href" and href.startswith("#")}
    assert links - set(page.ids) == set()


def test_a_text_left_out_is_said_and_the_rest_is_shown():
    source = render_report(without_text(invented_document()))
    assert "text was left out" in source
    assert "No reason for anonymity is given." in source
    assert "stop the ships" not in Page(source).article


def test_an_article_not_audited_gives_its_reason_and_no_clean_report():
    source = render_report(not_audited("it is not in English"))
    assert "This article was not audited: it is not in English" in source
    assert "No rule found anything" not in source


def test_the_data_is_the_audit_document():
    document = invented_document()
    assert json.loads(Page(render_report(document)).data) == to_data(document)


def test_the_report_gives_no_verdict():
    words = re.sub(r"<(style|script)\b.*?</\1>", "", render_report(invented_document()), flags=re.S)
    words = re.sub(r"<[^>]+>", " ", words).lower()
    assert not re.search(r"\b(bias|biased|true|false|score|credible|trustworthy)\b", words)


def test_rendering_twice_gives_the_same_page():
    assert render_report(invented_document()) == render_report(invented_document())


def test_a_thousand_words_stay_under_400_kb():
    document = long_document(1000)
    assert document.article.words >= 1000
    assert len(render_report(document).encode()) < 400_000


def test_a_house_overrides_one_block_and_keeps_the_rest(tmp_path):
    (tmp_path / "article.html").write_text(
        '{% extends "house/article.html" %}{% block signals %}<p>Our own words</p>{% endblock %}', encoding="utf-8"
    )
    source = render_report(invented_document(), look=Look(templates=tmp_path))
    assert "Our own words" in source
    assert "What the article does well" not in source
    assert "Verification checklist" in source


def test_a_house_overrides_a_partial_and_the_style(tmp_path):
    (tmp_path / "_signals.html").write_text("<p>Nothing here</p>", encoding="utf-8")
    (tmp_path / "report.css").write_text(":root { --paper: pink }", encoding="utf-8")
    source = render_report(invented_document(), look=Look(templates=tmp_path))
    assert "Nothing here" in source
    assert "--paper: pink" in source


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("article.html", "{{ nothing }}", "nothing"),
        ("article.html", "{% if %}", "Expected"),
        ("article.html", '{% include "_gone.html" %}', "_gone.html"),
        ("report.css", "a{}</style><script>", "cannot stand"),
    ],
)
def test_a_wrong_template_is_one_line_of_error(tmp_path, name, content, problem):
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(ReportError, match=problem) as caught:
        render_report(invented_document(), look=Look(templates=tmp_path))
    assert "\n" not in str(caught.value)


def test_a_missing_folder_of_templates_is_an_error(tmp_path):
    with pytest.raises(ReportError, match="does not exist"):
        render_report(invented_document(), look=Look(templates=tmp_path / "gone"))


def test_the_newsrooms_name_stands_at_the_head():
    assert "<b>The Desk</b>" in render_report(invented_document(), look=Look(brand="The Desk"))
