"""One input to one `Article`: fetches the bytes, chooses the reader by content and then by name.

Readers so far: plain text and web pages. Whether an article can be audited (language, length) is not decided here.
"""

from __future__ import annotations

import dataclasses
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from auditor.errors import InputError
from auditor.reading.decoding import decode
from auditor.reading.inputs import STANDARD_INPUT, Input, is_url
from auditor.reading.plain import article_from_text
from auditor.reading.webpage import article_from_page, begins_as_page, declared_encoding, is_page_by_name
from auditor.text import Article, Metadata

MAX_BYTES = 20_000_000

# First bytes of files that newsrooms have and that are not text, with what can be done.
_FORMATS = (
    (b"%PDF-", "a PDF file", "Copy its text into a .txt file."),
    (b"PK\x03\x04", "a Word or ZIP file", "Save the article as plain text."),
    (b"\xd0\xcf\x11\xe0", "an old Word file", "Save the article as plain text."),
    (b"{\\rtf", "an RTF file", "Save the article as plain text."),
    (b"\x1f\x8b", "a gzip file", "Unpack it first."),
    (b"\x28\xb5\x2f\xfd", "a zstd file", "Unpack it first."),
    (b"\x89PNG", "a picture", "Give the article's text."),
    (b"\xff\xd8\xff", "a picture", "Give the article's text."),
    (b"GIF8", "a picture", "Give the article's text."),
)


@dataclass(frozen=True, slots=True)
class Reading:
    """How inputs are read.

    Attributes:
        publisher: the outlet that published the articles, whatever they say themselves; null to use what they say.
        allow_private: fetch URLs on private and loopback addresses too.
        max_bytes: size limit of one input in bytes.
    """

    publisher: str | None = None
    allow_private: bool = False
    max_bytes: int = MAX_BYTES


def read_input(source: Input | str, settings: Reading | None = None, *, stdin: BinaryIO | None = None) -> Article:
    """Read one article.

    Args:
        source: a path, a URL or `-`, alone or with the article's id.
        settings: how to read; null for the defaults.
        stdin: where `-` is read from; null for the process's standard input.

    Raises:
        InputError: it cannot be read, is empty, too large, or not text.
    """
    known = settings or Reading()
    named = source if isinstance(source, Input) else Input(source, _id_of(source))
    if is_url(named.place):
        article = _from_url(named, known)
    else:
        data = _bytes_of(named.place, known.max_bytes, stdin)
        article = article_from_bytes(data, id=named.id, name=named.place)
    if known.publisher is None:
        return article
    return dataclasses.replace(article, metadata=dataclasses.replace(article.metadata, publisher=known.publisher))


def article_from_bytes(
    data: bytes, *, id: str, name: str, declared: str | None = None, url: str | None = None
) -> Article:
    """Make an article of a document's bytes.

    Args:
        data: the whole document.
        id: the article's id.
        name: file name or URL, for the choice of the reader and for error messages.
        declared: the encoding that the server stated, if any.
        url: the address of the page, if it came from one.

    Raises:
        InputError: the document is empty, not text, or a page without an article.
    """
    where = "standard input" if name == STANDARD_INPUT else name
    for magic, kind, fix in _FORMATS:
        if data.startswith(magic):
            raise InputError(f"this is {kind}, which cannot be read", where=where, fix=fix)
    if not data.strip():
        raise InputError("there is nothing in it", where=where, fix="Give an article's text.")
    decoded = decode(data, declared=declared or declared_encoding(data), where=where)
    if not decoded.text.strip():
        raise InputError("there is nothing in it but white space", where=where, fix="Give an article's text.")
    if begins_as_page(decoded.text) or (is_page_by_name(url or name, decoded.text)):
        return article_from_page(decoded.text, id=id, where=where, url=url, notes=decoded.notes)
    if decoded.text.lstrip("\ufeff \t\n").startswith("<?xml"):
        raise InputError("this is an XML file but not a web page, and cannot be read", where=where)
    return article_from_text(decoded.text, id=id, metadata=Metadata(url=url), notes=decoded.notes)


def _from_url(source: Input, settings: Reading) -> Article:
    from auditor.reading.fetching import Limits, fetch

    page = fetch(source.place, Limits(max_bytes=settings.max_bytes, allow_private=settings.allow_private))
    return article_from_bytes(page.data, id=source.id, name=page.url, declared=page.encoding, url=page.url)


def _bytes_of(place: str, limit: int, stdin: BinaryIO | None) -> bytes:
    """Read a file or standard input, at most up to the limit in bytes."""
    if place == STANDARD_INPUT:
        return _within((stdin or sys.stdin.buffer).read(limit + 1), limit, "standard input")
    try:
        with Path(place).open("rb") as file:
            return _within(file.read(limit + 1), limit, place)
    except FileNotFoundError as error:
        raise InputError("no such file", where=place, fix="Check the spelling.") from error
    except IsADirectoryError as error:
        raise InputError("this is a folder, not an article", where=place) from error
    except ValueError as error:  # a NUL in the name
        raise InputError("not a file name", where=place.replace("\x00", "␀")) from error
    except OSError as error:
        raise InputError(f"the file cannot be read: {error.strerror or error}", where=place) from error


def _within(data: bytes, limit: int, where: str) -> bytes:
    if len(data) > limit:
        raise InputError(f"larger than {limit / 1_000_000:g} MB", where=where, fix="Give one article alone.")
    return data


def _id_of(place: str) -> str:
    if place == STANDARD_INPUT:
        return "standard-input"
    return place if is_url(place) else Path(place).stem
