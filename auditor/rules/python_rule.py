"""Rules written in Python: a function that looks, and a text that says everything a rule file says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from auditor.errors import SettingsError
from auditor.rules.conditions.condition import Check, condition_of
from auditor.rules.loader import rules_from_text
from auditor.rules.model import Called, Rule


def rule(text: str) -> Callable[[Check], Rule]:
    """Make a rule of a function: `@rule(\"\"\"code: … title: …\"\"\")` above it.

    Args:
        text: the rule as in a rule file; the function is asked first, so `when` may be left out.

    Raises:
        RuleFileError: the text is wrong; every problem is named.
        SettingsError: the function's shape is not that of a condition.
    """

    def made(check: Check) -> Rule:
        name = f"{check.__module__}:{check.__name__}"
        try:
            condition = condition_of(check)
        except TypeError as error:
            raise SettingsError(f"the function cannot be a rule: {error}", where=name) from None
        asked = Called(name, condition.words, check)
        (one,) = rules_from_text(text, file=name, needs_when=False)
        if one.over not in condition.over:
            kinds = " or ".join(sorted(condition.over))
            raise SettingsError(f"the rule looks at {one.over}, its function at {kinds}", where=name)
        return replace(one, when=(asked, *one.when))

    return made
