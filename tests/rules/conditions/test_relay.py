"""Conditions about relayed words: whom the outlet goes by, and how many hands they passed through."""

from __future__ import annotations

import pytest

from auditor.language.annotations import RelayKind
from auditor.rules.conditions.beside import address_of_a_news_site, denied_before
from auditor.rules.conditions.relay import (
    media_of_a_known_state,
    outlet_named_beside,
    outlet_rests_on_unnamed_people,
    own_reporting_matches,
    passes_through_two_outlets,
)
from auditor.rules.phrases import Phrase
from tests.handmade import article, relay, span
from tests.rules.conditions.stories import context


def relayed(text: str, *outlets: str, **changes):
    made = article(text)
    layer = tuple(relay(f"r{number}", span(made, name), **changes) for number, name in enumerate(outlets))
    return layer[0], context(text, relays=layer)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Radio Nord, citing two officials, said it shut.", ["citing two officials"]),
        ("Radio Nord said it shut. It cited people close to the owner.", ["cited people close to the owner"]),
        ("Radio Nord has learned it shut.", ["has learned"]),
        ("Radio Nord, citing Mayor Ann Ek, said it shut.", []),
        ("Radio Nord, citing a court filing, said it shut.", []),
    ],
)
def test_an_outlet_may_itself_go_by_unnamed_people(text, words):
    subject, here = relayed(text, "Radio Nord")
    assert [part.span.text for part in outlet_rests_on_unnamed_people(subject, here) or ()] == words


def test_own_reporting_beside_it_is_seen():
    subject, here = relayed("Radio Nord said it shut. Two aides also told the Post so.", "Radio Nord")
    assert own_reporting_matches(subject, here) is True


@pytest.mark.parametrize(
    ("text", "outlets", "chained"),
    [
        ("AFP quoted Radio Nord as saying it held.", ("AFP", "Radio Nord"), True),
        ("He told a podcast it held, according to the Gazette.", ("Gazette", "podcast"), True),
        ("AFP and Reuters both reported it held.", ("AFP", "Reuters"), False),
    ],
)
def test_a_chain_is_told_from_two_reports(text, outlets, chained):
    subject, here = relayed(text, *outlets)
    assert bool(passes_through_two_outlets(subject, here)) is chained


def test_an_outlet_named_beside_solves_the_riddle():
    text = "Local media reported it. Radio Nord showed the bridge."
    made = article(text)
    vague = relay("r1", span(made, "Local media"), unnamed_outlet=True)
    named = relay("r2", span(made, "Radio Nord"), RelayKind.OUTLET_REPORT)
    assert outlet_named_beside(vague, context(text, relays=(vague, named))) is True
    assert outlet_named_beside(vague, context(text, relays=(vague,))) is False


def test_media_of_a_state_are_known_in_part():
    subject, here = relayed("The state media said it held.", "state media", unnamed_outlet=True)
    assert media_of_a_known_state(subject, here) is True


@pytest.mark.parametrize(("text", "denied"), [("It was not confirmed.", True), ("It was confirmed.", False)])
def test_a_denial_before_the_words_is_seen(text, denied):
    made = context(text)
    assert denied_before(Phrase(span(made.article, "confirmed")), made) is denied


@pytest.mark.parametrize(
    ("address", "news"), [("https://www.reuters.com/a", True), ("https://records.example.org/a", False)]
)
def test_addresses_of_news_sites_are_no_documents(address, news):
    made = context(f"See {address} here.")
    assert address_of_a_news_site(Phrase(span(made.article, address)), made) is news
