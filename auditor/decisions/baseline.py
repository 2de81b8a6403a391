"""An earlier audit as the baseline: which findings an archive had already, by article.

Reads what `auditor batch` or `auditor audit --format jsonl` wrote, of any version: only ids and fingerprints count.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from auditor.errors import InputError

Baseline = Mapping[str, frozenset[str]]


def load_baseline(path: Path) -> Baseline:
    """Read the fingerprints of each article from audits in JSON lines, or from JSON.

    Raises:
        InputError: it cannot be read or is no audit.
    """
    found: dict[str, frozenset[str]] = {}
    for where, audit in _audits(_text(path), str(path)):
        try:
            id, prints = audit["article"]["id"], frozenset(each["fingerprint"] for each in audit["findings"])
            found[id] = found.get(id, frozenset()) | prints
        except (KeyError, TypeError) as error:
            raise InputError("this holds something that is no audit", where=where, fix=_FIX) from error
    return found


def rules_of(path: Path) -> Mapping[str, str]:
    """Read the rule of each fingerprint from the same files.

    Raises:
        InputError: it cannot be read or is no audit.
    """
    found: dict[str, str] = {}
    for where, audit in _audits(_text(path), str(path)):
        try:
            found.update({each["fingerprint"]: each["rule"] for each in audit["findings"]})
        except (KeyError, TypeError) as error:
            raise InputError("this holds something that is no audit", where=where, fix=_FIX) from error
    return found


_FIX = "Choose a file that the auditor wrote, such as audits.jsonl."


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise InputError(f"the audits cannot be read ({reason})", where=str(path)) from error


def _audits(text: str, where: str) -> Iterator[tuple[str, Any]]:
    """Give each audit with its place: a line each, or an object or an array over many lines."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        whole = None
    if whole is not None:
        yield from ((where, audit) for audit in (whole if isinstance(whole, list) else [whole]))
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                yield f"{where}:{number}", json.loads(line)
            except (ValueError, RecursionError) as error:
                raise InputError("this is not JSON", where=f"{where}:{number}", fix=_FIX) from error
