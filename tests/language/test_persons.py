"""Names of persons by rules, on documents parsed by hand."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from auditor.language.given_names import is_feminine, is_given_name
from auditor.language.persons import find_persons

VOCAB = English().vocab


def sentence(words: str, pos: str, heads: list[int] | None = None, deps: list[str] | None = None) -> Doc:
    parts = words.split()
    return Doc(
        VOCAB,
        words=parts,
        pos=pos.split(),
        tags=[{"PROPN": "NNP", "NOUN": "NN"}.get(one, "XX") for one in pos.split()],
        lemmas=[{"said": "say"}.get(part, part.lower()) for part in parts],
        heads=heads or [0] * len(parts),
        deps=deps or ["dep"] * len(parts),
    )


@pytest.mark.parametrize(
    ("words", "pos", "expected"),
    [
        ("Carly Ostrem waited .", "PROPN PROPN VERB PUNCT", ["Carly Ostrem"]),
        ("Mr. Ostrem waited .", "PROPN PROPN VERB PUNCT", ["Ostrem"]),
        ("Helen waited .", "PROPN VERB PUNCT", ["Helen"]),
        ("Helen van der Berg waited .", "PROPN ADP ADP PROPN VERB PUNCT", ["Helen van der Berg"]),
        ("clerk Oda Ness waited .", "NOUN PROPN PROPN VERB PUNCT", ["Oda Ness"]),
        ("North Korea waited .", "PROPN PROPN VERB PUNCT", []),
        ("the Ostrem Committee waited .", "DET PROPN PROPN VERB PUNCT", []),
        ("NATO waited .", "PROPN VERB PUNCT", []),
        ("Carly Ostrem waited . Ostrem left .", "PROPN PROPN VERB PUNCT PROPN VERB PUNCT", ["Carly Ostrem", "Ostrem"]),
    ],
)
def test_titles_given_names_and_roles_make_a_person(words, pos, expected):
    found = find_persons(sentence(words, pos))
    assert [person.text for person in found] == expected
    assert {person.label_ for person in found} <= {"PERSON"}


def test_two_capitalised_words_that_speak_are_a_person():
    doc = sentence("Zxara Quell said so", "PROPN PROPN VERB ADV", [1, 2, 2, 2], ["compound", "nsubj", "ROOT", "advmod"])
    assert [person.text for person in find_persons(doc)] == ["Zxara Quell"]


def test_gender_of_given_names():
    assert is_feminine("Carly") is True
    assert is_feminine("Robert") is False
    assert is_feminine("Robin") is None
    assert is_feminine("Harbour") is None


def test_words_and_places_alone_are_no_given_names():
    assert is_given_name("Helen")
    assert not is_given_name("Georgia")
    assert not is_given_name("Will")
