"""Conditions about statements: closeness, supposition, judgement, documents."""

from __future__ import annotations

import pytest

from auditor.language.annotations import Identity
from auditor.rules.conditions.attribution import (
    conjectures,
    described_by_closeness,
    passes_something_on,
    side_rank_or_first_hand_knowledge_stated,
    speaks_of_own_plans,
)
from auditor.rules.conditions.document import (
    document_identified_nearby,
    is_a_study_or_poll,
    is_an_internal_document,
    poll_said_to_prove,
)
from auditor.rules.conditions.judgement import judges_nobody_in_particular, passes_judgement, tells_what_was_suffered
from tests.rules.conditions.stories import statement


@pytest.mark.parametrize(
    ("who", "close", "more"),
    [
        ("People familiar with the matter", True, False),
        ("A senior official close to the talks", True, False),
        ("A bank executive briefed on the talks", True, True),
        ("One person with direct knowledge of the plan", True, True),
        ("A port manager", False, False),
    ],
)
def test_closeness_alone_is_told_from_closeness_with_a_role(who, close, more):
    told, context = statement(f"{who} said it failed.", who, "said", "it failed", "say")
    assert described_by_closeness(told, context) is close
    assert side_rank_or_first_hand_knowledge_stated(told, context) is more


def test_words_after_the_mention_describe_it_too():
    told, context = statement("People familiar with the matter said it failed.", "People", "said", "it failed", "say")
    assert described_by_closeness(told, context) is True


@pytest.mark.parametrize(
    ("said", "lemma", "words"),
    [
        ("the pilot may have panicked", "say", ["may have"]),
        ("the talks would probably fail", "say", ["would probably"]),
        ("the bank will fold", "predict", ["said"]),
        ("the bank folded", "say", []),
        ("the report is probably out on Friday, as scheduled", "say", []),
    ],
)
def test_supposing_is_told_from_reporting(said, lemma, words):
    told, context = statement(f"An aide said {said}.", "An aide", "said", said, lemma)
    assert [part.span.text for part in conjectures(told, context)] == words


def test_own_plans_are_no_supposition():
    told, context = statement("“We expect to open,” an aide said.", "an aide", "said", "We expect to open", "say")
    assert speaks_of_own_plans(told, context) is True


@pytest.mark.parametrize(
    ("said", "lemma", "words"),
    [
        ("He is a coward", "say", ["coward"]),
        ("Ek was utterly reckless", "say", ["Ek was utterly reckless"]),
        ("demand was weak", "say", []),
        ("the meeting was a shambles", "say", ["meeting was a shambles"]),
        ("her the worst leader in decades", "call", ["worst leader in decades"]),
        ("Mayor Ann Roe", "praise", ["said"]),
        ("the protests", "praise", []),
        ("the minister took bribes", "say", []),
    ],
)
def test_judgements_of_somebody_are_seen(said, lemma, words):
    told, context = statement(f"An aide said {said}.", "An aide", "said", said, lemma)
    found = passes_judgement(told, context)
    assert [part.span.text for part in found or ()] == words


def test_a_judgement_without_a_target_is_less():
    told, context = statement("An aide said it was a shambles.", "An aide", "said", "it was a shambles", "say")
    assert judges_nobody_in_particular(told, context) is True
    told, context = statement("An aide said he was a liar.", "An aide", "said", "he was a liar", "say")
    assert judges_nobody_in_particular(told, context) is False


def test_who_suffered_may_judge():
    who = "A nurse who reported the abuse"
    told, context = statement(f"{who} said he was a bully.", who, "said", "he was a bully", "say")
    assert tells_what_was_suffered(told, context) is True


@pytest.mark.parametrize(
    ("who", "cue", "lemma", "passes"),
    [
        ("Two aides", "said", "say", True),
        ("Two lawmakers", "condemned", "condemn", False),
        ("Two lawmakers", "wrote in a letter", "write", False),
        ("His wife", "said", "say", False),
        ("a reader", "would say", "say", False),
        ("Obama's former strategist", "said", "say", False),
        ("campaign boss Alan Milburn", "said", "say", False),
        ("A source at Borg Holdings", "said", "say", True),
        ("71-year-old diplomat", "said", "say", False),
    ],
)
def test_passing_on_is_told_from_acting_in_public(who, cue, lemma, passes):
    told, context = statement(f"{who} {cue} it failed.", who, cue, "it failed", lemma)
    assert passes_something_on(told, context) is passes


@pytest.mark.parametrize(
    ("text", "who", "internal", "study", "identified"),
    [
        ("Leaked documents show it failed.", "Leaked documents", True, False, False),
        ("Leaked documents show it failed. They were written by Ola Ness.", "Leaked documents", True, False, True),
        ("A memo from the Borg Council shows it failed.", "A memo", True, False, True),
        ("A memo shows staff were warned in May.", "A memo", True, False, False),
        ("Court documents show it failed.", "Court documents", False, False, False),
        ("Studies show bees vanish.", "Studies", False, True, False),
        ("A survey for the charity shows bees vanish.", "A survey", False, True, True),
    ],
)
def test_documents_are_known_by_maker_or_date(text, who, internal, study, identified):
    cue = "show" if "show " in text else "shows"
    told, context = statement(text, who, cue, text.split(cue)[1][1:6], "show", Identity.DOCUMENT_UNNAMED)
    assert is_an_internal_document(told, context) is internal
    assert is_a_study_or_poll(told, context) is study
    assert document_identified_nearby(told, context) is identified


@pytest.mark.parametrize(
    ("text", "who", "cue", "lemma", "fires"),
    [
        ("The poll proves it.", "The poll", "proves", "prove", True),
        ("The poll suggests it.", "The poll", "suggests", "suggest", False),
        ("The count proves it.", "The count", "proves", "prove", False),
    ],
)
def test_a_poll_cannot_prove(text, who, cue, lemma, fires):
    told, context = statement(text, who, cue, "it", lemma, Identity.DOCUMENT_UNNAMED)
    assert bool(poll_said_to_prove(told, context)) is fires
