"""An outcome admits what a text cannot show."""

from __future__ import annotations

from auditor.policies.outcome import Outcome


def test_what_a_text_cannot_show_is_neither_met_nor_not_met():
    assert {outcome.value for outcome in Outcome} == {"met", "not met", "not applicable", "cannot be seen in a text"}
