"""NewsML-G2, agencies' envelopes, to articles: each news item with text is one.

The text is XHTML or NITF inside `inlineXML`, or plain text inside `inlineData`. Source: the IPTC's NewsML-G2
guidelines.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.errors import InputError
from auditor.reading.blocks import Block, article_from_blocks
from auditor.reading.credits import agency_in, without_by
from auditor.reading.extras import needed
from auditor.reading.genres import genre_named
from auditor.reading.markup import Element, found_blocks, local_name, parse_xml, words_in, zoned
from auditor.reading.nitf import first, nitf_parts
from auditor.reading.plain import article_from_text
from auditor.reading.sources import overlaid
from auditor.text import Article, Metadata

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def news_items(data: bytes, *, where: str) -> Iterator[tuple[str | None, bytes]]:
    """Give the news items of a NewsML-G2 document that hold text: their id, and the item as XML of its own.

    Raises:
        InputError: it is not well-formed.
    """
    etree = needed("lxml.etree", extra="web", what="NewsML files", where=where)
    root = parse_xml(data, where=where)
    items = [root] if local_name(root) == "newsitem" else [one for one in root.iter() if local_name(one) == "newsitem"]
    for item in items:
        if first(item, "inlinexml") is not None or first(item, "inlinedata") is not None:
            guid = " ".join((item.get("guid") or "").split())
            yield guid or None, etree.tostring(item, encoding="utf-8", with_tail=False)


def article_from_newsml(data: bytes, *, id: str, where: str, notes: tuple[str, ...] = ()) -> Article:
    """Make an article of a news item.

    Raises:
        InputError: it is not well-formed, or holds no text.
    """
    root = parse_xml(data, where=where)
    blocks, below = _body(root)
    if not blocks:
        raise InputError("this NewsML item holds no text", where=where)
    metadata = overlaid(below, _metadata(root))
    return article_from_blocks(blocks, id=id, metadata=metadata, notes=(*notes, *_notes(root)))


def _body(root: Element) -> tuple[list[Block], Metadata]:
    nitf = first(root, "nitf")
    if nitf is not None:
        return nitf_parts(nitf)
    inline = first(root, "inlinexml")
    if inline is not None:
        page = first(inline, "body")
        found = found_blocks(inline if page is None else page)
        return [zoned(one, first=index == 0) for index, one in enumerate(found)], Metadata()
    inline = first(root, "inlinedata")
    plain = "".join(inline.itertext() if inline is not None else ()).replace("\r\n", "\n").replace("\r", "\n")
    article = article_from_text(plain, headline=False)
    texts = (article.text[part.start : part.end] for part in article.paragraphs)
    return [Block(" ".join(text.split())) for text in texts], Metadata()


def _metadata(root: Element) -> Metadata:
    about = first(root, "contentmeta")
    item = first(root, "itemmeta")
    about = root if about is None else about
    item = root if item is None else item
    byline = without_by(words_in(first(about, "by")))
    credit = words_in(first(about, "creditline"))
    language = first(about, "language")
    link = next((one.get("href") for one in root.iter() if local_name(one) == "link" and one.get("href")), None)
    return Metadata(
        title=words_in(first(about, "headline")) or words_in(first(item, "title")) or None,
        byline=byline or None,
        publisher=_named(first(item, "provider")) or _named(first(about, "infosource")),
        published=words_in(first(item, "firstcreated")) or words_in(first(about, "contentcreated")) or None,
        updated=words_in(first(item, "versioncreated")) or None,
        url=link if (link or "").startswith(("http://", "https://")) else None,
        language=(language.get("tag") if language is not None else None) or root.get(_LANGUAGE),
        genre=_genre(about),
        dateline=words_in(first(about, "dateline")) or None,
        agency=agency_in(credit) or credit or None,
        corrections=tuple(note for note in _ednotes(root) if "correct" in note.casefold()),
    )


def _genre(about: Element) -> str | None:
    labels = [_named(one) for one in about.iter() if local_name(one) == "genre"]
    return next((genre_named(label) or label for label in labels if label), None)


def _named(element: Element | None) -> str | None:
    """Give the name inside an element, else the text of its code without the scheme."""
    if element is None:
        return None
    code = element.get("literal") or (element.get("qcode") or "").partition(":")[2]
    return words_in(first(element, "name")) or words_in(element) or code or None


def _ednotes(root: Element) -> list[str]:
    return [note for one in root.iter() if local_name(one) == "ednote" and (note := words_in(one))]


def _notes(root: Element) -> Iterator[str]:
    for note in _ednotes(root):
        yield f"Note to editors, not part of the text: {note}"
    status = first(root, "pubstatus")
    code = ((status.get("qcode") if status is not None else "") or "").partition(":")[2]
    if code in ("canceled", "withheld"):
        yield f"The agency marks this item as {code}."
