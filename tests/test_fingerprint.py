"""Fingerprints survive edits elsewhere and are unique."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from auditor.fingerprint import LENGTH, fingerprints, normalised
from tests.handmade import article, span

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


@given(st.text(min_size=1), st.data())
def test_any_text_gives_unique_fingerprints(text, data):
    made = article(text)
    ends = st.lists(st.integers(0, len(text)), min_size=2, max_size=2, unique=True)
    places = [tuple(sorted(pair)) for pair in data.draw(st.lists(ends, max_size=8))]
    found = fingerprints(made, [("R001", made.span(start, end), "") for start, end in places])
    assert len(set(found)) == len(places)


def test_words_are_normalised():
    assert normalised("“Ｔhe  Official’s,”") == "the official s"
