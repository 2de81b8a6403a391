"""Shows the network single quotation marks as double ones, where an article quotes with single marks.

The network was trained on articles that quote with double marks and takes single ones for apostrophes. The text
keeps its length, so offsets stay right. This is no finding of quotations: a mark that is missed here costs the
network a hint, no more.
"""

from __future__ import annotations

import re

# Straight or curly; ’ never opens (it would be an apostrophe, as in ’90s).
_SINGLE = re.compile(r"(?<!\w)[‘'](?=[\w“\"\[(…£$€])|(?<=[\w.,!?…;:)\]”\"—–-])['’](?!\w)")
_DOUBLE = re.compile("[“”\"]|''|``|‘‘|’’")
_DOUBLED = {"‘": "“", "’": "”", "'": '"'}
_STRONG_BEFORE = frozenset(".,!?…")
_PARAGRAPH = re.compile(r"[^\n\r]+")


def double_single_marks(text: str) -> str:
    """Replace single quotation marks by double ones if the text quotes with single marks more often than not."""
    places = [place for match in _PARAGRAPH.finditer(text) for place in _paragraph_marks(text, *match.span())]
    if len(places) <= sum(1 for _ in _DOUBLE.finditer(text)):
        return text
    letters = list(text)
    for place in places:
        letters[place] = _DOUBLED[letters[place]]
    return "".join(letters)


def _paragraph_marks(text: str, start: int, end: int) -> list[int]:
    """Places of the single quotation marks of one paragraph, each opening one paired with a closing one."""
    places: list[int] = []
    opening: int | None = None
    doubtful: int | None = None
    for match in _SINGLE.finditer(text, start, end):
        at = match.start()
        if _opens(text, at):
            if opening is not None and doubtful is not None:
                places += [opening, doubtful]
            opening, doubtful = at, None
        elif opening is not None and _closes_surely(text, at):
            places += [opening, at]
            opening = doubtful = None
        elif opening is not None:
            doubtful = at
    if opening is not None and doubtful is not None:
        places += [opening, doubtful]
    elif opening is not None and not text[start:opening].strip():
        places.append(opening)  # the quotation goes on in the next paragraph
    return places


def _opens(text: str, at: int) -> bool:
    """Say whether a single mark stands where a quotation can begin."""
    return text[at] != "’" and (at == 0 or not (text[at - 1].isalnum() or text[at - 1] in _STRONG_BEFORE))


def _closes_surely(text: str, at: int) -> bool:
    """Say whether a closing mark is no plural possessive, as in *the voters' choice*."""
    if text[at - 1] in _STRONG_BEFORE or text[at - 1] not in "sS":
        return True
    return not re.match(r"\s+\w", text[at + 1 : at + 3])
