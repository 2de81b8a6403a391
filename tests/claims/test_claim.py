"""Claims are plain values with words for verdicts, never a judgement of truth."""

from __future__ import annotations

from auditor.claims.claim import Verdict


def test_no_verdict_says_whether_a_claim_is_true():
    assert not [verdict for verdict in Verdict if {"true", "false", "wrong", "right"} & set(verdict.split())]
