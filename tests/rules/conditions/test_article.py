"""Conditions about the article as a whole: its opening, its counts of sources, who carries it, its figures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.claims.claim import Claim, ClaimKind, Verdict
from auditor.language.annotations import Channel, FigureStatus, Identity, RelayKind, Value
from auditor.rules.conditions.balance import (
    a_party_declines_while_its_people_talk,
    dispute_told_by_one_side,
    mostly_unnamed,
    nearly_all_from_officials,
    same_label_again_and_again,
)
from auditor.rules.conditions.numbers import figures_conflict, headline_figure_is_hedged_below
from auditor.rules.conditions.opening import (
    first_quotation_is_of_unnamed_people,
    opening_rests_on_unnamed_people,
    source_counts_disagree,
)
from auditor.rules.conditions.reporting import no_author_where_one_would_stand, outlet_credited_late
from tests.handmade import article, attribution, figure, quotation, relay, source, span
from tests.rules.conditions.stories import context as made_context

UNNAMED = Identity.UNNAMED_INDIVIDUAL
GROUP = Identity.UNNAMED_GROUP
NAMED = Identity.NAMED_PERSON
BODY = Identity.NAMED_INSTITUTION


def told(text: str, *speakers: tuple[str, str, Identity], **layers):
    """Make a context in which each of (words, source, kind) says something, in the order of the text."""
    made = article(text)
    statements, sources, seen = [], {}, {}
    for number, (words, label, identity) in enumerate(speakers, start=1):
        place = span(made, words, seen.get(words, 0))
        seen[words] = seen.get(words, 0) + 1
        cue = made.span(place.end + 1, place.end + 5)
        statements.append(attribution(made, f"a{number}", place, label, cue=(cue,), content=(cue,)))
        sources.setdefault(label, source(label, label, identity, place))
    return made_context(text, attributions=tuple(statements), sources=tuple(sources.values()), **layers)


def test_an_opening_by_somebody_unnamed_is_seen():
    context = told("An aide said so. Ann Roe said so.", ("An aide", "An aide", UNNAMED), ("Ann Roe", "Ann Roe", NAMED))
    assert [part.span.text for part in opening_rests_on_unnamed_people(context.article, context)] == ["An aide"]
    context = told("Ann Roe said so. An aide said so.", ("Ann Roe", "Ann Roe", NAMED), ("An aide", "An aide", UNNAMED))
    assert opening_rests_on_unnamed_people(context.article, context) is False


def test_the_first_quotation_counts_and_quoted_words_do_not():
    text = "“We are done with it,” one aide said."
    made = article(text)
    statement = attribution(made, "a1", span(made, "one aide"), "s1", cue=(span(made, "said"),))
    speaker = source("s1", "one aide", UNNAMED, span(made, "one aide"))
    for words, first in (("“We are done with it,”", True), ("“We", False)):
        marked = quotation("q1", span(made, words), attribution_id="a1")
        context = made_context(text, attributions=(statement,), sources=(speaker,), quotations=(marked,))
        assert bool(first_quotation_is_of_unnamed_people(made, context)) is first


@pytest.mark.parametrize(
    ("text", "speakers", "places"),
    [
        (
            "Toll doubled, officials say\n\nIt doubled, an official said.",
            [("officials", "officials", GROUP), ("an official", "an official", UNNAMED)],
            ["officials", "an official"],
        ),
        (
            "Toll doubled, officials say\n\nIt doubled, an official said. A second official said so.",
            [("officials", "o", GROUP), ("an official", "p", UNNAMED), ("A second official", "q", UNNAMED)],
            [],
        ),
        (
            "Sources said so. The source said more.",
            [("Sources", "Sources", GROUP), ("The source", "The source", UNNAMED)],
            ["Sources", "The source"],
        ),
        (
            "Two aides said so. The three aides said more.",
            [("Two aides", "a", GROUP), ("The three aides", "b", GROUP)],
            ["Two aides", "The three aides"],
        ),
        (
            "Two aides said so. Three aides said more.",
            [("Two aides", "a", GROUP), ("Three aides", "b", GROUP)],
            [],
        ),
    ],
)
def test_counts_of_sources_are_compared(text, speakers, places):
    context = told(text, *speakers)
    found = source_counts_disagree(context.article, context)
    assert [part.span.text for part in found or ()] == places


def test_more_than_half_must_be_unnamed():
    text = "An aide said so. The aide said so. A diver said so. Ann Roe said so."
    speakers = [("An aide", "a", UNNAMED), ("The aide", "a", UNNAMED), ("A diver", "b", UNNAMED)]
    context = told(text, *speakers, ("Ann Roe", "r", NAMED))
    assert len(mostly_unnamed(context.article, context)) == 3
    context = told(text, *speakers[:2], ("A diver", "b", NAMED), ("Ann Roe", "r", NAMED))
    assert mostly_unnamed(context.article, context) is False


def test_the_same_label_counts_and_pronouns_do_not():
    text = "The aide said so. " * 4
    context = told(text, *[("The aide", "a", UNNAMED)] * 4)
    assert len(same_label_again_and_again(context.article, context)) == 4
    context = told("She said so. " * 4, *[("She", "a", UNNAMED)] * 4)
    assert same_label_again_and_again(context.article, context) is False


def test_officials_are_known_by_their_offices():
    text = "Police said so. Minister Ek said so. The army said so. The council said so."
    speakers = [(words, words, BODY) for words in ("Police", "Minister Ek", "The army", "The council")]
    context = told(text, *speakers)
    assert len(nearly_all_from_officials(context.article, context)) == 4
    context = told(text.replace("Minister", "Baker"), ("Police", "Police", BODY), ("Baker Ek", "Baker Ek", NAMED))
    assert nearly_all_from_officials(context.article, context) is False


def test_a_short_name_of_a_body_is_the_same_side():
    text = "Strike goes on\n\nThe union said so. The union said so. The teachers' union said so. The union said so."
    union = ("The union", "The union", BODY)
    context = told(text, union, union, ("The teachers' union", "The teachers' union", BODY), union)
    assert len(dispute_told_by_one_side(context.article, context)) == 4
    quiet = told(text.replace("Strike", "Choir"), union, union, union)
    assert dispute_told_by_one_side(quiet.article, quiet) is False


def test_a_party_that_declines_and_talks_is_held_together_by_its_name():
    text = "The club declined to comment. A club executive said so."
    context = told(text, ("The club", "The club", BODY), ("A club executive", "A club executive", UNNAMED))
    first = context.annotations.attributions[0]
    comment = span(context.article, "to comment")
    object.__setattr__(first, "channel", Channel.DECLINED_COMMENT)
    object.__setattr__(first, "content", (comment,))
    found = a_party_declines_while_its_people_talk(context.article, context)
    assert [part.span.text for part in found] == ["The club", "A club executive"]


def figures(text: str, *given: tuple[str, float, str, FigureStatus], claims=()):
    made = article(text)
    layer = tuple(
        figure(f"f{number}", span(made, words), status, value=Value(amount, amount, unit))
        for number, (words, amount, unit, status) in enumerate(given)
    )
    return made_context(text, claims, figures=layer)


@pytest.mark.parametrize(
    ("text", "second", "conflict"),
    [
        ("It fed 120 guests. The 150 guests paid.", ("150 guests", 150), True),
        ("It fed 120 guests. Some 150 guests paid.", ("150 guests", 150), False),
        ("It fed 120 guests. The 121 guests paid.", ("121 guests", 121), False),
        ("It fed 120 guests. The other 150 guests paid.", ("150 guests", 150), False),
    ],
)
def test_a_figure_that_points_back_must_be_the_one_before(text, second, conflict):
    plain = FigureStatus.PLAIN
    context = figures(text, ("120 guests", 120, "guest", plain), (*second, "guest", plain))
    assert bool(figures_conflict(context.article, context)) is conflict


@pytest.mark.parametrize(
    ("headline", "status", "loses"),
    [
        ("90 die in blast", FigureStatus.HEDGED, True),
        ("90 feared dead in blast", FigureStatus.HEDGED, False),
        ("90 die in blast", FigureStatus.ATTRIBUTED, False),
    ],
)
def test_a_headline_figure_that_loses_its_hedge_is_seen(headline, status, loses):
    text = f"{headline}\n\nReports put it at 90 people."
    made = article(text)
    claim = Claim("c1", span(made, headline), ClaimKind.HEADLINE, Verdict.NO_SOURCE)
    given = (("90", 90, "", FigureStatus.PLAIN), ("90 people", 90, "people", status))
    context = figures(text, *given, claims=(claim,))
    assert bool(headline_figure_is_hedged_below(claim, context)) is loses


def test_a_byline_is_missed_only_where_an_address_came_with_the_text():
    for known, missed in (({}, False), ({"url": "https://x.example/a"}, True)):
        made = article("An aide said so.", **known)
        assert no_author_where_one_would_stand(made, made_context("An aide said so.")) is missed
    signed = article("BORG (Reuters) - An aide said so.", url="https://x.example/a")
    assert no_author_where_one_would_stand(signed, made_context("x")) is False


def test_late_credit_is_below_the_third_paragraph():
    paragraphs = [
        "Coach sacked after defeat",
        "It was Sunday.",
        "It rained.",
        "He left.",
        "Radio Nord first reported it.",
    ]
    text = "\n\n".join(paragraphs)
    made = article(text)
    layer = (relay("r1", span(made, "Radio Nord"), RelayKind.OUTLET_REPORT),)
    told = made_context(text, relays=layer)
    # Without a tagger the sentences hold no content words, so the shared one is given by hand.
    shared = tuple(replace(one, lemmas=frozenset({"coach"})) for one in told.sentences)
    assert outlet_credited_late(made, replace(told, sentences=shared))
    early = "\n\n".join((paragraphs[0], paragraphs[4], *paragraphs[1:4]))
    layer = (relay("r1", span(article(early), "Radio Nord"), RelayKind.OUTLET_REPORT),)
    assert outlet_credited_late(article(early), made_context(early, relays=layer)) is False
