"""Files appear under their name only when they are complete; whatever stops the program before leaves the old one."""

from __future__ import annotations

import io
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, TextIO

from auditor.errors import ReportError


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """Open a UTF-8 text file that takes its name only when the block ends without an error.

    Missing folders are made.

    Raises:
        ReportError: the file cannot be written.
    """
    with _whole_binary(path) as binary:
        file = io.TextIOWrapper(binary, encoding="utf-8", errors="backslashreplace", newline="\n")
        try:
            yield file
        finally:
            file.detach()  # writes what is left; the binary file is finished and closed by its own block


def write_whole_bytes(path: Path, content: bytes) -> None:
    """Write a file of bytes, whole or not at all.

    Raises:
        ReportError: the file cannot be written.
    """
    with _whole_binary(path) as file:
        file.write(content)


def second_name(source: Path, target: Path) -> None:
    """Give a file a second name, replacing what had it; a file system without such names gets a copy.

    Raises:
        OSError: neither can be done.
    """
    if target.exists() and target.samefile(source):
        return
    part = target.with_name(f".{target.name}.part")
    part.unlink(missing_ok=True)
    try:
        os.link(source, part)
    except OSError:
        shutil.copyfile(source, part)
    part.replace(target)


@contextmanager
def _whole_binary(path: Path) -> Iterator[BinaryIO]:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".part")
    except OSError as error:
        raise _not_written(path, error) from error
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
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


def _finish(file: BinaryIO, part: Path, path: Path) -> None:
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


def _not_written(path: Path, error: OSError) -> ReportError:
    return ReportError(
        f"cannot be written: {error.strerror or error}", where=str(path), fix="Choose another place with -o."
    )
