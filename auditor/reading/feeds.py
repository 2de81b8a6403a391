"""RSS and Atom feeds to records, one for each item, in the form that `records` reads.

Sources: RSS 2.0 with its content and Dublin Core modules, RSS 1.0, RFC 4287.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from auditor.errors import InputError
from auditor.reading.extras import needed
from auditor.reading.markup import Element, local_name, parse_xml, words_in

_ITEMS = frozenset({"item", "entry"})
SUMMARY_NOTE = "The feed gives this text as a summary; the article itself may say more."


def feed_records(data: bytes, *, where: str) -> Iterator[tuple[str | None, bytes, tuple[str, ...]]]:
    """Give the items of a feed in order: id, record as JSON, and what must be said about it.

    Raises:
        InputError: it is not well-formed, or holds no item.
    """
    root = parse_xml(data, where=where)
    items = [element for element in root.iter() if local_name(element) in _ITEMS]
    if not items:
        raise InputError("there is no article in this feed", where=where)
    publisher = _child_text(_channel(root), "title")
    language = _child_text(_channel(root), "language") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    for item in items:
        record, summary = _record(item)
        record |= {"publisher": record.get("publisher") or publisher, "language": language}
        id = _child_text(item, "guid") or _child_text(item, "id") or record["url"]
        stated = {name: value for name, value in record.items() if value}
        yield id, json.dumps(stated, ensure_ascii=False).encode(), (SUMMARY_NOTE,) if summary else ()


def _channel(root: Element) -> Element:
    return next((child for child in root if local_name(child) == "channel"), root)


def _record(item: Element) -> tuple[dict[str, str | None], bool]:
    full = _markup(item, "encoded") or _markup(item, "content")
    short = _markup(item, "description") or _markup(item, "summary")
    return {
        "text": full or short,
        "title": _child_text(item, "title"),
        "byline": _authors(item),
        "publisher": _child_text(item, "source") if local_name(item) == "item" else None,
        "published": _child_text(item, "pubdate") or _child_text(item, "published") or _child_text(item, "date"),
        "updated": _child_text(item, "updated") or _child_text(item, "modified"),
        "url": _link(item),
        "genre": _child_text(item, "category"),
    }, not full


def _authors(item: Element) -> str | None:
    """Give the people named: RSS writes an address and a name in brackets, Atom an element for the name."""
    found = []
    for child in item:
        if local_name(child) in ("creator", "author", "contributor"):
            name = next((words_in(part) for part in child if local_name(part) == "name"), "") or words_in(child)
            address, bracket, inside = name.partition("(")
            found.append(inside.rstrip(") ") if bracket and "@" in address else name)
    names = list(dict.fromkeys(name for name in found if name and "@" not in name))
    return (", ".join(names[:-1]) + " and " + names[-1]) if len(names) > 1 else next(iter(names), None)


def _link(item: Element) -> str | None:
    links = [child for child in item if local_name(child) == "link"]
    for link in links:
        if link.get("rel") in (None, "alternate") and (address := (link.get("href") or words_in(link))):
            return str(address)
    return None


def _child_text(element: Element, name: str) -> str | None:
    """Give the text of a child on one line; RSS writes it as escaped HTML now and then, which titles keep."""
    child = next((child for child in element if local_name(child) == name), None)
    return words_in(child) or None


def _markup(item: Element, name: str) -> str | None:
    """Give what an element holds as HTML: escaped or as CDATA text, or as XHTML elements."""
    element = next((child for child in item if local_name(child) == name), None)
    if element is None:
        return None
    if len(element):
        return "".join(_as_html(child) for child in element)
    text = element.text or ""
    return f"<p>{text}</p>" if element.get("type") in (None, "html") and "<" in text and "<p" not in text else text


def _as_html(element: Element) -> str:
    etree = needed("lxml.etree", extra="web", what="feeds", where="")
    return str(etree.tostring(element, encoding="unicode", method="html"))
