"""Rules and conditions that another package brings, and what is said when they are wrong."""

from __future__ import annotations

import sys
from importlib.metadata import EntryPoint
from types import ModuleType

import pytest

from auditor.engine import apply_rules
from auditor.errors import SettingsError
from auditor.language.annotations import Quotation
from auditor.rules import plugins
from auditor.rules.context import Context
from auditor.rules.loader import load_rules, rules_from_text
from auditor.rules.python_rule import rule
from tests.handmade import annotated, article, quotation, span

TEXT = """
code: DESK001
title: Shouted quotation
over: quotations
scope: span
severity: low
message: "{quotation} is set in capitals."
why: Capitals shout, and speakers did not.
clear: The words are set in ordinary letters.
ask: Is this how the speaker wrote it?
"""
HOUSE = TEXT.replace("DESK001", "DESK002") + "when: [names_a_shipyard]\n"


def names_a_shipyard(subject: Quotation, context: Context) -> bool:
    """The quotation names a shipyard."""
    return "yard" in subject.span.text.casefold()


@rule(TEXT)
def shouting(subject: Quotation, context: Context) -> bool:
    """All words stand in capitals."""
    return subject.span.text.isupper()


@pytest.fixture
def plugged(monkeypatch):
    """Plug values in as if a package named them: `plugged("auditor.rules", shouting=value)`."""
    found = {plugins.RULE_GROUP: [], plugins.CONDITION_GROUP: []}

    def plug(group: str, **values: object) -> None:
        module = ModuleType("harbour_desk")
        for name, value in values.items():
            setattr(module, name, value)
            found[group].append(EntryPoint(name, f"harbour_desk:{name}", group))
        monkeypatch.setitem(sys.modules, "harbour_desk", module)

    monkeypatch.setattr(plugins, "entry_points", lambda group: found[group])
    plugins.conditions.cache_clear()
    yield plug
    plugins.conditions.cache_clear()


def shouted():
    made = article("He wrote: “THE YARD IS SHUT.” Work went on.")
    return annotated(made, quotations=(quotation("q1", span(made, "“THE YARD IS SHUT.”")),))


def test_a_rule_in_python_takes_part_like_any_other(plugged):
    plugged(plugins.RULE_GROUP, shouting=shouting)
    known = {one.code: one for one in load_rules()}
    (finding,) = apply_rules([known["DESK001"]], shouted()).findings
    assert (finding.rule, finding.span.text) == ("DESK001", "“THE YARD IS SHUT.”")
    assert finding.reason.conditions == ("All words stand in capitals.",)


def test_a_condition_in_python_can_be_named_in_a_rule_file(plugged):
    plugged(plugins.CONDITION_GROUP, names_a_shipyard=names_a_shipyard)
    (finding,) = apply_rules(rules_from_text(HOUSE), shouted()).findings
    assert finding.reason.conditions == ("The quotation names a shipyard.",)


def test_without_the_package_its_condition_is_not_known(plugged):
    with pytest.raises(Exception, match="condition 'names_a_shipyard' is not known"):
        rules_from_text(HOUSE)


def no_words(subject: Quotation, context: Context) -> bool:
    return True


def of_nothing(subject: int, context: Context) -> bool:
    """Numbers are odd."""
    return True


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (no_words, "is no condition: it has no docstring"),
        (of_nothing, "is no condition: no rule looks at int"),
        ("text", "is no condition"),
    ],
)
def test_a_condition_that_is_none_is_told_by_name(plugged, value, message):
    plugged(plugins.CONDITION_GROUP, odd=value)
    with pytest.raises(SettingsError, match="the plug-in 'odd'") as error:
        plugins.conditions()
    assert message in str(error.value)
    assert "auditor.conditions: harbour_desk:odd" in str(error.value)


def test_a_condition_may_not_take_a_name_that_is_taken(plugged):
    plugged(plugins.CONDITION_GROUP, in_headline=names_a_shipyard)
    with pytest.raises(SettingsError, match="takes the name of a condition that exists"):
        plugins.conditions()


def test_a_rule_that_is_none_is_told_by_name(plugged):
    plugged(plugins.RULE_GROUP, shouting=7)
    with pytest.raises(SettingsError, match="the plug-in 'shouting' gives a int where a rule is expected"):
        load_rules()


def test_a_plugin_that_cannot_be_loaded_is_told(plugged, monkeypatch):
    plugged(plugins.RULE_GROUP)
    monkeypatch.setattr(plugins, "entry_points", lambda group: [EntryPoint("gone", "no_such_desk:gone", group)])
    with pytest.raises(SettingsError, match=r"the plug-in 'gone' cannot be loaded \(ModuleNotFoundError"):
        load_rules()
