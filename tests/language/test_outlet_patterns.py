"""Shapes of outlets' names: what they take in, what they leave out, offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.language.outlet_patterns import pattern_names, words_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("On Monday the Strand Gazette said", "Strand Gazette"),
        ("Yesterday Strand Gazette said", "Strand Gazette"),
        ("he told Radio Strand that", "Radio Strand"),
        ("reporters of KXQZ-TV asked", "KXQZ-TV"),
        ("speaking to FENTV on Sunday", "FENTV"),
        ("he told strandwire.net that", "strandwire.net"),
        ("on The Ann Roe Show last night", "The Ann Roe Show"),
        ("he told Strand magazine that", "Strand"),
        ("the broadcaster Strand said", "Strand"),
        ("he told the St. Albans Mail that", "St. Albans Mail"),
        ("she told Radio Strand. The mayor left", "Radio Strand"),
    ],
)
def test_a_name_is_found_by_its_shape(text, name):
    assert {text[start:end] for start, end, _ in pattern_names(text)} == {name}


@pytest.mark.parametrize("text", ["the strand gazette", "it was in the news", "write to ann@strandwire.net", "a radio"])
def test_ordinary_words_and_addresses_have_no_such_shape(text):
    assert list(pattern_names(text)) == []


def test_words_have_their_offsets():
    words = [(word.text, word.start, word.end) for word in words_of("A.B c")]
    assert words == [("A", 0, 1), (".", 1, 2), ("B", 2, 3), ("c", 4, 5)]


@given(st.text(max_size=60))
def test_any_text_gives_places_inside_it(text):
    assert all(0 <= start < end <= len(text) for start, end, _ in pattern_names(text))
