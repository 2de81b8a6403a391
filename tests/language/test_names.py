from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from auditor.language.annotations import Certainty
from auditor.language.names import find_names
from auditor.language.names.folding import fold, skeleton
from auditor.reading.plain import article_from_text

BLANK = spacy.blank("en")
SMALL = {"the", "a", "in", "at", "and", "near", "now", "of", "to", "said", "he", "she", "they", "was", "were", "from"}


def parsed(text: str, **labels: str) -> Doc:
    """A document whose capitalised words are tagged as names, with entity labels by word."""
    doc = BLANK(text)
    for token in doc:
        named = token.text[:1].isupper() and token.lower_ not in SMALL
        token.tag_ = "NNP" if named else "NN"
    doc.set_ents([doc[t.i : t.i + 1].char_span(0, len(t.text), label=labels[t.text]) for t in doc if t.text in labels])
    return doc


def groups(text: str, **labels: str) -> list[list[tuple[str, int]]]:
    found = find_names(parsed(text, **labels), article_from_text(text))
    return [[(spelling.form, len(spelling.places)) for spelling in name.spellings] for name in found]


VARIANTS = [
    ("the farther ones join through the middle one", "From Fallujah to Fallijah and Faluja and Fallujah.", 3),
    ("consonant confused", "Mr Petrenko came. Mr Petrenco left.", 2),
    ("h dropped", "They left Kandahar for Khandahar.", 2),
    ("first letter confused", "Colonel Gaddafi spoke; Qaddafi left.", 2),
    ("doubled letter", "They left Terrenz for Terenz.", 2),
    ("vowels confused", "He met Houssein and Hussain there.", 2),
    ("two letters of a long name", "He met Bornemiszer and then Bornemizsar there.", 2),
    ("accent", "He met Müllerova and then Mullerova there.", 2),
    ("article in front", "They went from Hasakah to Hassakeh.", 2),
    ("possessive", "Near Zaventum, she left. It was Zaventem's day.", 2),
    ("short names by the list", "They flew to Kyiv. She left Kiev in May.", 2),
    ("changed name by the list", "They flew to Yangon. She left Rangoon in May.", 2),
    ("surname with and without a first name", "Anna Bornstein spoke. Later Bornsten left.", 2),
    ("same first name", "Anna Bornstein spoke. Later Anna Bornsten left.", 2),
    ("initial and first name", "A. Bornstein spoke. Later Anna Bornsten left.", 2),
]


@pytest.mark.parametrize(("text", "count"), [row[1:] for row in VARIANTS], ids=[row[0] for row in VARIANTS])
def test_spellings_of_one_name_are_joined(text, count):
    (group,) = groups(text)
    assert len(group) == count


APART = [
    ("countries", "They left Iran for Iraq, Slovakia for Slovenia, Niger for Nigeria, Austria for Australia."),
    ("cities", "They left Mosul for Mosel."),
    ("demonym", "The Ukraine team and the Ukrainian team; Somali and Somalia; Israel and Israeli."),
    ("plural", "The Petersfields met a Petersfield."),
    ("possessive is no spelling", "Petersfield came with Petersfield's dog and the Petersfields' cat."),
    ("other first names", "Anna Smythe met Owen Smithe."),
    ("other surnames", "Adelina Torp met Adeline Berg."),
    ("titles and offices", "The Minister of the Ministry and the Senator of the Senate, Council and Counsel."),
    ("given names", "Marie met Maria and Julia met Julie."),
    ("husband and wife", "Navratil met Navratilova and Petrov met Petrova."),
    ("gloss", "They flew to Kiev (now Kyiv) in May."),
    ("gloss with a verb", "The town of Zaventum, also spelled Zaventem, is near."),
    ("inside a longer name", "They flew to Mumbai. The Bombay Burmah Trust fell."),
    ("short names", "They met Omar and Omer near Rafa."),
    ("a common word too", "The Lantern and the Lanterns fell; a lantern and Lantirn fell."),
    ("capitals", "ZAVENTUM fell. Zaventem fell."),
    ("handles", "The @Zaventum account and Zaventem."),
]


@pytest.mark.parametrize("text", [row[1] for row in APART], ids=[row[0] for row in APART])
def test_different_names_stay_apart(text):
    assert groups(text) == []


def test_people_and_place_stay_apart_by_their_labels():
    text = "The Zaventi met near Zaventu."
    assert len(groups(text)) == 1
    assert groups(text, Zaventi="NORP", Zaventu="GPE") == []


def test_most_frequent_spelling_comes_first_with_every_place():
    text = "Faluja fell. Then Fallujah stood, and Fallujah's walls; Fallijah too."
    (name,) = find_names(parsed(text), article_from_text(text))
    assert [spelling.form for spelling in name.spellings] == ["Fallujah", "Faluja", "Fallijah"]
    assert [(place.start, place.end, place.text) for place in name.spellings[0].places] == [
        (18, 26, "Fallujah"),
        (38, 46, "Fallujah"),
    ]
    assert all(text[p.start : p.end] == p.text for spelling in name.spellings for p in spelling.places)
    assert name.id == "n1"
    assert name.evidence


def test_certainty_follows_the_likeness():
    text = "He met Houssein and Hussain there. They walked from Zaventum to Zaventem."
    sure, unsure = find_names(parsed(text), article_from_text(text))
    assert (sure.certainty, unsure.certainty) == (Certainty.LIKELY, Certainty.POSSIBLE)


def test_names_stand_in_text_order():
    text = "Zaventum, Bornstein, Bornsten, Zaventem."
    found = find_names(parsed(text), article_from_text(text))
    assert [(name.id, name.spellings[0].form) for name in found] == [("n1", "Zaventum"), ("n2", "Bornstein")]


SKELETONS = [
    ("Qaddafi", "Gaddafi"),
    ("Khadafy", "Gadafi"),
    ("Fallujah", "Faluja"),
    ("Houssein", "Hussain"),
    ("Odesa", "Odessa"),
    ("Dhofar", "Dufar"),
    ("Djibouti", "Jibuti"),
]


@pytest.mark.parametrize(("first", "second"), SKELETONS)
def test_romanisations_share_a_skeleton(first, second):
    assert skeleton(fold(first)) == skeleton(fold(second))


@pytest.mark.parametrize(("form", "folded"), [("al-Būsayrah", "busayrah"), ("Shi’ite", "shiite"), ("O'Łódź", "olodz")])
def test_folding_keeps_bare_letters(form, folded):
    assert fold(form) == folded


def test_thousands_of_like_names_end():
    """Every pair of them compared would not: names are compared inside small blocks only."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    forms = [f"{a}{b}{c}oru{b}".title() for a in letters for b in letters for c in letters][:2_000]
    text = ", ".join(forms)
    doc = parsed(text)
    names = find_names(doc, article_from_text(text))
    assert all(len(name.spellings) >= 2 for name in names)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
@settings(max_examples=100, deadline=None)
def test_any_text_gives_valid_places(text):
    doc = parsed(text)
    for name in find_names(doc, article_from_text(text)):
        assert len(name.spellings) >= 2
        assert all(text[p.start : p.end] == p.text for spelling in name.spellings for p in spelling.places)


@pytest.mark.model
def test_the_parsed_article_gives_the_one_name(nlp):
    text = "The army took Zaventum on Monday. Soldiers left Zaventem on Friday, and Iraq and Iran signed."
    found = find_names(nlp(text), article_from_text(text))
    assert [[spelling.form for spelling in name.spellings] for name in found] == [["Zaventum", "Zaventem"]]
