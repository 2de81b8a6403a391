"""Every rule's own sentences, and how sentences with marks are read."""

from __future__ import annotations

from collections import Counter

import pytest

from auditor.rules.examples import unmarked
from auditor.rules.loader import load_rules
from auditor.rules.model import ExampleKind

RULES = load_rules()
CASES = [(rule, example) for rule in RULES for example in rule.examples]


def named(value: object) -> str:
    return str(getattr(value, "code", getattr(value, "name", value)))


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_every_rule_has_three_sentences_it_flags_and_three_near_misses(rule):
    kinds = Counter(example.kind for example in rule.examples)
    assert kinds[ExampleKind.FLAGS] >= 3
    assert kinds[ExampleKind.PASSES] >= 3


@pytest.fixture(scope="module")
def trials(nlp):
    from auditor.trial import run_examples

    return {(trial.rule.code, trial.example.kind, trial.example.name): trial for trial in run_examples(RULES, nlp)}


@pytest.mark.model
@pytest.mark.parametrize(("rule", "example"), CASES, ids=named)
def test_a_rule_does_what_its_sentence_shows(trials, rule, example):
    assert trials[rule.code, example.kind, example.name].problem == ""


def test_marks_are_taken_out_and_kept_as_offsets():
    assert unmarked("He saw [[a]] and [[b]].") == ("He saw a and b.", ((7, 8), (13, 14)))


def test_a_bracketed_insertion_can_be_marked():
    assert unmarked("so [[[sic]]] said") == ("so [sic] said", ((3, 8),))


@pytest.mark.parametrize("text", ["[[a", "a]]", "[[a [[b]] c]]"])
def test_marks_that_do_not_pair_up_are_refused(text):
    assert unmarked(text) is None
