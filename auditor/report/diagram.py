"""Lays out the drawing of who told whom: sources on the left, outlets between them, statements on the right.

Coordinates only, in the units of the drawing's view box; the template draws them. The ledger and the table of relays
say the same in words. Each source, and each way by which its words came, has a lane of its own, so that no line passes
behind a box.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.language.annotations import Attribution, Relay
from auditor.report.lookup import Lookup

WIDTH = 960
_LANE = 42
_BOX = 30
_ROW = 26
_SOURCE = (0, 250)
_OUTLETS = (280, 280)
_GAP = 20
_STATEMENT = (600, 360)
# Width of a letter, in units of the view box, as wide as the faces of any system set it.
_LETTERS = {"source": 7.4, "outlet": 7.4, "statement": 6.5}

# More rows than this make a drawing nobody reads; the ledger has them all.
MAX_ROWS = 40


@dataclass(frozen=True, slots=True)
class Box:
    """One box of the drawing.

    Attributes:
        kind: source, outlet or statement.
        x: left edge.
        y: top edge.
        width: in units of the view box.
        height: in units of the view box.
        text: shortened to fit.
        title: in full; empty where nothing was cut off.
        href: where it leads; may be empty.
        standing: key of `wording.STANDINGS`.
    """

    kind: str
    x: int
    y: int
    width: int
    height: int
    text: str
    title: str
    href: str
    standing: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the drawing.

    Attributes:
        path: an SVG path.
        weight: 1 to 5, by the number of statements.
        standing: key of `wording.STANDINGS`.
        title: what it shows, in words; empty for the last part of a way.
    """

    path: str
    weight: int
    standing: str
    title: str


@dataclass(frozen=True, slots=True)
class Diagram:
    """Who told whom, drawn.

    Attributes:
        width: of the view box.
        height: of the view box.
        boxes: sources, outlets, statements.
        lines: from left to right.
        left_out: number of statements not drawn, for want of room.
    """

    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class _Row:
    """One entry on the right: a statement, or several of one paragraph that came the same way."""

    where: str
    words: str
    href: str
    standing: str
    count: int


@dataclass(frozen=True, slots=True)
class _Lane:
    """One source and one way by which its words came; `first` where the source's own box is drawn."""

    source_id: str
    hops: tuple[str, ...]
    first: bool
    rows: tuple[int, ...]
    count: int


def draw(lookup: Lookup) -> Diagram | None:
    """Lay out the drawing; null when no statement has a source."""
    statements = [
        item for item in lookup.document.attributions if lookup.counts(item) and item.source_id in lookup.links
    ]
    if not statements:
        return None
    rows, ways = _rows(lookup, statements)
    lanes = _lanes(ways[:MAX_ROWS], rows)
    shown = rows[:MAX_ROWS]
    height = max(len(lanes) * _LANE, len(shown) * _ROW)
    row_middles = [height * (2 * index + 1) // (2 * len(shown)) for index in range(len(shown))]
    lane_middles = _lane_middles(lanes, row_middles, height)
    boxes = [*_lane_boxes(lookup, lanes, lane_middles), *_row_boxes(shown, row_middles)]
    lines = tuple(_lines(lookup, list(zip(lanes, lane_middles, strict=True)), shown, row_middles))
    return Diagram(WIDTH, height, tuple(boxes), lines, sum(row.count for row in rows[MAX_ROWS:]))


def _rows(lookup: Lookup, statements: Sequence[Attribution]) -> tuple[list[_Row], list[tuple[str, tuple[str, ...]]]]:
    """Make the entries on the right and, for each, its source and the outlets between."""
    hops = {
        relay.attribution_id: _hops(lookup, relay)
        for relay in lookup.document.relays
        if relay.attribution_id in lookup.relayed
    }
    rows: list[_Row] = []
    ways: list[tuple[str, tuple[str, ...]]] = []
    joined = len(statements) > MAX_ROWS
    for statement in statements:
        place = lookup.place(statement.content[0] if statement.content else statement.cue[0])
        way = (statement.source_id or "", hops.get(statement.id, ()))
        words = " ".join(place.text.split())
        row = _Row(place.where, words, place.href, lookup.standing(statement), 1)
        if joined and rows and ways[-1] == way and rows[-1].where == row.where:
            rows[-1] = _Row(row.where, rows[-1].words, rows[-1].href, rows[-1].standing, rows[-1].count + 1)
            continue
        rows.append(row)
        ways.append(way)
    return rows, ways


def _hops(lookup: Lookup, relay: Relay) -> tuple[str, ...]:
    """Give the outlets between a source and this article; the outlet that is itself the source stands on the left."""
    link = lookup.link_of(relay.attribution_id)
    between = [hop for hop in relay.chain[1:] if hop != "this article"] or [relay.outlet]
    name = link.name.casefold() if link else ""
    return tuple(hop for hop in between if not name or (hop.casefold() not in name and name not in hop.casefold()))


def _lanes(ways: Sequence[tuple[str, tuple[str, ...]]], rows: Sequence[_Row]) -> list[_Lane]:
    by_source: defaultdict[str, defaultdict[tuple[str, ...], list[int]]] = defaultdict(lambda: defaultdict(list))
    for index, (source_id, hops) in enumerate(ways):
        by_source[source_id][hops].append(index)
    return [
        _Lane(source_id, hops, position == 0, tuple(indexes), sum(rows[index].count for index in indexes))
        for source_id, by_way in by_source.items()
        for position, (hops, indexes) in enumerate(by_way.items())
    ]


def _lane_middles(lanes: Sequence[_Lane], row_middles: Sequence[int], height: int) -> list[int]:
    """Put each lane as near to the middle of its statements as the lanes above and below allow."""
    middles: list[int] = []
    for lane in lanes:
        wanted = sum(row_middles[index] for index in lane.rows) // len(lane.rows)
        middles.append(max(wanted, middles[-1] + _LANE if middles else _LANE // 2))
    lowest = height - _LANE // 2
    for index in reversed(range(len(middles))):
        middles[index] = min(middles[index], lowest)
        lowest = middles[index] - _LANE
    return middles


def _lane_boxes(lookup: Lookup, lanes: Sequence[_Lane], middles: Sequence[int]) -> Iterator[Box]:
    for lane, middle in zip(lanes, middles, strict=True):
        link = lookup.links[lane.source_id]
        if lane.first:
            x, width = _SOURCE
            name = f"{link.label}  {link.name}"
            yield _box("source", (x, width, middle), name, href=link.href, standing=link.standing)
        width = (_OUTLETS[1] - _GAP * (len(lane.hops) - 1)) // max(1, len(lane.hops))
        for position, hop in enumerate(lane.hops):
            x = _OUTLETS[0] + position * (width + _GAP)
            yield _box("outlet", (x, width, middle), hop, href="#relays", standing="relayed")


def _row_boxes(rows: Sequence[_Row], middles: Sequence[int]) -> Iterator[Box]:
    for row, middle in zip(rows, middles, strict=True):
        number = f" ({row.count} statements)" if row.count > 1 else ""
        where = row.where.replace("paragraph ", "¶ ")
        x, width = _STATEMENT
        yield _box(
            "statement", (x, width, middle), f"{where}{number}  {row.words}", href=row.href, standing=row.standing
        )


def _box(kind: str, place: tuple[int, int, int], name: str, *, href: str, standing: str) -> Box:
    x, width, middle = place
    letters = int((width - 20) / _LETTERS[kind])
    text = name if len(name) <= letters else name[: letters - 1].rstrip() + "…"
    height = _ROW - 4 if kind == "statement" else _BOX
    return Box(kind, x, middle - height // 2, width, height, text, "" if text == name else name, href, standing)


def _lines(
    lookup: Lookup, lanes: Sequence[tuple[_Lane, int]], rows: Sequence[_Row], row_middles: Sequence[int]
) -> Iterator[Line]:
    start, end = _SOURCE[0] + _SOURCE[1], _STATEMENT[0]
    straight = _OUTLETS[0] + _OUTLETS[1]
    bend = (start + _OUTLETS[0]) // 2
    turn = (straight + end) // 2
    source_middle = 0
    for lane, middle in lanes:
        link = lookup.links[lane.source_id]
        source_middle = middle if lane.first else source_middle
        curve = f"C{bend} {source_middle} {bend} {middle} {_OUTLETS[0]} {middle}"
        through = f" through {' and '.join(lane.hops)}" if lane.hops else ""
        noun = "statement" if lane.count == 1 else "statements"
        title = f"{link.label} {link.name}{through}: {lane.count} {noun}"
        yield Line(f"M{start} {source_middle}{curve}H{straight}", min(5, lane.count), link.standing, title)
        for index in lane.rows:
            row = rows[index]
            path = f"M{straight} {middle}C{turn} {middle} {turn} {row_middles[index]} {end} {row_middles[index]}"
            yield Line(path, 1, row.standing, "")
