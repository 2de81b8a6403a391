"""Attributions to unnamed people that syntax shows and the tagger left out."""

from __future__ import annotations

from spacy.lang.en import English
from spacy.tokens import Doc

from auditor.language.supplement import supplement, with_subjects, without_modifiers, without_questions
from auditor.language.tagger import TaggedAttribution

VOCAB = English().vocab


def warning(subject: str = "analysts", tag: str = "NNS") -> Doc:
    """ "Analysts warned prices fall", parsed by hand."""
    return Doc(
        VOCAB,
        words=[subject, "warned", "prices", "fall"],
        tags=[tag, "VBD", "NNS", "VBP"],
        pos=["PROPN" if tag.startswith("NNP") else "NOUN", "VERB", "NOUN", "VERB"],
        lemmas=[subject.lower().rstrip("s"), "warn", "price", "fall"],
        heads=[1, 1, 3, 1],
        deps=["nsubj", "ROOT", "nsubj", "ccomp"],
    )


def words(doc: Doc, spans) -> list[str]:
    return [doc.text[start:end] for start, end in spans]


def test_a_firm_cue_with_an_unnamed_subject_is_an_attribution():
    doc = warning()
    (found,) = supplement(doc, ())
    assert words(doc, found.source) == ["analysts"]
    assert words(doc, found.cue) == ["warned"]
    assert words(doc, found.content) == ["prices fall"]


def test_nothing_is_added_where_the_tagger_has_the_cue():
    doc = warning()
    tagged = TaggedAttribution(source=(), cue=((9, 15),), content=((16, 27),), probability=0.9)
    assert list(supplement(doc, (tagged,))) == []


def test_a_name_is_no_unnamed_subject():
    assert list(supplement(warning("Ruud", "NNP"), ())) == []


def test_a_reading_without_source_gets_the_people_who_are_its_subject():
    doc = warning()
    tagged = TaggedAttribution(source=(), cue=((9, 15),), content=((16, 27),), probability=0.9)
    (found,) = with_subjects(doc, (tagged,))
    assert words(doc, found.source) == ["analysts"]


def test_a_participle_that_describes_the_source_is_no_cue():
    doc = Doc(
        VOCAB,
        words=["people", "briefed", "on", "talks", "left"],
        tags=["NNS", "VBN", "IN", "NNS", "VBD"],
        pos=["NOUN", "VERB", "ADP", "NOUN", "VERB"],
        lemmas=["people", "brief", "on", "talk", "leave"],
        heads=[4, 0, 1, 2, 4],
        deps=["nsubj", "acl", "prep", "pobj", "ROOT"],
    )
    tagged = TaggedAttribution(source=((0, 6),), cue=((7, 17),), content=((18, 23),), probability=0.4)
    assert without_modifiers(doc, (tagged,)) == ()


def test_the_who_of_a_question_is_no_source():
    doc = Doc(
        VOCAB,
        words=["Who", "ordered", "that", "?"],
        tags=["WP", "VBD", "DT", "."],
        pos=["PRON", "VERB", "PRON", "PUNCT"],
        lemmas=["who", "order", "that", "?"],
        heads=[1, 1, 1, 1],
        deps=["nsubj", "ROOT", "dobj", "punct"],
    )
    tagged = TaggedAttribution(source=((0, 3),), cue=((4, 11),), content=((12, 16),), probability=0.4)
    assert without_questions(doc, (tagged,)) == ()
