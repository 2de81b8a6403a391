"""Word lists and what a rule looks for, as rule files write them."""

from __future__ import annotations

import pytest
import yaml

from auditor.errors import RuleFileError
from auditor.rules.loader import rules_from_text
from auditor.rules.lookups import read_lists, read_wording
from auditor.rules.nodes import Problems
from auditor.rules.wordlists import list_names, listed


def wording(text: str, lists=None, **options):
    problems = Problems("rules.yaml")
    found = read_wording(yaml.compose(text), lists or {}, problems, **options)
    return found, [problem.what for problem in problems.found]


def test_words_and_lists_are_joined_each_once():
    found, problems = wording("{words: [a, b], list: ours}", {"ours": ("b", "c")})
    assert (found.words, problems) == (("a", "b", "c"), [])


def test_a_list_of_the_program_can_be_named():
    found, problems = wording("{list: ranks}")
    assert (set(found.words), problems) == (set(listed("ranks")), [])
    assert "ranks" in list_names()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{list: rnks}", "there is no word list 'rnks'"),
        ("{words: []}", "'words' holds something other than words"),
        ("{regex: '('}", "the regular expression is not understood"),
        ("{tokens: 'LOWER:a'}", "what is looked for has no key 'tokens'"),
        ("{}", "nothing is looked for"),
    ],
)
def test_what_is_wrong_is_told(text, problem):
    _, problems = wording(text)
    assert problems[0].startswith(problem)


def test_a_list_may_not_take_a_name_that_is_taken():
    problems = Problems("rules.yaml")
    read_lists(yaml.compose("{ranks: [a]}"), problems)
    assert [problem.what for problem in problems.found] == ["the list 'ranks' comes with the program"]


HOUSE = """
lists:
  ours: [rumoured]
rules:
  - code: HOUSE001
    title: Hearsay
    over: phrases
    scope: span
    find: {list: ours, tokens: "LOWER:word LOWER:is"}
    severity: low
    message: "{phrase}"
    why: Why.
    clear: Clear.
    ask: Ask?
"""


def test_a_file_may_bring_its_lists():
    (rule,) = rules_from_text(HOUSE)
    assert (rule.find.words, len(rule.find.tokens)) == (("rumoured",), 1)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (("over: phrases", "over: figures"), "rules over figures find nothing themselves"),
        (('find: {list: ours, tokens: "LOWER:word LOWER:is"}', "when: []"), "a rule over phrases does not say what"),
        (("severity: low", "severity: low\n    clears: [ANON001]"), "only signals have 'clears'"),
        (("rules:", "rulez:"), "a rule file has no key 'rulez'"),
    ],
)
def test_keys_that_mean_nothing_are_told(change, problem):
    with pytest.raises(RuleFileError, match=problem):
        rules_from_text(HOUSE.replace(*change))
