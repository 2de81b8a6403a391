"""Conditions about crimes laid to people who have not been convicted of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from auditor.findings import Evidence
from auditor.rules.conditions.condition import Match
from auditor.rules.context import Context
from auditor.rules.phrases import Phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

_ACCUSED = re.compile(
    r"\b(?:arrest(?:ed|s)?|charged|charges|suspect(?:ed|s)?|accused|indict(?:ed|ment)|on trial|stand trial|in custody"
    r"|appears? in court|appeared in court|remanded|plead(?:ed|s)? not guilty|denie[sd] (?:it|the|any))\b",
    re.IGNORECASE,
)
_SETTLED = re.compile(
    r"\b(?:convict(?:ed|ion)|found guilty|plead(?:ed|s)? guilty|pled guilty|admitted|confess(?:ed|es|ion)"
    r"|sentenced|jailed|imprisoned"
    r"|guilty of|served \w+ years|executed|shot dead by police|killed himself|killed herself|took his own life"
    r"|historic\w*)\b",
    re.IGNORECASE,
)
_SUBJECTS = frozenset({"nsubj"})


def done_by_somebody_only_accused(subject: Phrase, context: Context) -> Match:
    """The person it is said of has been arrested or charged, and the article tells of no conviction."""
    text = context.article.text
    if not _ACCUSED.search(text) or _SETTLED.search(text):
        return False
    for token in context.tokens(subject.span):
        name = _doer(token)
        if name is not None and _accused(name.text, context):
            return (Evidence("accused", context.article.span(name.idx, name.idx + len(name.text))),)
    return False


def crime_is_not_stated_flat(subject: Phrase, context: Context) -> Match:
    """The sentence says that it is alleged, charged, denied or tried, not that it happened."""
    around = context.sentences_around(subject.span)
    return bool(around) and _CAUTIOUS.search(context.article.text, around[0].start, around[-1].end) is not None


_CAUTIOUS = re.compile(
    r"\b(?:alleg\w+|accus\w+|charged with|suspected of|suspicion of|charges? of|reportedly|apparently"
    r"|according to|if\b|whether"
    r"|said|says|told|claim\w*|denie[sd] (?!it\b)\w+ing|trial for|would have|could have|may have|might have"
    r"|prosecutors)\b",
    re.IGNORECASE,
)


def _doer(token: Token) -> Token | None:
    """Give the name of who does the deed: the verb's subject, or the name beside a noun such as "thief"."""
    if token.pos_ == "VERB":
        verb = token.head if token.dep_ == "conj" and not _subject(token) else token
        found = _subject(verb)
        if found is not None and found.lower_ == "who":
            found = verb.head
        return found if found is not None and _is_name(found) else None
    beside = [child for child in token.children if child.dep_ == "appos"]
    beside += [token.head] if token.dep_ in ("compound", "appos") else []
    return next((one for one in beside if _is_name(one)), None)


def _subject(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in _SUBJECTS), None)


def _is_name(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.ent_type_ in ("PERSON", "")


def _accused(name: str, context: Context) -> bool:
    """Tell whether some sentence that names this person tells of an arrest or a charge."""
    text = context.article.text
    named = re.compile(rf"\b{re.escape(name)}\b")
    return any(
        named.search(text, sentence.start, sentence.end) and _ACCUSED.search(text, sentence.start, sentence.end)
        for sentence in context.sentences
    )


CONDITIONS = (done_by_somebody_only_accused, crime_is_not_stated_flat)
