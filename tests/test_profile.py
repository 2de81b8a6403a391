"""Counts of what an article does."""

from __future__ import annotations

from auditor.document import AnonymityProfile, Share
from auditor.engine import apply_rules
from auditor.language.annotations import Annotations, Identity, QuotationKind
from auditor.profile import profile_of
from auditor.rules.loader import load_rules
from tests.handmade import article, attribution, quotation, source, span, story_annotated


def story_profile():
    story = story_annotated()
    # These rules alone, so that ones which come later change no count.
    chosen = [rule for rule in load_rules() if rule.code in ("ANON001", "ANON004", "FIG003", "QUO001", "REL001")]
    return profile_of(story.article, story.annotations, apply_rules(chosen, story).findings)


def test_attributions_are_counted_by_the_identity_of_their_source():
    profile = story_profile()
    assert profile.attributions == 3
    assert profile.by_identity == {"named-person": Share(1, 3), "unnamed-individual": Share(2, 3)}
    assert profile.sources == {"named-person": 1, "unnamed-individual": 1}
    assert profile.unnamed_people == (1, 1)


def test_figures_relays_and_findings_are_counted():
    profile = story_profile()
    assert profile.figures == {"unnamed-source": 1}
    assert profile.relays == {"outlet_report": 1}
    assert profile.findings == {"high": 1, "low": 2, "medium": 3}


def test_quoted_words_are_counted_by_whose_they_are():
    made = article("“We will not pay,” he said. “Nobody will ever pay.” So-called “ghosts”.")
    he = span(made, "he said")
    marks = (
        quotation("q1", span(made, "“We will not pay,”"), attribution_id="a1"),
        quotation("q2", span(made, "“Nobody will ever pay.”")),
        quotation("q3", span(made, "“ghosts”"), kind=QuotationKind.SCARE),
        quotation("q4", span(made, "ever pay"), nested=True),
    )
    official = source("s1", "an official", Identity.UNNAMED_INDIVIDUAL, he)
    annotations = Annotations(quotations=marks, attributions=(attribution(made, "a1", he, "s1"),), sources=(official,))
    profile = profile_of(made, annotations, ())
    assert profile.quoted_words == {"unnamed": Share(4, 8), "no-speaker": Share(4, 8)}
    assert profile.largest_source.quoted_words == Share(4, 8)


def test_the_largest_source_carries_most_statements():
    largest = story_profile().largest_source
    assert (largest.label, largest.attributions) == ("An official", Share(2, 3))


def test_the_disclosure_of_unnamed_people_is_counted():
    assert story_profile().anonymity == AnonymityProfile(
        sources=1, reason_specific=0, reason_stock=0, reason_none=1, basis=0
    )


def test_a_group_without_bound_has_no_greatest_number():
    made = article("Officials said so.")
    words = span(made, "Officials")
    officials = source("s1", "Officials", Identity.UNNAMED_GROUP, words, people=(2, None))
    annotations = Annotations(attributions=(attribution(made, "a1", words, "s1"),), sources=(officials,))
    assert profile_of(made, annotations, ()).unnamed_people == (2, None)


def test_an_empty_article_has_an_empty_profile():
    profile = profile_of(article("Nothing."), Annotations(), ())
    assert (profile.attributions, profile.by_identity, profile.largest_source) == (0, {}, None)
