"""Turns of a transcript: lines that begin with the speaker's name and a colon, two or more in an article.

"RUUD: The gates were shut." A label is written in capitals, is the Q or A of an interview, or stands before a
quotation mark; so "Weather: rain" and "Note: …" are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.language.tagger import TaggedAttribution

_PROBABILITY = 0.6
_LEAST_TURNS = 2
_TURN = re.compile(
    r"^[^\S\n]*(?:(?P<capitals>[A-Z][A-Z.’'-]+(?:[^\S\n][A-Z][A-Z.’'-]+){0,3}|[QA])(?P<colon>:)[^\S\n]+"
    r"|(?P<name>(?:[A-Z][\w.’'-]*[^\S\n]?){1,4})(?P<colon2>:)[^\S\n]+(?=[“\"‘]))(?P<words>\S[^\n]*)$",
    re.MULTILINE,
)


def labelled_turns(text: str, readings: tuple[TaggedAttribution, ...]) -> Iterator[TaggedAttribution]:
    """Give the turns whose words nobody has been given yet, in text order."""
    turns = list(_TURN.finditer(text))
    if len(turns) < _LEAST_TURNS:
        return
    taken = [span for reading in readings for span in (*reading.cue, *reading.source, *reading.content)]
    for turn in turns:
        label = "capitals" if turn["capitals"] else "name"
        start, end = turn.span(label)
        words = turn.start("words"), turn.start("words") + len(turn["words"].rstrip())
        if not any(first < words[1] and start < last for first, last in taken):
            yield TaggedAttribution(
                source=((start, end),),
                cue=(turn.span("colon" if turn["capitals"] else "colon2"),),
                content=(words,),
                probability=_PROBABILITY,
            )
