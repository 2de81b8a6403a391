"""Fingerprints survive edits elsewhere and are unique."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditor.fingerprint import LENGTH, fingerprints, normalised
from auditor.reading.plain import article_from_text
from tests.handmade import article, span

ROOT = Path(__file__).resolve().parent.parent
TEXT = "Gates shut\n\nAn official said the gates were bent.\n\nNobody else spoke."


def of(text: str, words: str = "An official", rule: str = "R001", nth: int = 0) -> str:
    made = article(text)
    return fingerprints(made, [(rule, span(made, words, nth), "")])[0]


def test_a_fingerprint_is_short_hexadecimal():
    assert len(of(TEXT)) == LENGTH
    assert int(of(TEXT), 16) >= 0


def test_edits_elsewhere_leave_it_alone():
    assert of(TEXT) == of("A new first paragraph, quite long. With sentences.\n\n" + TEXT)
    assert of(TEXT) == of(TEXT.replace("Nobody else spoke.", "Others spoke."))
    assert of(TEXT) == of(TEXT.replace("gates were bent.", "gates were bent. The divers left."))


def test_case_and_punctuation_do_not_matter():
    assert of(TEXT) == of(TEXT.replace("An official said the", "“An official” said the"), "An official")


def test_other_words_near_by_or_another_rule_make_another():
    assert of(TEXT) != of(TEXT.replace("said the gates", "said two gates"))
    assert of(TEXT) != of(TEXT, rule="R002")


def test_equal_places_are_told_apart_by_their_order():
    made = article("An official said.\n\nAn official said.")
    both = [("R001", span(made, "An official"), ""), ("R001", span(made, "An official", 1), "")]
    first, second = fingerprints(made, both)
    assert first != second
    assert fingerprints(made, both[:1]) == [first]


def test_a_finding_about_the_article_goes_by_its_name():
    made, other = article(TEXT), article("Other. " + TEXT)
    assert fingerprints(made, [("R001", None, "An Official")]) == fingerprints(other, [("R001", None, "an official")])


@given(st.text(min_size=1, max_size=200), st.data())
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_gives_unique_fingerprints(text, data):
    made = article(text)
    ends = st.lists(st.integers(0, len(text)), min_size=2, max_size=2, unique=True)
    places = [tuple(sorted(pair)) for pair in data.draw(st.lists(ends, max_size=8))]
    found = fingerprints(made, [("R001", made.span(start, end), "") for start, end in places])
    assert len(set(found)) == len(places)


def test_words_are_normalised():
    assert normalised("“Ｔhe  Official’s,”") == "the official s"


def test_moving_a_paragraph_leaves_it_alone():
    first, second, third = TEXT.split("\n\n")
    assert of(TEXT) == of("\n\n".join((first, third, second)))


def test_of_repeated_sentences_each_keeps_its_own_while_all_are_there():
    twins = "It fell, an official said.\n\n" * 3
    made, moved = article(twins), article(f"Nobody was hurt.\n\n{twins}The port is shut.")
    prints = [
        fingerprints(each, [("R001", span(each, "an official", nth), "") for nth in range(3)]) for each in (made, moved)
    ]
    assert prints[0] == prints[1]
    assert len(set(prints[0])) == 3


def test_repeated_words_in_other_sentences_do_not_touch_each_other():
    text = "It fell, an official said on Monday.\n\nIt stood, an official said on Friday."
    shorter = text.partition("\n\n")[2]
    assert of(text, "an official", nth=1) == of(shorter, "an official")


@pytest.mark.model
@pytest.mark.parametrize("place", [0, 4, -1])
def test_a_new_paragraph_leaves_every_finding_alone(nlp, place):
    import auditor

    paragraphs = (ROOT / "seeds" / "sarn-valley-shelling.txt").read_text(encoding="utf-8").split("\n\n")
    new = "The weather in the valley stayed dry for most of the week. Nobody expected rain before Sunday."
    edited = [*paragraphs[: place or 1], new, *paragraphs[place or 1 :]]
    before, after = (
        auditor.audit(article_from_text(text, id="s"), nlp=nlp).findings
        for text in ("\n\n".join(paragraphs), "\n\n".join(edited))
    )
    # Where a rule says something else about the new article, there is nothing to compare.
    said = {(each.rule, each.span.text if each.span else each.message) for each in after}
    kept = [each for each in before if (each.rule, each.span.text if each.span else each.message) in said]
    assert len(kept) > 10
    assert {each.fingerprint for each in kept} <= {each.fingerprint for each in after}
