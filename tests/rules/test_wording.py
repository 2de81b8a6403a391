"""What rules look for in texts."""

from __future__ import annotations

import time

import pytest

from auditor.rules.wording import Wording, described, longest, places_in, regex_problem


def found(wording: Wording, text: str) -> list[str]:
    return [text[start:end] for start, end in places_in(wording, text)]


def test_words_are_whole_words_in_any_case_and_across_line_ends():
    wording = Wording(words=("word is", "café"))
    assert found(wording, "Word\nis out. The password is lost. CAFÉ, cafés.") == ["Word\nis", "CAFÉ"]


def test_a_straight_apostrophe_stands_for_a_curved_one():
    assert found(Wording(words=("it's",)), "It’s so, it's so.") == ["It’s", "it's"]


def test_regular_expressions_heed_case_unless_told_otherwise():
    assert found(Wording(regexes=("pay\\w*",)), "Pay and pays") == ["pays"]
    assert found(Wording(regexes=("(?i)pay\\w*",)), "Pay and pays") == ["Pay", "pays"]


def test_places_are_characters_even_after_letters_of_several_bytes():
    assert list(places_in(Wording(regexes=("x+",)), "é“ü” xx")) == [(5, 7)]


@pytest.mark.parametrize("pattern", ["a(?=b)", "(a)\\1", "(", "a{2000}", "x" * 501, "a*"])
def test_an_expression_that_cannot_be_used_is_told(pattern):
    assert regex_problem(pattern)


def test_no_expression_can_hang():
    """An expression of this kind takes a backtracking engine longer than the age of the universe."""
    started = time.perf_counter()
    assert found(Wording(regexes=("(a|a)*(a|aa)+b",)), "a" * 5_000) == []
    assert time.perf_counter() - started < 5


def test_half_of_a_surrogate_pair_moves_no_place_and_is_no_expression():
    assert found(Wording(regexes=("b.d",)), "\ud800 bad b\ud800d") == ["bad", "b\ud800d"]
    assert "surrogate" in regex_problem("a\ud800")


def test_many_places_take_no_quadratic_time():
    places = tuple((start, start + 3) for start in range(0, 200_000, 4))
    started = time.perf_counter()
    assert longest(places) == places
    assert time.perf_counter() - started < 5


def test_of_overlapping_places_the_longest_counts():
    assert longest([(0, 4), (2, 9), (9, 11), (2, 9)]) == ((2, 9), (9, 11))


def test_what_is_looked_for_is_said_in_words():
    words = tuple(f"w{number}" for number in range(14))
    assert described(Wording(words=words))[-1] == "2 more words"
    assert described(Wording(regexes=("a+",))) == ("the regular expression a+",)
