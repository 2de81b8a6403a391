"""A place that may be a relay: the value that the finders of names hand to the readers of syntax."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Span as Tokens

from auditor.language.outlets import OutletKind, Reading


class MentionKind(StrEnum):
    """How the outlet is mentioned."""

    NAMED = "named"
    PLATFORM = "platform"
    UNNAMED = "unnamed"
    POST = "post"
    OURS = "ours"


@dataclass(frozen=True, slots=True)
class Mention:
    """A candidate: the tokens that name the outlet, the platform or the post."""

    tokens: Tokens
    kind: MentionKind
    name: str
    reading: Reading = Reading.PLAIN
    known_before: bool = False
    outlet_kind: OutletKind = OutletKind.UNKNOWN

    @property
    def start(self) -> int:
        """Give the character offset of the first character."""
        return int(self.tokens.start_char)

    @property
    def end(self) -> int:
        """Give the character offset after the last character."""
        return int(self.tokens.end_char)
