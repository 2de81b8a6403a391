"""Writes the forms to disk: whole files or none, and file names that every system accepts.

A file appears under its name only when it is complete; whatever stops the program before leaves the old one.
"""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from auditor.errors import ReportError

# Not allowed in names on Windows, or obeyed by shells and terminals.
_UNSAFE = re.compile(r'[<>:"|?*\\/\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_LONGEST_PART = 120  # bytes; common file systems allow 255 and the program adds endings
_HASH_DIGITS = 8


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """Open a UTF-8 text file that takes its name only when the block ends without an error.

    Missing folders are made.

    Raises:
        ReportError: the file cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".part")
    except OSError as error:
        raise _not_written(path, error) from error
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            yield file
            _finish(file, part, path)
        part.replace(path)
    except OSError as error:
        raise _not_written(path, error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def write_whole(path: Path, pieces: Iterable[str]) -> None:
    """Write a text file, whole or not at all.

    Raises:
        ReportError: the file cannot be written.
    """
    with whole_file(path) as file:
        for piece in pieces:
            file.write(piece)


def report_paths(ids: Iterable[str], *, ending: str = ".html", taken: Iterable[str] = ()) -> list[str]:
    """Give a relative path for each article's report, parts joined by `/`, mirroring the ids.

    The paths are unique even where capital letters do not count, and differ from those in `taken`.
    """
    used = {path.casefold() for path in taken}
    paths = []
    for id in ids:
        stem = _safe_path(id, ending)
        path, number = f"{stem}{ending}", 1
        while path.casefold() in used:
            number += 1
            path = f"{stem}-{number}{ending}"
        used.add(path.casefold())
        paths.append(path)
    return paths


def _finish(file: TextIO, part: Path, path: Path) -> None:
    """Bring the file to the disk and give it the rights that a new file has."""
    file.flush()
    os.fsync(file.fileno())
    if path.exists():
        mode = path.stat().st_mode & 0o777
    else:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    with suppress(OSError):  # some file systems know no rights
        part.chmod(mode)


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


def _not_written(path: Path, error: OSError) -> ReportError:
    return ReportError(
        f"cannot be written: {error.strerror or error}", where=str(path), fix="Choose another place with -o."
    )
