"""The gazetteer of outlets: names, aliases, short forms, shapes of unknown names, and no hits on ordinary words."""

from __future__ import annotations

import collections
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.language.outlet_patterns import pattern_names, words_of
from auditor.language.outlets import OutletKind, Outlets, Reading, load_outlets

LINES = """# name\tkind\tcountry\treading\taliases\tshort\towner\tdomain
name\tkind\tcountry\treading\taliases\tshort\towner\tdomain
The Fenland Herald\tnewspaper\tGB\tplain\tFenland Herald on Sunday\tHerald; The Herald\t\tfenlandherald.example
The Coast Herald\tnewspaper\tGB\tplain\t\tHerald; The Herald\t\t
The Tide\tnewspaper\tGB\tcommon\t\t\t\t
Radio Nord\tbroadcaster\tSE\tplain\tRN\t\t\tnord.example
Fen & Friends\tprogramme\tGB\tplain\tFen and Friends\t\tRadio Nord\t
The Tide (Norway)\tnewspaper\tNO\tplain\t\t\t\t
""".split("\n")


@pytest.fixture
def outlets() -> Outlets:
    return Outlets(iter(LINES))


def matches(outlets: Outlets, text: str) -> list[tuple[int, str, str, Reading]]:
    return [(name.start, name.text, name.name, name.reading) for name in outlets.match(text)]


def test_a_name_is_found_with_and_without_its_article(outlets):
    assert matches(outlets, "The Fenland Herald said") == [
        (0, "The Fenland Herald", "The Fenland Herald", Reading.PLAIN)
    ]
    assert matches(outlets, "a Fenland Herald story") == [(2, "Fenland Herald", "The Fenland Herald", Reading.PLAIN)]


def test_the_longest_name_wins(outlets):
    assert matches(outlets, "told Fenland Herald on Sunday that") == [
        (5, "Fenland Herald on Sunday", "The Fenland Herald", Reading.PLAIN)
    ]


def test_a_possessive_is_left_outside(outlets):
    assert matches(outlets, "Radio Nord's report; Radio Nord’s host") == [
        (0, "Radio Nord", "Radio Nord", Reading.PLAIN),
        (21, "Radio Nord", "Radio Nord", Reading.PLAIN),
    ]


def test_marks_inside_a_name_are_read(outlets):
    assert matches(outlets, "on “Fen & Friends” today") == [(4, "Fen & Friends", "Fen & Friends", Reading.PLAIN)]


def test_a_name_never_runs_over_a_line_break(outlets):
    assert matches(outlets, "Radio\nNord") == []


@pytest.mark.parametrize("text", ["radio nord", "@RN", "rn", "www.nord.example/RN", "RN-based", "the tide said"])
def test_words_that_are_not_written_as_the_name_are_no_name(outlets, text):
    assert matches(outlets, text) == []


def test_a_short_form_means_the_outlet_named_before(outlets):
    found = outlets.match("The Coast Herald closed. Later the Herald opened.")
    assert [(name.name, name.reading, name.known_before) for name in found] == [
        ("The Coast Herald", Reading.PLAIN, False),
        ("The Coast Herald", Reading.SHORT, True),
    ]


def test_a_short_form_of_several_outlets_keeps_the_words_of_the_text(outlets):
    (name,) = outlets.match("told the Herald that")
    assert (name.name, name.reading) == ("Herald", Reading.SHORT)


def test_a_title_that_is_a_common_word_loses_more_without_its_article(outlets):
    assert [reading for *_, reading in matches(outlets, "The Tide said")] == [Reading.COMMON]
    assert [reading for *_, reading in matches(outlets, "High Tide said")] == [Reading.QUALIFIED]


def test_unknown_outlets_are_found_by_their_shape(outlets):
    text = "told the Marshland Courier, Radio Strand and KXQZ-TV"
    assert [(name.text, name.kind) for name in outlets.match(text)] == [
        ("Marshland Courier", OutletKind.UNKNOWN),
        ("Radio Strand", OutletKind.UNKNOWN),
        ("KXQZ-TV", OutletKind.UNKNOWN),
    ]


def test_a_listed_name_wins_over_a_shape_that_only_reaches_further_back(outlets):
    assert [name.text for name in outlets.match("After Roe Heard What Fenland Herald said")] == ["Fenland Herald"]


@pytest.mark.parametrize(
    ("text", "name"),
    [("On Monday the Strand Gazette said", "Strand Gazette"), ("Yesterday Strand Gazette said", "Strand Gazette")],
)
def test_a_shape_leaves_out_what_begins_the_sentence(text, name):
    assert {text[start:end] for start, end, _ in pattern_names(text)} == {name}


def test_outlets_are_looked_up_by_name_domain_and_abbreviation(outlets):
    assert outlets.named("fenland herald").name == "The Fenland Herald"
    assert outlets.at_domain("www.nord.example").name == "Radio Nord"
    assert outlets.abbreviated("fenl-her").name == "The Fenland Herald"
    assert outlets.abbreviated("x-y") is None
    assert outlets.named("nobody") is None


def test_the_packaged_gazetteer_is_broad():
    outlets = load_outlets()
    for name in (
        "Reuters",
        "AFP",
        "BBC",
        "Radio 4",
        "El País",
        "Haaretz",
        "Daily Nation",
        "Folha de S.Paulo",
        "Telegram",
        "Meet the Press",
    ):
        assert outlets.named(name) is not None, name
    assert outlets.size >= 600


def test_every_kind_has_entries():
    kinds = collections.Counter(outlet.kind for outlet in load_outlets().all)
    assert {kind for kind in OutletKind if kind is not OutletKind.UNKNOWN} <= set(kinds)
    assert kinds[OutletKind.AGENCY] >= 80
    assert kinds[OutletKind.PROGRAMME] >= 80


def test_no_name_stands_twice_in_the_gazetteer():
    names = collections.Counter(outlet.name for outlet in load_outlets().all)
    assert [name for name, times in names.items() if times > 1] == []


def test_words_have_their_offsets():
    assert [(word.text, word.start, word.end) for word in words_of("A.B c")] == [
        ("A", 0, 1),
        (".", 1, 2),
        ("B", 2, 3),
        ("c", 4, 5),
    ]


@given(st.text(max_size=80))
def test_any_text_gives_valid_separate_names(text):
    names = load_outlets().match(text)
    for name in names:
        assert text[name.start : name.end] == name.text != ""
    assert all(first.end <= second.start for first, second in itertools.pairwise(names))
