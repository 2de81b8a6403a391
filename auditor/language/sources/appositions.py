"""Appositions: the personal name beside a description ("the manager, Lena Ruud", "a clerk named Ola Ness")."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from auditor.language.sources.naming import Names, Person, is_person_name
from auditor.language.sources.phrases import Form, Phrase

_BREAKS = (",", "-", "--", "–", "—")


def apposed_person(doc: Doc, names: Names, phrase: Phrase) -> Person | None:
    """Find the person named in apposition to a description, or before whose name it stands as a title."""
    for token in _candidates(doc, phrase):
        words = _entity_words(token) if token.ent_type_ == "PERSON" else _full_name(token)
        person = names.person(words)
        if person is not None:
            return person
        # Two capitalised words beside "a worker" are that worker's name whatever entity recognition makes of them.
        if len(words) > 1 and not phrase.plural:
            return Person(" ".join(words), token.i)
    return None


def _candidates(doc: Doc, phrase: Phrase) -> list[Token]:
    head = doc[phrase.head]
    beside = [token for token in head.children if token.dep_ == "appos" and token.i > head.i]
    if head.dep_ in ("compound", "nmod", "appos") and head.head.pos_ == "PROPN":
        beside.append(head.head)
    beside.extend(_names_beside(doc, phrase))
    if not phrase.plural:
        within = doc[phrase.head : phrase.end]
        beside.extend(doc[token.i + 1] for token in within if token.lower_ == "named" and token.i + 1 < len(doc))
        inside = doc[phrase.head + 1 : phrase.end]
        beside.extend(token for token in inside if token.dep_ in ("conj", "appos") or token.i == phrase.head + 1)
    return beside


def _names_beside(doc: Doc, phrase: Phrase) -> list[Token]:
    """Give the first token of a personal name set off by a comma right before or behind the phrase."""
    found = []
    for position in range(phrase.end, min(len(doc), phrase.end + 5)):
        token = doc[position]
        joined = phrase.end == position or doc[phrase.end].text in _BREAKS
        if joined and (token.ent_type_ == "PERSON" or len(_full_name(token)) > 1):
            found.append(token)
        if token.pos_ not in ("PROPN", "ADJ", "NOUN") and token.text not in _BREAKS:
            break
    before = phrase.start - 2
    # "… backed Ruud, many said": a quantity or a plural is no apposition to one name.
    if phrase.plural or phrase.form is Form.QUANTIFIER:
        return found
    if before >= 0 and doc[phrase.start - 1].text == "," and doc[before].ent_type_ == "PERSON":
        found.append(doc[before])
    return found


def _full_name(token: Token) -> list[str]:
    """Give the two or three capitalised words that begin at a token and look like a person's full name."""
    words: list[str] = []
    for word in token.doc[token.i : token.i + 4]:
        if (
            word.pos_ != "PROPN"
            or not word.is_title
            or (is_person_name(word) is False and word.ent_type_ in ("GPE", "LOC", "FAC"))
        ):
            break
        words.append(word.text)
    return words if 2 <= len(words) <= 3 and (token.i == 0 or token.nbor(-1).pos_ != "PROPN") else []


def _entity_words(token: Token) -> list[str]:
    """Give the words of the recognised name that holds a token."""
    start, end = token.i, token.i + 1
    while start > 0 and token.doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(token.doc) and token.doc[end].ent_iob_ == "I":
        end += 1
    return [word.text for word in token.doc[start:end]]
