"""Plain text to an article: where paragraphs end, which one is the headline, and the zones.

Each non-empty line is a paragraph, unless the text is hard-wrapped: then a blank or an indented line separates
paragraphs. No file is read here.
"""

from __future__ import annotations

import dataclasses
import re
from itertools import pairwise

from auditor.text import Article, Metadata, Paragraph, ZoneKind

HEADLINE_WORDS = 25
LEAD_PARAGRAPHS = 3

_LINE = re.compile(r"[^\n]+")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_INNER_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+[\"'“‘(\[]?[A-Z0-9]")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Lt|Sgt|Sen|Rep|Gov|Jr|Sr|vs?|No|[A-Z]\.[A-Z])\.\s")

# A text is hard-wrapped when its lines are of like length and mostly break inside sentences. The bounds are those of
# e-mail and telegraph practice: lines of 40 to 100 characters.
_WRAP_WIDTHS = range(40, 101)
_WRAP_SHARE = 0.6
_WRAP_LINES = 4


def article_from_text(
    text: str,
    *,
    id: str = "",
    metadata: Metadata | None = None,
    notes: tuple[str, ...] = (),
    headline: bool | None = None,
) -> Article:
    """Make an article of a text whose line endings are line feeds already.

    `headline` states whether the first paragraph is one; null leaves it to `is_headline`.
    """
    blocks = paragraph_spans(text)
    zones = _zones(text, blocks, headline)
    paragraphs = tuple(
        Paragraph(index, start, end, zone) for index, ((start, end), zone) in enumerate(zip(blocks, zones, strict=True))
    )
    known = metadata or Metadata()
    if known.title is None and zones and zones[0] is ZoneKind.HEADLINE:
        known = _with_title(known, text[slice(*blocks[0])])
    return Article(id=id, text=text, metadata=known, paragraphs=paragraphs, notes=notes)


def paragraph_spans(text: str) -> list[tuple[int, int]]:
    """Give the paragraphs as character offsets, end exclusive, outer white space excluded."""
    lines = [(match.start(), match.end()) for match in _LINE.finditer(text)]
    if is_hard_wrapped(text):
        lines = _joined(text, lines)
    spans = []
    for start, end in lines:
        body = text[start:end]
        if body.strip():
            spans.append((start + len(body) - len(body.lstrip()), start + len(body.rstrip())))
    return spans


def is_hard_wrapped(text: str) -> bool:
    """Tell whether line breaks are only there to keep lines short: lines of like length that break inside sentences."""
    lines = text.split("\n")
    followed = [line for line, after in pairwise(lines) if line.strip() and after.strip() and not after[:1].isspace()]
    if len(followed) < _WRAP_LINES:
        return False
    inside = [
        line for line in followed if not _SENTENCE_END.search(line.rstrip()) and len(line.rstrip()) in _WRAP_WIDTHS
    ]
    longest = max(len(line.rstrip()) for line in lines)
    return len(inside) / len(followed) >= _WRAP_SHARE and longest <= _WRAP_WIDTHS[-1] + 20


def is_headline(text: str) -> bool:
    """Tell whether a paragraph can be a headline: one sentence or title of at most 25 words."""
    stripped = text.strip()
    if not stripped or len(stripped.split()) > HEADLINE_WORDS:
        return False
    return not _INNER_SENTENCE_END.search(_ABBREVIATION.sub(" ", stripped))


def _joined(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join wrapped lines; a blank line or an indented one begins a paragraph."""
    joined: list[tuple[int, int]] = []
    for start, end in lines:
        line = text[start:end]
        continues = joined and line.strip() and not line[0].isspace() and text[joined[-1][1] : start] == "\n"
        if continues and text[joined[-1][0] : joined[-1][1]].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _zones(text: str, blocks: list[tuple[int, int]], headline: bool | None) -> list[ZoneKind]:
    if not blocks:
        return []
    if headline is None:
        # One paragraph alone is the article itself, not a headline without one.
        headline = len(blocks) > 1 and is_headline(text[slice(*blocks[0])])
    zones = [ZoneKind.HEADLINE] if headline else []
    body = len(blocks) - len(zones)
    return zones + [ZoneKind.LEAD if index < LEAD_PARAGRAPHS else ZoneKind.BODY for index in range(body)]


def _with_title(metadata: Metadata, title: str) -> Metadata:
    return dataclasses.replace(metadata, title=title)
