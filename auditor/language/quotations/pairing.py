"""Pairs opening and closing marks of one paragraph, whatever the marks are.

A paragraph starts afresh: English quotations of several paragraphs open each of them again. Nothing is dropped but
single marks that turn out to be apostrophes. Linear in the number of marks.
"""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_right
from collections import Counter, deque

from auditor.language.quotations.marks import Family, Mark, Side, marks_in


@dataclasses.dataclass(frozen=True, slots=True)
class Pair:
    """A quotation by its marks; offsets in characters, marks included, end exclusive.

    Attributes:
        inner: offsets of what stands between the marks; may be empty.
        opened: false for a closing mark without an opening one; the pair then begins after the quotation before it.
        closed: false for an opening mark without a closing one; the pair then ends with its paragraph, or before the
            next opening mark of its kind.
    """

    start: int
    end: int
    inner: tuple[int, int]
    family: Family
    opened: bool = True
    closed: bool = True


# After these words a plural's apostrophe owns nothing, so the mark before them closes a quotation.
_NO_NOUN = re.compile(
    r"\s+(?:and|or|but|nor|is|was|are|were|be|been|has|have|had|will|would|can|could|may|might|should|in|of|to|for|as|"
    r"at|on|by|from|with|that|which|who|when|where|while|if|because|he|she|they|it|we|you|I|said|says|told|than|then|"
    r"after|before|into|over|under|about|against|between|during|through|without|within|also|not|does|did|do)\b"
)
# Deeper nesting is no prose; the outermost mark then counts as unclosed, which keeps the work linear.
_DEPTH = 6
_FEET = re.compile(r"\d['’′]\s?\d\d?$")
_PROSE_OPENING = re.compile(r"[A-Z]")


def pair_marks(text: str, start: int, end: int) -> list[Pair]:
    """Give the quotations of the paragraph at these offsets, in the order of their opening marks, outer ones first."""
    marks = marks_in(text, start, end)
    if not marks:
        return []
    pairs = _Pairing(text, start, end).run(marks)
    straight = [mark for mark in marks if mark.family is Family.DOUBLE and not mark.doubtful]
    if len(straight) % 2 == 0 and _is_faulty(pairs) and all(mark.straight for mark in straight):
        # Straight marks with a blank on the wrong side: an even number of them still alternates.
        repaired = _Pairing(text, start, end).run(_alternated(marks))
        pairs = pairs if _is_faulty(repaired) else repaired
    return sorted(pairs, key=lambda pair: (pair.start, -pair.end))


def _is_faulty(pairs: list[Pair]) -> bool:
    return any(pair.family is Family.DOUBLE and not (pair.opened and pair.closed) for pair in pairs)


def _alternated(marks: list[Mark]) -> list[Mark]:
    sides = (Side.OPENING, Side.CLOSING)
    count = 0
    alternated = []
    for mark in marks:
        if mark.family is Family.DOUBLE and not mark.doubtful:
            mark = dataclasses.replace(mark, side=sides[count % 2])
            count += 1
        alternated.append(mark)
    return alternated


class _Pairing:
    """One pass over the marks of one paragraph with a stack of open ones."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.stack: deque[Mark] = deque()
        self.open: Counter[Family] = Counter()
        self.opening_places: dict[Family, list[int]] = {family: [] for family in Family}
        self.pairs: list[Pair] = []
        self.unclosed: list[tuple[Mark, int]] = []
        self.settled = start

    def run(self, marks: list[Mark]) -> list[Pair]:
        next_closing = _firm_closing_follows(marks)
        for position, mark in enumerate(marks):
            self._take(mark, next_closing[position])
        self.unclosed.extend((mark, self.end) for mark in self.stack)
        for mark, limit in self.unclosed:
            self._report_unclosed(mark, limit)
        return self.pairs

    def _take(self, mark: Mark, closing_follows: bool) -> None:
        is_open = self.open[mark.family] > 0
        if mark.family is Family.TYPEWRITER and mark.side is not Side.OPENING and not is_open:
            self._take_two_singles(mark)
        elif mark.doubtful and (not is_open or self._is_apostrophe(mark, closing_follows)):
            return
        elif mark.side is Side.OPENING or (mark.side is Side.EITHER and not is_open):
            self._push(mark)
        elif is_open:
            self._close(mark)
        elif mark.family is not Family.SINGLE:
            self._report_unopened(mark)

    def _take_two_singles(self, mark: Mark) -> None:
        if self.open[Family.SINGLE]:
            middle = mark.start + 1
            self._close(Mark(mark.start, middle, Family.SINGLE, Side.CLOSING))
            if self.open[Family.SINGLE]:
                self._close(Mark(middle, mark.end, Family.SINGLE, Side.CLOSING))
        elif mark.side is Side.EITHER:
            self._push(mark)
        else:
            self._report_unopened(mark)

    def _push(self, mark: Mark) -> None:
        on_top = bool(self.stack) and self.stack[-1].family is Family.SINGLE
        if mark.family is Family.SINGLE and on_top and mark.straight and self.text[mark.end : mark.end + 1].islower():
            # English nests single marks in double ones; a straight mark before a small letter here is a dropped letter.
            return
        if len(self.stack) == _DEPTH:
            outermost = self.stack.popleft()
            self.open[outermost.family] -= 1
            self.unclosed.append((outermost, self.end))
        self.stack.append(mark)
        self.open[mark.family] += 1
        self.opening_places[mark.family].append(mark.start)

    def _is_apostrophe(self, mark: Mark, closing_follows: bool) -> bool:
        """Tell whether a doubtful mark inside an open quotation belongs to a word (the workers' pay was cut)."""
        if mark.family is not Family.SINGLE:
            return closing_follows and bool(_FEET.search(self.text[max(self.start, mark.start - 6) : mark.start]))
        return closing_follows and not _NO_NOUN.match(self.text, mark.end) and self._word_follows(mark)

    def _word_follows(self, mark: Mark) -> bool:
        return self.text[mark.end : mark.end + 1].isspace() and self.text[mark.end + 1 : mark.end + 2].isalnum()

    def _close(self, mark: Mark) -> None:
        while self.stack:
            opening = self.stack.pop()
            self.open[opening.family] -= 1
            if opening.family is mark.family:
                self.pairs.append(Pair(opening.start, mark.end, (opening.end, mark.start), mark.family))
                self.settled = mark.end
                return
            self.unclosed.append((opening, mark.start))

    def _report_unopened(self, mark: Mark) -> None:
        start = self.settled
        while start < mark.start and self.text[start].isspace():
            start += 1
        self.pairs.append(Pair(start, mark.end, (start, mark.start), mark.family, opened=False))
        self.settled = mark.end

    def _report_unclosed(self, mark: Mark, limit: int) -> None:
        if mark.family is Family.SINGLE and not self._can_open_prose(mark):
            return
        places = self.opening_places[mark.family]
        following = bisect_right(places, mark.start)
        end = min(limit, places[following]) if following < len(places) else limit
        end = max(mark.end, mark.start + len(self.text[mark.start : end].rstrip()))
        self.pairs.append(Pair(mark.start, end, (mark.end, end), mark.family, closed=False))

    def _can_open_prose(self, mark: Mark) -> bool:
        """Tell whether a single mark without a partner opens a quotation: at a capital, where a quotation can begin."""
        if not _PROSE_OPENING.match(self.text, mark.end):
            return False
        before = self.text[max(self.start, mark.start - 2) : mark.start].rstrip()
        return not before or before[-1] in ',:.!?“"—–' or self.text[mark.start] == "‘"


def _firm_closing_follows(marks: list[Mark]) -> list[bool]:
    """Tell for each mark whether the next mark of its family closes, with no opening one in between."""
    following: dict[Family, Side] = {}
    answers = []
    for mark in reversed(marks):
        answers.append(following.get(mark.family) is Side.CLOSING)
        following[mark.family] = mark.side
    return answers[::-1]
