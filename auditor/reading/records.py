"""A record, as corpora and feeds hold articles, to an article: which column is what, and text or HTML.

Columns are named on the command line or known by their usual names. A record in IPTC's ninjs form is read as that.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from auditor.errors import InputError
from auditor.reading.blocks import Block, article_from_blocks, same_words
from auditor.reading.credits import without_by
from auditor.reading.genres import genre_named
from auditor.reading.markup import blocks_of_html
from auditor.reading.ninjs import article_from_ninjs, is_ninjs
from auditor.reading.plain import article_from_text
from auditor.text import Article, Metadata, ZoneKind

Record = Mapping[str, Any]

# Usual names of columns, the likeliest first; compared in lower case without signs between words.
_NAMES: dict[str, tuple[str, ...]] = {
    "text": tuple(
        "articlebody bodytext bodyhtml bodyxhtml fulltext maintext articletext contentencoded text body content "
        "contenthtml contenttext article story html".split()
    ),
    "id": ("id", "uuid", "guid", "docid", "articleid", "uri", "key"),
    "url": ("url", "link", "canonicalurl", "weburl", "href", "address"),
    "title": ("title", "headline", "heading", "headlines"),
    "standfirst": ("standfirst", "subtitle", "subheadline", "dek", "deck"),
    "byline": ("byline", "author", "authors", "creator", "dccreator", "writer", "by"),
    "publisher": ("publisher", "publication", "outlet", "source", "sitename", "newspaper", "publishername"),
    "published": ("published", "datepublished", "publishedat", "publicationdate", "pubdate", "date", "publishdate"),
    "updated": ("updated", "datemodified", "modified", "updatedat", "lastmodified"),
    "language": ("language", "lang", "inlanguage"),
    "genre": ("genre",),
    "section": ("section", "category", "type", "desk"),
    "dateline": ("dateline",),
    "agency": ("agency", "credit", "newsagency"),
    "corrections": ("correction", "corrections", "editorsnote"),
}
FIELDS = tuple(_NAMES)
_MARKUP = re.compile(
    r"<(?:p|div|br|h[1-6]|ul|ol|li|blockquote|article|section|span|a|em|strong|b|i)\b[^<>]*/?>", re.IGNORECASE
)
_OURS = frozenset({"schema_version", "tool", "article", "findings"})
_SHOWN_COLUMNS = 12


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a corpus holds what, as the user says; null where usual names are tried.

    Names may be paths through nested records, parts joined by a full stop.
    """

    text: str | None = None
    id: str | None = None
    url: str | None = None
    title: str | None = None


def record_id(record: Record, columns: Columns) -> str | None:
    """Give what a record says its id is, or null."""
    return _one_line(_value(record, "id", columns))


def article_from_record(
    record: Record, *, id: str, where: str, columns: Columns | None = None, notes: tuple[str, ...] = ()
) -> Article:
    """Make an article of a record.

    Raises:
        InputError: no column holds its text, or it is no article.
    """
    known = columns or Columns()
    if record.keys() >= _OURS:
        raise InputError("this is an audit, not an article", where=where)
    if is_ninjs(record) and known.text is None:
        return article_from_ninjs(record, id=id, where=where, notes=notes)
    text = _value(record, "text", known)
    if not isinstance(text, str) or not text.strip():
        raise _without_text(record, text, where, known)
    metadata = metadata_of_record(record, known)
    standfirst = _one_line(_value(record, "standfirst", known))
    if _MARKUP.search(text):
        blocks = [*_standfirst(standfirst), *blocks_of_html(text, where=where, base=metadata.url)]
        return article_from_blocks(blocks, id=id, metadata=metadata, notes=notes)
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return _from_plain(plain, standfirst, id=id, metadata=metadata, notes=notes)


def _from_plain(text: str, standfirst: str | None, *, id: str, metadata: Metadata, notes: tuple[str, ...]) -> Article:
    """Read plain text as it stands, under its headline and standfirst where it does not begin with them."""
    title = metadata.title
    first = text.strip().partition("\n")[0]
    if title is None or (same_words(first, title) and not standfirst):
        return article_from_text(text, id=id, metadata=metadata, notes=notes)
    body = article_from_text(text, headline=False)
    blocks = [
        *_standfirst(standfirst),
        *(Block(" ".join(body.text[part.start : part.end].split())) for part in body.paragraphs),
    ]
    if blocks and same_words(first, title):
        blocks = [block for block in blocks if not same_words(block.text, title)]
    return article_from_blocks(blocks, id=id, metadata=metadata, notes=notes)


def _standfirst(text: str | None) -> list[Block]:
    return [Block(text, ZoneKind.STANDFIRST)] if text else []


def _without_text(record: Record, text: object, where: str, columns: Columns) -> InputError:
    if text is not None and columns.text is None and not str(text).strip():
        return InputError("there is no text in this record", where=where)
    names = [str(name) for name in record][:_SHOWN_COLUMNS]
    shown = ", ".join(" ".join(name.split())[:40] for name in names) or "none"
    wanted = f"no column '{columns.text}' with a text" if columns.text else "no column is known to hold the text"
    fix = f"Name it with --text-field; there are: {shown}."
    return InputError(wanted, where=where, fix=fix)


def metadata_of_record(record: Record, columns: Columns | None = None) -> Metadata:
    """Give the metadata that a record states, by the usual names of columns or the user's."""
    columns = columns or Columns()
    told = {name: _one_line(_value(record, name, columns)) for name in FIELDS}
    byline, corrections = told["byline"], told["corrections"]
    return Metadata(
        title=told["title"],
        byline=without_by(byline) if byline else None,
        publisher=told["publisher"],
        published=told["published"],
        updated=told["updated"],
        url=told["url"],
        language=told["language"],
        genre=genre_named(told["genre"]) or genre_named(told["section"]) or told["genre"],
        dateline=told["dateline"],
        agency=told["agency"],
        corrections=(corrections,) if corrections else (),
    )


def _value(record: Record, field: str, columns: Columns) -> object:
    asked = getattr(columns, field, None)
    if asked is not None:
        return _at_path(record, asked)
    by_name = {re.sub(r"[^a-z0-9]", "", str(name).casefold()): value for name, value in record.items()}
    return next((by_name[name] for name in _NAMES[field] if by_name.get(name) not in (None, "", [])), None)


def _at_path(record: Record, path: str) -> object:
    if path in record:
        return record[path]
    value: object = record
    for part in path.split("."):
        if not isinstance(value, Mapping) or part not in value:
            return None
        value = value[part]
    return value


def _one_line(value: object) -> str | None:
    """Put a value on one line: a name, a list of them, an object with a name or a value."""
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("value") or value.get("title")
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        parts = [part for part in map(_one_line, value) if part]
        return (", ".join(parts[:-1]) + " and " + parts[-1]) if len(parts) > 1 else next(iter(parts), None)
    if isinstance(value, bool) or value is None:
        return None
    return " ".join(str(value).split()) or None


def record_from_json(data: bytes, *, where: str) -> Record:
    """Read one JSON object.

    Raises:
        InputError: it is no JSON object.
    """
    try:
        record = json.loads(data)
    except (ValueError, RecursionError) as error:
        said = getattr(error, "msg", "") or "it is nested too deep or not text"
        raise InputError(f"not JSON: {said}", where=where, fix="It may be cut off or damaged.") from error
    if not isinstance(record, dict):
        raise InputError("not a record but a single value", where=where)
    return record
