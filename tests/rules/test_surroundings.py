"""The sentences around a place."""

from __future__ import annotations

from auditor.rules.surroundings import around, text_around
from tests.handmade import span
from tests.rules.conditions.stories import context

TEXT = "It rained. The gate fell. Nobody came. It was late."


def test_the_sentence_of_a_place_and_its_neighbours():
    made = context(TEXT)
    gate = span(made.article, "gate")
    assert text_around(made, gate) == "The gate fell."
    assert text_around(made, gate, before=1, after=1) == "It rained. The gate fell. Nobody came."
    assert around(made, gate, before=9, after=9) == (0, len(TEXT))


def test_a_place_over_two_sentences_has_both():
    made = context(TEXT)
    assert text_around(made, span(made.article, "fell. Nobody")) == "The gate fell. Nobody came."
