"""The order in which people read the lines of a page: column by column, with what spans them in between.

A column's edge is a place that few lines cross and that has several lines on both sides, at the same height. Lines that
cross it, such as a headline, divide the page into bands, which are read one after the other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# A column has at least this many lines, and this share of the lines may cross its edge.
_COLUMN_LINES = 3
_CROSSING_SHARE = 0.34
# Heads and feet stand in this share of the page at its top and bottom.
_EDGE_SHARE = 0.1
_PAGE_NUMBER = re.compile(r"(?:page\s*)?[-–—|]?\s*\d{1,4}\s*[-–—|]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_SAME_LINE = 0.5
# A page with more stretches of text is a drawing or a table; columns are not looked for.
_MOST_LINES = 1500


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of text on one base line: page from 1, edges in points from the page's lower left, size in points."""

    page: int
    left: float
    bottom: float
    right: float
    top: float
    size: float
    text: str


def ordered(lines: Iterable[Line]) -> list[Line]:
    """Give the lines of all pages in the order of reading."""
    by_page: dict[int, list[Line]] = {}
    for line in lines:
        by_page.setdefault(line.page, []).append(line)
    return [line for page in sorted(by_page) for line in _page_order(by_page[page])]


def _page_order(lines: Sequence[Line]) -> list[Line]:
    edge = _column_edge(lines) if len(lines) <= _MOST_LINES else None
    if edge is None:
        return _from_the_top(lines)
    crossing = [line for line in lines if line.left < edge < line.right]
    limits = sorted(crossing, key=lambda line: -line.bottom)
    rest = [line for line in lines if not line.left < edge < line.right]
    result: list[Line] = []
    for limit in limits:
        above = [line for line in rest if line.bottom > limit.bottom]
        rest = [line for line in rest if line.bottom <= limit.bottom]
        result.extend(_side_by_side(above, edge))
        result.append(limit)
    return result + _side_by_side(rest, edge)


def _side_by_side(lines: Sequence[Line], edge: float) -> list[Line]:
    left = [line for line in lines if line.right <= edge]
    right = [line for line in lines if line.right > edge]
    return [*_page_order(left), *_page_order(right)]


def _column_edge(lines: Sequence[Line]) -> float | None:
    """Give the place between two columns that fewest lines cross, or null when there is one column."""
    best: tuple[int, int, float] | None = None
    for place in sorted({line.left - 0.5 for line in lines}):
        left = [line for line in lines if line.right <= place]
        right = [line for line in lines if line.left >= place]
        crossing = len(lines) - len(left) - len(right)
        if min(len(left), len(right)) < _COLUMN_LINES or crossing > _CROSSING_SHARE * len(lines):
            continue
        if not _stand_beside(left, right):
            continue
        rank = (crossing, -min(len(left), len(right)), place)
        if best is None or rank < best:
            best = rank
    return best[2] if best else None


def _stand_beside(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Tell whether the lines of both sides share a good part of their height."""
    low = max(min(line.bottom for line in left), min(line.bottom for line in right))
    high = min(max(line.top for line in left), max(line.top for line in right))
    shorter = min(max(line.top for line in side) - min(line.bottom for line in side) for side in (left, right))
    return high - low > 0.5 * shorter


def _from_the_top(lines: Sequence[Line]) -> list[Line]:
    """Sort lines from the top, and what stands on one base line from the left, as one line."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda one: -one.bottom):
        if rows and abs(rows[-1][0].bottom - line.bottom) < _SAME_LINE * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [_joined(sorted(row, key=lambda one: one.left)) for row in rows]


def _joined(row: Sequence[Line]) -> Line:
    first = row[0]
    if len(row) == 1:
        return first
    return Line(
        first.page,
        first.left,
        min(line.bottom for line in row),
        max(line.right for line in row),
        max(line.top for line in row),
        max(line.size for line in row),
        " ".join(line.text.strip() for line in row),
    )


def without_furniture(lines: Sequence[Line], sizes: dict[int, tuple[float, float]]) -> tuple[list[Line], list[str]]:
    """Take out page numbers, and heads and feet that come on several pages; give what was taken out too."""
    edge = [line for line in lines if _is_at_the_edge(line, sizes)]
    pages: dict[str, set[int]] = {}
    for line in edge:
        pages.setdefault(_pattern(line), set()).add(line.page)
    repeated = {pattern for pattern, found in pages.items() if len(found) > 1}
    out = [line for line in edge if _PAGE_NUMBER.fullmatch(line.text.strip()) or _pattern(line) in repeated]
    gone = set(map(id, out))
    shown = Counter(" ".join(line.text.split()) for line in out)
    return [line for line in lines if id(line) not in gone], list(shown)


def _is_at_the_edge(line: Line, sizes: dict[int, tuple[float, float]]) -> bool:
    height = sizes.get(line.page, (0.0, 0.0))[1]
    return line.top > (1 - _EDGE_SHARE) * height or line.bottom < _EDGE_SHARE * height


def _pattern(line: Line) -> str:
    """Write numbers alike, so that heads with a page number are the same on every page."""
    return _DIGITS.sub("0", " ".join(line.text.split()).casefold())
