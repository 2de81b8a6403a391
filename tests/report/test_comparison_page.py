import dataclasses

from report.factory import invented_document

from auditor.language.annotations import Identity
from auditor.report.comparing import compare
from auditor.report.comparison_page import comparison_summary, source_groups
from auditor.report.html import render_comparison

OLD = invented_document()
NEW = dataclasses.replace(
    OLD,
    sources=(
        dataclasses.replace(OLD.sources[0], label="Tomas Wirt", identity=Identity.NAMED_PERSON),
        *OLD.sources[1:],
    ),
    findings=OLD.findings[2:],
    text=OLD.text.replace("had not been examined", "had not been inspected"),
)
COMPARISON = compare(OLD, NEW)


def test_the_summary_says_what_changed():
    assert comparison_summary(COMPARISON) == "Sources: 1 now named. 2 findings cleared. 4 findings in both versions."


def test_sources_are_grouped_by_what_became_of_them():
    (group,) = source_groups(COMPARISON)
    assert (group.name, [change.new for change in group.changes]) == ("Now named", ["Tomas Wirt"])


def test_the_page_shows_both_versions_and_what_changed():
    page = render_comparison(COMPARISON, tool="auditor 0.1.0")
    assert "Now named" in page
    assert "Tomas Wirt" in page
    assert "<del>examined</del><ins>inspected</ins>" in page


def test_hostile_words_are_text_in_the_page():
    hostile = "<script>alert(1)</script>\x00"
    named = dataclasses.replace(NEW.sources[0], label=hostile)
    page = render_comparison(compare(OLD, dataclasses.replace(NEW, sources=(named, *NEW.sources[1:]))))
    assert page.count("<script") == 1
    assert "&lt;script&gt;alert(1)&lt;/script&gt;␀" in page
