"""Counts that policies may ask for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.claims.claim import Claim, ClaimKind, Verdict
from auditor.policies.counts import COUNTS, Facts
from tests.handmade import article, span, story_annotated

STORY = story_annotated()
ALLEGATION = Claim("c1", span(article(), "the gates were bent"), ClaimKind.ALLEGATION, Verdict.UNNAMED)
FACTS = Facts(
    article(byline="Ana Reyes"),
    replace(STORY.annotations, sources=tuple(replace(source, attributions=1) for source in STORY.annotations.sources)),
    claims=(ALLEGATION,),
)


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("attributions", 3),
        ("sources", 2),
        ("named_sources", 1),
        ("named_people", 1),
        ("unnamed_sources", 1),
        ("spokespeople", 0),
        ("collectives", 0),
        ("documents", 0),
        ("figures", 1),
        ("polls", 0),
        ("relays", 1),
        ("posts", 0),
        ("quotations", 1),
        ("unnamed_quotations", 0),
        ("key_claims", 1),
        ("allegations", 1),
        ("bylines", 1),
    ],
)
def test_things_are_counted(name, number):
    assert COUNTS[name].of(FACTS) == number


def test_a_source_that_carries_no_statement_does_not_count():
    assert COUNTS["sources"].of(Facts(article(), STORY.annotations)) == 0


def test_a_quotation_counts_as_unnamed_through_its_statement():
    quotations = tuple(replace(each, attribution_id="a1") for each in FACTS.annotations.quotations)
    facts = replace(FACTS, annotations=replace(FACTS.annotations, quotations=quotations))
    assert COUNTS["unnamed_quotations"].of(facts) == 1


def test_every_count_says_in_words_what_it_counts():
    assert all(count.words for count in COUNTS.values())
