"""Finds the sentences about sources that differ between two versions of a text, and shows what changed in each.

Only sentences in which something is attributed count; how many others changed is told as a number.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import zip_longest

from auditor.document import AuditDocument

# An end of a sentence: its mark, closing quotation marks and brackets, then white space.
_SENTENCE = re.compile(r"\S.*?(?:[.!?…]+[\"”’')\]]*(?=\s|$)|$)", re.DOTALL)
_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")

# Sentences that share less than this part of their words are different sentences, not one that was edited.
_SAME_SENTENCE = 0.4


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a changed sentence.

    Attributes:
        kind: same, removed or added.
        text: the words.
    """

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence about a source that was changed, removed or added.

    Attributes:
        kind: changed, removed or added.
        pieces: the sentence in both versions at once.
    """

    kind: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    attributes: bool


def changed_passages(old: AuditDocument, new: AuditDocument) -> tuple[tuple[Passage, ...], int]:
    """Give the changed sentences in which something is attributed, and the number of other changed sentences."""
    before, after = _sentences(old), _sentences(new)
    pairs = list(_changed(before, after))
    about = [pair for pair in pairs if any(sentence and sentence.attributes for sentence in pair)]
    return tuple(_passage(*pair) for pair in about), len(pairs) - len(about)


def shared_words(one: str, other: str) -> float:
    """Say how much of their words two texts share, 0 to 1, whatever the order."""
    first, second = _words(one), _words(other)
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 0.0


@lru_cache(maxsize=4096)
def _words(text: str) -> Counter[str]:
    """Count the words of a text; each is compared with many others."""
    return Counter(token.casefold() for token in _TOKEN.findall(text) if token[:1].isalnum())


def _sentences(document: AuditDocument) -> list[_Sentence]:
    spans = [
        span
        for attribution in document.attributions
        for span in (*attribution.cue, *((attribution.source,) if attribution.source else ()))
    ]
    starts = sorted(span.start for span in spans)
    text = document.text or ""
    found = []
    for paragraph in document.paragraphs:
        for match in _SENTENCE.finditer(text, paragraph.start, paragraph.end):
            position = bisect_left(starts, match.start())
            attributes = position < len(starts) and starts[position] < match.end()
            found.append(_Sentence(match.group().strip(), attributes))
    return found


def _changed(before: Sequence[_Sentence], after: Sequence[_Sentence]) -> Iterator[tuple[_Sentence | None, ...]]:
    old, new = [sentence.text for sentence in before], [sentence.text for sentence in after]
    for tag, i1, i2, j1, j2 in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from _paired(before[i1:i2], after[j1:j2])


def _paired(old: Sequence[_Sentence], new: Sequence[_Sentence]) -> Iterator[tuple[_Sentence | None, ...]]:
    """Put an edited sentence beside what it was; both lists are short, since equal sentences lie between them."""
    waiting = list(new)
    for sentence in old:
        best = max(waiting, key=lambda other: shared_words(sentence.text, other.text), default=None)
        if best is None or shared_words(sentence.text, best.text) < _SAME_SENTENCE:
            yield sentence, None
            continue
        skipped = waiting[: waiting.index(best)]
        yield from ((None, other) for other in skipped)
        yield sentence, best
        waiting = waiting[len(skipped) + 1 :]
    yield from ((None, other) for other in waiting)


def _passage(old: _Sentence | None, new: _Sentence | None) -> Passage:
    if old is None or new is None:
        kind = "added" if old is None else "removed"
        sentence = old or new
        return Passage(kind, (Piece(kind, sentence.text if sentence else ""),))
    return Passage("changed", tuple(_pieces(old.text, new.text)))


def _pieces(old: str, new: str) -> Iterator[Piece]:
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    for tag, i1, i2, j1, j2 in SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Piece("same", "".join(before[i1:i2]))
            continue
        for kind, part in zip_longest(("removed", "added"), ("".join(before[i1:i2]), "".join(after[j1:j2]))):
            if part:
                yield Piece(kind, part)
