"""Sources of several words or several people: the whole phrase, from "neither" or "state" to the last name.

Relative clauses and descriptions between commas stay outside: they do not tell sources apart. Where a name and unnamed
people speak together ("Ruud and two aides said"), the unnamed ones are a source of their own beside the whole phrase.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from auditor.language import word_classes as people
from auditor.language.characters import tokens_of
from auditor.language.constructions.places import contains, cue_verb, offsets_of
from auditor.language.tagger import TaggedAttribution

_ROLES = frozenset({"nsubj", "nsubjpass", "pobj"})
_BEFORE = frozenset({"preconj", "compound"})
_TELLING = frozenset({"tell", "inform", "assure", "remind", "notify", "brief"})
_CLAUSES = frozenset({"relcl", "acl", "advcl", "appos"})


def with_full_source(doc: Doc, reading: TaggedAttribution) -> TaggedAttribution:
    """Give a reading whose source is a part of its cue's subject the whole phrase."""
    source = tokens_of(doc, reading.source)
    verb = cue_verb(doc, reading.cue)
    if len(reading.source) != 1 or not source or verb is None:
        return reading
    heads = [token for token in source if token.dep_ in _ROLES and token.head.i == verb.i]
    if len(heads) != 1:
        return reading
    kept = _conjoined(heads[0], source)
    if not kept or any(contains(token, (*reading.cue, *reading.content)) for token in kept):
        return reading
    return replace(reading, source=(offsets_of(kept),))


def with_own_subject(doc: Doc, reading: TaggedAttribution) -> TaggedAttribution:
    """Give a reading whose source is only a part of its cue's subject, or more than it, that subject.

    "His critics, many of them bishops, argue": the critics do. "The $20 million experts say it costs": the experts do.
    """
    source = tokens_of(doc, reading.source)
    verb = cue_verb(doc, reading.cue)
    if len(reading.source) != 1 or not source or verb is None:
        return reading
    subject = next((child for child in verb.children if child.dep_ == "nsubj" and child.i < verb.i), None)
    root = doc[source[0].i : source[-1].i + 1].root
    if subject is not None and _is_told(root, verb):
        return replace(reading, source=(offsets_of(_own_phrase(subject)),))
    if subject is None or not is_unnamed(subject) or root.i == subject.i or root.dep_ == "conj":
        return reading
    if root.dep_ == "nsubj" and root.head.i != verb.i and root.i < subject.i < verb.i:
        # "The agency declined to comment and aides later said": the aides did.
        return replace(reading, source=(offsets_of(_own_phrase(subject)),))
    beside = subject.is_ancestor(root) and root.dep_ in ("appos", "pobj", "relcl", "nsubj")
    if not beside and all(token.i != subject.i for token in source):
        return reading
    words = _own_phrase(subject)
    if any(contains(token, (*reading.cue, *reading.content)) for token in words):
        return reading
    return replace(reading, source=(offsets_of(words),))


def _is_told(noun: Token, verb: Token) -> bool:
    """Tell the one who was told from the one who told: "sources told Reuters"."""
    told = noun.dep_ in ("dobj", "dative", "obj") and noun.head.i == verb.i and noun.i > verb.i
    return told and verb.lemma_.lower() in _TELLING


def _own_phrase(noun: Token) -> list[Token]:
    """Give a noun with what stands before it and the phrases behind it, clauses left out."""
    end = _phrase_end(noun)
    for child in noun.children:
        # "sources familiar with the matter": the adjective belongs to the phrase.
        if child.i > noun.i and child.dep_ == "amod" and not any(part.dep_ in _CLAUSES for part in child.subtree):
            end = max(end, child.right_edge.i)
    return [token for token in noun.doc[noun.left_edge.i : end + 1] if not token.is_space]


def with_determiner(doc: Doc, reading: TaggedAttribution) -> TaggedAttribution:
    """Give a source its article or quantity back: "the companies", "many companies"."""
    source = tokens_of(doc, reading.source)
    if len(reading.source) != 1 or not source or source[0].i == 0:
        return reading
    before = source[0].nbor(-1)
    root = doc[source[0].i : source[-1].i + 1].root
    own = before.dep_ in ("det", "nummod") and before.head.i == root.i and before.tag_ not in ("WP", "WDT")
    if not own or contains(before, (*reading.cue, *reading.content)):
        return reading
    return replace(reading, source=((before.idx, reading.source[0][1]),))


def with_companions(doc: Doc, readings: tuple[TaggedAttribution, ...]) -> Iterator[TaggedAttribution]:
    """Give the readings, and one more for the unnamed people who speak together with a name or an institution."""
    for reading in readings:
        yield reading
        companions = _companions(tokens_of(doc, reading.source)) if len(reading.source) == 1 else []
        if companions:
            yield replace(reading, source=(offsets_of(companions),))


def _companions(source: list[Token]) -> list[Token]:
    """Give "two aides" of "Ruud and two aides": the last conjoined noun, described and unnamed, behind a name."""
    inside = {token.i for token in source}
    heads = [token for token in source if token.dep_ == "conj" and token.head.i in inside]
    if not heads or heads[-1].head.dep_ == "pobj" or source[0].lower_ == "neither":
        return []
    last, first = heads[-1], heads[0].head
    if not _is_identified(first) or not is_unnamed(last) or any(is_unnamed(head) for head in heads[:-1]):
        return []
    start = min((child.left_edge.i for child in last.children if child.i < last.i), default=last.i)
    end = _phrase_end(last)
    return [token for token in source if start <= token.i <= end]


def _is_identified(noun: Token) -> bool:
    if noun.pos_ == "PROPN" and not (people.is_member_noun(noun) or people.is_capitalised_people(noun)):
        return True
    lemma = people.singular(noun)
    return noun.pos_ == "NOUN" and people.is_institution(lemma) and not people.is_person_noun(lemma)


def is_unnamed(noun: Token) -> bool:
    """Tell whether a noun is a described person or people: "two aides", "others", "his lawyer", no name beside it."""
    if noun.lower_ == "others":
        return True
    if people.is_member_noun(noun) or people.is_capitalised_people(noun):
        return True
    if noun.pos_ != "NOUN" or any(child.pos_ == "PROPN" and child.dep_ == "appos" for child in noun.children):
        return False
    lemma = people.singular(noun)
    if noun.tag_ == "NNS" and lemma in ("family", "group"):
        return True
    determined = any(child.dep_ in ("det", "poss", "nummod") for child in noun.children)
    return people.is_listed_person(lemma) and (noun.tag_ == "NNS" or determined)


def _conjoined(head: Token, source: list[Token]) -> list[Token]:
    """Give the phrase from its first noun or "neither" to the last conjoined one; empty where that is the source."""
    last = head
    ends = source[-1].i
    while True:
        joined = [child for child in last.children if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN", "NUM")]
        if not joined:
            break
        last = joined[0]
        ends = max(ends, _phrase_end(last))
    starts = min(source[0].i, *(child.left_edge.i for child in head.children if child.dep_ in _BEFORE), source[0].i)
    if starts == source[0].i and ends == source[-1].i:
        return []
    return list(head.doc[starts : ends + 1])


def _phrase_end(noun: Token) -> int:
    end = noun.i
    for child in noun.children:
        if child.i > noun.i and child.dep_ == "prep" and not any(part.dep_ in _CLAUSES for part in child.subtree):
            end = max(end, child.right_edge.i)
    return end
