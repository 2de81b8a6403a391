"""Words that a rule itself looks for in the text: a subject for rules about wording rather than about sources."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.text import Span


@dataclass(frozen=True, slots=True)
class Phrase:
    """A place where the text has the words that a rule looks for.

    Attributes:
        quoted: whether it lies inside quotation marks, and so is somebody else's words.
    """

    span: Span
    quoted: bool = False
