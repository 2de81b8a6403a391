"""Inputs to single articles: opens what holds several, and gives each as an input of its own, one at a time.

This is the seam that runs over many articles stand on: `opened` is lazy, keeps one article's bytes at a time, and never
raises for what it reads. Each input it gives is read by `read.read_input`, in any process, into an `Article`, or raises
an `InputError` with the reason. What is no container passes through unopened, to be read where it is audited.
"""

from __future__ import annotations

import dataclasses
import hashlib
import io
import sys
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from auditor.errors import InputError
from auditor.reading.archives import Member, is_word, zip_members
from auditor.reading.feeds import feed_records
from auditor.reading.inputs import STANDARD_INPUT, is_url
from auditor.reading.newsml import news_items
from auditor.reading.recognition import SEVERAL, Form, recognise
from auditor.reading.records import record_from_json, record_id
from auditor.reading.selection import is_article, unpacked_name
from auditor.reading.settings import Reading
from auditor.reading.sidecar import metadata_in
from auditor.reading.sources import Content, Input, failing, overlaid
from auditor.reading.streams import headed, ungzipped, unzstd, whole
from auditor.reading.tables import Row, csv_rows, json_line_rows, json_rows, parquet_rows
from auditor.reading.warc import warc_pages

_DEPTH = 4
_LONGEST_ID = 200
_ROWS = {
    Form.JSON: json_rows,
    Form.JSON_LINES: json_line_rows,
    Form.TABLE: csv_rows,
    Form.PARQUET: parquet_rows,
}


def opened(
    sources: Iterable[Input], settings: Reading | None = None, *, stdin: BinaryIO | None = None
) -> Iterator[Input]:
    """Give an input for every article, in order; ids stay unique when they were.

    Args:
        sources: files, addresses and standard input, as `inputs.expand` gives them.
        settings: how to read; null for the defaults.
        stdin: where `-` is read from; null for the process's standard input.
    """
    known = settings or Reading()
    for source in sources:
        try:
            yield from _opened(source, known, stdin)
        except InputError as error:
            yield failing(source, error)


def _opened(source: Input, settings: Reading, stdin: BinaryIO | None) -> Iterator[Input]:
    content = source.content
    if source.problem is not None or (content is not None and content.form is not None):
        yield source
    elif content is not None:
        yield from _within(source, io.BytesIO(content.data), content, settings)
    elif is_url(source.place):
        from auditor.reading.fetching import fetched

        page = fetched(source, settings)
        yield from _within(source, io.BytesIO(page.data), page, settings)
    elif source.place == STANDARD_INPUT:
        yield from _within(source, stdin or sys.stdin.buffer, Content(b"", "-"), settings)
    else:
        yield from _of_file(source, settings)


def _of_file(source: Input, settings: Reading) -> Iterator[Input]:
    """Open a file that holds several articles; any other one passes through."""
    try:
        file = Path(source.place).open("rb")  # noqa: SIM115 - closed below, where the generator ends
    except (OSError, ValueError):
        yield source
        return
    with file:
        try:
            head, _ = headed(file)
            form = recognise(head, source.place, where=source.place)
        except (InputError, OSError):
            yield source
            return
        if form not in SEVERAL or (form is Form.ZIP and is_word(file)):
            yield source
        else:
            yield from _within(source, file, Content(b"", source.place), settings)


def _within(source: Input, stream: BinaryIO, about: Content, settings: Reading, *, depth: int = 0) -> Iterator[Input]:
    """Give the articles of a stream, which may hold one or several, of a form that it tells itself."""
    where = "standard input" if source.place == STANDARD_INPUT else source.place
    head, stream = headed(stream)
    form = about.form or recognise(head, about.url or about.name, where=where)
    if form in (Form.ZIP, Form.PARQUET) and not stream.seekable():
        stream = io.BytesIO(whole(stream, settings.max_container_bytes, where))
    if form not in SEVERAL or (form is Form.ZIP and is_word(stream)):
        data = whole(stream, settings.max_bytes, where)
        yield dataclasses.replace(source, content=dataclasses.replace(about, data=data))
        return
    if depth >= _DEPTH:
        raise InputError(f"containers are nested more than {_DEPTH} deep", where=where)
    if form in (Form.GZIP, Form.ZSTD):
        inner = ungzipped(stream, where) if form is Form.GZIP else unzstd(stream, where)
        name = str(unpacked_name(PurePosixPath(about.name)))
        yield from _within(source, inner, dataclasses.replace(about, name=name, form=None), settings, depth=depth + 1)
    elif form is Form.ZIP:
        yield from _of_zip(source, stream, settings, depth)
    else:
        own = dataclasses.replace(source, content=about)  # what is known of the container holds for its parts
        yield from _single_or_numbered(own, _parts(source, form, stream, settings))


def _of_zip(source: Input, stream: BinaryIO, settings: Reading, depth: int) -> Iterator[Input]:
    found = False
    for member in zip_members(stream, lambda name: is_article(PurePosixPath(name), settings.exclude), source.place):
        found = True
        id = f"{source.id}/{unpacked_name(PurePosixPath(member.name)).with_suffix('')}"
        own = Input(f"{source.place}/{member.name}", id, container=source.container or source.place)
        yield from _of_member(own, member, settings, depth)
    if not found:
        raise InputError("there is no article in this ZIP file", where=source.place)


def _of_member(own: Input, member: Member, settings: Reading, depth: int) -> Iterator[Input]:
    try:
        fields, notes = metadata_in(member.name, member.beside, own.place.rpartition("/")[0])
        about = Content(b"", member.name, fields=fields, notes=notes)
        yield from _within(own, member.open(), about, settings, depth=depth + 1)
    except InputError as error:
        yield failing(own, error)


def _parts(
    source: Input, form: Form, stream: BinaryIO, settings: Reading
) -> Iterator[tuple[str, Content | InputError]]:
    """Give the articles of a feed, a corpus, an envelope or a web archive, each with the words that name it inside."""
    where, limit = source.place, settings.max_bytes
    if form in _ROWS:
        for row in _ROWS[form](stream, limit, where):
            yield _of_row(row, settings, where)
    elif form is Form.FEED:
        for number, (id, record, notes) in enumerate(feed_records(whole(stream, limit, where), where=where), 1):
            yield id or str(number), Content(record, "item.json", Form.RECORD, notes=notes)
    elif form is Form.WARC:
        for number, address, content in warc_pages(stream, limit, where):
            yield f"{number}-{address.partition('://')[2].strip('/')}", content
    else:
        for number, (guid, item) in enumerate(news_items(whole(stream, limit, where), where=where), 1):
            yield guid or str(number), Content(item, "item.xml", Form.NEWSML)


def _of_row(row: Row, settings: Reading, where: str) -> tuple[str, Content | InputError]:
    number, data = row
    if isinstance(data, InputError):
        return str(number), data
    content = Content(data, "record.json", Form.RECORD)
    try:
        id = record_id(record_from_json(data, where=where), settings.columns)
    except InputError:
        id = None  # said when it is read
    return id or str(number), content


def _guarded(parts: Iterator[tuple[str, Content | InputError]]) -> Iterator[tuple[str, Content | InputError]]:
    """Turn an error in the middle into the last part, so that what came before it is read."""
    try:
        yield from parts
    except InputError as error:
        yield "rest", error


def _single_or_numbered(source: Input, parts: Iterator[tuple[str, Content | InputError]]) -> Iterator[Input]:
    """Give inputs of parts; one part alone keeps the id of its file, and ids that come twice get a number."""
    guarded = _guarded(parts)
    first = list(islice(guarded, 2))
    if not first:
        raise InputError("there is no article in it", where=source.place)
    if len(first) == 1:
        yield _part(source, source.id, source.place, first[0][1])
        return
    taken: set[bytes] = set()
    for name, content in chain(first, guarded):
        id, number = f"{source.id}/{_id_part(name)}", 1
        while (key := hashlib.blake2b(id.encode(), digest_size=8).digest()) in taken:
            number += 1
            id = f"{source.id}/{_id_part(name)}-{number}"
        taken.add(key)
        yield _part(source, id, f"{source.place} ({_id_part(name)})", content)


def _part(source: Input, id: str, place: str, content: Content | InputError) -> Input:
    container = source.container or source.place
    if isinstance(content, InputError):
        return failing(Input(place, id, container=container), content)
    fields = source.content.fields if source.content is not None else None
    own = content if fields is None else dataclasses.replace(content, fields=overlaid(content.fields, fields))
    return Input(place, id, content=own, container=container)


def _id_part(name: str) -> str:
    """Make words usable inside an id: no white space, no protocol, not too long."""
    plain = "-".join(name.partition("://")[2].split() or name.split())
    return plain.encode("utf-8", "replace").decode()[:_LONGEST_ID].strip("/") or "article"
