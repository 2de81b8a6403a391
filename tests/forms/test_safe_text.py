"""An article's words cannot command the terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.forms.safe_text import one_line, safe_text


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[2J", "␛[2J"),
        ("\x1b]0;title\x07", "␛]0;title␇"),
        ("\x9b31m", "<U+009B>31m"),
        ("a\x08b", "a␈b"),
        ("a\rb", "a␍b"),
        ("a\x00b", "a␀b"),
        ("\x7f", "␡"),
        ("\u202eabc", "<U+202E>abc"),
        ("\u2066", "<U+2066>"),
        ("\ud800", "<U+D800>"),
    ],
)
def test_controls_become_visible(hostile, shown):
    assert safe_text(hostile) == shown


def test_other_words_stay():
    assert safe_text("Łódź – “naïve” 👩‍🚒 عربى") == "Łódź – “naïve” 👩‍🚒 عربى"


def test_lines_stay_where_they_may():
    assert safe_text("a\nb", keep_lines=True) == "a\nb"
    assert safe_text("a\nb") == "a␊b"


def test_one_line_joins_all_white_space():
    assert one_line(" a\n\tb\u2028c ") == "a b c"


@given(st.text(st.characters()))
def test_nothing_that_a_terminal_obeys_is_left(text):
    left = {unicodedata.category(character) for character in safe_text(text)}
    assert not left & {"Cc", "Cs", "Zl", "Zp"}
