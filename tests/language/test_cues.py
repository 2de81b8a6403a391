"""Cues: their head, their base form, and the class that decides what they count for."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from auditor.language import lexicon
from auditor.language.cues import CueClass, cue_class, cue_head, cue_lemma, cue_tokens
from auditor.text import Span

VOCAB = English().vocab


def cue(words: str, pos: str, lemmas: str) -> Doc:
    return Doc(VOCAB, words=words.split(), pos=pos.split(), lemmas=lemmas.split())


@pytest.mark.parametrize(
    ("words", "pos", "lemmas", "expected"),
    [
        ("said", "VERB", "say", "say"),
        ("had told", "AUX VERB", "have tell", "tell"),
        ("said in a statement", "VERB ADP DET NOUN", "say in a statement", "say"),
        ("According to", "VERB ADP", "accord to", "according to"),
        ("its claim that", "PRON NOUN SCONJ", "its claim that", "claim"),
        (":", "PUNCT", ":", ""),
    ],
)
def test_the_head_carries_the_meaning(words, pos, lemmas, expected):
    assert cue_lemma(list(cue(words, pos, lemmas))) == expected


def test_no_tokens_have_no_head():
    assert cue_head([]) is None
    assert cue_lemma([]) == ""


def test_tokens_of_a_split_cue_come_in_order():
    doc = cue("called it reckless", "VERB PRON ADJ", "call it reckless")
    found = cue_tokens(doc, [Span(0, 6, "called"), Span(10, 18, "reckless")])
    assert [token.text for token in found] == ["called", "reckless"]


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("say", CueClass.SPEECH),
        ("believe", CueClass.BELIEF),
        ("demand", CueClass.DEMAND),
        ("support", CueClass.STANCE),
        ("tweet", CueClass.SOCIAL),
        ("Say", CueClass.SPEECH),
        ("repaint", CueClass.UNKNOWN),
    ],
)
def test_classes(lemma, expected):
    assert cue_class(lemma) is expected


def test_firm_cues_are_lower_case_and_listed_once():
    entries = lexicon.entries("firm_cues")
    assert len(entries) > 50
    assert len(set(entries)) == len(entries)
    assert all(entry == entry.lower() for entry in entries)
