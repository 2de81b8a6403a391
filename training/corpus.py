"""Reads a PolNeAR compartment and turns its annotations into what the network learns from.

A compartment is a folder with ``text/NAME.txt`` and ``attributions/NAME_ANNOTATOR.ann`` (brat standoff:
``T`` lines are spans, ``E`` lines join Source, Cue and Content). Nothing of the texts is kept in the weights.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from auditor.language.tagger.windows import Pieces, Window

ROLES = ("source", "cue", "content")
SOURCE, CUE, CONTENT = 1, 2, 3
IGNORED = -100  # label of the pieces that do not begin a word: cross entropy skips them
CUE_TO_SOURCE, CONTENT_TO_CUE = 0, 1

Span = tuple[int, int]
Event = dict[str, list[Span]]


@dataclass(frozen=True, slots=True)
class Article:
    """One article with the attributions of one annotator (the first in alphabetical order)."""

    name: str
    text: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class CharacterRoles:
    """Per character of an article: its role (0 none) and the numbers of the events it belongs to."""

    role: NDArray[np.int64]
    events: list[tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Example:
    """A window with its labels.

    ``tags`` holds one tag for each position; ``links`` holds (kind, from position, to positions), where
    position 0 stands for "none".
    """

    window: Window
    first: NDArray[np.bool_]
    tags: NDArray[np.int64]
    links: tuple[tuple[int, int, tuple[int, ...]], ...]


def read_compartment(folder: Path) -> list[Article]:
    """Read the articles of a compartment in order of name.

    Raises:
        FileNotFoundError: the folder holds no annotations.
    """
    files: dict[str, list[Path]] = defaultdict(list)
    for path in sorted((folder / "attributions").glob("*.ann")):
        files[path.stem.rsplit("_", 1)[0]].append(path)
    if not files:
        raise FileNotFoundError(f"no .ann files under {folder / 'attributions'}")
    return [
        Article(name, read_exactly(folder / "text" / f"{name}.txt"), tuple(read_standoff(read_exactly(paths[0]))))
        for name, paths in sorted(files.items())
    ]


def read_exactly(path: Path) -> str:
    """Read a text file without touching its line ends, which the offsets count."""
    return path.read_bytes().decode("utf-8")


def read_standoff(standoff: str) -> list[Event]:
    """Read the events of one ``.ann`` file; events without content are dropped, as the scorer does."""
    rows = [line.split("\t") for line in standoff.split("\n")]
    spans: dict[str, list[Span]] = {}
    for row in rows:
        if re.fullmatch(r"T\d+", row[0]) and len(row) > 1:
            parts = row[1].split(" ", 1)[1].split(";")
            spans[row[0]] = [(int(start), int(end)) for start, end in (part.split() for part in parts)]
    events = []
    for row in rows:
        if re.fullmatch(r"E\d+", row[0]) and len(row) > 1:
            event: Event = {role: [] for role in ROLES}
            for argument in row[1].split():
                label, _, identifier = argument.partition(":")
                role = label.rstrip("0123456789").lower()
                if role in event:
                    event[role].extend(spans[identifier])
            if event["content"]:
                events.append(event)
    return events


def character_roles(article: Article) -> CharacterRoles:
    """Give each character one role: a cue wins over a source, a source over content."""
    role = np.zeros(len(article.text), dtype=np.int64)
    owners: list[tuple[int, ...]] = [()] * len(article.text)
    for number in (CONTENT, SOURCE, CUE):
        for event_number, event in enumerate(article.events):
            for start, end in event[ROLES[number - 1]]:
                for at in range(start, end):
                    if role[at] != number:
                        role[at], owners[at] = number, (event_number,)
                    elif event_number not in owners[at]:
                        owners[at] = (*owners[at], event_number)
    return CharacterRoles(role, owners)


def label_window(window: Window, pieces: Pieces, roles: CharacterRoles, article: Article) -> Example:
    """Label the words of a window; the tags are O and B-, I- of source, cue and content, in that order."""
    size = len(window.piece)
    tags = np.full(size, IGNORED, dtype=np.int64)
    first = np.zeros(size, dtype=bool)
    position_role = np.zeros(size, dtype=np.int64)
    owners: list[tuple[int, ...]] = [()] * size
    previous: tuple[int, tuple[int, ...]] = (0, ())
    for at, piece in enumerate(window.piece.tolist()):
        if piece < 0:
            previous = (0, ())
        elif pieces.first[piece]:
            role, owner = int(roles.role[pieces.start[piece]]), roles.events[pieces.start[piece]]
            begins = previous[0] != role or not set(previous[1]) & set(owner)
            tags[at] = 0 if role == 0 else 2 * role - 1 if begins else 2 * role
            first[at] = True
            position_role[at], owners[at] = role, owner
            previous = (role, owner)
    return Example(window, first, tags, tuple(_links(position_role, owners, article)))


def _links(
    position_role: NDArray[np.int64], owners: list[tuple[int, ...]], article: Article
) -> list[tuple[int, int, tuple[int, ...]]]:
    """Links of each cue word to its source and of each content word to its cue, see ``Example``."""
    places: dict[tuple[int, int], list[int]] = defaultdict(list)
    for at in np.flatnonzero(position_role).tolist():
        for event in owners[at]:
            places[int(position_role[at]), event].append(at)
    links = []
    for at in np.flatnonzero(position_role).tolist():
        role = position_role[at]
        if role == CUE:
            targets = [to for event in owners[at] for to in places.get((SOURCE, event), ())]
            # A source outside the window leaves nothing to learn; an event without source does.
            if not targets and any(not article.events[event]["source"] for event in owners[at]):
                targets = [0]
            if targets:
                links.append((CUE_TO_SOURCE, at, tuple(targets)))
        elif role == CONTENT:
            targets = [to for event in owners[at] for to in places.get((CUE, event), ())]
            links.append((CONTENT_TO_CUE, at, tuple(targets or [0])))
    return links
