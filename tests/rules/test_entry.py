"""One rule of a rule file."""

from __future__ import annotations

import yaml

from auditor.rules.entry import KEYS, OPTIONAL, REQUIRED, REQUIRED_OF_FINDINGS, read_rule
from auditor.rules.nodes import Problems
from tests.rules.test_loader import RULE


def read(text: str, **options: bool):
    problems = Problems("house.yaml")
    (node,) = yaml.compose(text).value
    return read_rule(node, {}, problems, **options), [problem.what for problem in problems.found]


def test_a_right_rule_is_read_without_problems():
    rule, problems = read(RULE)
    assert (rule.code, problems) == ("HOUSE001", [])


def test_a_wrong_rule_is_none_and_every_problem_is_told():
    rule, problems = read(RULE.replace("severity: low", "severity: lo").replace("scope: span", "scope: article"))
    assert rule is None
    assert problems == ["the scope of quotations is not 'article'", "severity 'lo' is not known"]


def test_keys_are_listed_once():
    assert len(set(KEYS)) == len(KEYS) == len(REQUIRED) + len(REQUIRED_OF_FINDINGS) + len(OPTIONAL)
