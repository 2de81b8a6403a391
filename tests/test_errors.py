"""Every error says what was wrong, where, and how to put it right, in one line."""

from __future__ import annotations

import pytest

from auditor import errors

KINDS = [errors.InputError, errors.NotAudited, errors.ModelError, errors.ReportError, errors.SettingsError]


@pytest.mark.parametrize("kind", KINDS)
def test_says_what_where_and_how_to_put_it_right(kind):
    error = kind("no such file", where="story.txt", fix="Check the name.")
    assert (error.what, error.where, error.fix) == ("no such file", "story.txt", "Check the name.")
    assert str(error) == "story.txt: no such file. Check the name."


@pytest.mark.parametrize("kind", KINDS)
def test_place_and_remedy_may_be_missing(kind):
    assert str(kind("the text is empty")) == "the text is empty."


def test_a_rule_file_tells_all_its_problems_each_on_a_line():
    problems = [errors.SettingsError("'x' is not known", where=f"rules.yaml:{line}:1") for line in (3, 7)]
    error = errors.RuleFileError(problems)
    assert error.problems == problems
    assert str(error) == "rules.yaml:3:1: 'x' is not known.\nrules.yaml:7:1: 'x' is not known."


def test_one_except_clause_catches_them_all():
    assert all(issubclass(kind, errors.AuditorError) for kind in (*KINDS, errors.RuleFileError))
