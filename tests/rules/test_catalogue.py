"""The whole catalogue: every rule loads, shows what it does, and stands in the pages."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from auditor.forms.rule_docs import rule_docs, with_table
from auditor.rules.loader import load_rules
from auditor.rules.measured import measured
from auditor.rules.model import ExampleKind, RuleKind

ROOT = Path(__file__).resolve().parents[2]
COUNTS = {"ANON": 16, "FIG": 11, "REL": 9, "QUO": 9, "SRC": 10, "HED": 8, "NAM": 6, "POS": 14}
CODES = [f"{family}{number:03}" for family, count in COUNTS.items() for number in range(1, count + 1)]
RULES = {rule.code: rule for rule in load_rules()}


def test_the_rules_are_those_of_the_catalogue():
    assert sorted(RULES) == sorted(CODES)


@pytest.mark.parametrize("code", CODES)
def test_a_rule_says_everything_an_editor_needs(code):
    rule = RULES[code]
    kinds = Counter(example.kind for example in rule.examples)
    assert kinds[ExampleKind.FLAGS] >= 3 and kinds[ExampleKind.PASSES] >= 3
    assert rule.title and rule.message and rule.why and rule.policies
    assert rule.kind is RuleKind.SIGNAL or (rule.clear and rule.ask.endswith("?"))


@pytest.mark.parametrize("code", CODES)
def test_a_rule_has_its_page(code):
    page = (ROOT / "docs" / "rules" / f"{RULES[code].family}.md").read_text(encoding="utf-8")
    assert f'<a id="{code.lower()}"></a>' in page


def test_the_pages_are_fresh():
    """`make docs` renews them."""
    for name, text in rule_docs(RULES.values(), measured()).items():
        assert (ROOT / "docs" / "rules" / name).read_text(encoding="utf-8") == text, f"docs/rules/{name} is stale"


def test_the_table_of_rules_is_fresh():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert with_table(text, RULES.values(), "docs/rules/") == text, "the table of rules in README.md is stale"


def test_what_was_measured_is_about_rules_that_exist():
    assert set(measured()) <= set(RULES)
