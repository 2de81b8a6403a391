"""The value that says how a mention is used, shared by the readers of syntax."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from auditor.language.annotations import RelayKind

REPORT, INTERVIEW = RelayKind.OUTLET_REPORT, RelayKind.OUTLET_INTERVIEW
# Entity labels of dates and hours, which often stand between a verb and the outlet.
TIME = frozenset({"DATE", "TIME"})


@dataclass(frozen=True, slots=True)
class Frame:
    """The use of a mention: its kind, the token that states it, and why, in words."""

    kind: RelayKind
    cue: Token
    why: str
    beside: bool = False
    journalist: bool = False
