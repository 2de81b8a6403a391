"""The text model: an article, its paragraphs and zones, and spans into its text.

Every offset in the program is a character offset into `Article.text`, end exclusive. The text is never cleaned
after reading; only line endings are normalised, by the reader. No linguistics here.
"""

from __future__ import annotations

import dataclasses
from bisect import bisect_right
from enum import StrEnum


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the article's text.

    Attributes:
        start: character offset of the first character.
        end: character offset after the last character.
        text: the characters themselves, `article.text[start:end]`.
    """

    start: int
    end: int
    text: str

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


class ZoneKind(StrEnum):
    """The parts of an article that rules treat differently."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    LEAD = "lead"
    BODY = "body"
    CAPTION = "caption"
    CORRECTION = "correction"


@dataclasses.dataclass(frozen=True, slots=True)
class Zone:
    """A run of paragraphs of one kind; offsets in characters, end exclusive."""

    kind: ZoneKind
    start: int
    end: int


@dataclasses.dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; offsets in characters, end exclusive, outer white space excluded."""

    index: int
    start: int
    end: int
    zone: ZoneKind


@dataclasses.dataclass(frozen=True, slots=True)
class Link:
    """Words that are a link; offsets in characters, end exclusive."""

    start: int
    end: int
    url: str


@dataclasses.dataclass(frozen=True, slots=True)
class Position:
    """Where in its file a stretch of text stands; it holds up to the start of the next one.

    Attributes:
        start: character offset of the first character.
        part: what is counted in the file: `page`, `paragraph`, `footnote`, `line`.
        number: its number, from 1.
    """

    start: int
    part: str
    number: int


@dataclasses.dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about an article besides its text. Dates are kept as the article states them.

    Attributes:
        genre: the kind of article in lower case where it is a known one (`opinion`, `live blog`), else as stated.
        agency: the agency whose copy it is, by its dateline or credit.
        corrections: correction and editor's notes, whether or not they stand in the text.
    """

    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: str | None = None
    updated: str | None = None
    url: str | None = None
    language: str | None = None
    genre: str | None = None
    dateline: str | None = None
    agency: str | None = None
    corrections: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Article:
    """One article as read.

    Attributes:
        id: the path relative to the input without its ending, unique in a run.
        text: the text exactly as read, line endings normalised to a line feed.
        metadata: what is known besides the text.
        paragraphs: in order, not overlapping; they cover all text but white space.
        notes: what the reader wants known (encoding chosen, what was skipped), in sentences.
        links: in order, not overlapping.
        positions: where in its file the text stands, in order; empty where lines of the text say it.
    """

    id: str
    text: str
    metadata: Metadata = Metadata()
    paragraphs: tuple[Paragraph, ...] = ()
    notes: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    positions: tuple[Position, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """Make the span of these character offsets, end exclusive.

        Raises:
            ValueError: the offsets do not lie in the text or hold no character.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no such span: {start}-{end} in a text of {len(self.text)} characters")
        return Span(start, end, self.text[start:end])

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """Give the paragraph that holds this character offset, or the nearest one before it."""
        position = bisect_right(self.paragraphs, offset, key=_paragraph_start) - 1
        if position < 0:
            return self.paragraphs[0] if self.paragraphs else None
        return self.paragraphs[position]

    def position_at(self, offset: int) -> Position | None:
        """Give where in its file this character offset stands; null where the reader kept no positions."""
        return position_at(self.positions, offset)

    @property
    def zones(self) -> tuple[Zone, ...]:
        """Give the runs of neighbouring paragraphs of one kind, in order."""
        zones: list[Zone] = []
        for paragraph in self.paragraphs:
            if zones and zones[-1].kind is paragraph.zone:
                zones[-1] = dataclasses.replace(zones[-1], end=paragraph.end)
            else:
                zones.append(Zone(paragraph.zone, paragraph.start, paragraph.end))
        return tuple(zones)

    @property
    def words(self) -> int:
        """Count the words: runs of characters between white space."""
        return len(self.text.split())


def position_at(positions: tuple[Position, ...], offset: int) -> Position | None:
    """Give the last position that begins at or before this character offset."""
    place = bisect_right(positions, offset, key=_position_start) - 1
    return positions[place] if place >= 0 else None


def _position_start(position: Position) -> int:
    return position.start


def _paragraph_start(paragraph: Paragraph) -> int:
    return paragraph.start
