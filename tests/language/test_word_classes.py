"""Word classes of sources: open classes of nouns, told by lists, last parts and endings."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from auditor.language import word_classes


def token(word: str, tag: str, lemma: str):
    pos = {"NNP": "PROPN", "NNPS": "PROPN"}.get(tag, "NOUN")
    return Doc(English().vocab, words=[word], tags=[tag], pos=[pos], lemmas=[lemma])[0]


@pytest.mark.parametrize(
    ("word", "tag", "lemma", "singular"),
    [
        ("officials", "NNS", "official", "official"),
        ("Republicans", "NNPS", "Republicans", "republican"),
        ("spokespeople", "NNS", "spokespeople", "spokesperson"),
        ("men", "NNS", "man", "man"),
        ("Analysts", "NNP", "Analysts", "analyst"),
    ],
)
def test_singular(word, tag, lemma, singular):
    assert word_classes.singular(token(word, tag, lemma)) == singular


def test_members_of_parties_are_no_names():
    assert word_classes.is_member_noun(token("Democrats", "NNPS", "Democrats"))
    assert not word_classes.is_member_noun(token("Athens", "NNP", "Athens"))


@pytest.mark.parametrize("title", ["Mr.", "Sen.", "Professor", "dr"])
def test_titles(title):
    assert word_classes.TITLES.match(title)


def test_listed_people_are_the_surer_ones():
    assert word_classes.is_listed_person("nurse")
    assert word_classes.is_person_noun("oceanographer")
    assert not word_classes.is_listed_person("ministry")
