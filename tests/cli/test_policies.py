"""`auditor policies`."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from auditor.policies.loader import policy_names
from tests.policies.test_loader import POLICY


def test_every_policy_is_listed(auditor):
    lines = auditor("policies", "list").stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(policy_names())


def test_a_policy_is_shown_with_what_it_asks_for(auditor):
    text = auditor("policies", "show", "bbc").stdout
    assert text.startswith("bbc  BBC: Editorial Guidelines")
    assert "Not verified:" in text
    assert "BBC A1" in text
    assert "No text can show this." in text


def test_one_of_your_own_is_shown(auditor, folder):
    (folder / "post.yaml").write_text(POLICY, encoding="utf-8")
    assert "Needs at least 1 named people, institutions" in auditor("policies", "show", "post.yaml").stdout


def test_rules_that_it_names_and_nobody_has_are_told(refuses, folder):
    (folder / "post.yaml").write_text(POLICY.replace("ANON004", "ANON094"), encoding="utf-8")
    assert refuses("policies", "show", "post.yaml").startswith("post.yaml:17:18: there is no rule 'ANON094'.")


def test_an_unknown_one_is_told(refuses):
    assert "did you mean 'bbc'" in refuses("policies", "show", "bcc")


def test_the_schema_is_one(auditor):
    Draft202012Validator.check_schema(json.loads(auditor("policies", "schema").stdout))


@pytest.mark.model
def test_an_audit_is_held_to_the_policies_that_are_named(folder):
    from click.testing import CliRunner

    from auditor.cli import cli

    arguments = ["audit", "bridge.txt", "--policy", "bbc", "--policy", "npr", "--format", "json"]
    data = json.loads(CliRunner().invoke(cli, arguments, catch_exceptions=False).stdout)
    assert [policy["key"] for policy in data["policies"]] == ["bbc", "npr"]
    assert data["settings"]["policies"] == ["bbc", "npr"]
    outcomes = {line["code"]: line["outcome"] for policy in data["policies"] for line in policy["requirements"]}
    assert outcomes["BBC A4b"] == "cannot be seen in a text"
    assert outcomes["NPR A4"] == "not met"
