"""Streams: the first bytes seen without losing them, unpacking within bounds, limits."""

from __future__ import annotations

import gzip
import io

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from auditor.errors import InputError
from auditor.reading.recognition import HEAD_BYTES
from auditor.reading.streams import Rejoined, check_growth, headed, lines, ungzipped, unzstd, whole


class Pipe(io.RawIOBase):
    """A stream that cannot go back."""

    def __init__(self, data: bytes):
        self._inner = io.BytesIO(data)

    def readable(self):
        return True

    def read(self, size=-1):
        return self._inner.read(size)


@pytest.mark.parametrize("make", [io.BytesIO, Pipe])
def test_the_first_bytes_come_again(make):
    data = bytes(range(256)) * 1000
    head, stream = headed(make(data))
    assert head == data[:HEAD_BYTES]
    assert stream.read() == data


@given(st.binary(max_size=50), st.binary(max_size=50), st.integers(1, 9))
def test_rejoined_streams_lose_nothing(head, rest, size):
    stream = io.BufferedReader(Rejoined(head, io.BytesIO(rest)), buffer_size=size)
    assert stream.read() == head + rest


def test_several_packed_parts_are_one_stream():
    assert ungzipped(io.BytesIO(gzip.compress(b"a") + gzip.compress(b"b")), "x").read() == b"ab"
    pack = zstandard.ZstdCompressor().compress
    assert unzstd(io.BytesIO(pack(b"a") + pack(b"b" * 5000)), "x").read() == b"a" + b"b" * 5000


@pytest.mark.parametrize(
    ("pack", "open_it"), [(gzip.compress, ungzipped), (zstandard.ZstdCompressor().compress, unzstd)]
)
@pytest.mark.parametrize("share", [0.3, 0.99])
def test_packed_data_that_end_early_are_damaged(pack, open_it, share):
    packed = pack(bytes(range(256)) * 90)
    with pytest.raises(InputError, match=r"damaged or cut off|cannot be unpacked"):
        open_it(io.BytesIO(packed[: int(len(packed) * share)]), "x").read()


def test_growth_out_of_proportion_is_refused():
    check_growth(49_000_000, 1, "x")
    check_growth(100_000_000, 10_000_000, "x")
    with pytest.raises(InputError, match="300 times"):
        check_growth(51_000_000, 1000, "x")


def test_a_whole_stream_has_a_limit():
    assert whole(io.BytesIO(b"12345"), 5, "x") == b"12345"
    with pytest.raises(InputError, match="larger than"):
        whole(io.BytesIO(b"123456"), 5, "x")


def test_a_long_line_is_given_cut_and_the_next_one_whole():
    found = list(lines(io.BytesIO(b"ab\n" + b"c" * 50 + b"\nde"), 5, "x"))
    assert found == [b"ab\n", b"cccccc", b"de"]
