"""Where a character offset lies in the text as an editor's window counts: line and column, both from 1."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a text: line and column, both counted from 1, columns in Unicode characters."""

    line: int
    column: int


class Places:
    """Turns character offsets of one text into positions."""

    def __init__(self, text: str | None) -> None:
        """Index the lines of a text; without a text no position is known."""
        lines = text.split("\n") if text is not None else []
        self._starts = [0, *accumulate(len(line) + 1 for line in lines)][: len(lines)]

    def __call__(self, offset: int) -> Position | None:
        """Give the position of a character offset, or null when the text was left out."""
        if not self._starts:
            return None
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)
