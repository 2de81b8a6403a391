"""Word files (.docx) to an article: paragraphs as a reader sees them with every tracked change accepted.

Read from the file's own XML (ECMA-376): python-docx gives neither tracked changes nor footnotes. Headers, footers,
comments and hidden words are left out and said to be; footnotes stand at the end. Each paragraph keeps its number in
the file.
"""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from auditor.errors import InputError
from auditor.reading.archives import DAMAGED
from auditor.reading.blocks import Block, Run, article_from_blocks, blocks_from_runs
from auditor.reading.markup import Element, local_name, parse_xml
from auditor.text import Article, Metadata, ZoneKind

_DOCUMENT = "word/document.xml"
_NAMESPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PART_BYTES = 50_000_000

_DELETED_MARK = f"{_NAMESPACE}pPr/{_NAMESPACE}rPr/{_NAMESPACE}del"

# Built-in style names of Word in lower case, and what they mean; the ids are the names without spaces.
_STYLES = {
    "title": ZoneKind.HEADLINE,
    "headline": ZoneKind.HEADLINE,
    "subtitle": ZoneKind.STANDFIRST,
    "standfirst": ZoneKind.STANDFIRST,
    "caption": ZoneKind.CAPTION,
}
_FIRST_HEADING = "heading 1"
# Parts of a paragraph whose words a reader does not see once changes are accepted.
_UNSEEN = frozenset(
    {"del", "movefrom", "instrtext", "deltext", "fallback", "rpr", "ppr", "sdtpr", "sectpr", "annotationref"}
)


def article_from_word(data: bytes, *, id: str, where: str, notes: tuple[str, ...] = ()) -> Article:
    """Make an article of a Word file.

    Raises:
        InputError: it is damaged, holds no text, or is larger unpacked than a document can be.
    """
    parts = _Parts(data, where)
    document = parts.xml(_DOCUMENT)
    if document is None:
        raise InputError("there is no document in this Word file", where=where)
    walk = _Walk(_styles(parts), _links(parts))
    blocks = list(walk.blocks(document))
    footnotes = [block for name in ("footnotes", "endnotes") for block in _footnotes(parts, walk, name)]
    if not blocks:
        raise InputError("there is no text in this Word file", where=where)
    blocks = _with_headline(blocks, walk)
    said = (*notes, *_notes(parts, walk, len(footnotes)))
    metadata = Metadata(language=walk.language)
    return article_from_blocks([*blocks, *footnotes], id=id, metadata=metadata, notes=said)


class _Parts:
    """The files inside a Word file, each within limits. Holds the open archive."""

    def __init__(self, data: bytes, where: str) -> None:
        self._where = where
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            self.names = frozenset(self._archive.namelist())
        except DAMAGED as error:
            raise InputError(
                "this Word file is damaged", where=where, fix="It may be cut off; get it again."
            ) from error

    def xml(self, name: str) -> Element | None:
        """Give the root of a part, or null when there is no such part."""
        if name not in self.names:
            return None
        try:
            with self._archive.open(name) as file:
                data = file.read(_PART_BYTES + 1)
        except DAMAGED as error:
            raise InputError("this Word file is damaged", where=self._where, fix="Get it again.") from error
        except RuntimeError as error:  # how zipfile says that a password is needed
            raise InputError("this Word file is protected with a password", where=self._where) from error
        if len(data) > _PART_BYTES:
            raise InputError("this Word file is too large when unpacked", where=self._where)
        return parse_xml(data, where=self._where, what="Word files", extra="docx")


@dataclass(slots=True)
class _Walk:
    """Goes through a document's paragraphs, counting them and what is passed over."""

    styles: Mapping[str, str]
    links: Mapping[str, str]
    number: int = 0
    language: str | None = None
    heads: list[int] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def blocks(self, root: Element) -> Iterator[Block]:
        """Give the paragraphs below an element; a table's cells are paragraphs too."""
        self.counts["insertions"] += sum(local_name(one) in ("ins", "moveto") for one in root.iter())
        self.counts["deletions"] += sum(local_name(one) in ("del", "movefrom") for one in root.iter())
        joined: list[Run] = []
        for paragraph in root.iter(f"{_NAMESPACE}p"):
            if any(local_name(node) in _UNSEEN for node in paragraph.iterancestors()):
                continue
            self.number += 1
            joined.extend(self._runs(paragraph))
            if paragraph.find(_DELETED_MARK) is not None:
                continue  # its end was deleted: it goes on in the next one
            style = self._style(paragraph)
            if style == _FIRST_HEADING:
                self.heads.append(self.number)
            yield from blocks_from_runs(joined, zone=_STYLES.get(style), place=("paragraph", self.number))
            joined = []
        yield from blocks_from_runs(joined, place=("paragraph", self.number))

    def _style(self, paragraph: Element) -> str:
        properties = paragraph.find(f"{_NAMESPACE}pPr/{_NAMESPACE}pStyle")
        id = properties.get(f"{_NAMESPACE}val") if properties is not None else ""
        return self.styles.get(id or "", (id or "").casefold())

    def _runs(self, element: Element, url: str | None = None) -> Iterator[Run]:
        for child in element:
            name = local_name(child)
            if name in _UNSEEN or name == "p":  # a paragraph inside is a text box, which comes by itself
                continue
            if name == "r":
                yield from self._run(child, url)
            elif name == "hyperlink":
                yield from self._runs(child, self.links.get(child.get(_RELATION) or "") or url)
            else:
                yield from self._runs(child, url)

    def _run(self, run: Element, url: str | None) -> Iterator[Run]:
        if self._is_hidden(run):
            self.counts["hidden"] += 1
            return
        for child in run:
            name = local_name(child)
            if name == "t":
                yield Run((child.text or "").replace("\n", " "), url)
            elif name in ("br", "cr"):
                yield Run("\n", url)
            elif name == "tab":
                yield Run("\t", url)
            elif name == "nobreakhyphen":
                yield Run("-", url)

    def _is_hidden(self, run: Element) -> bool:
        properties = run.find(f"{_NAMESPACE}rPr")
        if properties is None:
            return False
        language = properties.find(f"{_NAMESPACE}lang")
        if language is not None and self.language is None:
            self.language = language.get(f"{_NAMESPACE}val")
        vanish = properties.find(f"{_NAMESPACE}vanish")
        return vanish is not None and vanish.get(f"{_NAMESPACE}val") not in ("0", "false", "off")


def _with_headline(blocks: list[Block], walk: _Walk) -> list[Block]:
    """Take the first heading of the first rank as the headline when no style says which one it is."""
    if any(block.zone is ZoneKind.HEADLINE for block in blocks) or not walk.heads or not blocks[0].place:
        return blocks
    first, *rest = blocks
    if first.place and first.place[1] == walk.heads[0]:
        return [Block(first.text, ZoneKind.HEADLINE, first.links, first.place), *rest]
    return blocks


def _styles(parts: _Parts) -> dict[str, str]:
    """Give the names of styles by id, in lower case; ids differ between languages of Word, built-in names do not."""
    root = parts.xml("word/styles.xml")
    found = {}
    for style in root.iter(f"{_NAMESPACE}style") if root is not None else ():
        name = style.find(f"{_NAMESPACE}name")
        if name is not None:
            found[style.get(f"{_NAMESPACE}styleId") or ""] = (name.get(f"{_NAMESPACE}val") or "").casefold()
    return found


def _links(parts: _Parts) -> dict[str, str]:
    root = parts.xml("word/_rels/document.xml.rels")
    relations = root if root is not None else ()
    targets = {relation.get("Id") or "": relation.get("Target") or "" for relation in relations}
    return {id: target for id, target in targets.items() if target.startswith(("http://", "https://"))}


def _footnotes(parts: _Parts, walk: _Walk, name: str) -> Iterator[Block]:
    root = parts.xml(f"word/{name}.xml")
    number = 0
    for note in root if root is not None else ():
        if note.get(f"{_NAMESPACE}type") in (None, "normal"):
            number += 1
            for block in walk.blocks(note):
                yield Block(block.text, None, block.links, (name.removesuffix("s"), number))


def _notes(parts: _Parts, walk: _Walk, footnotes: int) -> Iterator[str]:
    insertions, deletions = walk.counts["insertions"], walk.counts["deletions"]
    if insertions or deletions:
        yield f"Tracked changes were read as accepted: {insertions} insertions, {deletions} deletions."
    if walk.counts["hidden"]:
        yield "Words that the file hides were left out."
    if footnotes:
        yield "Footnotes were put at the end."
    comments = parts.xml("word/comments.xml")
    if comments is not None and len(comments):
        yield f"Comments were left out ({len(comments)})."
    if any(name.startswith(("word/header", "word/footer")) for name in parts.names):
        yield "Headers and footers of the pages were left out."
