"""A named party that is said to have done wrong, and everything that only looks like it."""

from __future__ import annotations

import pytest

from auditor.claims.allegations import find_allegations
from auditor.claims.text_words import sentences_of

pytestmark = pytest.mark.model


def accused(nlp, text):
    doc = nlp(text)
    found = [find_allegations(doc, sentence) for sentence in sentences_of(doc)]
    return [text[one.start : one.end] for one in found if one is not None]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Former pupils accuse Martin Roe of abuse.", "Martin Roe"),
        ("Ek stole the funds, a clerk said.", "Ek"),
        ("Lena Dahl was accused of fraud by two colleagues.", "Lena Dahl"),
        ("Two clerks said that Anna Pike bribed the inspectors.", "Anna Pike"),
        ("The fraud by Lena Dahl began in May.", "Lena Dahl"),
        ("A clerk described Nordhav's negligence in detail.", "Nordhav"),
        ("The ledgers were falsified by Owen Tarr, two clerks said.", "Owen Tarr"),
    ],
)
def test_finds_the_accused(nlp, text, party):
    assert accused(nlp, text) == [party]


@pytest.mark.parametrize(
    "text",
    [
        "Ek was convicted of fraud in 2019.",
        "The bank lied to its customers, a clerk said.",
        "Martin Roe said the pupils had been abused.",
        "Ek did not steal the funds, a clerk said.",
        "The union accused the government of delay.",
        "Martin Roe charged the battery of his car.",
        "Lena Dahl would lie if she had to, a friend joked.",
        "The paper has a bias against Lena Dahl.",
        "Lena Dahl threatened to leave.",
        "One Republican lied about the vote, a clerk said.",
    ],
)
def test_leaves_alone_what_is_settled_unreal_or_against_nobody_named(nlp, text):
    assert accused(nlp, text) == []
