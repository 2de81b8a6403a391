"""Web pages to articles: the main text and metadata of a page, without menus and adverts.

The extraction is trafilatura's, an extra (`source-auditor[web]`), imported only when a page is read.
"""

from __future__ import annotations

import importlib
import re
from pathlib import PurePosixPath

from auditor.errors import InputError
from auditor.reading.plain import article_from_text
from auditor.text import Article, Metadata

_PAGE_ENDINGS = frozenset({".html", ".htm", ".xhtml"})
_PREAMBLE = re.compile(r"(?:\s|\ufeff|<\?xml[^>]*>|<!--.*?-->)*", re.DOTALL)
_PAGE_START = re.compile(r"<!doctype\s+html|<(?:html|head|body)[\s>]", re.IGNORECASE)
_TAG = re.compile(r"<(?:p|div|article|section|main|h[1-6]|span|br|table|title|meta)[\s/>]", re.IGNORECASE)
_DECLARATION = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_XML_DECLARATION = re.compile(rb"\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})[\"']")
_DECLARATION_BYTES = 4096


def begins_as_page(text: str) -> bool:
    """Tell whether a text begins as HTML."""
    preamble = _PREAMBLE.match(text[:_DECLARATION_BYTES])
    return _PAGE_START.match(text, preamble.end() if preamble else 0) is not None


def is_page_by_name(name: str, text: str) -> bool:
    """Tell whether a file is named as a page and holds markup, if only a piece of a page."""
    return PurePosixPath(name).suffix.lower() in _PAGE_ENDINGS and _TAG.search(text) is not None


def declared_encoding(data: bytes) -> str | None:
    """Give the encoding that a page declares in its first 4 kB, or null."""
    head = data[:_DECLARATION_BYTES]
    if not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return None
    match = _XML_DECLARATION.match(head) or _DECLARATION.search(head)
    return match[1].decode("ascii") if match else None


def article_from_page(
    text: str, *, id: str, where: str = "", url: str | None = None, notes: tuple[str, ...] = ()
) -> Article:
    """Make an article of a page's source text.

    The headline comes first when the page states one; the rest is its main text, a line a paragraph.

    Raises:
        InputError: trafilatura is not installed, or the page holds no article.
    """
    extracted = _extracted(text, url, where)
    body = "\n".join(line.strip() for line in str(extracted.get("text") or "").splitlines() if line.strip())
    if not body:
        raise InputError("no article was found in this page", where=where, fix="Save the article as plain text.")
    metadata = Metadata(
        title=_known(extracted.get("title")),
        byline=_known(extracted.get("author")),
        publisher=_known(extracted.get("sitename")),
        published=_known(extracted.get("date")),
        url=url or _known(extracted.get("url")),
        language=_known(extracted.get("language")) or _language(text),
    )
    said = (*notes, "Only the main text of the page was read; menus, links and comments were left out.")
    title = metadata.title
    if title and not _begins_with(body, title):
        return article_from_text(f"{title}\n{body}", id=id, metadata=metadata, notes=said, headline=True)
    return article_from_text(body, id=id, metadata=metadata, notes=said, headline=bool(title) or None)


def _extracted(text: str, url: str | None, where: str) -> dict[str, object]:
    try:
        trafilatura = importlib.import_module("trafilatura")
    except ImportError as error:
        fix = "Install it: pip install 'source-auditor[web]'."
        raise InputError("reading web pages needs trafilatura, which is not installed", where=where, fix=fix) from error
    try:
        extracted = trafilatura.bare_extraction(
            text, url=url, with_metadata=True, include_comments=False, include_tables=False
        )
    except (RecursionError, ValueError, TypeError, AttributeError, LookupError) as error:
        # Pages made to break readers, or broken ones, must not end a run; the library promises nothing about them.
        raise InputError(
            "this page cannot be taken apart", where=where, fix="Save the article as plain text."
        ) from error
    if extracted is None:
        raise InputError("no article was found in this page", where=where, fix="Save the article as plain text.")
    fields: dict[str, object] = extracted.as_dict()
    return fields


def _known(value: object) -> str | None:
    """Give a metadata field on one line, or null where there is nothing in it."""
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _language(text: str) -> str | None:
    match = re.search(
        r"<html[^>]{0,300}?\slang\s*=\s*[\"']?([A-Za-z-]{2,20})", text[:_DECLARATION_BYTES], re.IGNORECASE
    )
    return match[1] if match else None


def _begins_with(body: str, title: str) -> bool:
    first = body.split("\n", 1)[0]
    return first.casefold().strip(" .") == title.casefold().strip(" .")
