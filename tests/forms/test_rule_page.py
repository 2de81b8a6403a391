"""Rules as text: the list, and the page of one."""

from __future__ import annotations

import dataclasses

from auditor.forms.rule_page import rule_list, rule_page
from auditor.rules.loader import load_rules


def rule():
    """The first rule with other words; its conditions do not matter here."""
    house = next(iter(load_rules()))
    return dataclasses.replace(
        house,
        code="HOUSE001",
        title="Unnamed speaker",
        message="{source} is not named.",
        why="Readers cannot weigh the words.",
        notes="",
        examples=tuple(house.examples[:1]),
    )


def test_the_list_is_a_line_a_rule():
    lines = rule_list([rule(), dataclasses.replace(rule(), code="X1")]).splitlines()
    assert [line.split() for line in lines] == [
        ["HOUSE001", rule().severity, "Unnamed", "speaker"],
        ["X1", rule().severity, "Unnamed", "speaker"],
    ]
    assert lines[0].index("Unnamed") == lines[1].index("Unnamed")


def test_no_rules_are_an_empty_list():
    assert rule_list([]) == ""


def test_the_page_shows_why_and_marks_the_sentences():
    text = rule_page(rule())
    assert text.startswith(f"HOUSE001  Unnamed speaker  ({rule().severity})\n\n  {{source}} is not named.\n\nWhy:\n")
    assert "Readers cannot weigh the words." in text
    assert "[[" in text
    assert "Notes:" not in text
    assert text.endswith("\n")
