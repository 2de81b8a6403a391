"""Values of a policy."""

from __future__ import annotations

from auditor.policies.model import Line


def test_a_requirement_names_each_rule_it_rests_on_once():
    line = Line("Post 1", "…", not_met_by=("ANON001", "ANON002"), met_by=("POS001",), asks=("ANON001",))
    assert line.rules == ("ANON001", "ANON002", "POS001")
