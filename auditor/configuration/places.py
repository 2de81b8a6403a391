"""Where keys stand in a TOML file, which the standard library's reader does not tell.

Works on text that was read as TOML before: it is split into statements, a header or a key with its value each, and the
standard reader takes the names apart. Nothing is interpreted here.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

Key = tuple[str | int, ...]

# Strings of every kind, comments, brackets and line ends: enough to see where a statement ends.
_PIECE = re.compile(
    r'"""(?:\\.|[^\\])*?"""+|\'\'\'.*?\'\'\'+|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*|[\[\]{}]|\n|[^\n"\'#\[\]{}]+|.',
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a file, both counted from 0."""

    line: int
    column: int


def places_of(text: str) -> Mapping[Key, Place]:
    """Give the place of every key; an entry of an array of tables has its number in the key."""
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    found: dict[Key, Place] = {}
    header: Key = ()
    counts: Counter[Key] = Counter()
    for offset, statement in _statements(text):
        line = bisect_right(starts, offset) - 1
        place = Place(line, offset - starts[line])
        if statement.startswith("["):
            name = _names(statement.strip().strip("[]"))
            header = _numbered(name, counts) if statement.startswith("[[") else _current(name, counts)
            key = header
        else:
            key = (*header, *_names(_before_value(statement)))
        for length in range(1, len(key) + 1):
            found.setdefault(key[:length], place)
    return found


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Give each statement with its offset, comments left out."""
    parts: list[str] = []
    start, depth = 0, 0
    for match in _PIECE.finditer(text + "\n"):
        piece = match.group()
        depth += (piece in "[{") - (piece in "]}") if len(piece) == 1 else 0
        if piece == "\n" and depth == 0:
            statement = "".join(parts)
            indent = len(statement) - len(statement.lstrip())
            if statement.strip():
                yield start + indent, statement.strip()
            start = match.end()
            parts = []
        elif not piece.startswith("#"):
            parts.append(piece)


def _before_value(statement: str) -> str:
    """Give the key of a statement: what stands before the first sign of equality outside quotation marks."""
    match = re.match(r"""(?:"(?:\\.|[^"\\])*"|'[^']*'|[^="'])*""", statement)
    return match.group().strip() if match else statement


def _names(dotted: str) -> Key:
    """Take a dotted key apart."""
    try:
        level = tomllib.loads(f"{dotted} = 0")
    except tomllib.TOMLDecodeError:
        return (dotted,)
    names: list[str | int] = []
    value: object = level
    while isinstance(value, dict):
        ((name, value),) = value.items()
        names.append(name)
    return tuple(names)


def _numbered(name: Key, counts: Counter[Key]) -> Key:
    """Give the key of a new entry of an array of tables."""
    counts[name] += 1
    return (*name, counts[name] - 1)


def _current(name: Key, counts: Counter[Key]) -> Key:
    """Give the key of a table, inside the latest entry where a part of its name is an array of tables."""
    for length in range(len(name), 0, -1):
        if counts[name[:length]]:
            return (*name[:length], counts[name[:length]] - 1, *name[length:])
    return name
