"""Lays out the drawing of who told whom: sources on the left, outlets between, paragraphs on the right.

Coordinates only, in the units of the drawing's view box; the template draws them. The ledger and the table of relays
say the same in words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from auditor.language.annotations import Attribution
from auditor.report.lookup import Lookup

WIDTH = 960
_ROW = 40
_BOX = 30
_COLUMNS = {"source": (0, 330), "outlet": (450, 190), "paragraph": (770, 190)}
_LETTERS = {"source": 40, "outlet": 21, "paragraph": 21}

# More rows than this make a drawing nobody reads; the ledger has them all.
MAX_ROWS = 40


@dataclass(frozen=True, slots=True)
class Box:
    """One box of the drawing.

    Attributes:
        x: left edge.
        y: top edge.
        width: in units of the view box.
        height: in units of the view box.
        text: shortened to fit.
        title: in full.
        href: where it leads; may be empty.
        standing: key of `wording.STANDINGS`.
    """

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
        title: what it shows, in words.
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
        boxes: sources, outlets, paragraphs.
        lines: from left to right.
        left_out: number of statements not drawn, for want of room.
    """

    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class _Node:
    column: str
    key: str
    name: str
    href: str
    standing: str


def draw(lookup: Lookup) -> Diagram | None:
    """Lay out the drawing; null when no statement has a source."""
    statements = [item for item in lookup.document.attributions if item.sourcing and item.source_id in lookup.links]
    outlets = {
        relay.attribution_id: relay.outlet for relay in lookup.document.relays if relay.attribution_id in lookup.relayed
    }
    hops: Counter[tuple[_Node, _Node]] = Counter()
    nodes: dict[str, dict[_Node, None]] = {column: {} for column in _COLUMNS}
    left_out = 0
    for statement in statements:
        path = _path(lookup, statement, outlets.get(statement.id, ""))
        if any(len(nodes[node.column]) >= MAX_ROWS and node not in nodes[node.column] for node in path):
            left_out += 1
            continue
        for node in path:
            nodes[node.column][node] = None
        hops.update(pairwise(path))
    if not hops:
        return None
    # Outlets have a band of their own at the top, so that no line passes behind a box.
    band = _ROW * len(nodes["outlet"])
    height = band + _ROW * max(len(nodes["source"]), len(nodes["paragraph"]))
    areas = {"source": (band, height), "outlet": (0, band), "paragraph": (band, height)}
    boxes = {node: box for name, column in nodes.items() for node, box in _column(list(column), areas[name])}
    lines = tuple(_line(boxes, hop, count) for hop, count in hops.items())
    return Diagram(WIDTH, height, tuple(boxes.values()), lines, left_out)


def _path(lookup: Lookup, statement: Attribution, outlet: str) -> tuple[_Node, ...]:
    link = lookup.links[statement.source_id or ""]
    where = lookup.where(statement.anchor)
    source = _Node("source", link.label, f"{link.label}  {link.name}", link.href, link.standing)
    paragraph = _Node("paragraph", where, where or "the article", "", "own")
    # The outlet that is itself the source stands on the left already.
    if outlet and outlet != link.name:
        return (source, _Node("outlet", outlet, outlet, "#relays", "relayed"), paragraph)
    return (source, paragraph)


def _column(nodes: list[_Node], area: tuple[int, int]) -> Iterable[tuple[_Node, Box]]:
    """Spread the boxes of one column evenly over its area."""
    top, bottom = area
    for index, node in enumerate(nodes):
        x, width = _COLUMNS[node.column]
        middle = top + (bottom - top) * (2 * index + 1) // (2 * len(nodes))
        text = _shortened(node.name, _LETTERS[node.column])
        yield node, Box(x, middle - _BOX // 2, width, _BOX, text, node.name, node.href, node.standing)


def _line(boxes: dict[_Node, Box], hop: tuple[_Node, _Node], count: int) -> Line:
    start, end = boxes[hop[0]], boxes[hop[1]]
    x1, y1 = start.x + start.width, start.y + start.height // 2
    x2, y2 = end.x, end.y + end.height // 2
    bend = (x2 - x1) // 2
    path = f"M{x1} {y1}C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}"
    noun = "statement" if count == 1 else "statements"
    standing = hop[0].standing
    return Line(path, min(5, count), standing, f"{hop[0].name} to {hop[1].name}: {count} {noun}")


def _shortened(text: str, letters: int) -> str:
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"
