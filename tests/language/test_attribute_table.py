"""The tabled attribute ruler writes what spaCy's own writes."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.vocab import Vocab

from auditor.language.attribute_table import TabledRuler, with_tables

WRITTEN = ["TAG", "POS", "MORPH", "LEMMA", "DEP"]

PATTERNS: list[dict[str, Any]] = [
    {"patterns": [[{"TAG": "VBZ"}]], "attrs": {"POS": "VERB", "MORPH": "Number=Sing"}, "index": 0},
    {"patterns": [[{"TAG": "DT"}], [{"TAG": "PRP"}]], "attrs": {"POS": "PRON"}, "index": 0},
    {"patterns": [[{"LOWER": {"IN": ["is", "'s"]}, "TAG": "VBZ"}]], "attrs": {"POS": "AUX", "LEMMA": "be"}, "index": 0},
    {"patterns": [[{"LOWER": {"REGEX": "^n'?t$"}}]], "attrs": {"LEMMA": "not"}, "index": 0},
    {"patterns": [[{"DEP": "expl"}, {"LOWER": "is"}]], "attrs": {"POS": "VERB"}, "index": -1},
    {"patterns": [[{"LOWER": "let"}, {"LOWER": "'s"}]], "attrs": {"LEMMA": "us", "TAG": "PRP"}, "index": 1},
    {"patterns": [[{"IS_SPACE": True}]], "attrs": {"POS": "SPACE", "TAG": "_SP", "DEP": "dep"}, "index": 0},
]


@pytest.fixture
def vocab() -> Vocab:
    return spacy.blank("en").vocab


def rulers(vocab: Vocab, patterns: list[dict[str, Any]]) -> tuple[AttributeRuler, TabledRuler]:
    plain, tabled = AttributeRuler(vocab), TabledRuler(vocab)
    plain.add_patterns(patterns)
    tabled.add_patterns(patterns)
    return plain, tabled


def invented(vocab: Vocab) -> Doc:
    """There is rain . Let 's go , it is n't far"""
    words = ["There", "is", "rain", "\n", "Let", "'s", "go", "it", "is", "nt", "far"]
    tags = ["EX", "VBZ", "NN", "_SP", "VB", "VBZ", "VB", "PRP", "VBZ", "RB", ""]
    deps = ["expl", "ROOT", "attr", "", "ROOT", "nsubj", "ccomp", "nsubj", "ROOT", "neg", "acomp"]
    return Doc(vocab, words=words, tags=tags, deps=deps, heads=[1, 1, 1, 2, 4, 6, 4, 8, 8, 8, 8])


def test_writes_what_the_ruler_writes(vocab: Vocab) -> None:
    plain, tabled = rulers(vocab, PATTERNS)
    expected, found = plain(invented(vocab)), tabled(invented(vocab))
    assert found.to_array(WRITTEN).tolist() == expected.to_array(WRITTEN).tolist()
    assert tabled.table is not None
    assert [token.lemma_ for token in found][:6] == ["", "be", "", "", "", "us"]
    assert found[1].pos_ == "VERB"  # the longer pattern is the later one


def test_a_second_document_gets_the_same(vocab: Vocab) -> None:
    _, tabled = rulers(vocab, PATTERNS)
    first, second = tabled(invented(vocab)), tabled(invented(vocab))
    assert first.to_array(WRITTEN).tolist() == second.to_array(WRITTEN).tolist()


def test_patterns_added_later_count(vocab: Vocab) -> None:
    _, tabled = rulers(vocab, PATTERNS)
    tabled(invented(vocab))
    tabled.add([[{"LOWER": "rain"}]], {"LEMMA": "rain"})
    assert tabled(invented(vocab))[2].lemma_ == "rain"


@pytest.mark.parametrize(
    "pattern",
    [
        {"patterns": [[{"POS": "VERB"}]], "attrs": {"LEMMA": "x"}, "index": 0},
        {"patterns": [[{"TAG": "RB", "OP": "?"}, {"TAG": "VBZ"}]], "attrs": {"LEMMA": "x"}, "index": 0},
        {"patterns": [[{"TAG": "VBZ"}]], "attrs": {"NORM": "x"}, "index": 0},
    ],
)
def test_what_the_table_does_not_know_is_left_to_the_ruler(vocab: Vocab, pattern: dict[str, Any]) -> None:
    plain, tabled = rulers(vocab, [*PATTERNS, pattern])
    expected, found = plain(invented(vocab)), tabled(invented(vocab))
    assert tabled.table is None
    assert found.to_array(WRITTEN).tolist() == expected.to_array(WRITTEN).tolist()


def test_an_empty_document_stays_empty(vocab: Vocab) -> None:
    _, tabled = rulers(vocab, PATTERNS)
    assert len(tabled(Doc(vocab))) == 0


def test_takes_the_place_of_a_pipelines_ruler() -> None:
    nlp: Language = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    ruler.add_patterns(PATTERNS)  # type: ignore[attr-defined]
    replaced = with_tables(nlp).get_pipe("attribute_ruler")
    assert isinstance(replaced, TabledRuler)
    assert replaced.patterns == ruler.patterns  # type: ignore[attr-defined]


@pytest.mark.model
def test_the_default_pipelines_patterns_fit(nlp: Language) -> None:
    ruler = nlp.get_pipe("attribute_ruler")
    assert isinstance(ruler, TabledRuler)
    plain, tabled = rulers(nlp.vocab, ruler.patterns)
    text = "Let's see, she said. There's nothin' y'all can do that isn't gonna hurt,\n\n  the mayor hadn't told me."
    with nlp.select_pipes(enable=["tok2vec", "tagger", "parser"]):
        docs = nlp(text), nlp(text)
    expected, found = plain(docs[0]), tabled(docs[1])
    assert tabled.table is not None
    assert found.to_array(WRITTEN).tolist() == expected.to_array(WRITTEN).tolist()
