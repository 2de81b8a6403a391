import pytest
from report.factory import invented_document

from auditor.errors import ReportError
from auditor.report.environment import environment, rendered, source_of, templates_folder
from auditor.report.html import render_report
from auditor.report.look import Look


def house(tmp_path, source, name="_signals.html"):
    (tmp_path / name).write_text(source, encoding="utf-8")
    return Look(templates=tmp_path)


@pytest.mark.parametrize(
    "source",
    [
        "{{ header.__class__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ cycler.__init__.__globals__ }}",
        "{% set x = method.facts.append(1) %}",
        "{{ range(999999999)|list }}",
        "{{ 1 // 0 }}",
        "{{ header.title + 1 }}",
    ],
)
def test_a_houses_template_reaches_nothing_but_what_it_is_given(tmp_path, source):
    with pytest.raises(ReportError) as caught:
        render_report(invented_document(), look=house(tmp_path, source))
    assert "\n" not in str(caught.value)


def test_what_a_houses_template_prints_is_escaped(tmp_path):
    page = render_report(invented_document(), look=house(tmp_path, "<p>{{ '<i>' ~ header.title }}</p>"))
    assert "<p>&lt;i&gt;Harbour crane" in page


def test_a_house_extends_the_original_by_its_name(tmp_path):
    source = '{% include "house/_signals.html" %}<p>And more</p>'
    page = render_report(invented_document(), look=house(tmp_path, source))
    assert "What the article does well" in page
    assert "And more" in page


def test_the_packages_templates_are_found():
    assert (templates_folder() / "article.html").is_file()
    assert environment() is environment()
    assert "--paper" in source_of("report.css", None)


def test_a_template_that_is_missing_is_an_error():
    with pytest.raises(ReportError, match="gone"):
        rendered("gone.html", {}, None)
    with pytest.raises(ReportError, match="gone"):
        source_of("gone.css", None)
