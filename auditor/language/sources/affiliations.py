"""Affiliations: the organisation that a role belongs to ("an official at the Energy Ministry", "the union's lawyer").

Given by syntax alone: a name or an institution behind a preposition, in the genitive, or as the first part of a
compound. A person's name is none: whose lawyer somebody is does not say where they work.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from auditor.language import word_classes as people
from auditor.language.word_classes import BODY_WORDS, TITLES

_PREPOSITIONS = frozenset({"at", "of", "in", "with", "from", "for", "inside", "within"})
# Behind these a name may as well be a place: "the mayor of Velm", "residents in Velm".
_PLACING = frozenset({"of", "in", "from"})
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their"})
_BEFORE = frozenset({"compound", "amod", "nmod", "poss", "det", "nummod", "punct"})
_DEGREES = frozenset({"senior", "former", "top", "deputy", "chief", "acting", "assistant", "vice"})


def affiliation_of(role: Token) -> str | None:
    """Give the organisation of a role noun, as written, without its article; None where the words name none."""
    return next(_behind(role), None) or _possessor(role) or _compound(role)


def affiliation_of_name(name: TokenSpan) -> str | None:
    """Give the organisation of a person from the words beside the name: the apposition, else the title before it."""
    root = name.root
    beside = [child for child in root.children if child.dep_ == "appos" and child.i > root.i]
    if root.dep_ == "appos":
        beside.append(root.head)
    for noun in beside:
        if people.is_person_noun(people.singular(noun)):
            found = affiliation_of(noun)
            if found:
                return found
    before = name.doc[name.start - 1] if name.start else None
    if before is None or before.pos_ not in ("NOUN", "PROPN") or not people.is_person_noun(people.singular(before)):
        return None
    return _organisation(name.doc, _run_before(before))


def role_of(doc: Doc, start: int, head: int) -> str:
    """Give the role in a phrase without article, number and organisation: "senior official"."""
    words = []
    for token in doc[start : head + 1]:
        own = token.i == head or (token.head.i == head and token.dep_ in ("amod", "compound") and token.pos_ != "PROPN")
        if own and token.lower_ not in people.INDEFINITE:
            words.append(token.text)
    return " ".join(words)


def _behind(role: Token) -> Iterator[str]:
    for prep in role.children:
        if prep.dep_ != "prep" or prep.i < role.i or prep.lower_ not in _PREPOSITIONS:
            continue
        for noun in (child for child in prep.children if child.dep_ == "pobj"):
            words = [token for token in _own_words(noun) if token.lower_ not in _ARTICLES]
            found = _organisation(role.doc, words)
            if found and (prep.lower_ not in _PLACING or any(_is_body(token) for token in words)):
                yield found


def _own_words(noun: Token) -> list[Token]:
    """Give a noun with the words before it and an "of" phrase: "the Bank of Velm"."""
    kept = [noun]
    for child in noun.children:
        named = child.lower_ == "of" and noun.pos_ == "PROPN"
        if (child.i < noun.i and child.dep_ in _BEFORE) or (child.i > noun.i and child.dep_ == "prep" and named):
            kept.extend(child.subtree)
    return sorted(kept, key=_index)


def _possessor(role: Token) -> str | None:
    owner = next((child for child in role.children if child.dep_ == "poss"), None)
    if owner is None or owner.pos_ == "PRON":
        return None
    words = [token for token in _own_words(owner) if token.lower_ not in _ARTICLES and token.tag_ != "POS"]
    return _organisation(role.doc, words)


def _compound(role: Token) -> str | None:
    return _organisation(role.doc, _run_before(role))


def _run_before(role: Token) -> list[Token]:
    """Give the words right before a role up to its last name: "Energy Ministry", "Ruud campaign"."""
    words: list[Token] = []
    position = role.i - 1
    while position >= 0 and role.doc[position].pos_ in ("PROPN", "NOUN") and role.i - position < 6:
        words.insert(0, role.doc[position])
        position -= 1
    while words and words[0].pos_ != "PROPN":
        words.pop(0)
    while words and words[-1].lower_ in _DEGREES:
        words.pop()
    return words


def _organisation(doc: Doc, words: list[Token]) -> str | None:
    """Give the words where they name an organisation or an institution, not a person, place or time."""
    if not words:
        return None
    last = words[-1]
    if (TITLES.match(words[0].text) and not _is_body(last)) or people.is_person_noun(people.singular(last)):
        return None
    named = any(token.pos_ == "PROPN" and token.lower_ not in _DEGREES for token in words)
    institution = _is_body(last)
    person = all(token.ent_type_ == "PERSON" for token in words if token.pos_ == "PROPN") and named
    if (person and not institution) or not (named or institution):
        return None
    if named and not institution and people.is_member(last.lower_):
        return None
    return " ".join(doc[words[0].i : last.i + 1].text.split())


def _is_body(token: Token) -> bool:
    acronym = token.is_upper and len(token) > 1
    return token.lower_ in BODY_WORDS or people.is_institution(people.singular(token)) or acronym


def _index(token: Token) -> int:
    return token.i
