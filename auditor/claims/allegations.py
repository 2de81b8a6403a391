"""Allegations: a named party is said to have done wrong.

Three shapes: the party is the object of an accusing verb with a wrong named ("accuse X of Y"), the subject of a verb
that is a wrong by its own meaning ("X bribed"), or the owner or agent of a wrong ("fraud by X", "X's negligence").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.claims.text_words import Sentence, listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PRONOUNS_OF_SPEAKERS = frozenset({"i", "we", "you"})
# The text itself says that it was proven, so nothing is left to ask the accused.
_SETTLED = frozenset({"convict", "plead", "admit", "confess", "apologise", "apologize", "acquit"})
_NOT_REAL = frozenset({"if", "not", "never", "no", "n't", "n’t", "would", "could", "might", "may"})


@dataclass(frozen=True, slots=True)
class Accused:
    """Whom an allegation is against: character offsets of the name, end exclusive."""

    start: int
    end: int


def find_allegations(doc: Doc, sentence: Sentence) -> Accused | None:
    """Give the named party that a sentence says has done wrong, or null."""
    if sentence.lemmas & _SETTLED:
        return None
    for token in doc[sentence.first : sentence.last]:
        party = _party(token)
        if party is not None:
            return _name_of(party)
    return None


def _party(token: Token) -> Token | None:
    lemma = token.lemma_.casefold()
    if token.pos_ == "VERB" and not _unreal(token):
        if lemma in listed("accusing_verbs"):
            return _accused_of(token)
        if lemma in listed("allegation_verbs"):
            return _doer(token)
    if token.pos_ == "NOUN" and lemma in listed("allegation_nouns"):
        return _owner(token)
    return None


def _accused_of(verb: Token) -> Token | None:
    """Give the accused of "accuse X of Y" and "X was accused of Y", when Y is a wrong or an act."""
    wrong = any(_is_wrong(token) for token in verb.subtree)
    relations = {"nsubjpass"} if any(child.dep_ == "nsubjpass" for child in verb.children) else {"dobj"}
    return _named(next((child for child in verb.children if child.dep_ in relations), None)) if wrong else None


def _is_wrong(token: Token) -> bool:
    lemma = token.lemma_.casefold()
    return lemma in listed("allegation_nouns") or lemma in listed("allegation_verbs") or token.dep_ == "pcomp"


def _doer(verb: Token) -> Token | None:
    passive = any(child.dep_ == "nsubjpass" for child in verb.children)
    if not passive:
        return _named(next((child for child in verb.children if child.dep_ == "nsubj"), None))
    agent = next((child for child in verb.children if child.dep_ == "agent"), None)
    return _named(next(iter(agent.children), None)) if agent is not None else None


def _owner(noun: Token) -> Token | None:
    for child in noun.children:
        if child.dep_ == "poss":
            return _named(child)
        if child.dep_ == "prep" and child.lower_ == "by":
            return _named(next((below for below in child.children if below.dep_ == "pobj"), None))
    return None


def _named(token: Token | None) -> Token | None:
    """Keep a party only when it has a name; nobody can be asked about "the group"."""
    if token is None or token.pos_ != "PROPN" or token.lower_ in _PRONOUNS_OF_SPEAKERS:
        return None
    # "One Republican" and "a Texan" are people without a name; "the FDIC" is a body with one.
    counted = any(child.dep_ == "nummod" or child.lower_ in {"a", "an", "one", "some"} for child in token.children)
    return None if counted else token


def _unreal(verb: Token) -> bool:
    return any(child.lower_ in _NOT_REAL for child in verb.children)


def _name_of(head: Token) -> Accused:
    first = head
    while first.i > 0 and first.nbor(-1).pos_ == "PROPN" and first.nbor(-1).head in {head, first}:
        first = first.nbor(-1)
    last = head
    while last.i + 1 < len(head.doc) and last.nbor().pos_ == "PROPN" and last.nbor().head == head:
        last = last.nbor()
    return Accused(first.idx, last.idx + len(last.text))
