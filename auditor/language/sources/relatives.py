"""Relative pronouns: the noun that "who" stands for, and where its phrase begins."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from auditor.language import word_classes as people
from auditor.language.sources.phrases import Phrase


def antecedent_noun(doc: Doc, phrase: Phrase) -> Token | None:
    """Give the noun that a relative pronoun stands for, or None."""
    verb = doc[phrase.head].head
    while verb.dep_ in ("aux", "auxpass", "conj", "xcomp", "advcl") and verb.head.i != verb.i:
        verb = verb.head
    if verb.dep_ in ("relcl", "acl"):
        return _whole(_person_above(verb.head))
    before = doc[max(0, phrase.start - 4) : phrase.start]
    return next((token for token in reversed(before) if token.pos_ in ("NOUN", "PROPN")), None)


def _person_above(noun: Token) -> Token:
    """Give "Democrats" for "Hill" in "Democrats on Capitol Hill, who": the relative clause is about people."""
    token = noun
    while not (
        token.ent_type_ == "PERSON" or people.is_member_noun(token) or people.is_person_noun(people.singular(token))
    ):
        if token.dep_ == "pobj" and token.head.dep_ == "prep" and token.head.head.pos_ in ("NOUN", "PROPN"):
            token = token.head.head
        else:
            return noun
    return token


def _whole(noun: Token) -> Token:
    """Give "one" for "docs" in "one of the docs who"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ in people.PARTITIVES:
        return noun.head.head
    return noun


def left_edge(noun: Token) -> int:
    """Give the index of the first token of a noun's own phrase: determiner, adjectives, compounds."""
    kept = ("det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet")
    return min((token.i for token in noun.lefts if token.dep_ in kept), default=noun.i)
