"""Markdown to an article: what a reader sees of it, with its links, and the metadata of its front matter.

Parsed with markdown-it-py (CommonMark). Each paragraph keeps the number of its line in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from auditor.reading.blocks import Block, Run, article_from_blocks, blocks_from_runs
from auditor.reading.markup import blocks_of_html
from auditor.reading.records import metadata_of_record
from auditor.reading.sidecar import yaml_fields
from auditor.text import Article, Metadata, ZoneKind

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"\ufeff?---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_WEB = ("http://", "https://")


def article_from_markdown(text: str, *, id: str, where: str, notes: tuple[str, ...] = ()) -> Article:
    """Make an article of a Markdown text whose line endings are line feeds already.

    Raises:
        InputError: its front matter is wrong.
    """
    from markdown_it import MarkdownIt

    front = _FRONT.match(text)
    metadata = metadata_of_record(yaml_fields(front[1], where)) if front else Metadata()
    before = text[: front.end()].count("\n") if front else 0
    tokens = MarkdownIt("commonmark").enable("table").parse(text[front.end() :] if front else text)
    blocks = list(_blocks(tokens, before, where))
    return article_from_blocks(blocks, id=id, metadata=metadata, notes=notes)


def _blocks(tokens: Sequence[Token], before: int, where: str) -> Iterator[Block]:
    heading = False
    seen = False
    for token in tokens:
        line = before + token.map[0] + 1 if token.map else 1
        if token.type == "heading_open":
            heading = token.tag == "h1"
        elif token.type == "inline":
            zone = ZoneKind.HEADLINE if heading and not seen else _caption(token)
            yield from blocks_from_runs(_runs(token.children or ()), zone=zone, place=("line", line))
            heading, seen = False, True
        elif token.type in ("fence", "code_block"):
            yield from blocks_from_runs([Run(token.content)], place=("line", line))
        elif token.type == "html_block" and not token.content.lstrip().startswith("<!--"):
            yield from blocks_of_html(token.content, where=where)


def _caption(token: Token) -> ZoneKind | None:
    """Tell whether a paragraph is a picture with its description alone."""
    kinds = [child.type for child in token.children or () if child.content.strip() or child.type == "image"]
    return ZoneKind.CAPTION if kinds == ["image"] else None


def _runs(children: Sequence[Token]) -> Iterator[Run]:
    url: str | None = None
    for child in children:
        if child.type == "link_open":
            target = str(child.attrGet("href") or "")
            url = target if target.startswith(_WEB) else None
        elif child.type == "link_close":
            url = None
        elif child.type in ("text", "code_inline"):
            yield Run(child.content, url)
        elif child.type == "softbreak":
            yield Run(" ", url)
        elif child.type == "hardbreak":
            yield Run("\n", url)
        elif child.type == "image":
            yield Run(child.content, url)
