"""What is a quantity, how far its span goes and what it is worth; on hand-built documents, without a model."""

from __future__ import annotations

from itertools import pairwise

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from auditor.language.annotations import Value
from auditor.language.figures.numbers import find_numbers, words_value
from auditor.language.figures.quantities import Quantity, QuantityKind, find_quantities

ENGLISH = spacy.blank("en").vocab
TAGS = {"NOUN": "NN", "NOUNS": "NNS", "PROPN": "NNP", "NUM": "CD", "ADJ": "JJ", "VERB": "VBD", "ADP": "IN", "DET": "DT"}


def tagged(words: str) -> Doc:
    """Build a document from "word/POS word/POS"; `+` leaves out the space before a word, plurals are NOUNS."""
    parts = [part.rpartition("/") for part in words.split()]
    glued = [word.startswith("+") for word, _, _ in parts]
    tags = [tag for _, _, tag in parts]
    return Doc(
        ENGLISH,
        words=[word.removeprefix("+") for word, _, _ in parts],
        spaces=[index + 1 < len(parts) and not glued[index + 1] for index in range(len(parts))],
        pos=["NOUN" if tag == "NOUNS" else tag for tag in tags],
        tags=[TAGS.get(tag, tag) for tag in tags],
        lemmas=[word.removeprefix("+").lower().removesuffix("s" if tag == "NOUNS" else "") for (word, _, tag) in parts],
    )


def only(doc: Doc) -> Quantity:
    (quantity,) = find_quantities(doc)
    assert doc.text[quantity.start : quantity.end]
    return quantity


@pytest.mark.parametrize(
    ("text", "written", "low", "high", "unit"),
    [
        ("Some 150,000 left.", "150,000", 150_000, 150_000, ""),
        ("It cost $4.5 billion.", "$4.5 billion", 4.5e9, 4.5e9, "USD"),
        ("It cost US$20m.", "US$20m", 2e7, 2e7, "USD"),
        ("It made £35 bn.", "£35 bn", 3.5e10, 3.5e10, "GBP"),
        ("It made 374m euros.", "374m euros", 3.74e8, 3.74e8, "EUR"),
        ("It fetched Rs500 crore.", "Rs500 crore", 5e9, 5e9, "INR"),
        ("About 80% of it.", "80%", 80, 80, "%"),
        ("About 12 per cent of it.", "12 per cent", 12, 12, "%"),
        ("Down 0.2 percentage points.", "0.2 percentage points", 0.2, 0.2, "percentage point"),
        ("A lead of ten points.", "ten points", 10, 10, "percentage point"),
        ("Between $8 billion and $12 billion.", "$8 billion and $12 billion", 8e9, 12e9, "USD"),
        ("Between 5 and 10 men.", "5 and 10", 5, 10, ""),
        ("From 700-1,500 men.", "700-1,500", 700, 1500, ""),
        ("Some 5 to 7 million.", "5 to 7 million", 5e6, 7e6, ""),
        ("It ranges from 80 to 100.", "80 to 100", 80, 100, ""),
        ("Tens of thousands marched.", "Tens of thousands", 20_000, None, ""),
        ("Hundreds of millions of dollars went.", "Hundreds of millions of dollars", 2e8, None, "USD"),
        ("Dozens came.", "Dozens", 24, None, ""),
        ("Several hundred came.", "Several hundred", 200, None, ""),
        ("Half a million came.", "Half a million", 5e5, 5e5, ""),
        ("Two-thirds of it.", "Two-thirds", 2 / 3, 2 / 3, "share"),
        ("A third of it.", "A third", 1 / 3, 1 / 3, "share"),
        ("One in five stayed.", "One in five", 0.2, 0.2, "share"),
        ("Twenty-five came.", "Twenty-five", 25, 25, ""),
        ("Two hundred and five thousand came.", "Two hundred and five thousand", 205_000, 205_000, ""),
    ],
)
def test_numeric_expressions_and_their_values(text, written, low, high, unit):
    (number,) = find_numbers(text)
    assert text[number.start : number.end] == written
    assert (number.low, number.high, number.unit) == (pytest.approx(low), high and pytest.approx(high), unit)


def test_a_change_is_two_numbers_not_a_range():
    assert [number.low for number in find_numbers("The toll rose from 37 to 43.")] == [37, 43]


def test_unlike_things_make_no_range():
    assert [number.unit for number in find_numbers("Profit rose 6 per cent to £188m.")] == ["%", "GBP"]


def test_alternatives_are_two_numbers():
    assert [number.low for number in find_numbers("Either $43 billion or $55 billion.")] == [43e9, 55e9]


@pytest.mark.parametrize(
    ("words", "span", "kind", "value"),
    [
        (
            "700/NUM +-/PUNCT +1,500/NUM ISIS/PROPN fighters/NOUNS fled/VERB",
            "700-1,500 ISIS fighters",
            "count",
            Value(700, 1500, "fighter"),
        ),
        ("40/NUM percent/NOUN of/ADP bees/NOUNS", "40 percent", "share", Value(40, 40, "%")),
        ("$/SYM +20/NUM million/NUM went/VERB", "$20 million", "money", Value(2e7, 2e7, "USD")),
        (
            "300/NUM acres/NOUNS of/ADP forest/NOUN burned/VERB",
            "300 acres of forest",
            "count",
            Value(300, 300, "forest"),
        ),
        (
            "tens/NOUN of/ADP thousands/NOUN of/ADP soldiers/NOUNS",
            "tens of thousands of soldiers",
            "count",
            Value(20000, None, "soldier"),
        ),
        ("ten/NUM +-/PUNCT +point/NOUN lead/NOUN", "ten-point lead", "share", Value(10, 10, "percentage point")),
        ("40/NUM miles/NOUNS west/ADV", "40 miles", "measure", Value(40, 40, "mile")),
        ("90/NUM votes/NOUNS", "90 votes", "tally", Value(90, 90, "vote")),
        ("five/NUM days/NOUNS", "five days", "duration", Value(5, 5, "day")),
        ("12/NUM family/NOUN units/NOUNS left/VERB", "12 family units", "count", Value(12, 12, "unit")),
        ("two/NUM state/NOUN +-/PUNCT +run/VERB banks/NOUNS", "two state-run banks", "count", Value(2, 2, "bank")),
    ],
)
def test_span_kind_and_value(words, span, kind, value):
    doc = tagged(words)
    quantity = only(doc)
    assert doc.text[quantity.start : quantity.end] == span
    assert (quantity.start, quantity.end) == (doc.text.index(span), doc.text.index(span) + len(span))
    assert quantity.kind is QuantityKind(kind)
    assert quantity.value == value


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("date", "on/ADP 5/NUM May/PROPN"),
        ("American date", "on/ADP May/PROPN 5/NUM"),
        ("year", "in/ADP 2019/NUM"),
        ("span of years", "from/ADP 2010/NUM +-/PUNCT +2011/NUM"),
        ("decade", "the/DET 1960s/NOUN"),
        ("age after a name", "Roe/PROPN +,/PUNCT 34/NUM +,/PUNCT left/VERB"),
        ("age with a noun", "a/DET 34/NUM +-/PUNCT +year/NOUN +-/PUNCT +old/ADJ clerk/NOUN"),
        ("aged", "aged/VERB 71/NUM"),
        ("clock time", "at/ADP 8/NUM p.m./NOUN"),
        ("ordinal", "the/DET 21st/ADJ time/NOUN"),
        ("score", "won/VERB 3/NUM +-/PUNCT +1/NUM"),
        ("ruling", "a/DET 5/NUM +-/PUNCT +4/NUM decision/NOUN"),
        ("section", "under/ADP Section/PROPN 230/NUM"),
        ("flight", "on/ADP Flight/PROPN 12/NUM"),
        ("model", "an/DET F/PROPN +-/PUNCT +16/NUM jet/NOUN"),
        ("fraction sign", "after/ADP 9/11/NUM"),
        ("rank", "the/DET top/ADJ 10/NUM"),
        ("pronoun", "one/NUM of/ADP them/PRON"),
        ("points back", "the/DET two/NUM left/VERB"),
        ("address", "at/ADP 10/NUM Canal/PROPN Street/PROPN"),
        ("code", "number/NOUN 0800123456/NUM"),
        ("compound of no measure", "a/DET 52/NUM +-/PUNCT +count/NOUN complaint/NOUN"),
        ("title", "fans/NOUNS of/ADP Six/PROPN Feet/PROPN Under/PROPN"),
        ("list number", "1/NUM +./PUNCT Open/VERB the/DET door/NOUN"),
    ],
)
def test_what_is_no_quantity(name, words):
    kept = [q for q in find_quantities(tagged(words)) if q.kind is not QuantityKind.DURATION]
    assert kept == [], name


def test_a_year_like_count_after_a_rounding_word_is_a_quantity():
    doc = tagged("about/ADV 2000/NUM soldiers/NOUNS fled/VERB")
    assert only(doc).value == Value(2000, 2000, "soldier")


@pytest.mark.parametrize(
    ("words", "value"),
    [("nine", 9), ("forty-two", 42), ("two hundred", 200), ("three million", 3e6), ("a dozen", 12), ("two dozen", 24)],
)
def test_number_words(words, value):
    assert words_value(words) == value


@given(st.text(max_size=200))
def test_any_text_gives_ordered_numbers_inside_it(text):
    numbers = find_numbers(text)
    assert all(0 <= number.start < number.end <= len(text) for number in numbers)
    assert all(first.end <= second.start for first, second in pairwise(numbers))
    assert all(number.low is None or number.high is None or number.low <= number.high for number in numbers)


@given(st.integers(min_value=10, max_value=10**12))
def test_digits_with_separators_keep_their_value(value):
    (number,) = find_numbers(f"They counted {value:,} crates.")
    assert (number.low, number.high) == (value, value)
