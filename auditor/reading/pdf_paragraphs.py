"""Lines of a PDF in the order of reading to paragraphs, with words divided at line ends joined.

A paragraph begins after a wider gap, at an indent, where the size of the letters changes, and after a short line that
ends a sentence. The largest lines at the top are the headline.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from auditor.reading.blocks import Block, Run, blocks_from_runs
from auditor.reading.pdf_columns import Line
from auditor.text import ZoneKind

_SIZE_CHANGE = 0.15
_GAP = 1.35
_INDENT = 0.8
_SHORT_LINE = 0.85
_HEADLINE_SIZE = 1.25
_HEADLINE_WORDS = 40
_ENDS_SENTENCE = re.compile(r"[.!?:…][\"'”’)\]]*\s*$")
_DIVIDED = re.compile(r"([^\W\d_]+)(-|\xad)$")
_COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_HYPHENATED = re.compile(r"\w[-\xad]$")
_GOES_ON = re.compile(r"[^\W\d_]*", re.UNICODE)


def paragraphs_of(lines: Sequence[Line]) -> tuple[list[Block], int]:
    """Give the paragraphs, and how many divided words were joined."""
    groups: list[list[Line]] = []
    leading = _usual_leading(lines)
    right = _right_edges(lines)
    for line in lines:
        if groups and not _begins(line, groups[-1], leading, right):
            groups[-1].append(line)
        else:
            groups.append([line])
    compounds = frozenset(_COMPOUND.findall(" ".join(line.text for line in lines).casefold()))
    headline = _headline(groups)
    blocks: list[Block] = []
    joined = 0
    for index, group in enumerate(groups):
        text, count = _joined([line.text for line in group], compounds)
        joined += count
        made = blocks_from_runs([Run(text)], place=("page", group[0].page))
        zone = ZoneKind.HEADLINE if index == headline else None
        blocks.extend(dataclasses.replace(block, zone=zone) for block in made)
    return blocks, joined


def _usual_leading(lines: Sequence[Line]) -> float:
    """Give the usual distance of base lines as a multiple of the size of the letters."""
    steps = [
        (one.bottom - two.bottom) / max(one.size, 0.1)
        for one, two in pairwise(lines)
        if one.page == two.page and 0 < one.bottom - two.bottom < 4 * one.size
    ]
    return median(steps) if steps else 1.2


def _right_edges(lines: Sequence[Line]) -> dict[tuple[int, int], float]:
    """Give the right edge of each column, a column being lines of one page that begin at about one place."""
    edges: dict[tuple[int, int], float] = {}
    for line in lines:
        key = _column(line)
        edges[key] = max(edges.get(key, 0.0), line.right)
    return edges


def _column(line: Line) -> tuple[int, int]:
    return line.page, round(line.left / 40)


def _begins(line: Line, group: Sequence[Line], leading: float, right: dict[tuple[int, int], float]) -> bool:
    """Tell whether a line begins a paragraph after those of the group."""
    last = group[-1]
    if abs(line.size - last.size) > _SIZE_CHANGE * max(line.size, last.size):
        return True
    edge = max(right.get(_column(last), last.right), right.get(_column(group[0]), 0.0))
    width = edge - min(one.left for one in group)
    short = last.right - min(one.left for one in group) < _SHORT_LINE * width
    ended = _ENDS_SENTENCE.search(last.text) is not None
    if line.page != last.page or line.bottom > last.bottom:  # another column or page
        return ended and (short or _is_indented(line, group))
    if last.bottom - line.bottom > _GAP * leading * last.size:
        return True
    return (_is_indented(line, group) and ended) or (short and ended)


def _is_indented(line: Line, group: Sequence[Line]) -> bool:
    """Tell whether a line stands further in than the lines before it, other than their own indented first one."""
    edge = min(one.left for one in group)
    return _INDENT * line.size < line.left - edge < 6 * line.size


def _headline(groups: Sequence[Sequence[Line]]) -> int | None:
    """Give the position of the headline: the largest letters on the first page, well above the usual size."""
    first = [index for index, group in enumerate(groups) if group[0].page == groups[0][0].page]
    usual = median(line.size for group in groups for line in group)
    sizes = {index: max(line.size for line in groups[index]) for index in first}
    largest = max(first, key=lambda index: sizes[index])
    words = sum(len(line.text.split()) for line in groups[largest])
    return largest if sizes[largest] >= _HEADLINE_SIZE * usual and words <= _HEADLINE_WORDS else None


def _joined(texts: Sequence[str], compounds: frozenset[str]) -> tuple[str, int]:
    """Join lines; a word divided at a line's end loses its hyphen unless the file writes it with one elsewhere."""
    text = ""
    count = 0
    for raw in texts:
        line = raw.strip().replace("\xad", "-") if not raw.rstrip().endswith("\xad") else raw.strip()
        divided = _DIVIDED.search(text)
        ahead = _GOES_ON.match(line)
        if divided and ahead and ahead[0] and ahead[0][0].islower():
            compound = f"{divided[1]}-{ahead[0]}"
            keep = divided[2] == "-" and compound.casefold() in compounds
            text = (text[:-1] + "-" if keep else text[:-1]) + line
            count += not keep
        elif _HYPHENATED.search(text) and line[:1].isalnum():
            text = text[:-1] + "-" + line  # a name or a range, which keeps its hyphen
        else:
            text = f"{text} {line}" if text else line
    return text.replace("\xad", "-"), count
