"""YAML is read within bounds: nothing is constructed, nothing can grow."""

from __future__ import annotations

import pytest

from auditor.errors import RuleFileError
from auditor.rules.nodes import MAX_CHARACTERS, Problems, choice, pairs, read_yaml, shortened


def refused(text: str) -> tuple[str, str]:
    problems = Problems("rules.yaml")
    assert read_yaml(text, problems) is None
    (problem,) = problems.found
    return problem.where, problem.what


def test_aliases_are_refused():
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
    assert refused(bomb) == ("rules.yaml:1:4", "anchors and aliases are not allowed")


def test_tags_are_refused():
    where, what = refused("- code: !!python/object/apply:os.system [ls]\n")
    assert where == "rules.yaml:1:9"
    assert what.endswith("is not allowed")


def test_deep_nesting_is_refused():
    assert refused("[" * 5_000)[1] == "the nesting is too deep"


def test_large_files_are_refused():
    assert refused("#" * (MAX_CHARACTERS + 1)) == ("rules.yaml", "the file has 500,001 characters")


def test_text_that_is_no_yaml_is_refused_with_its_place():
    where, what = refused("- code: A\n  title: [\n- x")
    assert where.startswith("rules.yaml:3:")
    assert what.startswith("not YAML: ")


@pytest.mark.parametrize("text", ["\x00", "a: \ud800"])
def test_characters_that_no_file_can_hold_are_refused(text):
    assert refused(text)[1].startswith("not YAML: ")


def test_a_key_given_twice_is_a_problem():
    problems = Problems("rules.yaml")
    entries = pairs(read_yaml("a: 1\na: 2\n", problems), problems, None, "a rule")
    assert [problem.what for problem in problems.found] == ["'a' is given twice"]
    assert entries["a"][1].value == "1"


def test_problems_are_raised_together():
    problems = Problems("rules.yaml")
    problems.raise_if_any()
    problems.add(None, "one", "Do this.")
    problems.add(None, "two", "Do that.")
    with pytest.raises(RuleFileError, match="one"):
        problems.raise_if_any()


def test_a_choice_names_what_was_probably_meant():
    assert choice("hihg", ["low", "high"]) == "Use low or high (did you mean 'high'?)."
    assert choice("zzz", ["low", "medium", "high"]) == "Use low, medium or high."


def test_long_values_are_shortened_in_messages():
    assert shortened("a\nb") == "a b"
    assert shortened("x" * 50) == "x" * 40 + "…"
