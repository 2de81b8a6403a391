"""The page about what several articles carry."""

from __future__ import annotations

import dataclasses

from auditor.archive.across import Across, Reported, Trail, Version, changes
from auditor.archive.kinship import Carried
from auditor.report.trails import render_across

HOSTILE = "<script>alert(1)</script>{{ 7 * 7 }}"
FIRST = Carried("a", "Post", "2026-03-01", "a.html", "“We knew it all then.”", "an aide", "unnamed-individual", None)
LATER = dataclasses.replace(FIRST, article="b", publisher=HOSTILE, report=None, words="“We guessed it all then.”")


def trail(later: Carried = LATER, *, other: bool = False) -> Trail:
    return Trail(FIRST, (Version(later, changes(FIRST.words, later.words), other),))


def reported(article: str, words: str, value: float) -> Reported:
    return Reported(article, "Post", "2026", f"{article}.html", words, "ship", value, "hedged")


def test_changed_words_are_shown_as_such():
    page = render_across(Across((trail(),), (), ()))
    assert "<del>knew</del> <ins>guessed</ins>" in page
    assert "1 quotation of six words or more in several articles: 1 with changed words, 0 attributed" in page


def test_a_changed_attribution_is_shown_with_both_sources():
    later = dataclasses.replace(FIRST, article="b", source=None)
    page = render_across(Across((trail(later, other=True),), (), ()))
    assert '<del dir="auto">an aide</del> <ins dir="auto">no source</ins>' in page


def test_the_first_carrier_and_reports_are_linked():
    page = render_across(Across((trail(),), (), ()))
    assert 'First: <a href="a.html"><bdi>Post</bdi></a>' in page


def test_quantities_and_descriptions_are_listed():
    group = (reported("a", "40 ships", 40), reported("b", "45 ships", 45))
    page = render_across(Across((), (group,), ((FIRST, dataclasses.replace(LATER, source="a friend")),)))
    assert "40 ships" in page and "45 ships" in page
    assert "a friend" in page
    assert "1 quantity with differing values" in page


def test_trails_with_changes_come_first():
    same = Trail(dataclasses.replace(FIRST, words="“Nothing happened.”"), (Version(LATER, (), False),))
    page = render_across(Across((same, trail()), (), ()))
    assert page.index("We knew it all") < page.index("Nothing happened")


def test_what_is_left_out_is_said():
    page = render_across(Across((trail(),) * 201, (), ()))
    assert "1 more are left out here" in page
    many = Trail(FIRST, tuple(Version(LATER, (), False) for _ in range(30)))
    assert "and 5 more articles" in render_across(Across((many,), (), ()))


def test_words_of_articles_stay_words():
    page = render_across(Across((trail(),), (), ()))
    assert HOSTILE not in page
    assert page.count("<script") == 1


def test_nothing_in_common_is_a_page_too():
    assert "No quotation of six words or more" in render_across(Across((), (), ()))
