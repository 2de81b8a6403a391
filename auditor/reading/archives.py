"""ZIP archives to their members, one at a time and within limits.

Nothing is written to disk, so that a member's name can lead nowhere; it serves only as an id. A member that is
encrypted, damaged or grows out of all proportion is given as an error in its place.
"""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO, BinaryIO

from auditor.errors import InputError
from auditor.reading.streams import FREE_BYTES, LARGEST_RATIO

# What `zipfile` and the packings raise about files whose bytes are wrong.
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    ValueError,
    OSError,
    EOFError,
    NotImplementedError,
)
_MEMBERS = 2_000_000
_SIDECAR_BYTES = 5_000_000


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive.

    Attributes:
        name: its path inside the archive, made harmless.
        open: opens it for reading; raises InputError when that cannot be done.
        beside: gives the bytes of a file in the same folder of the archive, or null.
    """

    name: str
    open: Callable[[], BinaryIO]
    beside: Callable[[str], bytes | None]


def is_word(stream: BinaryIO) -> bool:
    """Tell whether a ZIP file is a Word document; the stream is back at its start afterwards."""
    try:
        names = zipfile.ZipFile(stream).namelist()
    except DAMAGED:
        return False
    finally:
        stream.seek(0)
    return "word/document.xml" in names


def zip_members(stream: BinaryIO, wanted: Callable[[str], bool], where: str) -> Iterator[Member]:
    """Give the members whose names are wanted, sorted by name.

    Raises:
        InputError: the archive is damaged or holds too many files.
    """
    try:
        archive = zipfile.ZipFile(stream)
        infos = [info for info in archive.infolist() if not info.is_dir()]
    except DAMAGED as error:
        raise InputError("this ZIP file is damaged", where=where, fix="It may be cut off; get it again.") from error
    if len(infos) > _MEMBERS:
        raise InputError(f"it holds more than {_MEMBERS:,} files", where=where)
    by_name = {info.filename: info for info in infos}
    for info in sorted(infos, key=lambda one: PurePosixPath(harmless(one.filename)).parts):
        name = harmless(info.filename)
        if wanted(name):
            yield Member(name, _opener(archive, info, f"{where}/{name}"), _beside(archive, by_name, info.filename))


def harmless(name: str) -> str:
    """Give a member's path without what would lead out of the archive: drives, roots and parent folders."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    readable = [part.replace("\x00", "").rstrip(":") for part in parts]
    return "/".join(part for part in readable if part) or "member"


def _opener(archive: zipfile.ZipFile, info: zipfile.ZipInfo, where: str) -> Callable[[], BinaryIO]:
    def opened() -> BinaryIO:
        if info.flag_bits & 1:
            raise InputError("it is protected with a password", where=where, fix="Unpack it first.")
        if info.file_size > FREE_BYTES and info.file_size > LARGEST_RATIO * max(info.compress_size, 1):
            raise InputError(f"it grows to more than {LARGEST_RATIO} times its size when unpacked", where=where)
        try:
            return _Member(archive.open(info), info.file_size, where)  # type: ignore[return-value]
        except (*DAMAGED, RuntimeError) as error:
            raise InputError("it is damaged or packed in a way that cannot be read", where=where) from error

    return opened


class _Member:
    """A member being read; never more bytes than the archive says it has."""

    def __init__(self, inner: IO[bytes], size: int, where: str) -> None:
        self._inner = inner
        self._left = size
        self._where = where

    def seekable(self) -> bool:
        return False

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        wanted = self._left + 1 if size < 0 else min(size, self._left + 1)
        try:
            data = self._inner.read(wanted)
        except DAMAGED as error:
            raise InputError("it is damaged", where=self._where, fix="Get the archive again.") from error
        self._left -= len(data)
        if self._left < 0:
            raise InputError("it holds more than the archive says", where=self._where)
        return data


def _beside(archive: zipfile.ZipFile, by_name: dict[str, zipfile.ZipInfo], own: str) -> Callable[[str], bytes | None]:
    folder = own.rpartition("/")[0]

    def find(name: str) -> bytes | None:
        info = by_name.get(f"{folder}/{name}" if folder else name)
        if info is None or info.file_size > _SIDECAR_BYTES or info.flag_bits & 1:
            return None
        try:
            return archive.read(info)
        except (*DAMAGED, RuntimeError):
            return None

    return find
