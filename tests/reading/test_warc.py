"""Web archives: pages of successful responses, with their address and encoding."""

from __future__ import annotations

import io

import pytest
from reading.forms import warc
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from auditor.errors import InputError
from auditor.reading.warc import warc_pages


def record(
    status: str = "200 OK", kind: str = "text/html; charset=ISO-8859-1", body: bytes = b"<p>x</p>", **headers: str
):
    data = io.BytesIO()
    writer = WARCWriter(data, gzip=False)
    stated = [("Content-Type", kind), *((name.replace("_", "-"), value) for name, value in headers.items())]
    http = StatusAndHeaders(status, stated, protocol="HTTP/1.1")
    writer.write_record(
        writer.create_warc_record("https://a.example/1", "response", payload=io.BytesIO(body), http_headers=http)
    )
    return data.getvalue()


def pages(data: bytes, limit: int = 1000):
    return list(warc_pages(io.BytesIO(data), limit, "x"))


def test_pages_have_their_address_and_encoding():
    ((number, address, content),) = pages(record())
    assert (number, address, content.url, content.encoding) == (
        1,
        "https://a.example/1",
        "https://a.example/1",
        "iso-8859-1",
    )
    assert content.data == b"<p>x</p>"
    assert content.notes[0].startswith("Archived on ")


@pytest.mark.parametrize(
    ("status", "kind"), [("404 Not Found", "text/html"), ("200 OK", "image/png"), ("301 Moved", "text/html")]
)
def test_other_answers_are_passed_over(status, kind):
    assert pages(record(status, kind)) == []


def test_packed_pages_are_unpacked_and_have_a_limit():
    import gzip

    ((_, _, content),) = pages(record(body=gzip.compress(b"<p>y</p>"), Content_Encoding="gzip"))
    assert content.data == b"<p>y</p>"
    ((_, _, error),) = pages(record(body=gzip.compress(b"0" * 50_000), Content_Encoding="gzip"))
    assert isinstance(error, InputError)


def test_a_record_that_is_cut_off_is_an_error_and_those_before_it_are_read():
    whole = warc((("https://a.example/1", b"<p>x</p>"), ("https://a.example/2", b"<p>" + b"y" * 500)), packed=False)
    found = pages(whole[:-200])
    assert [isinstance(content, InputError) for _, _, content in found] == [False, True]


@pytest.mark.parametrize("data", [b"WARC/1.0\r\nWARC-Type: response\r\n\r\n", b"WARC/9 what"])
def test_what_is_no_archive(data):
    with pytest.raises(InputError):
        pages(data)
