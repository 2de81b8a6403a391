"""The published schema of rule files agrees with the loader."""

from __future__ import annotations

from importlib import resources

import pytest
import yaml
from jsonschema import Draft202012Validator

from auditor.rules.schema import rule_schema

FILES = sorted(path.name for path in resources.files("auditor.rules").iterdir() if path.name.endswith(".yaml"))


@pytest.fixture(scope="module")
def validator():
    schema = rule_schema()
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_there_are_rule_files():
    assert len(FILES) >= 7


@pytest.mark.parametrize("name", FILES)
def test_the_programs_own_rule_files_fit_the_schema(validator, name):
    data = yaml.safe_load((resources.files("auditor.rules") / name).read_text(encoding="utf-8"))
    assert [error.message for error in validator.iter_errors(data)] == []


@pytest.mark.parametrize(
    "change",
    [
        {"severity": "grave"},
        {"colour": "red"},
        {"code": "one"},
        {"when": [{"wrds": 4}]},
        {"when": ["counts_casualties"]},
        {"scope": "source"},
    ],
)
def test_what_the_loader_refuses_the_schema_refuses(validator, change):
    rule = {
        "code": "HOUSE001",
        "title": "Title",
        "scope": "span",
        "over": "quotations",
        "when": [{"words": "at least 4"}],
        "severity": "low",
        "message": "Message.",
        "why": "Why.",
        "clear": "Clear.",
        "ask": "Ask?",
    }
    assert validator.is_valid([rule])
    assert not validator.is_valid([rule | change])
