"""Conditions about names."""

from __future__ import annotations

import pytest

from auditor.language.annotations import Certainty, Identity, Name, Spelling
from auditor.rules.conditions import name
from auditor.rules.context import context_of
from tests.handmade import annotated, article, attribution, quotation, source, span


def asked(condition, text: str, label: str, mention: str | None = None, **changes):
    made = article(text)
    place = span(made, mention or label)
    subject = source("s1", label, changes.pop("identity", Identity.NAMED_PERSON), place, **changes)
    return bool(getattr(name, condition)(subject, context_of(made, annotated(made, sources=(subject,)).annotations)))


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("“It fell,” said Anna Dahl.", True),
        ("“It fell,” said Anna Dahl, a neighbour.", False),
        ("“It fell,” said clerk Anna Dahl.", False),
        ("“It fell,” said Anna Dahl (42).", False),
        ("“It fell.” ― Anna Dahl", False),
    ],
)
def test_who_somebody_is(text, so):
    assert asked("nothing_introduces_the_person", text, "Anna Dahl") is so


def test_a_role_introduces():
    assert not asked("nothing_introduces_the_person", "Anna Dahl said so.", "Anna Dahl", role="clerk")


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("Dahl said so. Anna Dahl is a clerk.", True),
        ("Anna Dahl is a clerk. Dahl said so.", False),
        ("Dahl said so.", False),
    ],
)
def test_a_surname_before_the_full_name(text, so):
    made = article(text)
    place = span(made, "Dahl", 1 if text.startswith("Anna") else 0)
    subject = source("s1", "Anna Dahl", Identity.NAMED_PERSON, place)
    context = context_of(made, annotated(made, sources=(subject,)).annotations)
    assert bool(name.surname_comes_first(subject, context)) is so


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("Anna Roe, 41, said so. The 43-year-old Roe left.", True),
        ("Anna Roe, 41, said so. The 41-year-old Roe left.", False),
        ("Anna Roe, 41, said so. Max Roe, 43, left.", False),
    ],
)
def test_ages(text, so):
    assert asked("two_ages", text, "Anna Roe") is so


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("Deputy mayor Anna Roe said so. Mayor Roe left.", True),
        ("Deputy mayor Anna Roe said so. Roe left.", False),
        ("Mayor Anna Roe said so. Chairwoman Roe left.", False),
    ],
)
def test_ranks_of_one_ladder(text, so):
    assert asked("two_ranks", text, "Anna Roe") is so


def test_a_spelling_of_quotations_stands_apart():
    made = article("Kandavar fell. “Khandavar is far,” he said.")
    places = span(made, "Kandavar"), span(made, "Khandavar")
    both = Name("n1", tuple(Spelling(place.text, (place,)) for place in places), Certainty.FIRM)
    quoted = annotated(made, quotations=(quotation("q1", span(made, "“Khandavar is far,”")),))
    assert name.one_spelling_stands_apart(both, context_of(made, quoted.annotations))
    assert not name.one_spelling_stands_apart(both, context_of(made, annotated(made).annotations))


@pytest.mark.parametrize(
    ("first", "second", "so"),
    [
        ("Health Ministry", "Ministry of Health", True),
        ("NCSB", "National Crime Safety Board", True),
        ("National Crime Safety Board", "NCSB", False),
        ("Health Ministry", "Harbour Board", False),
    ],
)
def test_one_body_under_two_names(first, second, so):
    made = article(f"{first} said so. {second} denied it.")
    bodies = [
        source(f"s{number}", label, Identity.NAMED_INSTITUTION, span(made, label))
        for number, label in enumerate((first, second))
    ]
    statements = tuple(attribution(made, f"a{number}", one.mentions[0], one.id) for number, one in enumerate(bodies))
    story = annotated(made, sources=tuple(bodies), attributions=statements)
    context = context_of(made, story.annotations)
    assert bool(name.another_source_is_the_same_body(bodies[1], context)) is so
