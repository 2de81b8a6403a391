"""Web archives (WARC, ISO 28500) to pages: the HTML of successful responses, each with its address.

Read with warcio as a stream, so that an archive may be of any size.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from auditor.errors import InputError
from auditor.reading.extras import needed
from auditor.reading.sources import Content

_KINDS = ("text/html", "application/xhtml+xml")


def warc_pages(stream: BinaryIO, limit: int, where: str) -> Iterator[tuple[int, str, Content | InputError]]:
    """Give the pages of a web archive: number of the record from 1, address, and content or why it cannot be read.

    Raises:
        InputError: it is damaged, or warcio is not installed.
    """
    iterator = needed("warcio.archiveiterator", extra="archive", what="web archives", where=where)
    errors = needed("warcio.exceptions", extra="archive", what="web archives", where=where)
    number = 0
    try:
        for record in iterator.ArchiveIterator(stream):
            number += 1
            if record.rec_type == "response" and _is_page(record):
                address = record.rec_headers.get_header("WARC-Target-URI") or ""
                yield number, address, _content(record, address.strip("<>"), limit, f"{where} (record {number})")
    except (errors.ArchiveLoadFailed, OSError, EOFError, ValueError, IndexError, AttributeError) as error:
        said = " ".join(str(error).split())[:120] or type(error).__name__
        raise InputError(f"damaged after record {number}: {said}", where=where, fix="It may be cut off.") from error
    if not number:
        raise InputError("there is no record in this web archive", where=where)


def _is_page(record: Any) -> bool:  # noqa: ANN401 - warcio ships no types
    headers = record.http_headers
    if headers is None or not headers.get_statuscode().startswith("2"):
        return False
    return (headers.get_header("Content-Type") or "").split(";")[0].strip().lower() in _KINDS


def _content(record: Any, address: str, limit: int, where: str) -> Content | InputError:  # noqa: ANN401
    data = record.content_stream().read(limit + 1)
    if len(data) > limit:
        return InputError(f"larger than {limit / 1_000_000:g} MB", where=where)
    if getattr(record.raw_stream, "limit", 0) and not record.raw_stream.read(1):  # bytes that were promised
        return InputError("the record is cut off", where=where)
    kind = record.http_headers.get_header("Content-Type") or ""
    charset = kind.lower().partition("charset=")[2].partition(";")[0].strip(" \"'")
    seen = record.rec_headers.get_header("WARC-Date")
    notes = (f"Archived on {seen}.",) if seen else ()
    return Content(data, address or "page.html", encoding=charset or None, url=address or None, notes=notes)
