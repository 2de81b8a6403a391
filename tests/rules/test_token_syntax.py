"""Token patterns in their two forms."""

from __future__ import annotations

import pytest
import yaml

from auditor.rules.nodes import Problems
from auditor.rules.token_syntax import read_patterns


def read(text: str):
    problems = Problems("rules.yaml")
    found = read_patterns(yaml.compose(text), problems)
    return found, [problem.what for problem in problems.found]


def test_the_short_form():
    found, problems = read('"LEMMA:say|tell POS:ADV:? : LOWER:that IS_TITLE:bool(True)"')
    assert problems == []
    assert found == (
        (
            (("LEMMA", ("IN", ("say", "tell"))),),
            (("POS", "ADV"), ("OP", "?")),
            (),
            (("LOWER", "that"),),
            (("IS_TITLE", True),),
        ),
    )


def test_the_long_form_is_one_pattern_or_several():
    one, _ = read("[{LEMMA: say, OP: '+'}, {POS: {NOT_IN: [NOUN]}}]")
    assert one == (((("LEMMA", "say"), ("OP", "+")), (("POS", ("NOT_IN", ("NOUN",))),)),)
    several, problems = read("[[{LEMMA: say}], 'LOWER:word LOWER:is']")
    assert (len(several), problems) == (2, [])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("LEMA:say", "tokens have no attribute 'LEMA'"),
        ("LEMMA", "'LEMMA' is no token of a pattern"),
        ("LEMMA:say:!!", "'!!' is not how often a token occurs"),
        ("LEMMA:", "'LEMMA' has no value"),
        ("IS_TITLE:maybe", "'IS_TITLE' is 'maybe'"),
        ("LOWER:a:? LOWER:b:*", "a token pattern can be empty"),
        (" ".join(["LOWER:a:+"] * 4), "a token pattern has too many '+' and '*'"),
        (" ".join(["LOWER:a"] * 21), "a token pattern has 21 tokens"),
        ("[{LOWER: {REGEX: a+}}]", "'REGEX' cannot be asked of a token"),
        ("[{IS_TITLE: {IN: [a]}}]", "'IS_TITLE' takes no list"),
        ("[{LOWER: [a, b]}]", "'LOWER' has a list"),
    ],
)
def test_what_is_wrong_is_told(text, problem):
    found, problems = read(text if text.startswith("[") else f'"{text}"')
    assert (found, problems) == ((), [problem])
