"""Markup to elements and blocks: HTML of pages, mails and feeds, and XML of agencies and Word files.

Nothing is fetched, no entity is expanded, and the parser's own limits of depth and size stay on. Uses lxml, which comes
with the extras that need it.
"""

from __future__ import annotations

import dataclasses
import html.entities
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

from auditor.errors import InputError
from auditor.reading.blocks import Block, Run, blocks_from_runs
from auditor.reading.extras import needed
from auditor.text import ZoneKind

Element = Any  # lxml ships no types

_SKIPPED = frozenset(
    "script style template noscript svg math iframe object embed head select option button textarea input canvas audio "
    "video map datalist dialog".split()
)
# Elements that end a paragraph where they begin and where they end.
_BLOCKS = frozenset(
    "address article aside blockquote body center caption dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul "
    "amp-carousel amp-accordion block media media-caption hl1 hl2 hedline note tagline".split()
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Words for screen readers alone, by the class names that common style libraries use.
_UNSEEN = frozenset({"visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text", "screen-reader-only"})
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NAMED_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,30});")
_XML_ENTITIES = frozenset({b"amp", b"lt", b"gt", b"quot", b"apos"})
_TOO_DEEP = ("excessive depth", "huge input", "xml_max", "too deep", "parser limit")


def parse_xml(data: bytes, *, where: str, what: str = "agency files and feeds", extra: str = "web") -> Element:
    """Parse an XML document into its root element.

    Raises:
        InputError: it is not well-formed, declares entities, is too deep, or lxml is not installed.
    """
    etree = needed("lxml.etree", extra=extra, what=what, where=where)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = etree.fromstring(_NAMED_ENTITY.sub(_numbered, data), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        said = " ".join(str(error).partition(" (<string>")[0].split())[:160] or "it ends too early"
        raise InputError(f"not well-formed XML: {said}", where=where, fix="It may be cut off or damaged.") from error
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and next(declared.iterentities(), None) is not None:
        raise InputError("this XML declares entities, which are not read for safety", where=where)
    return root


def _numbered(match: re.Match[bytes]) -> bytes:
    """Write HTML's named characters, which XML does not know, by number."""
    number = html.entities.name2codepoint.get(match[1].decode("ascii"))
    return match[0] if match[1] in _XML_ENTITIES or number is None else b"&#%d;" % number


def parse_html(text: str, *, where: str) -> Element:
    """Parse a page or a piece of one into its root element.

    Raises:
        InputError: there is nothing in it, it is too deep, or lxml is not installed.
    """
    etree = needed("lxml.etree", extra="web", what="web pages", where=where)
    html_module = needed("lxml.html", extra="web", what="web pages", where=where)
    parser = html_module.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = html_module.document_fromstring(_UNREADABLE.sub("\ufffd", text).encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise InputError("no article was found in this page", where=where, fix=_PLAIN) from error
    if any(sign in entry.message.lower() for entry in parser.error_log for sign in _TOO_DEEP):
        raise InputError("this page cannot be taken apart: its parts are nested too deep", where=where, fix=_PLAIN)
    return root


_PLAIN = "Save the article as plain text."


def local_name(element: Element) -> str:
    """Give an element's name without its namespace, in lower case; empty for what is no element."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def words_in(element: Element | None) -> str:
    """Give all text inside an element on one line."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


@dataclass(frozen=True, slots=True)
class Found:
    """A block, and the element that holds it."""

    block: Block
    element: Element


def found_blocks(root: Element, *, base: str | None = None) -> Iterator[Found]:
    """Give the visible paragraphs below an element in their order.

    Args:
        root: an HTML element, or one of the XML formats that use the same names.
        base: the address of the page, for links that are not complete.
    """
    walk = _Walk(base)
    yield from walk.below(root, None)
    yield from walk.flushed(root)


def blocks_of_html(text: str, *, where: str, base: str | None = None) -> list[Block]:
    """Give all paragraphs of a piece of HTML, as feeds and records hold it.

    Raises:
        InputError: lxml is not installed, or it is nested too deep.
    """
    if not text.strip():
        return []
    found = found_blocks(parse_html(text, where=where), base=base)
    return [zoned(one, first=index == 0) for index, one in enumerate(found)]


def zoned(found: Found, *, first: bool) -> Block:
    """Give a block with the zone that its element means: a first heading of the first rank, or a caption."""
    nodes = (found.element, *found.element.iterancestors())
    if any(local_name(node) in ("figcaption", "media-caption") for node in nodes):
        return dataclasses.replace(found.block, zone=ZoneKind.CAPTION)
    if first and local_name(found.element) in ("h1", "hl1"):
        return dataclasses.replace(found.block, zone=ZoneKind.HEADLINE)
    return found.block


@dataclass(slots=True)
class _Walk:
    """Collects the runs of the paragraph under way."""

    base: str | None
    runs: list[Run] = field(default_factory=list)

    def below(self, element: Element, url: str | None) -> Iterator[Found]:
        name = local_name(element)
        self._add(element.text, url)
        for child in element:
            yield from self._child(child, url)
            self._add(child.tail, url)
        if name in _BLOCKS:
            yield from self.flushed(element)

    def _child(self, child: Element, url: str | None) -> Iterator[Found]:
        name = local_name(child)
        if not name or name in _SKIPPED or is_hidden(child):
            return
        if name == "br":
            self.runs.append(Run("\n", url))
            return
        if name in _BLOCKS:
            yield from self.flushed(child.getparent())
        yield from self.below(child, self._target(child) or url if name == "a" else url)

    def flushed(self, element: Element) -> Iterator[Found]:
        blocks = blocks_from_runs(self.runs)
        self.runs.clear()
        for block in blocks:
            yield Found(block, element)

    def _add(self, text: str | None, url: str | None) -> None:
        if text:
            self.runs.append(Run(text.replace("\n", " "), url))

    def _target(self, element: Element) -> str | None:
        target = (element.get("href") or "").strip()
        try:
            whole = urljoin(self.base, target) if self.base else target
            scheme = urlsplit(whole).scheme.lower()
        except ValueError:
            return None
        return whole if target and not target.startswith("#") and scheme in ("", "http", "https") else None


def is_hidden(element: Element) -> bool:
    """Tell whether a page's author hides an element from sight."""
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
        return True
    return not _UNSEEN.isdisjoint((element.get("class") or "").lower().split())
