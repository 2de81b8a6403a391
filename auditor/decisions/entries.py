"""Reads a decisions file: a list of decisions in YAML, each about the finding with one fingerprint.

What is wrong in the file never stops an audit. A decision that is not whole silences nothing: it is left out, and the
problem is told with its place.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from pathlib import Path

from yaml.nodes import MappingNode, Node, SequenceNode

from auditor.errors import SettingsError
from auditor.findings import Decision, DecisionState
from auditor.fingerprint import LENGTH
from auditor.rules.nodes import Entries, Problems, choice_of, is_empty, items, pairs, read_yaml, shortened, text_of

MAX_CHARACTERS = 5_000_000  # about 25,000 decisions
FILE_NAME = "auditor-decisions.yaml"
REQUIRED = ("fingerprint", "state", "by", "reason", "date")
KEYS = ("fingerprint", "article", "rule", "words", *REQUIRED[1:], "until")

_FINGERPRINT = re.compile(f"[0-9a-f]{{{LENGTH}}}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision as the file holds it.

    Attributes:
        article: the article it is about, as a path from the file's folder without the ending, or its address; null
            for every article with this finding.
        rule: the rule's code, for counting.
        words: the flagged words, for a reader of the file.
        where: file and line, for messages.
    """

    fingerprint: str
    decision: Decision
    article: str | None = None
    rule: str | None = None
    words: str | None = None
    where: str = ""


@dataclass(frozen=True, slots=True)
class Book:
    """Every decision of one file.

    Attributes:
        entries: what can be used, in the order of the file.
        problems: what cannot, a sentence each, with the article it is about where that can be told.
    """

    entries: tuple[Entry, ...] = ()
    problems: tuple[tuple[str | None, str], ...] = ()


def load(path: Path, *, missing_ok: bool = True) -> Book:
    """Read a decisions file; one that is not there holds no decisions.

    Raises:
        SettingsError: it is not there though it should be.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        if missing_ok:
            return Book()
        fix = "Check the spelling; 'auditor decide' makes the file with its first decision."
        raise SettingsError("there is no such decisions file", where=str(path), fix=fix) from error
    except UnicodeDecodeError:
        return Book(problems=((None, f"{path.name}: the decisions file is not UTF-8, so none of it counts."),))
    except OSError as error:
        reason = error.strerror or error
        return Book(problems=((None, f"{path.name}: the decisions file cannot be read ({reason})."),))
    return book_from_text(text, file=path.name)


def book_from_text(text: str, *, file: str = FILE_NAME) -> Book:
    """Read the text of a decisions file."""
    problems = Problems(file)
    node = read_yaml(text, problems, limit=MAX_CHARACTERS)
    if problems.found:
        return Book(problems=tuple((None, f"{problem} No decision of the file counts.") for problem in problems.found))
    if node is None or is_empty(node):
        return Book()
    if not isinstance(node, SequenceNode):
        what = f"{file}:1: the decisions file is not a list, so none of it counts. Begin each decision with '- '."
        return Book(problems=((None, what),))
    entries: dict[tuple[str, str | None], Entry] = {}
    told: list[tuple[str | None, str]] = []
    for item in items(node):
        entry = _entry(item, file, told)
        if entry is None:
            continue
        earlier = entries.pop((entry.fingerprint, entry.article), None)
        if earlier is not None:
            told.append((entry.article, f"{earlier.where}: this decision does not count: {entry.where} comes later."))
        entries[entry.fingerprint, entry.article] = entry
    return Book(tuple(entries.values()), tuple(told))


def is_fingerprint(text: str) -> bool:
    """Tell whether a text has the form of a fingerprint."""
    return _FINGERPRINT.fullmatch(text) is not None


def _entry(node: Node, file: str, told: list[tuple[str | None, str]]) -> Entry | None:
    """Read one decision, or tell every problem in it."""
    problems = Problems(file)
    entries = pairs(node, problems, KEYS, "a decision")
    for key in REQUIRED:
        if isinstance(node, MappingNode) and key not in entries:
            problems.add(node, f"the decision has no '{key}'", f"Add a line '{key}: …'.")
    article = text_of(entries, "article", problems) or None
    fingerprint = text_of(entries, "fingerprint", problems)
    if fingerprint and not is_fingerprint(fingerprint):
        what = f"'{shortened(fingerprint)}' is no fingerprint"
        problems.add(entries["fingerprint"][1], what, f"Write the {LENGTH} letters and digits that the report shows.")
    state = choice_of(entries, "state", DecisionState, problems)
    date, until = _day(entries, "date", problems), _day(entries, "until", problems)
    if date and until and until < date:
        problems.add(entries["until"][1], "'until' lies before 'date'", "Change one of the two.")
    by, reason = text_of(entries, "by", problems), text_of(entries, "reason", problems)
    rule, words = (text_of(entries, key, problems) or None for key in ("rule", "words"))
    if problems.found or state is None:
        told.extend((article, f"{problem} This decision does not count.") for problem in problems.found)
        return None
    decision = Decision(state, by, reason, date, until or None)
    return Entry(fingerprint, decision, article, rule, words, f"{file}:{node.start_mark.line + 1}")


def _day(entries: Entries, key: str, problems: Problems) -> str:
    given = text_of(entries, key, problems)
    if not given:
        return ""
    try:
        return datetime.date.fromisoformat(given).isoformat()
    except ValueError:
        what = f"'{key}' is '{shortened(given)}', which is no day"
        problems.add(entries[key][1], what, "Write year, month and day, such as 2026-03-01.")
        return ""
