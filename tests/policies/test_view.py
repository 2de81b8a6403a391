"""How an article stands to a policy's requirements."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.findings import Decision, DecisionState, Finding, Reason, Severity, Signal
from auditor.language.annotations import Certainty
from auditor.policies.counts import Facts
from auditor.policies.model import Line, Need, Policy
from auditor.policies.outcome import Outcome
from auditor.policies.view import not_checked, policy_view
from auditor.rules.model import Comparison
from tests.handmade import article, span, story_annotated

STORY = article()
WORDS = span(STORY, "An official")
FINDING = Finding(
    "f1",
    "ANON002",
    "Bare source label",
    Severity.HIGH,
    WORDS,
    "…",
    Reason((), (), (), Severity.HIGH, (), "", "", ""),
    (),
    Certainty.FIRM,
    also=("ANON001",),
)
SIGNAL = Signal("POS001", "Reason stated", span(STORY, "the gates were bent"), "…")
FACTS = Facts(STORY, story_annotated().annotations, (FINDING,), (SIGNAL,))
IN_FORCE = {"ANON001", "ANON002", "ANON004", "POS001"}


def requirement(line: Line, facts: Facts = FACTS):
    policy = Policy("post", "n", "Post", "p", "https://e.org", "", ("all",), (), (), (line,))
    (found,) = policy_view(policy, facts, IN_FORCE).requirements
    return found


def line(**changes: object) -> Line:
    return replace(Line("Post 1", "…"), **changes)


@pytest.mark.parametrize(
    ("asked", "outcome"),
    [
        (line(visible=False), Outcome.NOT_VISIBLE),
        (line(not_met_by=("ANON002",)), Outcome.NOT_MET),
        (line(not_met_by=("ANON001",)), Outcome.NOT_MET),
        (line(not_met_by=("ANON004",)), Outcome.MET),
        (line(not_met_by=("ANON002",), applies_to=("posts",)), Outcome.NOT_APPLICABLE),
        (line(not_met_by=("ANON002",), applies_to=("posts", "relays")), Outcome.NOT_MET),
        (line(met_by=("POS001",), otherwise=Outcome.NOT_MET), Outcome.MET),
        (line(met_by=("POS002",), otherwise=Outcome.NOT_MET), Outcome.NOT_MET),
        (line(met_by=("POS001",), not_met_by=("ANON002",)), Outcome.NOT_MET),
        (line(asks=("ANON002",)), Outcome.NOT_VISIBLE),
        (line(asks=("ANON004",), otherwise=Outcome.NOT_APPLICABLE), Outcome.NOT_APPLICABLE),
        (line(needs=(Need("relays", Comparison.AT_LEAST, 1),)), Outcome.MET),
        (line(needs=(Need("relays", Comparison.AT_LEAST, 2),)), Outcome.NOT_MET),
        (line(needs=(Need("relays", Comparison.IS, 1), Need("posts", Comparison.MORE, 0))), Outcome.NOT_MET),
        (line(needs=(Need("relays", Comparison.LESS, 2), Need("posts", Comparison.AT_MOST, 0))), Outcome.MET),
    ],
)
def test_outcomes(asked, outcome):
    assert requirement(asked).outcome is outcome


def test_what_is_not_met_names_its_findings_and_their_places():
    found = requirement(line(not_met_by=("ANON002",)))
    assert (found.fingerprints, found.places) == (("f1",), (WORDS,))


def test_what_is_met_names_the_places_of_its_signals():
    found = requirement(line(met_by=("POS001",)))
    assert [place.text for place in found.places] == ["the gates were bent"]


@pytest.mark.parametrize(
    ("state", "outcome"),
    [
        (DecisionState.FALSE_ALARM, Outcome.MET),
        (DecisionState.ACCEPTED, Outcome.NOT_MET),
        (DecisionState.ASKED, Outcome.NOT_MET),
    ],
)
def test_only_a_false_alarm_changes_what_the_text_shows(state, outcome):
    decided = replace(FINDING, decision=Decision(state, "Ana Reyes", "…", "2026-03-01"))
    assert requirement(line(not_met_by=("ANON002",)), replace(FACTS, findings=(decided,))).outcome is outcome


def test_a_rule_that_was_not_applied_proves_nothing_by_its_silence():
    left_out = line(not_met_by=("ANON004", "FIG005"))
    assert requirement(left_out).outcome is Outcome.NOT_VISIBLE
    policy = Policy("post", "n", "Post", "p", "https://e.org", "", ("all",), (), (), (left_out,))
    assert not_checked([policy], IN_FORCE) == ("Post 1 was not checked fully: FIG005 was not applied.",)
    assert not_checked([policy], IN_FORCE | {"FIG005"}) == ()
