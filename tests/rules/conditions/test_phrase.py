"""Conditions about words that a rule looks for."""

from __future__ import annotations

import pytest

from auditor.language.annotations import Identity
from auditor.rules.conditions import phrase
from auditor.rules.context import context_of
from auditor.rules.phrases import Phrase
from tests.handmade import annotated, article, attribution, figure, source, span


def found(condition, text: str, words: str, *, identity=Identity.NAMED_PERSON, says: str | None = None, **metadata):
    """Ask a condition about words of a text in which Dahl, where named, says so."""
    made = article(text, **metadata)
    statements, sources = (), ()
    if "Dahl" in text:
        speaker = span(made, "Dahl")
        content = (span(made, says),) if says else ()
        statements = (attribution(made, "a1", speaker, "s1", cue=(span(made, "said"),), content=content),)
        sources = (source("s1", "Dahl", identity, speaker),)
    story = annotated(made, attributions=statements, sources=sources)
    for token in story.doc:
        token.is_sent_start = token.i == 0 or story.doc[token.i - 1].text == "."
    context = context_of(made, story.annotations, doc=story.doc)
    return bool(getattr(phrase, condition)(Phrase(span(made, words)), context))


def test_a_source_in_the_sentence_counts():
    assert found("attributed_in_its_sentence", "He reportedly left, Dahl said.", "reportedly")
    assert not found("attributed_in_its_sentence", "He reportedly left. Dahl said so.", "reportedly")


def test_a_sentence_that_goes_on_with_a_pronoun_belongs_to_the_one_before():
    assert found("attributed_just_before", "Dahl said so. He reportedly left.", "reportedly")
    assert not found("attributed_just_before", "Dahl said so. Ships reportedly left.", "reportedly")


def test_nobody_in_particular_is_no_source():
    text = "He reportedly left, Dahl said."
    assert not found("attributed_in_its_sentence", text, "reportedly", identity=Identity.UNNAMED_COLLECTIVE)


def test_words_can_be_part_of_what_was_said():
    text = "Dahl said he stabbed the guard. He ran."
    assert found("inside_a_statement", text, "stabbed", says="he stabbed the guard")
    assert not found("inside_a_statement", text, "ran", says="he stabbed the guard")


@pytest.mark.parametrize(("text", "so"), [("It is thought by the guards.", True), ("It is thought to be so.", False)])
def test_the_sentence_may_go_on_to_say_by_whom(text, so):
    assert found("agent_follows", text, "thought") is so


def test_beside_a_charge_a_hedge_protects():
    assert found("charged_or_sued_beside", "He allegedly ran. He was charged.", "allegedly")
    assert not found("charged_or_sued_beside", "He allegedly ran. He was tired.", "allegedly")


def test_a_rumour_that_is_denied_is_no_rumour_passed_on():
    assert found("rumour_is_rejected", "She denied rumours of a sale.", "rumours")


@pytest.mark.parametrize(
    ("headline", "genre", "so"),
    [("Opinion: Shut it", None, True), ("Harbour shut", "analysis", True), ("Opinion polls rise", None, False)],
)
def test_the_genre_is_known_from_metadata_or_a_label(headline, genre, so):
    assert found("in_an_argued_genre", f"{headline}\n\nHe left.", "left", genre=genre) is so


def test_a_hedge_of_a_figure_is_the_figures():
    made = article("Reportedly 40 left.")
    hedge = span(made, "Reportedly")
    story = annotated(made, figures=(figure("f1", span(made, "40"), "hedged", hedge=hedge),))
    context = context_of(made, story.annotations)
    assert phrase.hedges_a_figure(Phrase(hedge), context)
    assert not phrase.hedges_a_figure(Phrase(span(made, "left")), context)
