"""Which statements become key claims, in the order of the text."""

from __future__ import annotations

import pytest

from auditor.claims.candidates import find_candidates
from auditor.claims.claim import ClaimKind
from auditor.claims.text_words import sentences_of

pytestmark = pytest.mark.model

ARTICLE = """Ferry blast kills nine at Orlen

By Moa Lind and Jo Pike

ORLEN, May 3 -

Nine people died when a ferry exploded in the harbour of Orlen on Friday, police said.

The owner paid 2 million euros for the ship and 40,000 euros for its licence.

Two clerks accused Martin Roe of fraud. They accused Roe of fraud again on Sunday."""


def candidates(annotated, text):
    one = annotated(text)
    return find_candidates(one.doc, one.article, one.annotations, sentences_of(one.doc))


def test_headline_lead_allegation_and_largest_sum(annotated):
    found = candidates(annotated, ARTICLE)
    assert [(one.kind, one.span.text) for one in found] == [
        (ClaimKind.HEADLINE, "Ferry blast kills nine at Orlen"),
        (ClaimKind.LEAD, "Nine people died when a ferry exploded in the harbour of Orlen on Friday, police said."),
        (ClaimKind.FIGURE, "The owner paid 2 million euros for the ship and 40,000 euros for its licence."),
        (ClaimKind.ALLEGATION, "Two clerks accused Martin Roe of fraud."),
    ]


def test_an_allegation_names_the_accused_once(annotated):
    assert [one.subject.text for one in candidates(annotated, ARTICLE) if one.subject] == ["Martin Roe"]


def test_a_claim_holds_the_figures_inside_it(annotated):
    one = annotated(ARTICLE)
    found = find_candidates(one.doc, one.article, one.annotations, sentences_of(one.doc))
    sums = next(claim for claim in found if claim.kind is ClaimKind.FIGURE)
    texts = {figure.id: figure.span.text for figure in one.annotations.figures}
    assert "2 million euros" in {texts[figure] for figure in sums.figure_ids}


@pytest.mark.parametrize("headline", ["The week in pictures", "Did the mayor know?"])
def test_a_label_or_a_question_claims_nothing(annotated, headline):
    found = candidates(annotated, f"{headline}\n\nThe mayor of Orlen opened a new bridge on Friday, police said.")
    assert ClaimKind.HEADLINE not in {one.kind for one in found}
