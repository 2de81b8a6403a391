"""Rules made of a function and a text."""

from __future__ import annotations

import pytest

from auditor.errors import RuleFileError, SettingsError
from auditor.language.annotations import Figure, Quotation
from auditor.rules.context import Context
from auditor.rules.python_rule import rule
from tests.rules.test_plugins import TEXT, shouting


def test_the_function_is_asked_first_and_says_so_in_words():
    assert (shouting.code, shouting.when[0].words) == ("DESK001", "All words stand in capitals.")
    assert shouting.when[0].name.endswith(":shouting")


def test_its_hash_does_not_change_from_run_to_run():
    assert " at 0x" not in repr(shouting)


def test_problems_of_the_text_are_all_told():
    with pytest.raises(RuleFileError, match="severity 'grave' is not known"):

        @rule(TEXT.replace("low", "grave"))
        def loud(subject: Quotation, context: Context) -> bool:
            """It is loud."""
            return True


def test_a_function_about_something_else_is_refused():
    with pytest.raises(SettingsError, match="looks at quotations, its function at figures"):

        @rule(TEXT)
        def loud(subject: Figure, context: Context) -> bool:
            """It is loud."""
            return True


def test_a_function_without_words_is_refused():
    with pytest.raises(SettingsError, match="cannot be a rule: it has no docstring"):

        @rule(TEXT)
        def loud(subject: Quotation, context: Context) -> bool:
            return True
