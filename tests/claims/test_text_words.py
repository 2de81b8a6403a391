"""Two sentences state one claim when they share enough content words and a name or number."""

from __future__ import annotations

import pytest

from auditor.claims.text_words import listed, sentences_of

pytestmark = pytest.mark.model


def sentences(nlp, text):
    return sentences_of(nlp(text))


def test_sentences_keep_their_place_and_their_words(nlp):
    first, second = sentences(nlp, "The Orlen plant closed in 2021. Nobody was told.")
    assert (first.start, first.end, second.start) == (0, 31, 32)
    assert {"plant", "close"} <= first.lemmas
    assert "2021" in first.anchors


def test_the_same_thing_in_other_words_is_one_claim(nlp):
    claim, same = sentences(nlp, "The Orlen plant closed in 2021. Managers closed the plant at Orlen without notice.")
    assert same.states(claim)


@pytest.mark.parametrize(
    "other",
    ["The weather in Orlen was fine.", "A plant was closed in Velk.", "Nobody was told."],
)
def test_a_shared_name_or_a_shared_subject_alone_is_not(nlp, other):
    claim, different = sentences(nlp, f"The Orlen plant closed in 2021. {other}")
    assert not different.states(claim)


def test_a_headline_needs_fewer_shared_words(nlp):
    claim, body = sentences(nlp, "Nine die at plant in Orlen. A boiler at the Orlen works killed nine.")
    assert not body.states(claim)
    assert body.states(claim, headline=True)


@pytest.mark.parametrize("name", ["allegation_verbs", "allegation_nouns", "accusing_verbs", "casualty_words"])
def test_lists_hold_lower_case_words_in_order(name):
    assert listed(name)
    assert all(word == word.lower().strip() for word in listed(name))
