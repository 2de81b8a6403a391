"""The tests of a rule: conditions, fields and groups, read from YAML."""

from __future__ import annotations

import pytest

from auditor.rules.model import AllOf, AnyOf, Comparison, FieldTest, Named, NoneOf, Over
from auditor.rules.nodes import Problems, read_yaml
from auditor.rules.when import read_tests


def read(text: str, over: Over) -> tuple[object, ...]:
    problems = Problems("rules.yaml")
    found = read_tests(read_yaml(text, problems), over, problems)
    problems.raise_if_any()
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("words: 4", FieldTest("words", Comparison.IS, (4.0,))),
        ("words: at least 4", FieldTest("words", Comparison.AT_LEAST, (4.0,))),
        ("words: more than 4", FieldTest("words", Comparison.MORE, (4.0,))),
        ("nested: yes", FieldTest("nested", Comparison.IS, (True,))),
        ("identity: [none, outlet]", FieldTest("identity", Comparison.IS, ("none", "outlet"))),
        ("role: present", FieldTest("role", Comparison.PRESENT)),
        ("role: Mayor", FieldTest("role", Comparison.IS, ("mayor",))),
        ("in_headline", Named("in_headline")),
        ("all: [in_headline]", AllOf((Named("in_headline"),))),
        ("any: [in_headline]", AnyOf((Named("in_headline"),))),
        ("none: [in_headline]", NoneOf((Named("in_headline"),))),
    ],
)
def test_a_test_is_read(text, expected):
    assert read(text, Over.QUOTATIONS) == (expected,)


def test_several_fields_of_one_entry_are_several_tests():
    assert len(read("{words: 4, nested: no}", Over.QUOTATIONS)) == 2


def test_nothing_asks_nothing():
    assert read("[]", Over.QUOTATIONS) == ()
    assert read("~", Over.QUOTATIONS) == ()


def test_a_list_inside_a_list_is_a_problem():
    problems = Problems("rules.yaml")
    read_tests(read_yaml("[[in_headline]]", problems), Over.QUOTATIONS, problems)
    assert [problem.what for problem in problems.found] == ["a list stands inside a list"]
