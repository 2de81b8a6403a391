"""The quotation marks of a paragraph: which characters are marks, which are apostrophes, and to which side each opens.

A mark's side follows from its glyph and its neighbours; where both leave it open, pairing decides (`pairing`).
"""

from __future__ import annotations

import dataclasses
import re
from enum import StrEnum


class Family(StrEnum):
    """Marks that can close one another. Curly and straight ones mix in copy that went through several systems."""

    DOUBLE = "double"
    SINGLE = "single"
    TYPEWRITER = "typewriter"
    GUILLEMET = "guillemet"
    SINGLE_GUILLEMET = "single-guillemet"


class Side(StrEnum):
    """What a mark can be by its glyph and neighbours."""

    OPENING = "opening"
    CLOSING = "closing"
    EITHER = "either"


@dataclasses.dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark; offsets in characters of the article, end exclusive.

    Attributes:
        doubtful: true when it may as well be an apostrophe (the workers' pay, goin') or a measure (6 ft 2").
        straight: true for a glyph that has no side of its own.
    """

    start: int
    end: int
    family: Family
    side: Side
    doubtful: bool = False
    straight: bool = False


_GLYPHS = {
    '"': (Family.DOUBLE, Side.EITHER),
    "＂": (Family.DOUBLE, Side.EITHER),
    "“": (Family.DOUBLE, Side.OPENING),
    "‟": (Family.DOUBLE, Side.OPENING),
    "„": (Family.DOUBLE, Side.OPENING),
    "”": (Family.DOUBLE, Side.CLOSING),
    "«": (Family.GUILLEMET, Side.OPENING),
    "»": (Family.GUILLEMET, Side.CLOSING),
    "‹": (Family.SINGLE_GUILLEMET, Side.OPENING),
    "›": (Family.SINGLE_GUILLEMET, Side.CLOSING),
    "'": (Family.SINGLE, Side.EITHER),
    "`": (Family.SINGLE, Side.EITHER),
    "‘": (Family.SINGLE, Side.OPENING),
    "‛": (Family.SINGLE, Side.OPENING),
    "‚": (Family.SINGLE, Side.OPENING),
    "’": (Family.SINGLE, Side.CLOSING),
    "´": (Family.SINGLE, Side.CLOSING),
    "``": (Family.TYPEWRITER, Side.OPENING),
    "‘‘": (Family.TYPEWRITER, Side.OPENING),
    "''": (Family.TYPEWRITER, Side.EITHER),
    "’’": (Family.TYPEWRITER, Side.CLOSING),
}
# Left-over markup is passed over whole: the marks in it belong to its attributes.
_MARK = re.compile("<[A-Za-z/][^<>]*>|``|''|‘‘|’’|[" + "".join(glyph for glyph in _GLYPHS if len(glyph) == 1) + "]")

_OPENERS = frozenset("([{<-–—―/|>=+*_")
_ENDERS = frozenset(".,;:!?)]}>-–—―/|…*_%")

# Words that begin with an apostrophe in English spelling: shortened words and decades.
_ELISION = re.compile(
    r"(?:tis|twas|twere|twill|em|til|till|cause|cos|coz|bout|nother|neath|nuff|ere|round|fraid|cept|scuse|ave|n)\b|\d0s\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\d\d(?!\w|[.,]\d)")
_YEAR_BEFORE = re.compile(r"(?:\b(?:of|in|since|summer|winter|spring|autumn|fall|the|and|to|[A-Z][a-z]+)\s|\d[-–])$")
_DROPPED_LETTERS = re.compile(r"(?:in|\bo|\bth|\ban|\bol|\bwi|\bmo|\blil|\bd|\bt)$", re.IGNORECASE)
_BEFORE_WINDOW = 12


def marks_in(text: str, start: int, end: int) -> list[Mark]:
    """Give the quotation marks between these offsets in order; apostrophes are left out. Linear in the length."""
    matches = [match for match in _MARK.finditer(text, start, end) if match[0] in _GLYPHS]
    found = [(match.start(), match.end(), match[0]) for match in matches]
    befores = _befores(text, found, start)
    afters = _afters(text, found, end)
    marks = []
    for (begin, stop, glyph), before, after in zip(found, befores, afters, strict=True):
        mark = _mark(begin, stop, glyph, (before, after))
        if mark.family is Family.SINGLE:
            single = _single(text, mark, (start, end))
            if single is not None:
                marks.append(single)
        else:
            marks.append(_measured(text, mark, start))
    return marks


def _befores(text: str, found: list[tuple[int, int, str]], start: int) -> list[str]:
    """Give the character before each mark, looking through marks that stand side by side; empty at the start."""
    befores: list[str] = []
    for position, (begin, _, _) in enumerate(found):
        if position and found[position - 1][1] == begin:
            befores.append(befores[-1])
        else:
            befores.append(text[begin - 1] if begin > start else "")
    return befores


def _afters(text: str, found: list[tuple[int, int, str]], end: int) -> list[str]:
    """Give the character after each mark, looking through marks that stand side by side; empty at the end."""
    afters: list[str] = []
    for position in range(len(found) - 1, -1, -1):
        stop = found[position][1]
        if afters and found[position + 1][0] == stop:
            afters.append(afters[-1])
        else:
            afters.append(text[stop] if stop < end else "")
    return afters[::-1]


def _mark(start: int, end: int, glyph: str, neighbours: tuple[str, str]) -> Mark:
    family, side = _GLYPHS[glyph]
    before, after = neighbours
    left = bool(after) and not after.isspace() and (not before or before.isspace() or before in _OPENERS)
    right = bool(before) and not before.isspace() and (not after or after.isspace() or after in _ENDERS)
    straight = side is Side.EITHER
    if straight and left != right:
        side = Side.OPENING if left else Side.CLOSING
    elif side is Side.CLOSING and left and not right:
        # A closing glyph in an opening place: a wrong glyph, or the second of two countries' conventions.
        side = Side.EITHER
    elif side is Side.OPENING and right and not left and glyph in "“‟‘":
        side = Side.EITHER
    return Mark(start, end, family, side, straight=straight)


def _measured(text: str, mark: Mark, start: int) -> Mark:
    """Doubt a double mark after a digit: it may mean inches."""
    after_digit = mark.start > start and text[mark.start - 1].isdigit() and mark.family is Family.DOUBLE
    return dataclasses.replace(mark, doubtful=True) if after_digit and mark.side is not Side.OPENING else mark


def _single(text: str, mark: Mark, bounds: tuple[int, int]) -> Mark | None:
    """Tell a single quotation mark from an apostrophe; null for the apostrophe."""
    start, end = bounds
    before = text[mark.start - 1] if mark.start > start else ""
    after = text[mark.end] if mark.end < end else ""
    if before.isalnum() and after.isalnum():
        return None
    if after.isalnum() and _is_elision(text, mark, start):
        return None
    if mark.side is not Side.OPENING and before.isalnum():
        left = text[max(start, mark.start - _BEFORE_WINDOW) : mark.start]
        doubtful = before in "sSxXzZ" or before.isdigit() or bool(_DROPPED_LETTERS.search(left))
        return dataclasses.replace(mark, side=Side.CLOSING, doubtful=doubtful)
    return mark


def _is_elision(text: str, mark: Mark, start: int) -> bool:
    if _ELISION.match(text, mark.end):
        return True
    left = text[max(start, mark.start - _BEFORE_WINDOW) : mark.start]
    return bool(_YEAR.match(text, mark.end) and _YEAR_BEFORE.search(left))
