"""Signals that clear findings or lower them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.engine import apply_rules
from auditor.findings import Severity
from auditor.rules.loader import rules_from_text
from tests.handmade import story_annotated

RULES = """
- code: HOUSE001
  title: Unnamed
  scope: source
  over: sources
  when:
    - identity: unnamed-individual
  severity: medium
  message: "{label} is not named."
  why: Why.
  clear: Clear.
  ask: Ask?
- code: HOUSE002
  title: Several mentions
  kind: signal
  scope: source
  over: sources
  when:
    - mentions: at least 2
  message: "{label} is heard more than once."
  why: Why.
"""


def results(**changes: tuple[str, ...]):
    finding, signal = rules_from_text(RULES)
    return apply_rules([finding, replace(signal, **changes)], story_annotated())


def test_a_signal_about_the_same_source_clears():
    assert results(clears=("HOUSE001",)).findings == ()
    assert len(results(clears=("HOUSE009",)).findings) == 1


def test_a_signal_lowers_by_one_step_and_its_words_are_the_cause():
    (finding,) = results(lowers=("HOUSE001",)).findings
    assert finding.severity is Severity.LOW
    assert finding.reason.severity_steps == ("lowered by one step: “An official” is heard more than once",)


def test_a_signal_about_another_source_changes_nothing():
    finding, signal = rules_from_text(RULES.replace("mentions: at least 2", "identity: named-person"))
    (found,) = apply_rules([finding, replace(signal, clears=("HOUSE001",))], story_annotated()).findings
    assert found.severity is Severity.MEDIUM


@pytest.mark.parametrize(("words", "count"), [("at least 1", 0), ("at least 900", 1)])
def test_a_signal_about_the_article_bears_on_everything(words, count):
    text = RULES.replace(
        "scope: source\n  over: sources\n  when:\n    - mentions: at least 2",
        "scope: article\n  over: article\n  when:\n    - words: " + words,
    )
    finding, signal = rules_from_text(text.replace('"{label} is heard more than once."', "Much."))
    assert len(apply_rules([finding, replace(signal, clears=("HOUSE001",))], story_annotated()).findings) == count


def test_nothing_is_lowered_twice():
    finding, signal = rules_from_text(RULES)
    lowered = replace(finding, lowered_by=signal.when)
    (found,) = apply_rules([lowered, replace(signal, lowers=("HOUSE001",))], story_annotated()).findings
    assert found.severity is Severity.LOW
    assert len(found.reason.severity_steps) == 1
