import dataclasses

from report.factory import TEXT, invented_document, without_text

from auditor.report.lookup import make_lookup, paragraph_numbers
from auditor.text import Span


def test_a_headline_is_not_counted_as_a_paragraph():
    document = invented_document()
    assert paragraph_numbers(document) == (0, 1, 2, 3, 4, 5, 6)
    lookup = make_lookup(document)
    assert lookup.where(0) == "headline"
    assert lookup.where(TEXT.index("memo")) == "paragraph 3"


def test_a_place_leads_nowhere_when_the_text_is_left_out():
    span = invented_document().findings[1].span
    assert make_lookup(invented_document()).place(span).href == f"#t{span.start}"
    assert make_lookup(without_text(invented_document())).place(span).href == ""
    assert make_lookup(without_text(invented_document())).place(span).where == "paragraph 1"


def test_an_unnamed_source_stays_unnamed_though_an_outlet_carried_it():
    document = invented_document()
    lookup = make_lookup(document)
    assert "a1" in lookup.relayed
    assert lookup.standing(document.attributions[0]) == "unnamed"
    named = dataclasses.replace(document.attributions[0], source_id="s3")
    assert lookup.standing(named) == "relayed"


def test_a_document_without_paragraphs_has_no_wheres():
    lookup = make_lookup(dataclasses.replace(invented_document(), paragraphs=()))
    assert lookup.place(Span(0, 1, "H")).where == ""


def test_a_figure_rests_on_the_source_of_its_attribution():
    assert make_lookup(invented_document()).link_of("a4").name == "an internal memo"
