"""Token patterns, matched by spaCy."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from auditor.language.token_patterns import match_patterns


@pytest.fixture(scope="module")
def doc():
    words = ["He", "may", "reportedly", "have", "left", "."]
    tags = ["PRP", "MD", "RB", "VB", "VBN", "."]
    pos = ["PRON", "AUX", "ADV", "AUX", "VERB", "PUNCT"]
    lemmas = ["he", "may", "reportedly", "have", "leave", "."]
    heads, deps = [4, 4, 4, 4, 4, 4], ["nsubj", "aux", "advmod", "aux", "ROOT", "punct"]
    vocab = spacy.blank("en").vocab
    return Doc(vocab, words=words, tags=tags, pos=pos, lemmas=lemmas, heads=heads, deps=deps)


def places(doc, *pattern):
    return match_patterns(doc, (("R", (pattern,)),)).get("R", ())


def test_places_are_characters(doc):
    assert places(doc, (("LOWER", "may"),), (("POS", "ADV"), ("OP", "?")), (("LEMMA", "have"),)) == ((3, 22),)


def test_any_of_the_first_words_may_come_first(doc):
    assert places(doc, (("LOWER", ("IN", ("might", "may"))),), (("LOWER", ("IN", ("reportedly",))),)) == ((3, 17),)


def test_values_can_be_shut_out(doc):
    assert places(doc, (("LEMMA", "leave"), ("TAG", ("NOT_IN", ("VBN",))))) == ()


def test_without_annotation_nothing_matches():
    bare = spacy.blank("en").make_doc("He may have left.")
    assert match_patterns(bare, (("R", (((("LEMMA", "leave"),),),)),)) == {}


def test_no_patterns_match_nothing(doc):
    assert match_patterns(doc, ()) == {}
