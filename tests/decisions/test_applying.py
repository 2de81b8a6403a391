"""Decisions and a baseline laid over findings."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from auditor.decisions.applying import Overlay, Standing, lay_over
from auditor.decisions.entries import Book, Entry
from auditor.findings import Decision, DecisionState, Finding, Reason, Severity
from auditor.language.annotations import Certainty
from tests.handmade import article, span

STORY = article()
PRINT, OTHER = "0123456789ab", "ba9876543210"
FINDING = Finding(
    PRINT,
    "ANON001",
    "Unnamed source",
    Severity.INFO,
    span(STORY, "An official"),
    "…",
    Reason((), (), (), Severity.INFO, (), "", "", ""),
    (),
    Certainty.FIRM,
)
TWO = (FINDING, replace(FINDING, fingerprint=OTHER, span=span(STORY, "The official")))
DECISION = Decision(DecisionState.ACCEPTED, "Ana Reyes", "She must stay safe.", "2026-03-01", "2026-09-01")


def overlay(*entries: Entry, **changes: object) -> Overlay:
    return Overlay(Book(entries), **changes)


def entry(fingerprint: str = PRINT, article: str | None = "desk/harbour", **changes: object) -> Entry:
    return Entry(fingerprint, replace(DECISION, **changes), article, where="decisions.yaml:1")


def test_a_decision_is_laid_over_its_finding_alone():
    applied = lay_over(TWO, overlay(entry()), "desk/harbour")
    assert [finding.decision for finding in applied.findings] == [DECISION, None]
    assert applied.notices == ()


def test_nothing_is_left_out():
    applied = lay_over(TWO, overlay(entry(), entry(OTHER)), "desk/harbour")
    assert [finding.fingerprint for finding in applied.findings] == [PRINT, OTHER]


def test_the_decision_of_another_article_says_nothing_here():
    applied = lay_over(TWO, overlay(entry(article="desk/other"), entry(OTHER * 1, "desk/other")), "desk/harbour")
    assert applied.findings == TWO
    assert applied.notices == ()


def test_articles_go_by_the_name_that_decisions_use():
    applied = lay_over(TWO, overlay(entry(), names={"harbour": "desk/harbour"}), "harbour")
    assert applied.findings[0].decision == DECISION


def test_a_decision_without_an_article_holds_for_every_one():
    assert lay_over(TWO, overlay(entry(article=None)), "any").findings[0].decision == DECISION


def test_one_that_names_the_article_goes_before_one_that_names_none():
    general, own = entry(article=None, reason="general"), entry(reason="own")
    for order in ([general, own], [own, general]):
        decision = lay_over(TWO, overlay(*order), "desk/harbour").findings[0].decision
        assert decision is not None and decision.reason == "own"


class TestWhatSilencesNothing:
    def test_an_unknown_fingerprint_is_told(self):
        applied = lay_over(TWO, overlay(entry("f" * 12)), "desk/harbour")
        assert applied.findings == TWO
        assert applied.notices == ("decisions.yaml:1: no finding of this article has the fingerprint ffffffffffff.",)

    def test_one_that_names_the_id_of_an_audit_counts_but_is_not_told_for_a_namesake(self):
        told = overlay(entry(article="harbour"), entry(OTHER[::-1], "harbour"), names={"harbour": "desk/harbour"})
        applied = lay_over(TWO, told, "harbour")
        assert applied.findings[0].decision == DECISION
        assert applied.notices == ()

    def test_one_without_an_article_is_told_only_where_no_other_article_can_be_meant(self):
        assert lay_over(TWO, overlay(entry("f" * 12, None)), "a").notices == ()
        assert len(lay_over(TWO, overlay(entry("f" * 12, None), alone=True), "a").notices) == 1

    @pytest.mark.parametrize(("today", "holds"), [("2026-09-01", True), ("2026-09-02", False), (None, True)])
    def test_one_whose_last_day_has_passed_is_told(self, today, holds):
        day = datetime.date.fromisoformat(today) if today else None
        applied = lay_over(TWO, overlay(entry(), today=day), "desk/harbour")
        assert (applied.findings[0].decision is not None) is holds
        assert applied.notices == (
            () if holds else (f"decisions.yaml:1: the decision about {PRINT} ended on 2026-09-01.",)
        )

    def test_problems_of_the_file_are_told_with_the_article_they_are_about(self):
        book = Book(problems=((None, "all"), ("desk/harbour", "here"), ("desk/other", "there")))
        assert lay_over(TWO, Overlay(book), "desk/harbour").notices == ("all", "here")


class TestStanding:
    """An ignore list decides about words wherever they are flagged."""

    STANDING = Standing(("an OFFICIAL",), (), DECISION)

    def test_the_same_words_are_decided_whatever_their_case(self):
        applied = lay_over(TWO, Overlay(standing=(self.STANDING,)), "a")
        assert [finding.decision for finding in applied.findings] == [DECISION, None]

    @pytest.mark.parametrize(("rules", "covers"), [(("ANON",), True), (("ANON001",), True), (("FIG",), False)])
    def test_only_of_the_rules_it_names(self, rules, covers):
        assert replace(self.STANDING, rules=rules).covers(FINDING) is covers

    def test_a_finding_with_several_places_needs_all_of_them(self):
        spellings = replace(FINDING, span=None, places=(span(STORY, "Radio Nord"), span(STORY, "Lena Ruud")))
        assert not Standing(("Radio Nord",), (), DECISION).covers(spellings)
        assert Standing(("Radio Nord", "Lena Ruud"), (), DECISION).covers(spellings)

    def test_a_finding_without_any_place_is_never_covered(self):
        assert not self.STANDING.covers(replace(FINDING, span=None))

    def test_a_decision_about_the_finding_itself_goes_before(self):
        applied = lay_over(TWO, overlay(entry(reason="own"), standing=(self.STANDING,)), "desk/harbour")
        assert applied.findings[0].decision.reason == "own"


class TestBaseline:
    def test_findings_that_the_earlier_audit_has_are_marked(self):
        applied = lay_over(TWO, Overlay(baseline={"a": frozenset({PRINT})}), "a")
        assert [finding.baseline for finding in applied.findings] == [True, False]
        assert applied.notices == ()

    def test_an_article_that_it_lacks_is_told(self):
        applied = lay_over(TWO, Overlay(baseline={"b": frozenset({PRINT})}), "a")
        assert all(finding.open for finding in applied.findings)
        assert applied.notices == ("The baseline holds no audit of this article, so that all its findings are new.",)
