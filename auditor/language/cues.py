"""Cues: the words that attribute. Gives a cue's head and base form, and the class that decides what it counts for.

The classes live in `lexicons/cues.txt`. A cue that is on no list is judged by its syntax, in `sources.sourcing`.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import cache

from spacy.tokens import Doc, Token

from auditor.language import lexicon
from auditor.language.characters import tokens_of
from auditor.text import Span


class CueClass(StrEnum):
    """What a cue does."""

    SPEECH = "speech"
    BELIEF = "belief"
    FEELING = "feeling"
    INTENTION = "intention"
    DEMAND = "demand"
    STANCE = "stance"
    SHOWING = "showing"
    PERCEPTION = "perception"
    SOCIAL = "social"
    DECLINING = "declining"
    UNKNOWN = "unknown"


_CONTENT_TAGS = ("VERB", "NOUN", "ADJ", "ADV")


def cue_tokens(doc: Doc, cue: Iterable[Span]) -> list[Token]:
    """Give the tokens of a cue, in order."""
    return tokens_of(doc, ((span.start, span.end) for span in cue))


def cue_head(tokens: list[Token]) -> Token | None:
    """Give the token that carries the cue's meaning: the last verb outside an infinitive's complement, else a noun.

    "had told" gives "told", "made the claim" gives "claim" only when no verb of saying stands in the cue.
    """
    if not tokens:
        return None
    known = [token for token in tokens if cue_class(token.lemma_) is not CueClass.UNKNOWN and token.pos_ != "AUX"]
    verbs = [token for token in tokens if token.pos_ == "VERB"]
    for candidates in (
        [token for token in known if token.pos_ == "VERB"],
        [token for token in known if token.pos_ in _CONTENT_TAGS],
        verbs,
        [token for token in tokens if token.pos_ in _CONTENT_TAGS],
        tokens,
    ):
        if candidates:
            return candidates[0]
    return None


def cue_lemma(tokens: list[Token]) -> str:
    """Give the base form of a cue's head, lower case; empty for punctuation."""
    head = cue_head(tokens)
    if head is None or not any(character.isalpha() for character in head.text):
        return ""
    text = " ".join(token.lower_ for token in tokens)
    if text.startswith("accord"):
        return "according to"
    return head.lemma_.lower()


def cue_class(lemma: str) -> CueClass:
    """Give the class of a cue's base form."""
    return _classes().get(lemma.lower(), CueClass.UNKNOWN)


@cache
def _classes() -> dict[str, CueClass]:
    classes = {}
    for entry in lexicon.entries("cues"):
        name, _, lemmas = entry.partition(":")
        for lemma in lemmas.split(","):
            classes[lemma.strip()] = CueClass(name.strip())
    return classes
