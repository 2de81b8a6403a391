"""Names of persons in pipelines without entity recognition: rules over proper nouns, titles, given names and roles.

Entity recognition costs as much as all other steps of a small pipeline together, and the later steps need only one
thing of it: which capitalised words name a person. The rules were compared with it on marked articles: the flags came
out nearly as accurate (see docs/architecture.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from auditor.language import lexicon
from auditor.language.cues import CueClass, cue_class
from auditor.language.given_names import is_given_name
from auditor.language.word_classes import BODY_WORDS, TITLES, is_person_noun, singular

_PARTICLES = frozenset("de del della di da la le van von der den ter bin ibn al el ben abu dos du st san".split())
_MONTHS = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday christmas easter god jesus bible congress twitter facebook "
    "internet mr mrs ms".split()
)
_LONGEST = 4
_INITIAL = re.compile(r"^[A-Z]\.?$")


def find_persons(doc: Doc) -> list[TokenSpan]:
    """Give the names of persons, in text order, not overlapping, titles left out."""
    runs = list(_runs(doc))
    sure = [run for run in runs if _is_person(run)]
    surnames = {run[-1].lower_ for run in sure if len(run) > 1}
    places = {run.start for run in sure}
    again = [run for run in runs if run.start not in places and _bears(run, surnames)]
    persons = sorted([*sure, *again], key=_start)
    return [TokenSpan(doc, run.start, run.end, label="PERSON") for run in persons]


def _runs(doc: Doc) -> Iterator[TokenSpan]:
    """Give the runs of capitalised proper nouns, leading titles cut off."""
    position = 0
    while position < len(doc):
        if not _opens(doc[position]):
            position += 1
            continue
        end = position + 1
        while end < len(doc) and _continues(doc, end):
            end += 1
        start = position
        while start < end - 1 and TITLES.match(doc[start].text):
            start += 1
        yield doc[start:end]
        position = end


def _opens(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[:1].isupper()


def _continues(doc: Doc, position: int) -> bool:
    token = doc[position]
    if not doc[position - 1].whitespace_ and token.text not in ("-", ".") and doc[position - 1].text != "-":
        return False
    if _opens(token):
        return True
    if token.lower_ in _PARTICLES:
        after = position + 2 if position + 1 < len(doc) and doc[position + 1].lower_ in _PARTICLES else position + 1
        return after < len(doc) and _opens(doc[after])
    return token.text == "-" and not token.whitespace_ and position + 1 < len(doc) and _opens(doc[position + 1])


def _is_person(run: TokenSpan) -> bool:
    words = [token for token in run if token.is_alpha or _INITIAL.match(token.text)]
    if not words or len(words) > _LONGEST or any(token.lower_ in BODY_WORDS | _MONTHS for token in words):
        return False
    if _has_title(run):
        return True
    if is_given_name(words[0].text) and (len(words) > 1 or words[0].is_title):
        return True
    if any(token.lower_ in lexicon.words("place_words") or _is_acronym(token) for token in words):
        return False
    return not _has_article(run) and (_has_role(run) or (len(words) in (2, 3) and _speaks(run)))


def _bears(run: TokenSpan, surnames: set[str]) -> bool:
    """Tell whether a run is a surname known from a full name, or a given name that no list has before one."""
    if len(run) == 1:
        return run[0].lower_ in surnames
    plain = len(run) == 2 and all(token.is_title and token.lower_ not in BODY_WORDS | _MONTHS for token in run)
    return plain and run[-1].lower_ in surnames and not _has_article(run)


def _is_acronym(token: Token) -> bool:
    return token.is_upper and len(token) > 1 and not _INITIAL.match(token.text)


def _has_title(run: TokenSpan) -> bool:
    return (
        run.start > 0 and bool(TITLES.match(run.doc[run.start - 1].text)) and run.doc[run.start - 1].text[:1].isupper()
    )


def _has_article(run: TokenSpan) -> bool:
    return run.start > 0 and run.doc[run.start - 1].lower_ in ("the", "a", "an")


def _has_role(run: TokenSpan) -> bool:
    """Tell whether a role stands right before the name or in apposition to it."""
    head = run.root
    before = run.doc[run.start - 1] if run.start else None
    if before is not None and before.pos_ in ("NOUN", "PROPN") and is_person_noun(singular(before)):
        return True
    if head.dep_ == "appos" and is_person_noun(singular(head.head)) and head.head.pos_ == "NOUN":
        return True
    return any(
        child.dep_ == "appos" and child.pos_ == "NOUN" and is_person_noun(singular(child)) for child in head.children
    )


def _speaks(run: TokenSpan) -> bool:
    head = run.root
    return head.dep_ == "nsubj" and cue_class(head.head.lemma_) in (CueClass.SPEECH, CueClass.BELIEF, CueClass.SOCIAL)


def _start(run: TokenSpan) -> int:
    return run.start
