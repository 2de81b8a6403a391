"""Values of a TOML table, read one by one."""

from __future__ import annotations

import tomllib

from auditor.configuration.places import places_of
from auditor.configuration.table import Table
from auditor.findings import Severity
from auditor.rules.nodes import Problems

TEXT = """\
name = "  Ostvik   Post "
list = ["a", "b"]
number = 3
severity = "hgh"
day = 2026-03-01
written = "2026-03-02"
moment = 2026-03-01T10:00:00
[part]
x = "y"
[[many]]
x = "1"
[[many]]
x = "2"
"""


def read():
    problems = Problems("auditor.toml")
    return Table(tomllib.loads(TEXT), (), places_of(TEXT), problems), problems


def test_texts_lists_days_and_tables():
    table, problems = read()
    assert (table.text("name"), table.text("none")) == ("Ostvik Post", None)
    assert (table.texts("list"), table.texts("name"), table.texts("none")) == (("a", "b"), ("  Ostvik   Post ",), ())
    assert (table.day("day"), table.day("written"), table.day("none")) == ("2026-03-01", "2026-03-02", None)
    assert table.table("part").text("x") == "y"
    assert [each.text("x") for each in table.tables("many")] == ["1", "2"]
    assert table.table("none").names() == ()
    assert "name" in table and "none" not in table
    assert problems.found == []


def test_what_is_wrong_is_noted_with_its_place():
    table, problems = read()
    assert (table.text("number"), table.texts("number"), table.choice("severity", Severity)) == (None, (), None)
    assert (table.day("moment"), table.table("name").names(), list(table.tables("part"))) == (None, (), [])
    table.only(["name", "lst", "number"], "the file")
    said = [str(problem) for problem in problems.found]
    assert said[0] == "auditor.toml:3:1: 'number' is not a text. Write number = \"…\"."
    assert "auditor.toml:4:1: severity 'hgh' is not known. Use info, low, medium or high (did you mean" in said[2]
    assert "auditor.toml:2:1: the file has no key 'list'. Use name, lst or number (did you mean 'lst'?)." in said


def test_a_value_says_where_it_stands():
    table, _ = read()
    assert (table.origin("severity"), table.table("part").origin("x")) == ("auditor.toml:4", "auditor.toml:9")
    assert [each.origin() for each in table.tables("many")] == ["auditor.toml:10", "auditor.toml:12"]
