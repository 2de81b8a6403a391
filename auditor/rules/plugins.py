"""Rules and conditions that other packages bring, written in Python.

A package names them in its entry points: `auditor.conditions` for functions of an annotation and its article,
`auditor.rules` for rules made with `python_rule.rule`. A plug-in that is wrong is told by name, before any article is
audited.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from auditor.errors import SettingsError
from auditor.rules.conditions import CONDITIONS
from auditor.rules.conditions.condition import Condition, condition_of
from auditor.rules.model import Rule

CONDITION_GROUP = "auditor.conditions"
RULE_GROUP = "auditor.rules"


@cache
def conditions() -> dict[str, Condition]:
    """Give every condition by its name: the program's own and those of plug-ins.

    Raises:
        SettingsError: a plug-in is wrong.
    """
    known = dict(CONDITIONS)
    for entry in _entries(CONDITION_GROUP):
        check = _loaded(entry)
        try:
            condition = condition_of(check)
        except (TypeError, AttributeError) as error:
            raise _wrong(entry, f"is no condition: {error}") from None
        if entry.name in known:
            raise _wrong(entry, f"takes the name of a condition that exists: '{entry.name}'")
        known[entry.name] = replace(condition, name=entry.name)
    return known


def plugin_rules() -> tuple[Rule, ...]:
    """Give the rules of plug-ins, in the order of their entry points' names.

    Raises:
        SettingsError: a plug-in is wrong.
    """
    return tuple(one for entry in _entries(RULE_GROUP) for one in _rules_of(entry))


def _rules_of(entry: EntryPoint) -> Iterator[Rule]:
    value = _loaded(entry)
    for one in (value,) if isinstance(value, Rule) or not isinstance(value, Iterable) else value:
        if not isinstance(one, Rule):
            raise _wrong(entry, f"gives a {type(one).__name__} where a rule is expected")
        yield replace(one, where=entry.value)


def _entries(group: str) -> list[EntryPoint]:
    return sorted(entry_points(group=group), key=_name)


def _loaded(entry: EntryPoint) -> Any:  # noqa: ANN401 - a plug-in may be anything
    try:
        return entry.load()
    except Exception as error:  # a plug-in's module may raise anything
        raise _wrong(entry, f"cannot be loaded ({type(error).__name__}: {error})") from error


def _wrong(entry: EntryPoint, what: str) -> SettingsError:
    package = f" of the package {entry.dist.name}" if entry.dist else ""
    return SettingsError(
        f"the plug-in '{entry.name}'{package} {what}",
        where=f"{entry.group}: {entry.value}",
        fix="Correct or uninstall the package.",
    )


def _name(entry: EntryPoint) -> str:
    return entry.name
