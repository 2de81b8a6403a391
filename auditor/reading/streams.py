"""Bytes that may be endless or packed, read with bounds: the first bytes seen without losing them, limits on unpacking.

A packed file that grows out of all proportion was made to fill memory or disk, and is refused.
"""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from auditor.errors import InputError
from auditor.reading.extras import needed
from auditor.reading.recognition import HEAD_BYTES

# Text packs to a tenth, tables to a fiftieth; beyond a few hundred it is nothing but repetition.
LARGEST_RATIO = 300
# Below this many bytes any ratio does no harm.
FREE_BYTES = 50_000_000
_LARGEST_WINDOW = 2**27
_FED = 1024


class Rejoined(io.RawIOBase):
    """A stream whose first bytes were read already: gives them once more, then the rest."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill the buffer with what comes next."""
        data = self._head[: len(buffer)] if self._head else self._rest.read(len(buffer))
        self._head = self._head[len(data) :] if self._head else b""
        buffer[: len(data)] = data
        return len(data)


def headed(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """Give the first bytes of a stream, and a stream that still has them."""
    head = stream.read(HEAD_BYTES)
    if stream.seekable():
        stream.seek(0)
        return head, stream
    return head, io.BufferedReader(Rejoined(head, stream))


class _Counted(io.RawIOBase):
    """Counts the packed bytes that were read."""

    def __init__(self, inner: BinaryIO) -> None:
        self._inner = inner
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._inner.read(len(buffer))
        self.count += len(data)
        buffer[: len(data)] = data
        return len(data)


class _Unpacked(io.RawIOBase):
    """Gives what a packed stream holds, and stops it where it grows out of all proportion."""

    def __init__(self, packed: _Counted, opened: BinaryIO, where: str) -> None:
        self._packed = packed
        self._opened = opened
        self._where = where
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            data = self._opened.read(len(buffer))
        except (OSError, EOFError, zlib.error, ValueError) as error:
            raise InputError("the packed data are damaged or cut off", where=self._where) from error
        except Exception as error:  # zstandard's own error, which is a plain exception
            raise InputError(f"cannot be unpacked: {error}", where=self._where) from error
        self._count += len(data)
        check_growth(self._count, self._packed.count, self._where)
        buffer[: len(data)] = data
        return len(data)


def check_growth(unpacked: int, packed: int, where: str) -> None:
    """Refuse what grows out of all proportion.

    Raises:
        InputError: it does.
    """
    if unpacked > FREE_BYTES and unpacked > LARGEST_RATIO * max(packed, 1):
        raise InputError(f"it grows to more than {LARGEST_RATIO} times its size when unpacked", where=where)


def ungzipped(stream: BinaryIO, where: str) -> BinaryIO:
    """Give what a gzip stream holds."""
    packed = _Counted(stream)
    return io.BufferedReader(_Unpacked(packed, gzip.GzipFile(fileobj=packed), where))  # type: ignore[arg-type]


def unzstd(stream: BinaryIO, where: str) -> BinaryIO:
    """Give what a zstd stream holds.

    Raises:
        InputError: zstandard is not installed.
    """
    zstandard = needed("zstandard", extra="archive", what="zstd files", where=where)
    packed = _Counted(stream)
    opened = _Frames(packed, zstandard.ZstdDecompressor(max_window_size=_LARGEST_WINDOW))
    return io.BufferedReader(_Unpacked(packed, opened, where))  # type: ignore[arg-type]


class _Frames:
    """The frames of a zstd stream one after the other; a stream that ends inside one is damaged.

    zstandard's own reader takes an early end for the end. A little is fed at a time, because that little may grow much.
    """

    def __init__(self, packed: _Counted, decompressor: Any) -> None:  # noqa: ANN401 - zstandard's own object
        self._packed = packed
        self._decompressor = decompressor
        self._frame = decompressor.decompressobj()
        self._begun = False
        self._ready = b""

    def read(self, size: int) -> bytes:
        while not self._ready:
            data = self._frame.unused_data if self._frame.eof else b""
            if self._frame.eof:
                self._frame, self._begun = self._decompressor.decompressobj(), False
            data = data or self._packed.read(_FED) or b""
            if not data:
                if self._begun:
                    raise EOFError
                return b""
            self._begun = True
            self._ready = self._frame.decompress(data)
        data, self._ready = self._ready[:size], self._ready[size:]
        return data


def whole(stream: BinaryIO, limit: int, where: str) -> bytes:
    """Read a stream to its end.

    Raises:
        InputError: it is larger than the limit in bytes.
    """
    data = bytearray()
    while len(data) <= limit and (block := stream.read(limit + 1 - len(data))):
        data += block
    if len(data) > limit:
        raise InputError(f"larger than {limit / 1_000_000:g} MB", where=where, fix="Give one article alone.")
    return bytes(data)


def lines(stream: BinaryIO, limit: int, where: str) -> Iterator[bytes]:
    """Give the lines of a stream; one longer than the limit in bytes is given cut, one byte too long."""
    while line := stream.readline(limit + 1):
        yield line
        while len(line) > limit and not line.endswith(b"\n"):
            line = stream.readline(limit + 1)
            if not line:
                return
