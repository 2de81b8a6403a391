"""The sentence around a token."""

from __future__ import annotations

from spacy.lang.en import English
from spacy.tokens import Doc

from auditor.language.sentences import sentence_of


def test_the_sentence_ends_where_the_next_begins():
    doc = Doc(
        English().vocab, words="It fell . It rose .".split(), sent_starts=[True, False, False, True, False, False]
    )
    assert sentence_of(doc[1]).text == "It fell ."
    assert sentence_of(doc[3]).text == "It rose ."


def test_without_marks_it_is_the_paragraph():
    doc = English()("It fell\nIt rose")
    assert sentence_of(doc[0]).text.strip() == "It fell"
    assert sentence_of(doc[-1]).text == "It rose"
