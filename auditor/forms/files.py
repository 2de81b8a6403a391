"""File names for the forms of articles, as every system accepts them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

# Not allowed in names on Windows, or obeyed by shells and terminals.
_UNSAFE = re.compile(r'[<>:"|?*\\/\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_LONGEST_PART = 120  # bytes; common file systems allow 255 and the program adds endings
_HASH_DIGITS = 8


class ReportPaths:
    """Gives each article of a run a path for its report, parts joined by `/`, mirroring its id.

    The paths are unique even where capital letters do not count.
    """

    def __init__(self, *, ending: str = ".html", taken: Iterable[str] = ()) -> None:
        """Begin without any path but those already `taken`."""
        self._ending = ending
        self._used = {path.casefold() for path in taken}

    def path(self, id: str) -> str:
        """Give the next free path for an article of this id."""
        stem = _safe_path(id, self._ending)
        path, number = f"{stem}{self._ending}", 1
        while path.casefold() in self._used:
            number += 1
            path = f"{stem}-{number}{self._ending}"
        self._used.add(path.casefold())
        return path


def report_paths(ids: Iterable[str], *, ending: str = ".html", taken: Iterable[str] = ()) -> list[str]:
    """Give a relative path for each article's report; they are unique and differ from those in `taken`."""
    paths = ReportPaths(ending=ending, taken=taken)
    return [paths.path(id) for id in ids]


def _safe_path(id: str, ending: str) -> str:
    *folders, name = [_safe_part(part) for part in id.split("/") if part] or ["_"]
    # A folder named like a report would stand in the way of that report.
    folders = [f"{part}_" if part.casefold().endswith(ending) else part for part in folders]
    return "/".join([*folders, name])


def _safe_part(part: str) -> str:
    safe = _UNSAFE.sub("_", part).strip(" ").rstrip(".")
    if not safe or _RESERVED.fullmatch(safe) or safe.startswith((".", "-")):
        safe = f"_{safe}"
    encoded = safe.encode()
    if len(encoded) <= _LONGEST_PART:
        return safe
    digest = hashlib.sha256(encoded).hexdigest()[:_HASH_DIGITS]
    return f"{encoded[: _LONGEST_PART - _HASH_DIGITS - 1].decode(errors='ignore')}-{digest}"
