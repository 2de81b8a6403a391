"""Severities are ordered and move by steps."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.findings import Decision, DecisionState, Finding, Reason, Severity
from auditor.language.annotations import Certainty


def test_severities_are_ordered():
    assert [severity.rank for severity in Severity] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("severity", "steps", "expected"),
    [
        (Severity.LOW, 1, Severity.MEDIUM),
        (Severity.LOW, -1, Severity.INFO),
        (Severity.HIGH, 1, Severity.HIGH),
        (Severity.INFO, -1, Severity.INFO),
    ],
)
def test_a_severity_never_leaves_its_ends(severity, steps, expected):
    assert severity.shifted(steps) is expected


def test_a_finding_is_open_until_somebody_decides_or_an_earlier_audit_has_it():
    reason = Reason((), (), (), Severity.LOW, (), "", "", "")
    finding = Finding("f1", "R001", "t", Severity.LOW, None, "m", reason, (), Certainty.FIRM)
    assert finding.open
    assert not replace(finding, decision=Decision(DecisionState.ASKED, "Ana Reyes", "…", "2026-03-01")).open
    assert not replace(finding, baseline=True).open
