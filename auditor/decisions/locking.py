"""One writer at a time: a lock that the operating system gives back when its holder ends, however it ends."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from auditor.errors import SettingsError

WAIT = 10.0
_PAUSE = 0.02

if sys.platform == "win32":
    import msvcrt

    def _try(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _try(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def locked(path: Path, *, wait: float = WAIT) -> Iterator[None]:
    """Hold the lock of a file; others wait, at most so many seconds.

    The lock is a hidden file beside it, since the file itself is replaced by writing. It stays; only holding it counts.

    Raises:
        SettingsError: somebody else held it all the time, or the folder cannot be written to.
    """
    beside = path.with_name(f".{path.name}.lock")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(beside, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise SettingsError(f"cannot be written: {error.strerror or error}", where=str(path)) from error
    try:
        _wait(handle, path, wait)
        yield
    finally:
        os.close(handle)


def _wait(handle: int, path: Path, wait: float) -> None:
    end = time.monotonic() + wait
    while True:
        try:
            _try(handle)
            return
        except OSError as error:
            if time.monotonic() >= end:
                fix = "Try again in a moment."
                raise SettingsError("somebody else is writing this file", where=str(path), fix=fix) from error
            time.sleep(_PAUSE)
