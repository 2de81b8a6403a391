"""Rules tried on their own sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.rules.loader import rules_from_text
from auditor.rules.model import Example, ExampleKind
from auditor.trial import article_of, trial
from tests.handmade import annotated, quotation, span
from tests.rules.test_loader import RULE

(SHORT,) = rules_from_text(RULE)
FLAG, PASS = SHORT.examples


def tried(example: Example, *, found: bool):
    made = article_of(SHORT, example)
    marks = (quotation("q1", span(made, "“total panic”")),) if found else ()
    return trial(SHORT, example, annotated(made, quotations=marks))


def test_a_flag_at_the_marked_place_is_as_listed():
    result = tried(FLAG, found=True)
    assert (result.agrees, result.as_listed, result.problem) == (True, True, "")


def test_a_flag_that_stays_silent_is_a_problem():
    result = tried(FLAG, found=False)
    assert result.problem == "HOUSE001 flags: fragment: should be “total panic” at 13, is silent."


def test_a_flag_at_another_place_is_a_problem():
    moved = replace(FLAG, marks=((0, 2),))
    assert tried(moved, found=True).problem == (
        "HOUSE001 flags: fragment: should be “He” at 0, is “total panic” at 13."
    )


def test_a_pass_that_is_flagged_is_a_problem():
    passing = replace(FLAG, kind=ExampleKind.PASSES, flags=False, marks=())
    assert tried(passing, found=True).problem == (
        "HOUSE001 passes: fragment: should be silent, is “total panic” at 13."
    )
    assert tried(passing, found=False).problem == ""


def test_a_known_miss_that_works_must_be_moved():
    missed = replace(FLAG, kind=ExampleKind.KNOWN_MISSES)
    assert tried(missed, found=False).problem == ""
    assert tried(missed, found=True).problem == ("HOUSE001 known_misses: fragment: this works now. Move it to 'flags'.")


def test_an_example_knows_its_publisher():
    made = article_of(SHORT, replace(FLAG, publisher="Daily Post"))
    assert (made.metadata.publisher, made.text) == ("Daily Post", FLAG.text)


@pytest.mark.model
def test_a_rule_file_is_tried_whole(nlp):
    from auditor.trial import run_examples

    results = list(run_examples([SHORT], nlp))
    assert [result.example.name for result in results] == ["fragment", "sentence"]
    assert [result.problem for result in results] == ["", ""]
