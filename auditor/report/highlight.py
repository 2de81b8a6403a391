"""Cuts a text with overlapping marks into flat, ordered segments for display.

The texts of the segments, joined, are the text exactly. Time grows with text plus marks (and the sorting of their
edges), however deeply the marks lie inside one another. Nothing here knows HTML.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from auditor.report.visible import SPECIAL, bidi_name


@dataclass(frozen=True, slots=True)
class Label:
    """The short text that names a mark where it ends.

    Attributes:
        kind: what is marked, as in `Mark.kind`.
        text: what is shown: a number or a few letters.
        href: where the label leads within the page; empty for a label that leads nowhere.
        title: what the label says in full.
    """

    kind: str
    text: str
    href: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text to be marked.

    Attributes:
        start: character offset of the first character.
        end: character offset after the last character.
        kind: what it is; becomes a class of the segment.
        label: shown at the end of the mark, or null.
        finding: the number of the finding it belongs to; 0 when it belongs to none.
        about: id of the entry of the report that is about it; may be empty.
    """

    start: int
    end: int
    kind: str
    label: Label | None = None
    finding: int = 0
    about: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text with the same marks all through.

    Attributes:
        text: the characters as in the article.
        start: character offset of the first one.
        kinds: the kinds of the marks that cover it, sorted.
        finding: the number of the innermost finding that covers it; 0 for none.
        labels: of the marks that end with this segment, in the order in which they were given.
        target: whether something in the report leads here.
        special: whether it is one character that needs a visible symbol.
        about: ids of the entries of the report that are about it, sorted.
    """

    text: str
    start: int
    kinds: tuple[str, ...] = ()
    finding: int = 0
    labels: tuple[Label, ...] = ()
    target: bool = False
    special: bool = False
    about: tuple[str, ...] = ()

    @property
    def classes(self) -> str:
        """Give the kinds as a class attribute holds them."""
        return " ".join(self.kinds)

    @property
    def about_ids(self) -> str:
        """Give the ids in `about` as an attribute holds them."""
        return " ".join(self.about)

    @property
    def name(self) -> str:
        """Name a control of writing direction, which shows nothing itself; empty for all else."""
        return bidi_name(self.text) if self.special else ""


def cut(text: str, marks: Iterable[Mark], targets: Iterable[int] = (), edges: Iterable[int] = ()) -> list[Segment]:
    """Cut a text at every edge of a mark.

    Args:
        text: the whole text.
        marks: in any order; parts outside the text are ignored, and so are marks that hold no character.
        targets: offsets that something leads to; each begins a segment.
        edges: further offsets at which to cut (the edges of paragraphs).

    Returns: the segments in order; none is empty.
    """
    length = len(text)
    starting: defaultdict[int, list[Mark]] = defaultdict(list)
    ending: defaultdict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        if max(0, mark.start) < min(length, mark.end):
            starting[max(0, mark.start)].append(mark)
            ending[min(length, mark.end)].append(mark)
    special = {match.start() for match in SPECIAL.finditer(text)}
    wanted = set(targets)
    inner = {offset for offset in (*wanted, *edges) if 0 < offset < length}
    under, segments = _Under(), list[Segment]()
    for start, end in pairwise(sorted({0, length, *starting, *ending, *special, *_after(special), *inner})):
        under.leave(ending.get(start, ()))
        under.enter(starting.get(start, ()))
        segments.append(
            Segment(
                text[start:end],
                start,
                kinds=tuple(sorted(under.kinds)),
                finding=_innermost(under.findings, start),
                labels=tuple(mark.label for mark in ending.get(end, ()) if mark.label),
                target=start in wanted,
                special=start in special,
                about=tuple(sorted(under.about)),
            )
        )
    return segments


@dataclass(slots=True)
class _Under:
    """The marks that cover the place that `cut` has reached; changed as it goes on."""

    kinds: Counter[str] = field(default_factory=Counter)
    about: Counter[str] = field(default_factory=Counter)
    findings: list[Mark] = field(default_factory=list)

    def enter(self, marks: Iterable[Mark]) -> None:
        """Add marks, longest first, so that the innermost finding lies on top."""
        for mark in sorted(marks, key=_end, reverse=True):
            self.kinds[mark.kind] += 1
            if mark.about:
                self.about[mark.about] += 1
            if mark.finding:
                self.findings.append(mark)

    def leave(self, marks: Iterable[Mark]) -> None:
        """Take marks away, except findings, which `_innermost` drops."""
        for mark in marks:
            for counts, key in ((self.kinds, mark.kind), (self.about, mark.about)):
                counts[key] -= 1
                if counts[key] <= 0:
                    del counts[key]


def _after(offsets: Iterable[int]) -> Iterable[int]:
    return (offset + 1 for offset in offsets)


def _innermost(findings: list[Mark], start: int) -> int:
    """Give the finding that started last and still lasts; each mark is dropped once, so this is linear in all."""
    while findings and findings[-1].end <= start:
        findings.pop()
    return findings[-1].finding if findings else 0


def _end(mark: Mark) -> int:
    return mark.end
