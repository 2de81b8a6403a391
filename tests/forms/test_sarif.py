"""SARIF 2.1.0, checked against its published schema."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest
from jsonschema import Draft4Validator
from report.factory import invented_document

from auditor.findings import Decision, DecisionState
from auditor.forms.sarif import sarif_text

SCHEMA = json.loads((Path(__file__).parent / "sarif-2.1.0.schema.json").read_text(encoding="utf-8"))


def run_of(*audits):
    log = json.loads(sarif_text(audits))
    assert list(Draft4Validator(SCHEMA, format_checker=Draft4Validator.FORMAT_CHECKER).iter_errors(log)) == []
    return log["runs"][0]


def test_a_finding_has_rule_level_place_and_fingerprint(document):
    run = run_of((document, "desk/bridge.txt"))
    first, second = run["results"]
    assert (first["ruleId"], first["level"], first["partialFingerprints"]) == (
        "ANON001",
        "warning",
        {"sourceAuditor/v1": "f1"},
    )
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "desk/bridge.txt", "index": 0}
    assert place["region"] == {
        "charOffset": 44,
        "charLength": 15,
        "startLine": 2,
        "startColumn": 21,
        "endLine": 2,
        "endColumn": 36,
        "snippet": {"text": "a town official"},
    }
    assert "region" not in second["locations"][0]["physicalLocation"]


def test_each_result_points_at_its_rule(document):
    run = run_of((document, "a.txt"), (invented_document(), "b.txt"))
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    assert [rule["id"] for rule in rules] == sorted({rule["id"] for rule in rules})


@pytest.mark.parametrize(
    ("state", "status"),
    [(DecisionState.FALSE_ALARM, "accepted"), (DecisionState.ASKED, "underReview")],
)
def test_a_decided_finding_is_suppressed_with_the_reason(document, state, status):
    decision = Decision(state, "Moa Dahl", "He is named in the caption.", "2026-03-02")
    findings = (dataclasses.replace(document.findings[0], decision=decision),)
    (result,) = run_of((dataclasses.replace(document, findings=findings), "a.txt"))["results"]
    (suppression,) = result["suppressions"]
    assert suppression["status"] == status
    assert "He is named in the caption." in suppression["justification"]


def test_an_article_that_was_not_audited_never_looks_clean(not_audited):
    (invocation,) = run_of((not_audited, "a.txt"))["invocations"]
    assert invocation["executionSuccessful"] is False
    assert "not in English" in invocation["toolExecutionNotifications"][0]["message"]["text"]


@pytest.mark.parametrize(
    ("place", "uri"),
    [
        ("my desk/50% #1.txt", "my%20desk/50%25%20%231.txt"),
        ("C:\\desk\\a.txt", "C%3A/desk/a.txt"),
        ("https://example.org/a?b=c", "https://example.org/a?b=c"),
        ("<b>\n.txt", "%3Cb%3E%0A.txt"),
    ],
)
def test_places_are_uri_references(document, place, uri):
    assert run_of((document, place))["artifacts"][0]["location"]["uri"] == uri


def test_no_article_is_a_valid_log():
    assert run_of()["results"] == []
