"""Given names: what counts as one, and the gender it mostly has."""

from __future__ import annotations

import pytest

from auditor.language import lexicon
from auditor.language.given_names import is_feminine, is_given_name


@pytest.mark.parametrize(("word", "feminine"), [("Mary", True), ("james", False), ("Robin", None), ("Quay", None)])
def test_gender(word, feminine):
    assert is_feminine(word) is feminine


@pytest.mark.parametrize("word", ["May", "Georgia", "Grace", "Quay", ""])
def test_common_words_and_places_prove_nothing(word):
    assert not is_given_name(word)


def test_every_entry_is_a_name_and_a_gender():
    entries = lexicon.entries("given_names")
    assert len(entries) > 1000
    for entry in entries:
        name, _, gender = entry.partition(" ")
        assert name == name.lower()
        assert gender.rstrip("*") in ("f", "m", "u")
