"""Reads YAML as nodes that know their line, within bounds, and collects every problem of a file.

Only plain mappings, lists and scalars pass: no tags, no aliases (which make small files huge), no deep nesting, no
large files. Nothing is ever constructed from a tag.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from enum import StrEnum
from typing import Protocol, TypeVar

import yaml
from yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent, NodeEvent, ScalarEvent
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from auditor.errors import AuditorError, RuleFileError

MAX_CHARACTERS = 500_000
MAX_DEPTH = 12
_MANY, _FEW = 30, 5

Entries = dict[str, tuple[Node, Node]]
_Choice = TypeVar("_Choice", bound=StrEnum)

_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Place(Protocol):
    """Where something stands in a file; the YAML readers in Python and in C have a class of their own each."""

    @property
    def line(self) -> int:
        """Give the line, counted from 0."""

    @property
    def column(self) -> int:
        """Give the column, counted from 0."""


class Problems:
    """Every problem found in one rule file, in the order they were found."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[AuditorError] = []

    def add(self, place: Place | Node | None, what: str, fix: str) -> None:
        """Note a problem at a mark or a node; without one it is about the whole file."""
        mark = place.start_mark if isinstance(place, Node) else place
        where = f"{self.file}:{mark.line + 1}:{mark.column + 1}" if mark else self.file
        self.found.append(AuditorError(what, where=where, fix=fix))

    def raise_if_any(self) -> None:
        """Raise everything found.

        Raises:
            RuleFileError: something was found.
        """
        if self.found:
            raise RuleFileError(self.found)


def read_yaml(text: str, problems: Problems, *, limit: int = MAX_CHARACTERS) -> Node | None:
    """Read YAML text of so many characters at most as nodes; null when it cannot be read, with the problem noted."""
    if len(text) > limit:
        problems.add(None, f"the file has {len(text):,} characters", f"Keep such files under {limit:,}.")
        return None
    try:
        # A lone surrogate cannot be in a UTF-8 file, and the C reader stumbles over it.
        text.encode("utf-8")
        if not _is_plain(text, problems):
            return None
        return yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        problems.add(
            error.problem_mark,
            f"not YAML: {error.problem or error.context}",
            "Check indentation, colons and quotation marks.",
        )
    except (yaml.YAMLError, UnicodeError) as error:
        reason = str(error).splitlines()[0]
        problems.add(None, f"not YAML: {reason}", "Save the file as plain text in UTF-8.")
    return None


def pairs(node: Node, problems: Problems, known: Iterable[str] | None, what: str) -> Entries:
    """Give the entries of a mapping as key → (key node, value node), noting what is wrong with its keys.

    Args:
        node: what should be a mapping.
        problems: where problems are noted.
        known: the keys that may occur; null for any.
        what: what the mapping is, for messages ("a rule").
    """
    if not isinstance(node, MappingNode):
        problems.add(node, f"{what} is not a mapping", "Write it as lines of 'key: value'.")
        return {}
    names = None if known is None else list(known)
    found: Entries = {}
    for key, value in node.value:
        if not isinstance(key, ScalarNode):
            problems.add(key, "a key is not a word", "Write each entry as 'key: value'.")
        elif key.value in found:
            problems.add(key, f"'{shortened(key.value)}' is given twice", "Keep one of them.")
        elif names is not None and key.value not in names:
            problems.add(key, f"{what} has no key '{shortened(key.value)}'", choice(key.value, names))
        else:
            found[key.value] = (key, value)
    return found


def text_of(entries: Entries, key: str, problems: Problems) -> str:
    """Give the text after a key on one line, empty without the key or with a problem."""
    if key not in entries:
        return ""
    node = entries[key][1]
    if not isinstance(node, ScalarNode) or is_empty(node):
        problems.add(node, f"'{key}' is not a text", f"Write a sentence after '{key}:'.")
        return ""
    return " ".join(str(node.value).split())


def texts_of(entries: Entries, key: str, problems: Problems) -> tuple[str, ...]:
    """Give the texts of the list after a key; a single text counts as a list of one."""
    if key not in entries or is_empty(entries[key][1]):
        return ()
    nodes = items(entries[key][1])
    for node in nodes:
        if not isinstance(node, ScalarNode) or is_empty(node):
            problems.add(node, f"an entry of '{key}' is not a text", "Write a list such as [AP A1, SPJ].")
    return tuple(" ".join(str(node.value).split()) for node in nodes if isinstance(node, ScalarNode))


def choice_of(entries: Entries, key: str, known: type[_Choice], problems: Problems) -> _Choice | None:
    """Give the word after a key as one of those that may stand there; null without the key or with a problem."""
    if key not in entries:
        return None
    node = entries[key][1]
    given = node.value if isinstance(node, ScalarNode) else ""
    if given in list(known):
        return known(given)
    problems.add(node, f"{key} '{shortened(given)}' is not known", choice(given, list(known)))
    return None


def items(node: Node) -> list[Node]:
    """Give the entries of a list; anything else counts as a list of one."""
    return list(node.value) if isinstance(node, SequenceNode) else [node]


def is_empty(node: Node) -> bool:
    """Tell whether nothing stands after the key."""
    return isinstance(node, ScalarNode) and (node.tag == "tag:yaml.org,2002:null" or not node.value.strip())


def choice(given: str, known: Iterable[str]) -> str:
    """Say which words may be used, the nearest of many, and which one was probably meant."""
    names = list(known)
    near = difflib.get_close_matches(given[:50].casefold(), names, n=1, cutoff=0.6)
    if len(names) > _MANY:
        few = difflib.get_close_matches(given[:50].casefold(), names, n=_FEW, cutoff=0.0)
        listed = f"{', '.join(few)} or another of {len(names)}"
    else:
        listed = f"{', '.join(names[:-1])} or {names[-1]}" if len(names) > 1 else "".join(names)
    return f"Use {listed}" + (f" (did you mean '{near[0]}'?)." if near else ".")


def shortened(text: str) -> str:
    """Give a value for a message: one line, at most 40 characters."""
    flat = " ".join(text.split())
    return flat if len(flat) <= 40 else flat[:40] + "…"


def _is_plain(text: str, problems: Problems) -> bool:
    """Look through the events before anything is built from them."""
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        if depth > MAX_DEPTH:
            problems.add(event.start_mark, "the nesting is too deep", f"Use at most {MAX_DEPTH} levels.")
            return False
        if isinstance(event, AliasEvent) or (isinstance(event, NodeEvent) and event.anchor):
            problems.add(event.start_mark, "anchors and aliases are not allowed", "Write the value out.")
            return False
        if isinstance(event, ScalarEvent | CollectionStartEvent) and event.tag not in (None, "!"):
            problems.add(event.start_mark, f"the tag '{shortened(event.tag)}' is not allowed", "Remove it.")
            return False
    return True
