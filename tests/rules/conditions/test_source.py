"""Conditions about who a source is and how it knows."""

from __future__ import annotations

import pytest

from auditor.language.annotations import Identity
from auditor.rules.conditions.source import (
    given_name_only,
    name_change_is_stated,
    named_only_later,
    position_shows_access,
    speaks_by_office,
    speaks_of_own_experience,
)
from tests.handmade import article, source, span
from tests.rules.conditions.stories import context as made_context
from tests.rules.conditions.stories import statement

NAMED = Identity.NAMED_PERSON


def made(text: str, who: str, said: str, identity=Identity.UNNAMED_INDIVIDUAL):
    told, context = statement(text, who, "said", said, "say", identity)
    return context.source_of(told), context


@pytest.mark.parametrize(
    ("who", "said", "lived"),
    [
        ("A resident", "it fell", True),
        ("An official", "she saw three trucks", True),
        ("An official", "three trucks came", False),
    ],
)
def test_own_experience_needs_no_other_basis(who, said, lived):
    speaker, context = made(f"{who} said {said}.", who, said)
    assert speaks_of_own_experience(speaker, context) is lived


@pytest.mark.parametrize(
    ("text", "access"),
    [
        ("An investigator on the case said it fell.", True),
        ("An investigator who drafted it said it fell.", True),
        ("An investigator said it fell.", False),
    ],
)
def test_some_descriptions_show_access(text, access):
    speaker, context = made(text, "An investigator", "it fell")
    assert position_shows_access(speaker, context) is access


@pytest.mark.parametrize(
    ("who", "identity", "office"),
    [
        ("Border officials", Identity.UNNAMED_GROUP, True),
        ("Two officials", Identity.UNNAMED_GROUP, False),
        ("Senior officials", Identity.UNNAMED_GROUP, False),
        ("An official", Identity.UNNAMED_INDIVIDUAL, False),
    ],
)
def test_officials_of_one_body_speak_by_office(who, identity, office):
    speaker, context = made(f"{who} said it fell.", who, "it fell", identity)
    assert speaks_by_office(speaker, context) is office


@pytest.mark.parametrize(
    ("text", "who", "partial"),
    [
        ("Omar said it fell.", "Omar", True),
        ("Omar said it fell. Omar Haddad left.", "Omar", False),
        ("Omar, 9, said it fell.", "Omar", False),
        ("Omar (H.) said it fell.", "Omar", False),
        ("Dahl said it fell.", "Dahl", False),
    ],
)
def test_a_given_name_alone_is_seen(text, who, partial):
    speaker, context = made(text, who, "it fell", NAMED)
    assert given_name_only(speaker, context) is partial


def test_a_changed_name_is_told():
    text = "Maria, whose name has been changed, said it fell."
    speaker, context = made(text, "Maria", "it fell", NAMED)
    assert [part.span.text for part in name_change_is_stated(speaker, context)] == ["name has been changed"]


def test_a_description_before_the_name_is_named_later():
    text = "A judge said so. Judge Ida Berg said more."
    story = article(text)
    speaker = source("s1", "Ida Berg", NAMED, span(story, "A judge"), span(story, "Judge Ida Berg"))
    found = named_only_later(speaker, made_context(text, sources=(speaker,)))
    assert [part.span.text for part in found] == ["A judge", "Judge Ida Berg"]
