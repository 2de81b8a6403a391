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

# A line feed, and what other programs write where a line or a page ends.
_LINE = re.compile("[^\n\x0b\x0c\x85\u2028\u2029]+")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_INNER_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+[\"'“‘(\[]?[A-Z0-9]")

# Abbreviations that news style writes with a full stop before a name or a number (titles, months, firms, places).
_ABBREVIATION = re.compile(
    r"\b(?:[A-Za-z]|[A-Za-z]\.[A-Za-z]|[A-Z]\.[A-Z]\.[A-Z]|Mr|Mrs|Ms|Dr|Prof|Rev|Hon|St|Mt|Ft|Ave|Gen|Maj|Col|Lt|Capt"
    r"|Cmdr|Adm|Cpl|Sgt|Pvt|Sen|Sens|Rep|Reps|Gov|Pres|Jr|Sr|vs?|No|Nos|Inc|Corp|Co|Ltd|Bros|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)"
    r"\.\s"
)

# A text is hard-wrapped when its lines are of like length and mostly break inside sentences, so that many go on in
# lower case. The bounds are those of e-mail and telegraph practice: lines of 40 to 100 characters.
_WRAP_WIDTHS = range(40, 101)
_WRAP_SHARE = 0.6
_WRAP_LOWER_SHARE = 0.3
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
        known = dataclasses.replace(known, title=" ".join(text[slice(*blocks[0])].split()))
    return Article(id=id, text=text, metadata=known, paragraphs=paragraphs, notes=notes)


def paragraph_spans(text: str) -> list[tuple[int, int]]:
    """Give the paragraphs as character offsets, end exclusive, outer white space excluded."""
    lines = [(match.start(), match.end()) for match in _LINE.finditer(text)]
    if is_hard_wrapped(text):
        lines = _joined(text, lines, _margin(text))
    spans = []
    for start, end in lines:
        body = text[start:end]
        if body.strip():
            spans.append((start + len(body) - len(body.lstrip()), start + len(body.rstrip())))
    return spans


def is_hard_wrapped(text: str) -> bool:
    """Tell whether line breaks are only there to keep lines short: lines of like length that break inside sentences."""
    margin = _margin(text)
    lines = [line[margin:].rstrip() for line in text.split("\n")]
    followed = [(line, after) for line, after in pairwise(lines) if line and after and not after[0].isspace()]
    if len(followed) < _WRAP_LINES or max(map(len, lines)) > _WRAP_WIDTHS[-1] + 20:
        return False
    inside = [after for line, after in followed if len(line) in _WRAP_WIDTHS and not _SENTENCE_END.search(line)]
    going_on = [after for after in inside if after[0].islower()]
    return len(inside) >= _WRAP_SHARE * len(followed) and len(going_on) >= _WRAP_LOWER_SHARE * len(inside)


def is_headline(text: str) -> bool:
    """Tell whether a paragraph can be a headline: one sentence or title of at most 25 words."""
    stripped = text.strip()
    if not stripped or len(stripped.split()) > HEADLINE_WORDS:
        return False
    return not _INNER_SENTENCE_END.search(_ABBREVIATION.sub(" ", stripped))


def _margin(text: str) -> int:
    """Give the number of spaces or tabs that every line begins with."""
    return min((len(line) - len(line.lstrip(" \t")) for line in text.split("\n") if line.strip()), default=0)


def _joined(text: str, lines: list[tuple[int, int]], margin: int) -> list[tuple[int, int]]:
    """Join wrapped lines; a blank line or an indented one begins a paragraph."""
    joined: list[tuple[int, int]] = []
    for start, end in lines:
        line = text[start:end]
        continues = (
            joined and line.strip() and not line[margin : margin + 1].isspace() and text[joined[-1][1] : start] == "\n"
        )
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
