"""Writes one decision into a decisions file, under a lock and whole or not at all.

Only the lines of that decision change; comments and the order of everything else stay, so that a difference is short.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from auditor.decisions.entries import KEYS, MAX_CHARACTERS, Book, Entry, book_from_text, is_fingerprint, load
from auditor.decisions.locking import locked
from auditor.errors import SettingsError
from auditor.rules.nodes import Problems, items, read_yaml
from auditor.writing import write_whole

HEAD = """\
# Decisions about findings, written by `auditor decide` or by hand; docs/decisions.md explains the keys.
# A decision without a reason, a name or a day silences nothing.
"""


class Changed(SettingsError):  # noqa: N818  # it says what happened, not what failed
    """Somebody else decided about the same finding in the meantime."""


def record(path: Path, entry: Entry, *, seen: Entry | None = None, check_seen: bool = False) -> None:
    """Write a decision, in place of an earlier one about the same finding of the same article.

    Args:
        path: the decisions file; made when missing.
        entry: the decision.
        seen: the decision about this finding that the caller showed; null for none.
        check_seen: refuse when the file holds another one than `seen`, so that two editors notice each other.

    Raises:
        Changed: the file holds another decision than the caller saw.
        SettingsError: the decision is not whole, the file is not a decisions file or cannot be written.
    """
    _check(entry)
    if path.is_symlink():  # it may have come with the articles
        raise SettingsError("the decisions file is a link", where=str(path), fix="Name the file itself.")
    with locked(path):
        text = path.read_text(encoding="utf-8") if path.exists() else HEAD
        before = book_from_text(text, file=path.name)
        known = find(before, entry.fingerprint, entry.article)
        if check_seen and (known and known.decision) != (seen and seen.decision):
            by = f" by {known.decision.by}" if known else ""
            raise Changed(f"the decision about {entry.fingerprint} was changed{by} in the meantime", where=str(path))
        after = _with_entry(text, entry, path)
        _check_kept(before, book_from_text(after, file=path.name), entry, path)
        write_whole(path, [after])


def find(book: Book, fingerprint: str, article: str | None) -> Entry | None:
    """Give the decision about a finding of an article, or null."""
    return next((each for each in book.entries if (each.fingerprint, each.article) == (fingerprint, article)), None)


def recorded(path: Path, fingerprint: str, article: str | None) -> Entry | None:
    """Give the decision that a file holds about a finding of an article, or null."""
    return find(load(path), fingerprint, article)


def _check(entry: Entry) -> None:
    """Refuse a decision that would not count."""
    decision = entry.decision
    if not is_fingerprint(entry.fingerprint):
        raise SettingsError(f"'{entry.fingerprint}' is no fingerprint", fix="Take it from the report or the audit.")
    for name, value in (("by", decision.by), ("reason", decision.reason)):
        if not value.strip():
            raise SettingsError(f"a decision needs '{name}'", fix=f"Say it with --{name}.")
    for name, day in (("date", decision.date), ("until", decision.until or decision.date)):
        try:
            datetime.date.fromisoformat(day)
        except ValueError as error:
            fix = "Write year, month and day, such as 2026-03-01."
            raise SettingsError(f"'{day}' is no day", where=name, fix=fix) from error
    if decision.until is not None and decision.until < decision.date:
        raise SettingsError(
            "the last day lies before the day of the decision", where="until", fix="Choose a later day."
        )


def _with_entry(text: str, entry: Entry, path: Path) -> str:
    """Put a decision in the place of an earlier one, or at the end."""
    problems = Problems(path.name)
    node = read_yaml(text, problems, limit=MAX_CHARACTERS)
    if problems.found or not (node is None or _is_block_list(node)):
        why = str(problems.found[0]) if problems.found else "it is not a list with a '- ' before each decision"
        raise SettingsError(f"the decisions file must be put right first: {why}", where=str(path))
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    block = _block(entry)
    for item in items(node) if node is not None else ():
        if _is_about(item, entry):
            start, end = item.start_mark.line, _end(item, lines)
            return "".join([*lines[:start], block, *lines[end:]])
    return "".join([*lines, block])


def _is_block_list(node: Node) -> bool:
    if isinstance(node, ScalarNode):
        return not node.value.strip()
    return isinstance(node, SequenceNode) and not node.flow_style


def _is_about(item: Node, entry: Entry) -> bool:
    if not isinstance(item, MappingNode):
        return False
    values = {key.value: value.value for key, value in item.value if isinstance(key, ScalarNode)}
    return values.get("fingerprint") == entry.fingerprint and (values.get("article") or None) == entry.article


def _end(item: Node, lines: list[str]) -> int:
    """Give the line after a decision; blank lines and comments below it belong to what follows."""
    end = min(item.end_mark.line + (1 if item.end_mark.column else 0), len(lines))
    while end > item.start_mark.line + 1 and not lines[end - 1].split("#")[0].strip():
        end -= 1
    return int(end)


def _block(entry: Entry) -> str:
    values = _values(entry)
    written = [_written(key, values[key]) for key in KEYS if values.get(key) is not None]
    return "- " + "  ".join(written)


def _values(entry: Entry) -> dict[str, str | datetime.date | None]:
    decision = entry.decision
    return {
        "fingerprint": entry.fingerprint,
        "article": entry.article,
        "rule": entry.rule,
        "words": entry.words,
        "state": str(decision.state),
        "by": decision.by,
        "reason": decision.reason,
        "date": datetime.date.fromisoformat(decision.date),
        "until": datetime.date.fromisoformat(decision.until) if decision.until else None,
    }


def _written(key: str, value: str | datetime.date | None) -> str:
    """Write one key and its value on one line, quoted only where YAML needs it."""
    plain = _one_line(value) if isinstance(value, str) else value
    return str(yaml.safe_dump({key: plain}, allow_unicode=True, width=1_000_000))


def _one_line(text: str) -> str:
    """Give a text on one line; half of a surrogate pair, which no file can hold, is a replacement character."""
    return " ".join(text.encode("utf-8", "replace").decode("utf-8").split())


def _check_kept(before: Book, after: Book, entry: Entry, path: Path) -> None:
    """Make sure that the new text holds the new decision and every other one as it was."""
    key = (entry.fingerprint, entry.article)
    kept = _plain(each for each in before.entries if (each.fingerprint, each.article) != key)
    now = _plain(each for each in after.entries if (each.fingerprint, each.article) != key)
    if kept != now or find(after, *key) is None:
        fix = "Write this decision by hand."
        raise SettingsError("the decision does not fit into this file as it is written", where=str(path), fix=fix)


def _plain(entries: Iterable[Entry]) -> list[Entry]:
    """Give decisions without their lines, which move."""
    return [replace(entry, where="") for entry in entries]
