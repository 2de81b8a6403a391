"""The value that says how a mention is used, shared by the readers of syntax."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from auditor.language.annotations import RelayKind
from auditor.language.lexicon import words

REPORT, INTERVIEW = RelayKind.OUTLET_REPORT, RelayKind.OUTLET_INTERVIEW


def is_time(token: Token) -> bool:
    """Tell whether the word says when: such words often stand between a verb and the outlet."""
    return token.lower_ in words("clock_words") or bool(token.like_num)


@dataclass(frozen=True, slots=True)
class Frame:
    """The use of a mention: its kind, the token that states it, and why, in words."""

    kind: RelayKind
    cue: Token
    why: str
    beside: bool = False
    journalist: bool = False
