"""Rules for constructions of attribution, on sentences parsed by hand."""

from __future__ import annotations

from spacy.lang.en import English
from spacy.tokens import Doc

from auditor.language.constructions import (
    framed,
    labelled_turns,
    with_conjoined_cues,
    with_full_source,
    within_bounds,
)
from auditor.language.tagger import TaggedAttribution

VOCAB = English().vocab


def parsed(*rows: str) -> Doc:
    """Make a document of rows "word tag pos lemma head dep", head by number."""
    columns = list(zip(*(row.split() for row in rows), strict=True))
    words, tags, pos, lemmas, heads, deps = (list(column) for column in columns)
    return Doc(VOCAB, words=words, tags=tags, pos=pos, lemmas=lemmas, heads=[int(head) for head in heads], deps=deps)


def reading(doc: Doc, source: str, cue: str, content: str) -> TaggedAttribution:
    def place(words: str) -> tuple[int, int]:
        return doc.text.index(words), doc.text.index(words) + len(words)

    return TaggedAttribution(source=(place(source),), cue=(place(cue),), content=(place(content),), probability=0.9)


def words(doc: Doc, spans) -> list[str]:
    return [doc.text[start:end] for start, end in spans]


WARNING = parsed(
    "Critics NNS NOUN critic 2 poss",
    "' POS PART ' 0 case",
    "warning NN NOUN warning 5 nsubj",
    "dams NNS NOUN dam 4 nsubj",
    "fail VBP VERB fail 2 acl",
    "went VBD VERB go 5 ROOT",
    "unheard JJ ADJ unheard 5 acomp",
)

SAID_AND_WARNED = parsed(
    "Ruud NNP PROPN Ruud 1 nsubj",
    "said VBD VERB say 1 ROOT",
    "gates NNS NOUN gate 3 nsubj",
    "stuck VBD VERB stick 1 ccomp",
    "and CC CCONJ and 3 cc",
    "warned VBD VERB warn 3 conj",
    "that IN SCONJ that 8 mark",
    "rivers NNS NOUN river 8 nsubj",
    "rise VBP VERB rise 5 ccomp",
)


def test_content_ends_where_the_clause_of_its_cue_ends():
    found = within_bounds(WARNING, reading(WARNING, "Critics", "warning", "dams fail went unheard"))
    assert words(WARNING, found.content) == ["dams fail"]


def test_a_possessive_mark_belongs_to_the_source():
    found = within_bounds(WARNING, reading(WARNING, "Critics", "' warning", "dams fail"))
    assert words(WARNING, found.source) == ["Critics '"]
    assert words(WARNING, found.cue) == ["warning"]


def test_a_second_cue_takes_the_source_and_its_own_content():
    tagged = reading(SAID_AND_WARNED, "Ruud", "said", "gates stuck and warned that rivers rise")
    first, second = with_conjoined_cues(SAID_AND_WARNED, (tagged,))
    assert words(SAID_AND_WARNED, first.content) == ["gates stuck"]
    assert words(SAID_AND_WARNED, second.source) == ["Ruud"]
    assert words(SAID_AND_WARNED, second.cue) == ["warned"]
    assert words(SAID_AND_WARNED, second.content) == ["that rivers rise"]


def test_a_second_cue_inside_the_clause_of_people_stays_there():
    doc = SAID_AND_WARNED.copy()
    doc[2].lemma_ = "official"
    doc[2].pos_ = "NOUN"
    people = parsed(
        *(
            f"{'officials' if token.i == 2 else token.text} {token.tag_} {token.pos_} {token.lemma_} "
            f"{token.head.i} {token.dep_}"
            for token in doc
        )
    )
    tagged = reading(people, "Ruud", "said", "officials stuck and warned that rivers rise")
    assert with_conjoined_cues(people, (tagged,)) == (tagged,)


def test_a_source_takes_all_that_is_joined_to_it():
    doc = parsed(
        "Neither CC CCONJ neither 1 preconj",
        "Ruud NNP PROPN Ruud 4 nsubj",
        "nor CC CCONJ nor 1 cc",
        "Hale NNP PROPN Hale 1 conj",
        "said VBD VERB say 4 ROOT",
        "when WRB SCONJ when 4 advmod",
    )
    assert words(doc, with_full_source(doc, reading(doc, "Ruud", "said", "when")).source) == ["Neither Ruud nor Hale"]


def test_a_colon_is_no_part_of_a_cue_with_words():
    doc = parsed("Ruud NNP PROPN Ruud 1 nsubj", "said: VBD VERB say 1 ROOT", "No UH INTJ no 1 ccomp")
    spaced = parsed(
        "Ruud NNP PROPN Ruud 1 nsubj", "said VBD VERB say 1 ROOT", ": : PUNCT : 1 punct", "No UH INTJ no 1 ccomp"
    )
    assert words(spaced, within_bounds(spaced, reading(spaced, "Ruud", "said :", "No")).cue) == ["said"]
    assert words(doc, within_bounds(doc, reading(doc, "Ruud", "said:", "No")).cue) == ["said:"]


def test_per_before_a_number_word_frames_nothing():
    doc = parsed(
        "Prices NNS NOUN price 1 nsubj",
        "rose VBD VERB rise 1 ROOT",
        ", , PUNCT , 1 punct",
        "per IN ADP per 1 prep",
        "tonne NN NOUN tonne 3 pobj",
    )
    assert list(framed(doc, ())) == []


def test_two_labelled_lines_are_turns_and_one_is_not():
    text = "RUUD: The gates were shut.\nHALE: Who ordered that?"
    first, second = labelled_turns(text, ())
    assert [text[start:end] for start, end in (*first.source, *first.content)] == ["RUUD", "The gates were shut."]
    assert [text[start:end] for start, end in (*second.source, *second.cue)] == ["HALE", ":"]
    assert list(labelled_turns("RUUD: The gates were shut.\nThe river fell.", ())) == []
