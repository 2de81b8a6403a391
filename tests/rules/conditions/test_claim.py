"""Conditions about key claims: who stands behind them, who answers."""

from __future__ import annotations

import pytest

from auditor.claims.claim import Claim, ClaimKind, Verdict
from auditor.language.annotations import Identity
from auditor.rules.conditions.claim import (
    accused_answers,
    accused_is_a_state,
    accuses_of_wrongdoing,
    carries_a_key_claim,
    doubt_or_check_stated,
    guilt_is_established,
    rests_on_unnamed_informants,
    told_by_the_headline_already,
)
from tests.handmade import article, attribution, source, span
from tests.rules.conditions.stories import context


def allegation(text: str, words: str, against: str | None = None, **changes) -> Claim:
    made = article(text)
    subject = span(made, against) if against else None
    return Claim("c1", span(made, words), ClaimKind.ALLEGATION, Verdict.UNNAMED, subject=subject, **changes)


THEFT = "Jan Ek stole money, a clerk said."


@pytest.mark.parametrize(
    ("rest", "answers"),
    [
        ("Ek denied it.", True),
        ("He could not be reached.", True),
        ("It rained. Ek left.", False),
        ("The council denied it.", True),
        ("Berg denied it.", False),
    ],
)
def test_an_answer_names_the_accused_or_points_at_them(rest, answers):
    text = f"{THEFT} {rest}"
    claim = allegation(text, THEFT, "Jan Ek")
    assert accused_answers(claim, context(text)) is answers


@pytest.mark.parametrize(("rest", "established"), [("Ek was convicted in May.", True), ("Ek left in May.", False)])
def test_a_conviction_settles_it(rest, established):
    text = f"{THEFT} {rest}"
    assert guilt_is_established(allegation(text, THEFT, "Jan Ek"), context(text)) is established


@pytest.mark.parametrize(
    ("words", "wrong"), [("Ek bribed them", True), ("Ek is a democrat", False), ("Ek lied to us", True)]
)
def test_wrongdoing_is_told_from_other_reproaches(words, wrong):
    text = f"{words}, a clerk said."
    assert accuses_of_wrongdoing(allegation(text, words, "Ek"), context(text)) is wrong


@pytest.mark.parametrize(("who", "state"), [("China", True), ("Ek", False)])
def test_a_state_is_no_person(who, state):
    text = f"{who} stole it, a clerk said."
    assert accused_is_a_state(allegation(text, text, who), context(text)) is state


@pytest.mark.parametrize(
    ("rest", "stated"),
    [
        ("The Post could not verify it.", True),
        ("Police confirmed the date.", True),
        ("Police have not confirmed the date.", True),
        ("It rained.", False),
    ],
)
def test_a_check_or_its_failure_is_seen(rest, stated):
    text = f"{THEFT} {rest}"
    assert doubt_or_check_stated(allegation(text, THEFT), context(text)) is stated


@pytest.mark.parametrize(
    ("identity", "unnamed"), [(Identity.UNNAMED_INDIVIDUAL, True), (Identity.UNNAMED_COLLECTIVE, False)]
)
def test_unnamed_informants_are_not_classes_of_people(identity, unnamed):
    made = article(THEFT)
    clerk = span(made, "a clerk")
    told = attribution(made, "a1", clerk, "s1", cue=(span(made, "said"),))
    claim = allegation(THEFT, THEFT, "Jan Ek", attribution_ids=("a1",))
    layers = {"attributions": (told,), "sources": (source("s1", "a clerk", identity, clerk),)}
    here = context(THEFT, (claim,), **layers)
    assert bool(rests_on_unnamed_informants(claim, here)) is unnamed
    assert carries_a_key_claim(told, here) is True


def test_a_lead_that_repeats_the_headline_is_told_already():
    text = "Ek took cash\n\nEk took cash, an aide said."
    made = article(text)
    headline = Claim("c1", span(made, "Ek took cash"), ClaimKind.HEADLINE, Verdict.UNNAMED)
    lead = Claim("c2", span(made, "Ek took cash, an aide said."), ClaimKind.LEAD, Verdict.UNNAMED)
    assert told_by_the_headline_already(lead, context(text, (headline, lead))) is True
    assert told_by_the_headline_already(headline, context(text, (headline, lead))) is False
