"""The pages of an archive: complete, escaped, honest about small numbers."""

from __future__ import annotations

import dataclasses

import pytest

from auditor.archive.numbers import Description, Group, Grouping, Listed, Lone, Numbers, PolicyLine, RuleCount
from auditor.report.dashboard import render_dashboard, share

HOSTILE = '<script>alert("1")</script>{{ 7 * 7 }}'


def numbers(listed: int = 2) -> Numbers:
    group = Group(HOSTILE, 2, 120, 60, 40, 10, 10, 1, 3, 4)
    nameless = dataclasses.replace(group, name="not given")
    return Numbers(
        articles=2,
        statements=120,
        named=60,
        unnamed=40,
        relayed=10,
        no_source=10,
        with_high=1,
        groupings=(
            Grouping("publisher", (group,), 3),
            Grouping("month", (nameless,), 0),
        ),
        descriptions=(Description("town official", 3, 2, 9, 2),),
        rules=(RuleCount("ANON001", "Unnamed source", 12, 2, 1),),
        policies=(PolicyLine("bbc", "BBC A1", "Name sources.", 1, 1, 0, 0),),
        lone=(Lone("a", None, None, HOSTILE, "a.html", "an aide", 4),),
        lone_total=1,
        not_audited=(("not English", 2),),
        listed=tuple(Listed(f"Title {n}", "Post", "2026", f"{n}.html", 4, 2, 1, 0) for n in range(listed)),
    )


def pages(**changed):
    return dict(render_dashboard(dataclasses.replace(numbers(), **changed)))


def test_there_is_one_page_and_a_list():
    assert list(pages()) == ["dashboard.html", "articles-001.html"]


def test_long_lists_are_cut_into_pages():
    found = dict(render_dashboard(numbers(listed=2500)))
    assert list(found) == ["dashboard.html", *(f"articles-{n:03}.html" for n in (1, 2, 3))]
    assert "Articles 2,001 to 2,500 of 2,500" in found["articles-003.html"]


def test_words_of_articles_stay_words():
    page = pages()["dashboard.html"]
    assert HOSTILE not in page
    assert "&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt;{{ 7 * 7 }}" in page


def test_a_grouping_that_says_nothing_is_left_out():
    page = pages()["dashboard.html"]
    assert "By publisher" in page
    assert "By month" not in page


def test_what_is_left_out_is_said():
    assert "3 more are left out here" in pages()["dashboard.html"]


@pytest.mark.parametrize(
    ("count", "total", "words"),
    [(1, 3, "1 of 3"), (25, 100, "25 of 100 (25%)"), (0, 0, "0"), (1, 2000, "1 of 2,000 (0%)")],
)
def test_a_percentage_stands_only_where_the_total_can_carry_it(count, total, words):
    assert share(count, total) == words


def test_pages_run_nothing_but_their_own_script():
    for page in pages().values():
        assert "default-src &#39;none&#39;" in page
        assert page.count("<script") == 1


def test_an_empty_archive_is_a_page_too():
    empty = dict.fromkeys(("articles", "statements", "named", "unnamed", "relayed", "no_source", "with_high"), 0)
    lists = dict.fromkeys(("groupings", "descriptions", "rules", "policies", "lone", "not_audited", "listed"), ())
    assert list(pages(**empty, **lists)) == ["dashboard.html"]
