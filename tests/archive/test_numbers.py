"""The numbers of the dashboard add up to those of the audits."""

from __future__ import annotations

from report.factory import invented_document
from standin import bridge_audit

from auditor.archive.numbers import numbers_of


def test_totals_are_those_of_the_audits(folder):
    numbers = numbers_of(folder)
    assert numbers.articles == 2
    assert numbers.statements == invented_document().profile.attributions + bridge_audit().profile.attributions


def test_every_grouping_holds_every_article(folder):
    numbers = numbers_of(folder)
    assert [grouping.key for grouping in numbers.groupings] == ["publisher", "section", "byline", "month"]
    assert all(sum(group.articles for group in grouping.groups) == 2 for grouping in numbers.groupings)


def test_descriptions_leave_out_their_article(folder):
    words = [item.words for item in numbers_of(folder).descriptions]
    assert "town official" in words
    assert not [item for item in words if item.startswith(("a ", "the "))]


def test_reasons_for_articles_not_audited_are_counted(folder):
    assert numbers_of(folder).not_audited == (("The article is not in English.", 1),)


def test_every_audited_article_is_listed_with_its_report(folder):
    assert {item.report for item in numbers_of(folder).listed} == {"crane.html", "desk/bridge.html"}
