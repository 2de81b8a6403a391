"""One input to one `Article`: takes its bytes, chooses the reader by content and then by name, adds what is known.

What the user says comes first, then side-car files, then what a feed or a corpus says, then the article itself. Whether
an article can be audited (language, length) is not decided here.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from auditor.errors import InputError
from auditor.reading.credits import with_credits
from auditor.reading.decoding import Decoded, decode
from auditor.reading.inputs import STANDARD_INPUT, is_url
from auditor.reading.mail import article_from_mail
from auditor.reading.markdown import article_from_markdown
from auditor.reading.newsml import article_from_newsml
from auditor.reading.nitf import article_from_nitf
from auditor.reading.pdf import article_from_pdf
from auditor.reading.plain import article_from_text
from auditor.reading.recognition import HEAD_BYTES, Form, recognise
from auditor.reading.records import article_from_record, record_from_json
from auditor.reading.settings import MAX_BYTES as MAX_BYTES
from auditor.reading.settings import Reading as Reading
from auditor.reading.sidecar import metadata_beside
from auditor.reading.sources import Content, Input, overlaid, stated_fields
from auditor.reading.streams import whole
from auditor.reading.unpacking import opened
from auditor.reading.webpage import article_from_page, declared_encoding
from auditor.reading.word import article_from_word
from auditor.text import Article


@dataclass(frozen=True, slots=True)
class _Document:
    """What a reader is given: the bytes, and what is known of them beforehand."""

    data: bytes
    id: str
    where: str
    encoding: str | None = None
    url: str | None = None
    settings: Reading = field(default_factory=Reading)


def read_input(source: Input | str, settings: Reading | None = None, *, stdin: BinaryIO | None = None) -> Article:
    """Read one article.

    Args:
        source: a path, a URL or `-`, alone or with the article's id, or an input that `unpacking.opened` gave.
        settings: how to read; null for the defaults.
        stdin: where `-` is read from; null for the process's standard input.

    Raises:
        InputError: it cannot be read, is empty, too large, not text, or holds several articles.
    """
    known = settings or Reading()
    named = source if isinstance(source, Input) else Input(source, _id_of(source))
    found = list(islice(opened([named], known, stdin=stdin), 2))
    if len(found) > 1:
        raise InputError("it holds several articles", where=named.place, fix="Audit it with 'auditor batch'.")
    (only,) = found
    if only.problem is not None:
        raise only.problem.error()
    content = only.content if only.content is not None else _file_content(only.place, known.max_bytes)
    return _of_content(only, content, known)


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
        InputError: the document is empty, holds no article, or several.
    """
    return read_input(Input(name, id, content=Content(data, name, encoding=declared, url=url)))


def _of_content(source: Input, content: Content, settings: Reading) -> Article:
    where = "standard input" if source.place == STANDARD_INPUT else source.place
    if not content.data.strip():
        raise InputError("there is nothing in it", where=where, fix="Give an article's text.")
    form = content.form or _form(content, where)
    document = _Document(content.data, source.id, where, content.encoding, content.url, settings)
    article = _READERS[form](document)
    if not article.text.strip():
        raise InputError("there is no text in it", where=where, fix="Give an article's text.")
    stated = overlaid(overlaid(article.metadata, content.fields), settings.metadata)
    if settings.publisher is not None:
        stated = dataclasses.replace(stated, publisher=settings.publisher)
    if content.url and stated.url is None:
        stated = dataclasses.replace(stated, url=content.url)
    given = stated_fields(settings.metadata)
    said = (f"Given by the user: {', '.join(given)}.",) if given else ()
    return with_credits(dataclasses.replace(article, metadata=stated, notes=(*article.notes, *content.notes, *said)))


def _form(content: Content, where: str) -> Form:
    form = recognise(content.data[:HEAD_BYTES], content.url or content.name, where=where)
    return Form.WORD if form is Form.ZIP else form  # other ZIP files were opened before


def _text(document: _Document) -> Decoded:
    declared = document.encoding or declared_encoding(document.data)
    decoded = decode(document.data, declared=declared, where=document.where)
    if not decoded.text.strip():
        fix = "Give an article's text."
        raise InputError("there is nothing in it but white space", where=document.where, fix=fix)
    return decoded


def _plain(document: _Document) -> Article:
    decoded = _text(document)
    return article_from_text(decoded.text, id=document.id, notes=decoded.notes)


def _markdown(document: _Document) -> Article:
    decoded = _text(document)
    return article_from_markdown(decoded.text, id=document.id, where=document.where, notes=decoded.notes)


def _page(document: _Document) -> Article:
    decoded = _text(document)
    return article_from_page(decoded.text, id=document.id, where=document.where, url=document.url, notes=decoded.notes)


def _record(document: _Document) -> Article:
    record = record_from_json(document.data, where=document.where)
    return article_from_record(record, id=document.id, where=document.where, columns=document.settings.columns)


_READERS: dict[Form, Callable[[_Document], Article]] = {
    Form.TEXT: _plain,
    Form.MARKDOWN: _markdown,
    Form.PAGE: _page,
    Form.RECORD: _record,
    Form.WORD: lambda document: article_from_word(document.data, id=document.id, where=document.where),
    Form.PDF: lambda document: article_from_pdf(document.data, id=document.id, where=document.where),
    Form.NITF: lambda document: article_from_nitf(document.data, id=document.id, where=document.where),
    Form.NEWSML: lambda document: article_from_newsml(document.data, id=document.id, where=document.where),
    Form.MAIL: lambda document: article_from_mail(document.data, id=document.id, where=document.where),
}


def _file_content(place: str, limit: int) -> Content:
    """Read a file, at most up to the limit in bytes, with the metadata that stand beside it."""
    try:
        with Path(place).open("rb") as file:
            data = whole(file, limit, place)
    except FileNotFoundError as error:
        raise InputError("no such file", where=place, fix="Check the spelling.") from error
    except IsADirectoryError as error:
        raise InputError("this is a folder, not an article", where=place) from error
    except ValueError as error:  # a NUL in the name
        raise InputError("not a file name", where=place.replace("\x00", "␀")) from error
    except OSError as error:
        raise InputError(f"the file cannot be read: {error.strerror or error}", where=place) from error
    fields, notes = metadata_beside(Path(place))
    return Content(data, place, fields=fields, notes=notes)


def _id_of(place: str) -> str:
    if place == STANDARD_INPUT:
        return "standard-input"
    return place if is_url(place) else Path(place).stem
