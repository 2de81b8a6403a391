"""The same words in several articles, whatever small changes they met on the way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.archive.kinship import Carried, shared_quotations

WORDS = "“We all knew the cable was done and nobody wanted to stop the ships.”"


def carried(article, words=WORDS, published=None):
    return Carried(article, "Post", published, None, words, None, None, None)


def groups(*quotations):
    return [[one.article for one in group.carriers] for group in shared_quotations(quotations)]


def test_words_in_two_articles_are_one_quotation_the_earliest_first():
    assert groups(carried("a", published="2026-03-02"), carried("b", published="2026-03-01")) == [["b", "a"]]


@pytest.mark.parametrize(
    "changed",
    [
        "'We all knew the cable was done and nobody wanted to stop the ships'",
        "“We all knew the cable was finished and nobody wanted to stop the ships.”",
        "“We all knew the cable was done and nobody wanted to stop”",
        "“WE ALL KNEW THE CABLE WAS DONE and nobody wanted to stop the ships”",
    ],
)
def test_small_changes_keep_it_one(changed):
    assert groups(carried("a"), carried("b", changed)) == [["a", "b"]]


@pytest.mark.parametrize(
    "other",
    [
        "“We all knew the cable was safe because it had been changed a week before that.”",
        "“Nobody knew anything about the cable at all.”",
        "“We all knew.”",
    ],
)
def test_other_words_are_another(other):
    assert groups(carried("a"), carried("b", other)) == []


def test_repeating_oneself_is_no_sharing():
    assert groups(carried("a"), carried("a")) == []


@given(st.permutations([carried("a"), carried("b"), carried("c", "“A different thing was said by the other man.”")]))
def test_the_order_of_the_articles_does_not_matter(quotations):
    assert groups(*quotations) == [["a", "b"]]


def test_a_quotation_that_everybody_carries_stays_one():
    everybody = [
        carried(f"{number:03}", WORDS if number % 2 else WORDS.replace("done", "gone")) for number in range(200)
    ]
    assert [len(group) for group in groups(*everybody)] == [200]


def test_a_shared_formula_does_not_hide_who_shares_the_rest():
    formula = "I can neither confirm nor deny that"
    strangers = [carried(f"{n}", f"“{formula} {word} " * 2 + word * 4) for n, word in enumerate(("rain", "tide"))]
    pair = [carried(name, f"“{formula} the old harbour wall was ever inspected by us”") for name in ("x", "y")]
    assert groups(*strangers, *pair) == [["x", "y"]]
