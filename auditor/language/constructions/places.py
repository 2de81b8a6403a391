"""Tokens of character spans and back again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Token

from auditor.language.characters import Offsets, tokens_of


def offsets_of(tokens: Sequence[Token]) -> Offsets:
    """Give the character offsets from the first token to the last one, end exclusive."""
    return tokens[0].idx, tokens[-1].idx + len(tokens[-1])


def cue_verb(doc: Doc, cue: Iterable[Offsets]) -> Token | None:
    """Give the last full verb of a cue: "has now warned" gives "warned"."""
    verbs = [token for token in tokens_of(doc, cue) if token.pos_ == "VERB"]
    return verbs[-1] if verbs else None


def contains(token: Token, spans: Iterable[Offsets]) -> bool:
    """Tell whether one of the spans holds the token's first character."""
    return any(start <= token.idx < end for start, end in spans)
