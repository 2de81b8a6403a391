"""What rules look at, taken apart into marked parts and words."""

from __future__ import annotations

import pytest

from auditor.language.annotations import Certainty, FigureStatus, Identity, Name, Spelling
from auditor.rules.context import context_of
from auditor.rules.model import Over
from auditor.rules.subjects import (
    MARKS,
    PLACEHOLDERS,
    certainty_of,
    counted,
    matched_parts,
    notes_of,
    quoted,
    subjects,
    words_for,
)
from tests.handmade import article, figure, source, span, story_annotated


@pytest.fixture
def context():
    story = story_annotated()
    return context_of(story.article, story.annotations)


@pytest.mark.parametrize("over", list(Over))
def test_every_placeholder_has_words_and_every_part_a_known_role(context, over):
    for subject in subjects(over, context):
        assert set(PLACEHOLDERS[over]) <= set(words_for(subject, context))
        assert {part.role for part in matched_parts(subject, context)} <= set(MARKS[over])


def test_the_article_itself_is_the_one_subject(context):
    assert subjects(Over.ARTICLE, context) == (context.article,)


def test_a_figure_shows_what_carries_it(context):
    (subject,) = subjects(Over.FIGURES, context)
    parts = [(part.role, part.span.text) for part in matched_parts(subject, context)]
    assert parts == [("figure", "14 ships"), ("source", "The official"), ("cue", "said")]
    assert notes_of(subject, context) == ("“An official” is unnamed-individual.",)
    assert words_for(subject, context)["label"] == "“An official”"


def test_a_name_shows_its_spellings_with_counts(context):
    made = article("Harrujah fell. Harrujah. Harrouja, Haruja.")
    one, two = span(made, "Harrujah"), span(made, "Harrujah", 1)
    spellings = (
        Spelling("Harrujah", (one, two)),
        Spelling("Harrouja", (span(made, "Harrouja"),)),
        Spelling("Haruja", (span(made, "Haruja"),)),
    )
    name = Name("n1", spellings, Certainty.LIKELY)
    assert words_for(name, context)["spellings"] == "“Harrujah” (2), “Harrouja” (1) and “Haruja” (1)"
    assert certainty_of(name) is Certainty.LIKELY


def test_a_hedge_that_is_not_there_has_words_too(context):
    made = article("14 ships.")
    assert (
        words_for(figure("f", span(made, "14 ships"), FigureStatus.HEDGED), context)["hedge"] == "the words around it"
    )


def test_sources_without_a_statement_are_left_out(context):
    labels = [each.label for each in subjects(Over.SOURCES, context)]
    assert labels == ["An official", "Lena Ruud"]
    assert source("s9", "nobody", Identity.NONE) not in subjects(Over.SOURCES, context)


def test_long_words_of_the_text_are_shortened_at_a_word():
    assert quoted("“It fell,”") == "“It fell,”"
    assert quoted("word " * 30) == "“word word word word word word word word word word word word …”"


def test_numbers_come_with_their_noun():
    assert (counted(0, "figure"), counted(1, "figure"), counted(2, "figure")) == ("no figures", "1 figure", "2 figures")
    assert counted(2, "person", "people") == "2 people"


def test_a_mention_that_says_less_than_the_fullest_description_is_shown_with_it(context):
    first, second, _ = subjects(Over.ATTRIBUTIONS, context)
    assert words_for(first, context)["source"] == "“An official”"
    assert words_for(second, context)["source"] == "“The official” (An official)"
