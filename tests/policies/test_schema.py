"""The JSON Schema of policy files agrees with the loader."""

from __future__ import annotations

from importlib import resources

import pytest
import yaml
from jsonschema import Draft202012Validator

from auditor.policies.loader import policy_names
from auditor.policies.schema import policy_schema
from tests.policies.test_loader import POLICY

SCHEMA = Draft202012Validator(policy_schema())


def errors(text: str) -> list[str]:
    return [error.message for error in SCHEMA.iter_errors(yaml.safe_load(text))]


def test_it_is_a_schema():
    Draft202012Validator.check_schema(policy_schema())


@pytest.mark.parametrize("name", policy_names())
def test_the_programs_own_policies_fit(name):
    assert errors((resources.files("auditor.policies") / f"{name}.yaml").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("publisher:", "publishr:"),
        ("ANON002: high", "ANON002: hgh"),
        ("applies_to: attributions", "applies_to: atributions"),
        ("at least 1", "some"),
        ("not applicable", "unknown"),
        ("    visible: no\n", ""),
        ("visible: no", "visible: no\n    asks: ANON012"),
        ("[ANON004]", "[anon4]"),
    ],
)
def test_what_the_loader_refuses_does_not_fit(old, new):
    assert errors(POLICY) == []
    assert errors(POLICY.replace(old, new)) != []
