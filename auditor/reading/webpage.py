"""Web pages to articles: headline, standfirst, main text, captions and metadata, without menus and adverts.

Needs the extra `source-auditor[web]`; its libraries are imported only when a page is read.
"""

from __future__ import annotations

import dataclasses
import re
from pathlib import PurePosixPath

from auditor.reading.blocks import article_from_blocks
from auditor.reading.markup import parse_html
from auditor.reading.page_metadata import PageFacts, page_facts, title_element
from auditor.reading.page_selection import Selection, select_article
from auditor.text import Article, ZoneKind

_PAGE_ENDINGS = frozenset({".html", ".htm", ".xhtml"})
_PREAMBLE = re.compile(r"(?:\s|\ufeff|<\?xml[^>]*>|<!--.*?-->)*", re.DOTALL)
_PAGE_START = re.compile(r"<!doctype\s+html|<(?:html|head|body)[\s>]", re.IGNORECASE)
_TAG = re.compile(r"<(?:p|div|article|section|main|h[1-6]|span|br|table|title|meta)[\s/>]", re.IGNORECASE)
_DECLARATION = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_XML_DECLARATION = re.compile(rb"\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})[\"']")
_DECLARATION_BYTES = 4096
# What sites put after the headline in the tab: " | Outlet", " - Outlet".
_TAB_END = re.compile(r"\s+[|–—-]\s+[^|–—]{2,40}$")
# Below this share of the words a page says it has, the rest is missing rather than counted otherwise.
_MISSING_SHARE = 0.8


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
        InputError: the libraries are not installed, or the page holds no article.
    """
    root = parse_html(text, where=where)
    facts = page_facts(root, url=url)
    selection = select_article(root, text, url=facts.metadata.url, where=where, description=facts.description)
    metadata = facts.metadata
    if metadata.title is None:
        metadata = dataclasses.replace(metadata, title=_title(selection, title_element(root)))
    words = sum(len(block.text.split()) for block in selection.blocks)
    said = (*notes, *_notes(selection, facts, words))
    return article_from_blocks(selection.blocks, id=id, metadata=metadata, notes=said)


def _title(selection: Selection, tab: str | None) -> str | None:
    """Give the headline that the page shows, else the title of its tab without the outlet's name."""
    shown = [block.text for block in selection.blocks if block.zone is ZoneKind.HEADLINE]
    return shown[0] if shown else (_TAB_END.sub("", tab) if tab else None)


def _notes(selection: Selection, facts: PageFacts, words: int) -> list[str]:
    notes = ["Only the main text of the page was read; menus, links and comments were left out"]
    notes[0] += f" ({selection.words_left_out} words)." if selection.words_left_out > 0 else "."
    if selection.quotes_left_out:
        plural = "s" if selection.quotes_left_out > 1 else ""
        notes.append(f"{selection.quotes_left_out} pull quote{plural} that repeat the article were left out.")
    if selection.fallback:
        notes.append("Captions and links were not kept: the page's parts could not be told apart.")
    if facts.restricted:
        notes.append("The page says that its article is not free to read: this may be only its beginning.")
    if facts.words is not None and words < _MISSING_SHARE * facts.words:
        notes.append(f"The page says that its article has {facts.words} words; only {words} were found on it.")
    return notes
