"""IPTC ninjs 1 to 3, agencies' articles as JSON, to an article.

Version 1 has single fields (`headline`, `body_xhtml`), versions 2 and 3 lists with roles (`headlines`, `bodies`); names
differ in capitals between versions, so they are compared without them. Source: the IPTC's ninjs specification.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from auditor.errors import InputError
from auditor.reading.blocks import Block, article_from_blocks
from auditor.reading.credits import without_by
from auditor.reading.genres import genre_named
from auditor.reading.markup import blocks_of_html
from auditor.reading.plain import article_from_text
from auditor.text import Article, Metadata, ZoneKind

# Only ninjs has these beside its "uri".
_SIGNS = (
    "versioncreated",
    "representationtype",
    "bodies",
    "body_xhtml",
    "body_text",
    "headlines",
    "pubstatus",
    "infosource",
)
_SHORT_ROLES = frozenset({"short", "sms", "summary", "caption", "slug"})


def is_ninjs(record: Mapping[str, Any]) -> bool:
    """Tell whether a JSON object has the shape of a ninjs item."""
    names = {str(name).casefold() for name in record}
    return "uri" in names and sum(sign in names for sign in _SIGNS) >= 2


def article_from_ninjs(record: Mapping[str, Any], *, id: str, where: str, notes: tuple[str, ...] = ()) -> Article:
    """Make an article of a ninjs item.

    Raises:
        InputError: it holds no text: pictures, planning and the like.
    """
    item = {str(name).casefold(): value for name, value in record.items()}
    metadata = _metadata(item)
    blocks = list(_body(item, where))
    if not blocks:
        kind = _text(item.get("type")) or "item"
        raise InputError(f"this ninjs {kind} holds no text", where=where)
    standfirst = _chosen(item.get("headlines"), ("sub", "subheadline", "subtitle", "standfirst", "secondary"))
    if standfirst:
        blocks.insert(0, Block(standfirst, ZoneKind.STANDFIRST))
    shown = " ".join(block.text for block in blocks)
    captions = [Block(text, ZoneKind.CAPTION) for text in dict.fromkeys(_captions(item)) if text not in shown]
    return article_from_blocks([*blocks, *captions], id=id, metadata=metadata, notes=(*notes, *_notes(item, captions)))


def _metadata(item: Mapping[str, Any]) -> Metadata:
    byline = _text(item.get("byline") or item.get("by"))
    sources = [_text(one) for one in _list(item.get("infosources") or item.get("infosource"))]
    genres = [_text(one) for one in _list(item.get("genres") or item.get("genre"))]
    url = _text(item.get("uri"))
    return Metadata(
        title=_text(item.get("headline")) or _chosen(item.get("headlines"), ("main", "headline", "")) or None,
        byline=without_by(byline) if byline else None,
        publisher=_text(item.get("copyrightholder")) or next(filter(None, sources), None),
        published=_text(item.get("firstcreated") or item.get("contentcreated") or item.get("versioncreated")),
        updated=_text(item.get("versioncreated")) if item.get("firstcreated") or item.get("contentcreated") else None,
        url=url if url and url.startswith(("http://", "https://")) else None,
        language=_text(item.get("language")),
        genre=next((genre_named(name) or name for name in genres if name), None),
        dateline=_text(item.get("dateline")),
        corrections=tuple(note for note in _ednotes(item) if "correct" in note.casefold()),
    )


def _body(item: Mapping[str, Any], where: str) -> Iterator[Block]:
    """Give the paragraphs of the body that keeps them best: HTML, then plain text."""
    bodies = [
        (_kind(body), _text(body.get("role")) or "", str(body.get("value") or ""))
        for body in map(_lower, _list(item.get("bodies")))
    ]
    bodies += [
        ("html", "", str(item[name])) for name in item if name.startswith(("body_xhtml", "body_html")) and item[name]
    ]
    bodies += [("text", "", str(item[name])) for name in item if name.startswith("body_text") and item[name]]
    usable = [body for body in bodies if body[0] and body[2].strip()]
    ranked = sorted(usable, key=lambda body: (body[1].casefold() in _SHORT_ROLES, body[0] != "html"))
    if not ranked:
        return
    kind, _, text = ranked[0]
    if kind == "html":
        yield from blocks_of_html(text, where=where)
        return
    article = article_from_text(text.replace("\r\n", "\n").replace("\r", "\n"), headline=False)
    for paragraph in article.paragraphs:
        yield Block(" ".join(article.text[paragraph.start : paragraph.end].split()))


def _kind(body: Mapping[str, Any]) -> str:
    stated = str(body.get("contenttype") or body.get("mimetype") or "").casefold()
    if "html" in stated or (not stated and "<p" in str(body.get("value"))):
        return "html"
    return "text" if not stated or stated.startswith("text/plain") else ""


def _captions(item: Mapping[str, Any]) -> Iterator[str]:
    associations = item.get("associations")
    found = list(associations.values()) if isinstance(associations, Mapping) else _list(associations)
    for one in map(_lower, found):
        if one.get("type") in ("picture", "video", "graphic"):
            told = _text(one.get("description_text")) or _chosen(one.get("descriptions"), ("caption", "text", ""))
            if told:
                yield told


def _notes(item: Mapping[str, Any], captions: list[Block]) -> Iterator[str]:
    for note in _ednotes(item):
        yield f"Note to editors, not part of the text: {note}"
    if captions:
        yield "Captions of the item's pictures were put at the end."
    status = _text(item.get("pubstatus"))
    if status in ("canceled", "cancelled", "withheld", "stat:canceled", "stat:withheld"):
        yield f"The agency marks this item as {status.removeprefix('stat:')}."


def _ednotes(item: Mapping[str, Any]) -> list[str]:
    told = [_text(one) for one in _list(item.get("ednote") or item.get("ednotes"))]
    return [note for note in told if note]


def _chosen(values: object, roles: tuple[str, ...]) -> str | None:
    """Give the value whose role is the first of the roles that any has; the role "" stands for any."""
    found = [(str(one.get("role") or "").casefold(), _text(one)) for one in map(_lower, _list(values))]
    for role in roles:
        for stated, text in found:
            if text and (not role or stated == role):
                return text
    return None


def _lower(value: object) -> Mapping[str, Any]:
    return (
        {str(name).casefold(): one for name, one in value.items()} if isinstance(value, Mapping) else {"value": value}
    )


def _list(value: object) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _text(value: object) -> str | None:
    if isinstance(value, Mapping):
        value = value.get("value") or value.get("name") or value.get("literal")
    if isinstance(value, list):
        value = value[0] if value else None
        return _text(value)
    return (" ".join(value.split()) or None) if isinstance(value, str) else None
