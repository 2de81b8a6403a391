"""Tests asked of annotations, and what is kept of the answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.rules.context import context_of
from auditor.rules.evaluation import asked_words, describe_rule, evaluate, first_that_holds
from auditor.rules.loader import load_rules
from auditor.rules.model import AllOf, AnyOf, Comparison, FieldTest, Named, NoneOf, Over
from tests.handmade import story_annotated

STORY = story_annotated
UNNAMED = FieldTest("identity", Comparison.IS, ("unnamed-individual", "unnamed-group"))
NO_ROLE = FieldTest("role", Comparison.ABSENT)
TWO = FieldTest("statements", Comparison.AT_LEAST, (2.0,))
MANY = FieldTest("statements", Comparison.MORE, (2.0,))


@pytest.fixture
def ask():
    story = STORY()
    context = context_of(story.article, story.annotations)
    official = story.annotations.sources[0]
    return lambda test: evaluate(test, Over.SOURCES, official, context)


@pytest.mark.parametrize(
    ("test", "holds"),
    [
        (UNNAMED, True),
        (NO_ROLE, True),
        (FieldTest("role", Comparison.PRESENT), False),
        (TWO, True),
        (MANY, False),
        (FieldTest("statements", Comparison.AT_MOST, (2.0,)), True),
        (FieldTest("statements", Comparison.LESS, (2.0,)), False),
        (FieldTest("statements", Comparison.IS, (2.0,)), True),
        (FieldTest("role", Comparison.IS, ("mayor",)), False),
        (AllOf((UNNAMED, TWO)), True),
        (AllOf((UNNAMED, MANY)), False),
        (AnyOf((MANY, UNNAMED)), True),
        (AnyOf((MANY,)), False),
        (NoneOf((MANY,)), True),
        (NoneOf((MANY, UNNAMED)), False),
        (AllOf(()), True),
        (Named("in_headline_or_lead"), True),
        (Named("is_the_only_source"), False),
    ],
)
def test_a_test_holds(ask, test, holds):
    assert ask(test).holds is holds


def test_what_held_is_kept_in_words(ask):
    assert ask(AllOf((UNNAMED, TWO))).words == ("Kind of source: unnamed individual.", "Statements of the source: 2.")
    assert ask(AnyOf((MANY, UNNAMED))).words == ("Kind of source: unnamed individual.",)


def test_what_must_not_hold_is_said_as_it_was_asked(ask):
    assert ask(NoneOf((MANY,))).words == ("Not so: Statements of the source: more than 2.",)


def test_the_first_test_that_holds_is_the_cause():
    story = STORY()
    context = context_of(story.article, story.annotations)
    tests = (MANY, TWO, UNNAMED)
    outcome = first_that_holds(tests, Over.SOURCES, story.annotations.sources[0], context)
    assert outcome.words == ("Statements of the source: 2.",)
    assert not first_that_holds((), Over.SOURCES, story.annotations.sources[0], context).holds


def test_a_test_is_said_in_words():
    assert asked_words(UNNAMED, Over.SOURCES) == "Kind of source: unnamed individual or unnamed group."
    assert asked_words(NO_ROLE, Over.SOURCES) == "Role of the source: absent."
    assert asked_words(AnyOf((TWO,)), Over.SOURCES) == "any of: Statements of the source: at least 2."
    assert asked_words(Named("is_the_only_source"), Over.SOURCES) == "The article has no other independent source."


def test_a_rule_says_in_words_what_it_asks():
    rule = next(rule for rule in load_rules() if rule.code == "QUO001")
    assert describe_rule(replace(rule, unless=rule.unless[:1])) == {
        "All of these hold": (
            "Kind of quotation: speech.",
            "Words between the marks: at least 4.",
            "Statement that the quotation belongs to: absent.",
            "Inside another quotation: no.",
        ),
        "None of these holds": ("The words stand in the headline.",),
    }
    assert all(describe_rule(rule) for rule in load_rules())
