"""Which reader a file needs: by its first bytes, and by its name where the bytes leave it open.

Bytes come first because names lie: pages are saved as .txt, Word files as .zip, feeds as .html.
"""

from __future__ import annotations

import codecs
import re
from enum import StrEnum
from pathlib import PurePosixPath

from auditor.errors import InputError
from auditor.reading.webpage import begins_as_page, is_page_by_name

HEAD_BYTES = 65_536


class Form(StrEnum):
    """The forms in which articles come."""

    TEXT = "plain text"
    MARKDOWN = "Markdown"
    PAGE = "a web page"
    WORD = "a Word file"
    PDF = "a PDF file"
    NITF = "an NITF file"
    MAIL = "an e-mail"
    RECORD = "a JSON record"
    # Each of these may hold several articles.
    JSON = "a JSON file"
    JSON_LINES = "a JSON Lines file"
    TABLE = "a table"
    PARQUET = "a Parquet file"
    NEWSML = "a NewsML file"
    FEED = "a feed"
    WARC = "a web archive"
    ZIP = "a ZIP file"
    GZIP = "a gzip file"
    ZSTD = "a zstd file"


SEVERAL = frozenset(
    {Form.JSON, Form.JSON_LINES, Form.TABLE, Form.PARQUET, Form.NEWSML, Form.FEED, Form.WARC, Form.ZIP}
) | {Form.GZIP, Form.ZSTD}

_MAGIC = (
    (b"PK\x03\x04", Form.ZIP),
    (b"PK\x05\x06", Form.ZIP),
    (b"\x1f\x8b", Form.GZIP),
    (b"\x28\xb5\x2f\xfd", Form.ZSTD),
    (b"PAR1", Form.PARQUET),
    (b"WARC/", Form.WARC),
)

# First bytes of files that newsrooms have and that hold no article we can read, with what can be done.
_OTHERS = (
    (b"{\\rtf", "an RTF file", "Save it as .docx or as plain text."),
    (b"\x89PNG", "a picture", "Give the article's text."),
    (b"\xff\xd8\xff", "a picture", "Give the article's text."),
    (b"GIF8", "a picture", "Give the article's text."),
    (b"BZh", "a bzip2 file", "Unpack it first."),
    (b"\xfd7zXZ", "an xz file", "Unpack it first."),
    (b"7z\xbc\xaf", "a 7z file", "Unpack it first."),
    (b"Rar!", "a RAR file", "Unpack it first."),
)
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PDF_BYTES = 1024

# Possessive, so that comments without an end cost no more than a look.
_ROOT = re.compile(
    r"(?>\s|\ufeff|<\?.*?\?>|<!--.*?-->|<!doctype[^>\[]*+(?:\[[^\]]*+\])?\s*+>)*+<(?:[\w.-]++:)?([\w.-]+)",
    re.DOTALL | re.IGNORECASE,
)
_ROOTS = {
    "rss": Form.FEED,
    "rdf": Form.FEED,
    "feed": Form.FEED,
    "nitf": Form.NITF,
    "newsmessage": Form.NEWSML,
    "newsitem": Form.NEWSML,
    "packageitem": Form.NEWSML,
    "html": Form.PAGE,
}
_HEADER = re.compile(r"(?:[A-Za-z][A-Za-z0-9-]*+:[^\n]*+\n(?:[ \t]++[^\n]*+\n)*+)++", re.ASCII)
_MAIL_HEADERS = re.compile(r"^(?:from|subject|date|message-id|mime-version|received|return-path|to):", re.I | re.M)
_MAIL_HEADER_COUNT = 3
_JSON = re.compile(r"\s*(?:\{\s*(?:\"|\})|\[\s*(?:\{|\]))")
_ENDINGS = {
    ".md": Form.MARKDOWN,
    ".markdown": Form.MARKDOWN,
    ".csv": Form.TABLE,
    ".tsv": Form.TABLE,
    ".jsonl": Form.JSON_LINES,
    ".ndjson": Form.JSON_LINES,
    ".json": Form.JSON,
    ".eml": Form.MAIL,
}


def recognise(head: bytes, name: str, *, where: str) -> Form:
    """Tell which form a document has.

    Args:
        head: its first `HEAD_BYTES`, or all of it.
        name: its file name or URL.
        where: for error messages.

    Raises:
        InputError: it is empty, or of a form that cannot be read, and what to do instead.
    """
    if not head.strip():
        raise InputError("there is nothing in it", where=where, fix="Give an article's text.")
    for magic, form in _MAGIC:
        if head.startswith(magic):
            return form
    if b"%PDF-" in head[:_PDF_BYTES] and head.lstrip()[:1] != b"<":
        return Form.PDF
    _refuse_others(head, where)
    text = _text_of(head)
    if "\x00" in text:
        return Form.TEXT  # what kind of data it is, or that it is none, shows when it is decoded
    return _by_words(text, name, where) or _ENDINGS.get(ending_of(name), Form.TEXT)


def ending_of(name: str) -> str:
    """Give the ending of a file name or URL in lower case, without what follows a question mark."""
    return PurePosixPath(name.partition("?")[0].replace("\\", "/")).suffix.lower()


def _refuse_others(head: bytes, where: str) -> None:
    if head.startswith(_OLE):
        if _ENCRYPTED in head:
            fix = "Save it without a password."
            raise InputError("this is a Word file protected with a password", where=where, fix=fix)
        raise InputError("this is an old Word file, which cannot be read", where=where, fix="Save it as .docx.")
    for magic, kind, fix in _OTHERS:
        if head.startswith(magic):
            raise InputError(f"this is {kind}, which cannot be read", where=where, fix=fix)


def _text_of(head: bytes) -> str:
    for mark, name in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if head.startswith(mark):
            return head[len(mark) :].decode(name, "replace")
    return head.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _by_words(text: str, name: str, where: str) -> Form | None:
    if begins_as_page(text) or is_page_by_name(name, text):
        return Form.PAGE
    if text.lstrip("\ufeff \t\n").startswith("<") and (form := _by_root(text, where)) is not None:
        return form
    if _JSON.match(text):
        return _json_form(text, name)
    header = _HEADER.match(text)
    if header and len({found.lower() for found in _MAIL_HEADERS.findall(header[0])}) >= _MAIL_HEADER_COUNT:
        return Form.MAIL
    return None


def _by_root(text: str, where: str) -> Form | None:
    root = _ROOT.match(text)
    form = _ROOTS.get(root[1].lower()) if root else None
    if form is None and text.lstrip("\ufeff \t\n").startswith("<?xml"):
        fix = "Pages, feeds, NITF and NewsML-G2 are read."
        raise InputError("this is an XML file of a kind that cannot be read", where=where, fix=fix)
    return form


def _json_form(text: str, name: str) -> Form:
    if ending_of(name) in (".jsonl", ".ndjson"):
        return Form.JSON_LINES
    first, _, rest = text.lstrip().partition("\n")
    lines = first.startswith("{") and first.rstrip().endswith("}") and rest.lstrip().startswith("{")
    return Form.JSON_LINES if lines else Form.JSON
