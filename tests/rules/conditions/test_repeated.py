"""Words quoted twice."""

from __future__ import annotations

import pytest

from auditor.language.annotations import Alteration, AlterationKind, Identity
from auditor.rules.conditions.repeated import differs_from_an_earlier_quotation, given_to_another_speaker_before
from auditor.rules.context import context_of
from tests.handmade import annotated, article, attribution, quotation, source, span


def twice(first: str, second: str, *, speakers: tuple[str, str] = ("s1", "s1"), **changes: object):
    made = article(f"“{first}” Roe said. “{second}” Ek said.")
    names = [span(made, "Roe"), span(made, "Ek")]
    marks = tuple(
        quotation(f"q{number}", span(made, f"“{words}”", nth), attribution_id=f"a{number}", **changes)
        for number, (words, nth) in enumerate(((first, 0), (second, 1 if first == second else 0)))
    )
    statements = tuple(attribution(made, f"a{number}", names[number], speakers[number]) for number in (0, 1))
    known = {id: source(id, id, Identity.NAMED_PERSON) for id in speakers}
    story = annotated(made, quotations=marks, attributions=statements, sources=tuple(known.values()))
    return marks[1], context_of(made, story.annotations)


@pytest.mark.parametrize(
    ("first", "second", "differs"),
    [
        ("We will never leave this harbour.", "We would never leave this harbour.", True),
        ("We will never leave this harbour.", "never leave this harbour", False),
        ("We will never leave this harbour.", "We will never leave this harbour.", False),
        ("We will never leave this harbour.", "The gate was closed at six.", False),
        ("Shut the gate.", "Shut that gate.", False),
    ],
)
def test_versions_of_one_utterance(first, second, differs):
    assert bool(differs_from_an_earlier_quotation(*twice(first, second))) is differs


def test_a_marked_omission_is_no_other_version():
    change = Alteration(AlterationKind.ELLIPSIS, article("… here").span(0, 1))
    both = twice("We will never leave this harbour.", "We would never leave this harbour.", alterations=(change,))
    assert not differs_from_an_earlier_quotation(*both)


def test_the_same_words_of_two_people():
    words = "Nobody told us about the gate."
    assert given_to_another_speaker_before(*twice(words, words, speakers=("s1", "s2")))
    assert not given_to_another_speaker_before(*twice(words, words))
