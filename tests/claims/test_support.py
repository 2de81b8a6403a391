"""What a key claim rests on: each verdict, confirmation and reply."""

from __future__ import annotations

import pytest

from auditor.claims.claim import ClaimKind, Verdict
from auditor.claims.find import find_claims

pytestmark = pytest.mark.model


def lead(annotated, text):
    return next(one for one in find_claims(annotated(f"Town hall\n\n{text}")) if one.kind is ClaimKind.LEAD)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The mayor of Orlen will resign on Monday, her deputy, Jo Pike, said.", Verdict.NAMED),
        ("The mayor of Orlen will resign on Monday, two aides said.", Verdict.UNNAMED),
        ("The mayor of Orlen took nine bribes in 2019, according to the Orlen Court's judgment.", Verdict.DOCUMENTED),
        ("The mayor of Orlen will resign on Monday, Reuters reported.", Verdict.RELAYED),
        ("The mayor of Orlen will resign on Monday after nine years.", Verdict.NO_SOURCE),
        (
            "The mayor of Orlen took bribes in 2019, an aide said. Two other aides confirmed that the mayor of Orlen "
            "took bribes in 2019.",
            Verdict.CORROBORATED,
        ),
        ("A reporter saw police carry boxes out of the Orlen town hall on Friday.", Verdict.WITNESSED),
    ],
)
def test_verdict_follows_the_sources(annotated, text, verdict):
    assert lead(annotated, text).verdict is verdict


def test_a_named_source_further_down_supports_the_lead(annotated):
    text = (
        "The mayor of Orlen will resign on Monday, two aides said.\n\n"
        "The trams run every ten minutes.\n\n"
        '"The mayor of Orlen will resign on Monday," said her husband, Oskar Lind.'
    )
    assert lead(annotated, text).verdict is Verdict.NAMED


def test_a_headline_that_no_sentence_repeats_is_listed_not_guessed(annotated):
    found = find_claims(annotated("Bank plans to sell its tram works\n\nIt rained in Orlen on Friday, Jo Pike said."))
    assert found[0].verdict is Verdict.UNMATCHED


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("Roe denied the accusation on Friday.", ("denied",)),
        ("Roe did not respond to three emails.", ("did not respond",)),
        ("A lawyer for Roe declined to comment.", ("declined to comment",)),
        ("The trams were late.", ()),
    ],
)
def test_the_reply_of_the_accused_is_kept(annotated, answer, words):
    text = f"The town council met on Friday.\n\nFormer pupils accused Martin Roe of abuse.\n\n{answer}"
    claim = next(one for one in find_claims(annotated(text)) if one.kind is ClaimKind.ALLEGATION)
    assert tuple(span.text for span in claim.reply) == words
