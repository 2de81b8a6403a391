"""Sources of several words or several people: the whole phrase, from "neither" or "state" to the last name.

Relative clauses and descriptions between commas stay outside: they do not tell sources apart.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from auditor.language.characters import tokens_of
from auditor.language.constructions.places import contains, cue_verb, offsets_of
from auditor.language.tagger import TaggedAttribution

_ROLES = frozenset({"nsubj", "nsubjpass", "pobj"})
_BEFORE = frozenset({"preconj", "compound"})
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
