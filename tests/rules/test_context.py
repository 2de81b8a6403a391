"""Annotations indexed: what carries what, and where it stands."""

from __future__ import annotations

from auditor.language.annotations import Annotations, Certainty, Identity, Name, Spelling
from auditor.rules.context import context_of, first_place
from auditor.text import ZoneKind
from tests.handmade import article, attribution, quotation, source, span, story_annotated


def test_a_figure_rests_on_the_source_of_its_attribution():
    story = story_annotated()
    context = context_of(story.article, story.annotations)
    (figure,) = story.annotations.figures
    assert context.source_of(figure).label == "An official"
    assert context.identity_of(figure) is Identity.UNNAMED_INDIVIDUAL
    assert context.zone_of(figure) is ZoneKind.LEAD


def test_an_orphan_quotation_rests_on_nobody():
    story = story_annotated()
    context = context_of(story.article, story.annotations)
    (quotation,) = story.annotations.quotations
    assert context.source_of(quotation) is None
    assert context.identity_of(quotation) is Identity.NONE


def test_attributions_that_are_no_sourcing_do_not_count_for_a_source():
    made = article("An official said so. The official hoped.")
    first, second = span(made, "An official"), span(made, "The official")
    annotations = Annotations(
        attributions=(
            attribution(made, "a1", first, "s1"),
            attribution(made, "a2", second, "s1", sourcing=False),
        ),
        sources=(source("s1", "An official", Identity.UNNAMED_INDIVIDUAL, first, second),),
    )
    context = context_of(made, annotations)
    assert [each.id for each in context.by_source["s1"]] == ["a1"]


def test_quotations_are_found_by_their_attribution():
    made = article("“It fell,” he said.")
    mark = quotation("q1", span(made, "“It fell,”"), attribution_id="a1")
    assert context_of(made, Annotations(quotations=(mark,))).quotations == {"a1": (mark,)}


def test_the_first_place_of_each_kind():
    made = article("Harrujah fell. Harrouja fell.")
    second, first = span(made, "Harrouja"), span(made, "Harrujah")
    name = Name("n1", (Spelling("Harrouja", (second,)), Spelling("Harrujah", (first,))), Certainty.FIRM)
    assert first_place(name) == first
    assert first_place(made) is None
    assert first_place(attribution(made, "a", first, None)) == first
    assert first_place(source("s", "x", Identity.NONE)) is None
