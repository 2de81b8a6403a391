"""The rules' pages as Markdown."""

from __future__ import annotations

import pytest

from auditor.forms.rule_docs import END, START, rule_docs, with_table
from auditor.rules.loader import load_rules
from auditor.rules.measured import Measured

RULES = [rule for rule in load_rules() if rule.code in ("ANON001", "ANON002", "FIG001")]


def test_a_page_for_each_family_and_an_index():
    pages = rule_docs(RULES, {})
    assert list(pages) == ["README.md", "ANON.md", "FIG.md"]
    assert "| [ANON002](ANON.md#anon002) | high | Bare source label |" in pages["README.md"]


def test_a_page_shows_marks_as_they_are_written():
    page = rule_docs(RULES, {"ANON001": Measured(8, 6, "on ten articles")})["ANON.md"]
    assert "role noun with a cue: \\[\\[A port manager\\]\\] said the crane had failed twice." in page
    assert "**Measured.** 6 of 8 findings stand at a mark (75 %), on ten articles." in page


def test_the_table_goes_between_its_marks():
    text = f"before\n{START}\nold\n{END}\nafter\n"
    renewed = with_table(text, RULES, "docs/")
    assert renewed.startswith(f"before\n{START}\n| rule |") and renewed.endswith(f"{END}\nafter\n")
    assert "old" not in renewed
    assert with_table(renewed, RULES, "docs/") == renewed


def test_without_marks_there_is_no_place():
    with pytest.raises(ValueError, match="no place for the rules"):
        with_table("text", RULES, "")
