"""Blocks to an article: what a reader of pages, Word files or feeds found, paragraph by paragraph, in order.

A block is one paragraph with its links and its place in the file. The article's text is the blocks, a line each;
nothing is changed in them but white space.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable
from dataclasses import dataclass

from auditor.reading.plain import LEAD_PARAGRAPHS, is_headline
from auditor.text import Article, Link, Metadata, Paragraph, Position, ZoneKind

_SPACE = re.compile(r"[ \t\r\f\v\x85\u2028\u2029]+")
_ENDS_SENTENCE = re.compile(r"[.!?…:;][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph as it was found.

    Attributes:
        text: its words, without line feeds.
        zone: what it is, when that is known; null for a paragraph of the running text.
        links: its links, offsets in `text`.
        place: what part of the file it stands in, and the part's number from 1.
    """

    text: str
    zone: ZoneKind | None = None
    links: tuple[Link, ...] = ()
    place: tuple[str, int] | None = None


def article_from_blocks(
    blocks: Iterable[Block], *, id: str, metadata: Metadata | None = None, notes: tuple[str, ...] = ()
) -> Article:
    """Make an article of its paragraphs.

    The title of the metadata stands first when no block is the headline; without either, the first block is taken as
    the headline when it can be one.
    """
    known = metadata or Metadata()
    found = _with_headline([block for block in blocks if block.text.strip()], known.title)
    pieces: list[str] = []
    paragraphs: list[Paragraph] = []
    links: list[Link] = []
    positions: list[Position] = []
    offset = running = 0
    for index, block in enumerate(found):
        zone = block.zone
        if zone is None:
            zone = ZoneKind.LEAD if running < LEAD_PARAGRAPHS else ZoneKind.BODY
            running += 1
        paragraphs.append(Paragraph(index, offset, offset + len(block.text), zone))
        links.extend(Link(offset + link.start, offset + link.end, link.url) for link in block.links)
        if block.place is not None:
            positions.append(Position(offset, *block.place))
        pieces.append(block.text)
        offset += len(block.text) + 1
    if known.title is None and found and found[0].zone is ZoneKind.HEADLINE:
        known = dataclasses.replace(known, title=found[0].text)
    return Article(
        id=id,
        text="\n".join(pieces),
        metadata=known,
        paragraphs=tuple(paragraphs),
        notes=notes,
        links=tuple(links),
        positions=tuple(positions),
    )


def _with_headline(blocks: list[Block], title: str | None) -> list[Block]:
    if not blocks or any(block.zone is ZoneKind.HEADLINE for block in blocks):
        return blocks
    first, *rest = blocks
    if title and not same_words(first.text, title):
        return [Block(title, ZoneKind.HEADLINE), *blocks]
    if first.zone is None and (title or (rest and is_headline(first.text))):
        return [dataclasses.replace(first, zone=ZoneKind.HEADLINE), *rest]
    return blocks


def same_words(one: str, other: str) -> bool:
    """Tell whether two texts are the same but for case, white space and signs."""
    return squeezed(one) == squeezed(other)


def squeezed(text: str) -> str:
    """Give the letters and digits of a text in lower case."""
    return "".join(character for character in text.casefold() if character.isalnum())


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one format inside a paragraph; a line feed is a line break inside it."""

    text: str
    url: str | None = None


def blocks_from_runs(
    runs: Iterable[Run], *, zone: ZoneKind | None = None, place: tuple[str, int] | None = None
) -> list[Block]:
    """Make blocks of a paragraph's runs: white space is made single, and line breaks end a block or join lines.

    A line break after the end of a sentence, or two of them, begin a block; any other one is a space.
    """
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *rest = run.text.split("\n")
        lines[-1].append(Run(first, run.url))
        lines.extend([Run(part, run.url)] for part in rest)
    groups: list[list[Run]] = []
    for line in lines:
        before = "".join(run.text for run in groups[-1]).rstrip() if groups else ""
        if groups and before and "".join(run.text for run in line).strip() and not _ENDS_SENTENCE.search(before):
            groups[-1].extend([Run(" "), *line])
        else:
            groups.append(list(line))
    made = (_block(group, zone, place) for group in groups)
    return [block for block in made if block.text]


def _block(runs: list[Run], zone: ZoneKind | None, place: tuple[str, int] | None) -> Block:
    text = ""
    links: list[Link] = []
    for run in runs:
        piece = _SPACE.sub(" ", run.text)
        if piece.startswith(" ") and (not text or text.endswith(" ")):
            piece = piece[1:]
        start, text = len(text), text + piece
        words = piece.strip()
        if run.url and words:
            start += len(piece) - len(piece.lstrip())
            if links and links[-1].url == run.url and links[-1].end >= start - 1:
                links[-1] = dataclasses.replace(links[-1], end=start + len(words))
            else:
                links.append(Link(start, start + len(words), run.url))
    return Block(text.rstrip(), zone, tuple(links), place)
