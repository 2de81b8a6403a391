"""Conditions about one figure: what it counts, how exact it is, who else counts."""

from __future__ import annotations

import pytest

from auditor.language.annotations import FigureStatus, Identity, Value
from auditor.rules.conditions.figure import (
    asserted_as_harm_or_loss,
    belongs_to_the_past,
    converted_from_another_unit,
    counted_by_an_interested_party,
    rounding_word_before_exact_number,
    same_figure_has_a_source,
)
from tests.handmade import article, attribution, figure, source, span
from tests.rules.conditions.stories import context


def lone(text: str, words: str, amount: float = 100.0):
    made = article(text)
    return figure("f1", span(made, words), FigureStatus.UNATTRIBUTED, value=Value(amount, amount, "")), context(text)


@pytest.mark.parametrize(
    ("text", "words", "exact"),
    [
        ("Roughly 4,381 people drowned.", "4,381 people", True),
        ("Roughly 4,300 people drowned.", "4,300 people", False),
        ("Exactly 4,381 people voted.", "4,381 people", False),
        ("It was built around 1874.", "1874", False),
        ("They took an estimated $121.9m.", "$121.9m", False),
    ],
)
def test_a_rounding_word_before_an_exact_number(text, words, exact):
    subject, here = lone(text, words)
    assert rounding_word_before_exact_number(subject, here) is exact


def test_a_conversion_stands_in_brackets():
    subject, here = lone("It cost €1,000 (about $1,073).", "$1,073")
    assert converted_from_another_unit(subject, here) is True


@pytest.mark.parametrize(
    ("text", "words", "harm"),
    [
        ("The blast killed 37 people.", "37 people", True),
        ("The blast that killed 37 people was loud.", "37 people", False),
        ("The 37 people killed were young.", "37 people", False),
        ("The choir has 37 people.", "37 people", False),
        ("TWO DEAD IN BLAST Some 37 people were hurt.", "37 people", False),
    ],
)
def test_harm_is_asserted_by_the_sentence_itself(text, words, harm):
    subject, here = lone(text, words, 37.0)
    assert asserted_as_harm_or_loss(subject, here) is harm


def test_a_year_puts_a_figure_on_record():
    subject, here = lone("In 1953 the flood killed 300 people.", "300 people")
    assert belongs_to_the_past(subject, here) is True


def test_a_repeated_figure_has_the_source_of_the_other_place():
    text = "It killed 37 people, police said. It killed 37 people."
    made = article(text)
    value = Value(37.0, 37.0, "people")
    first = figure("f1", span(made, "37 people"), FigureStatus.ATTRIBUTED, value=value)
    second = figure("f2", span(made, "37 people", 1), FigureStatus.UNATTRIBUTED, value=value)
    assert same_figure_has_a_source(second, context(text, figures=(first, second))) is True


@pytest.mark.parametrize(
    ("who", "said", "words", "stake"),
    [
        ("The army", "it killed 60 militants", "60 militants", True),
        ("The army", "60 trucks were bought", "60 trucks", False),
        ("Organisers", "60,000 people marched", "60,000 people", True),
        ("Police", "60,000 people marched", "60,000 people", False),
    ],
)
def test_who_counts_may_have_a_stake(who, said, words, stake):
    text = f"{who} said {said}."
    made = article(text)
    told = attribution(made, "a1", span(made, who), "s1", cue=(span(made, "said"),), content=(span(made, said),))
    subject = figure("f1", span(made, words), FigureStatus.ATTRIBUTED, attribution_id="a1")
    speaker = source("s1", who, Identity.NAMED_INSTITUTION, span(made, who))
    here = context(text, attributions=(told,), sources=(speaker,), figures=(subject,))
    assert counted_by_an_interested_party(subject, here) is stake
