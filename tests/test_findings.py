"""Severities are ordered and move by steps."""

from __future__ import annotations

import pytest

from auditor.findings import Severity


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
