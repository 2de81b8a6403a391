"""NITF, agencies' articles as XML, to an article: head and body of the News Industry Text Format 3.x.

Paragraphs of `body.content` are the text; `hedline`, `byline`, `dateline`, `abstract` and `docdata` are metadata.
Source: the IPTC's NITF documentation.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.errors import InputError
from auditor.reading.blocks import Block, article_from_blocks, same_words
from auditor.reading.credits import agency_in, dateline_in, without_by
from auditor.reading.genres import genre_named
from auditor.reading.markup import Element, found_blocks, local_name, parse_xml, words_in, zoned
from auditor.text import Article, Metadata, ZoneKind


def article_from_nitf(data: bytes, *, id: str, where: str, notes: tuple[str, ...] = ()) -> Article:
    """Make an article of an NITF file.

    Raises:
        InputError: it is not well-formed, or holds no text.
    """
    root = parse_xml(data, where=where)
    blocks, metadata = nitf_parts(root)
    if not blocks:
        raise InputError("this NITF file holds no text", where=where)
    return article_from_blocks(blocks, id=id, metadata=metadata, notes=(*notes, *nitf_notes(root)))


def nitf_parts(root: Element) -> tuple[list[Block], Metadata]:
    """Give the paragraphs and the metadata of an `nitf` element, as NewsML holds it too."""
    title = words_in(first(root, "hl1")) or words_in(first(root, "hedline")) or words_in(first(root, "title"))
    blocks = [] if not title else [Block(title, ZoneKind.HEADLINE)]
    standfirst = words_in(first(root, "hl2")) if _inside(first(root, "hl2"), "hedline") else ""
    standfirst = standfirst or words_in(first(root, "abstract"))
    content = first(root, "body.content")
    body = [] if content is None else [zoned(found, first=False) for found in found_blocks(content)]
    if standfirst and not (body and same_words(body[0].text, standfirst)):
        blocks.append(Block(standfirst, ZoneKind.STANDFIRST))
    dateline = words_in(first(root, "dateline"))
    if dateline and body and dateline_in(body[0].text)[0] is None and not body[0].text.startswith(dateline):
        blocks.append(Block(dateline))
    return ([*blocks, *body] if body else []), _metadata(root, title, dateline)


def _metadata(root: Element, title: str, dateline: str) -> Metadata:
    byline = without_by(words_in(first(root, "byline")))
    distributor = words_in(first(root, "distributor"))
    place, agency = dateline_in(f"{dateline} - ") if dateline else (None, None)
    properties = {element.get("tobject.property.type") for element in _all(root, "tobject.property")}
    return Metadata(
        title=title or None,
        byline=byline or None,
        publisher=_attribute(root, "doc.copyright", "holder") or distributor or None,
        published=_attribute(root, "date.issue", "norm") or _attribute(root, "date.release", "norm"),
        updated=_attribute(root, "revision-history", "norm"),
        url=_attribute(root, "pubdata", "ex-ref"),
        language=root.get("{http://www.w3.org/XML/1998/namespace}lang") or None,
        genre=next((genre for name in sorted(filter(None, properties)) if (genre := genre_named(name))), None),
        dateline=place or dateline or None,
        agency=agency or agency_in(distributor),
        corrections=tuple(filter(None, (element.get("info") for element in _all(root, "correction")))),
    )


def nitf_notes(root: Element) -> Iterator[str]:
    """Give what is not read as text but must be known, in sentences."""
    for element in _all(root, "ed-msg"):
        if element.get("info"):
            yield f"Note to editors, not part of the text: {element.get('info')}"
    if first(root, "tagline") is not None:
        yield "The line about the author at the end was left out."


def _inside(element: Element | None, name: str) -> bool:
    return element is not None and any(local_name(node) == name for node in element.iterancestors())


def first(root: Element, name: str) -> Element | None:
    """Give the first element of a name, whatever its namespace."""
    return next(_all(root, name), None)


def _all(root: Element, name: str) -> Iterator[Element]:
    return (element for element in root.iter() if local_name(element) == name)


def _attribute(root: Element, name: str, attribute: str) -> str | None:
    element = first(root, name)
    return (element.get(attribute) or None) if element is not None else None
