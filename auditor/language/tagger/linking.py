"""From spans and pointers to attributions: which source and which content belong to each cue.

The pointers choose among the spans. Where a pointer names a word that the tags left out, a span is grown
there. Content whose pointer says "none" is left out: it would be words without anyone saying them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from auditor.language.tagger.session import Reading
from auditor.language.tagger.spans import Role, Words, WordSpan

CUE_TO_SOURCE, CONTENT_TO_CUE = 0, 1

# Chosen on the development part of PolNeAR; all are flat near these values.
GROWN_SOURCE = 0.2  # least role probability of each word of a source that the tags left out
GROWN_CUE = 0.1  # the same for a cue
NONE_FACTOR = 0.5  # a span is taken when it outweighs this share of what points at "none"
GROWN_CONTENT = 0.25  # the same for words that a content takes up at its ends
LEAST_GROWN_CUE_SHARE = 0.25  # of what a content points at, for a cue to be grown there
WEAK_PART = 0.6  # a part of a split content goes when its link has less than this share of the surest part's

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(slots=True)
class LinkedCue:
    """A cue with what has been linked to it so far; spans are ranges of words.

    ``source_share`` and ``content_shares`` are what the pointers gave to the links that were made.
    """

    cue: WordSpan
    source: WordSpan | None = None
    source_share: float = 0.0
    content: list[WordSpan] = field(default_factory=list)
    content_shares: list[float] = field(default_factory=list)

    def drop_weak_content(self) -> None:
        """Keep only the parts of a split content that are about as surely linked as the surest."""
        least = WEAK_PART * max(self.content_shares)
        kept = [pair for pair in zip(self.content, self.content_shares, strict=True) if pair[1] >= least]
        self.content, self.content_shares = [part for part, _ in kept], [share for _, share in kept]


@dataclass(frozen=True, slots=True)
class Pointing:
    """Where a span points on average: ``none``, or the words from number ``offset`` on."""

    none: float
    offset: int
    shares: Floats

    def share_of(self, span: WordSpan) -> float:
        """The share that falls on a span of words."""
        start = max(span[0] - self.offset, 0)
        return float(self.shares[start : max(span[1] - self.offset, 0)].sum())

    @property
    def reach(self) -> WordSpan:
        """The words it could point at."""
        return self.offset, self.offset + len(self.shares)


class Pointers:
    """The pointers of all windows, addressed by the numbers of the text's words."""

    def __init__(self, readings: list[Reading]) -> None:
        self._readings = readings
        self._bounds = np.cumsum([0, *(len(reading.words) for reading in readings)])

    def of(self, kind: int, span: WordSpan) -> Pointing:
        """Average the pointers of a span's words; a span may cross from one window into the next."""
        first, last = (int(np.searchsorted(self._bounds, at, side="right")) - 1 for at in (span[0], span[1] - 1))
        low, high = int(self._bounds[first]), int(self._bounds[last + 1])
        total = np.zeros(1 + high - low)
        for number in range(first, last + 1):
            offset, end = int(self._bounds[number]), int(self._bounds[number + 1])
            rows = slice(max(span[0], offset) - offset + 1, min(span[1], end) - offset + 1)
            summed = self._readings[number].pointers[kind, rows].sum(axis=0, dtype=np.float64)
            total[0] += summed[0]
            total[1 + offset - low : 1 + end - low] += summed[1:]
        total /= span[1] - span[0]
        return Pointing(float(total[0]), low, total[1:])


class Linker:
    """Links the spans of one text; its state is the cues found so far and which word belongs to which."""

    def __init__(self, words: Words, spans: dict[Role, list[WordSpan]], pointers: Pointers) -> None:
        self._words = words
        self._pointers = pointers
        self._sources = spans[Role.SOURCE]
        self._source_starts = np.array([start for start, _ in self._sources], dtype=np.int64)
        self._tagged = np.zeros(len(words.start), dtype=bool)
        for start, end in (span for of_role in spans.values() for span in of_role):
            self._tagged[start:end] = True
        self._cue_at = np.full(len(words.start), -1, dtype=np.int64)
        self.cues: list[LinkedCue] = []
        for cue in spans[Role.CUE]:
            self._add_cue(cue)
        for content in spans[Role.CONTENT]:
            self._link_content(content)

    def _add_cue(self, cue: WordSpan) -> LinkedCue:
        """Take up a cue and look for its source."""
        linked = LinkedCue(cue)
        self._cue_at[cue[0] : cue[1]] = len(self.cues)
        self.cues.append(linked)
        pointing = self._pointers.of(CUE_TO_SOURCE, cue)
        linked.source_share = pointing.none
        for source in self._sources_within(pointing.reach):
            share = pointing.share_of(source)
            if share > linked.source_share:
                linked.source, linked.source_share = source, share
        if linked.source is None:
            self._grow_source(linked, pointing)
        return linked

    def _sources_within(self, reach: WordSpan) -> list[WordSpan]:
        """The tagged sources that begin within a range of words."""
        low, high = np.searchsorted(self._source_starts, reach)
        return self._sources[low:high]

    def _grow_source(self, linked: LinkedCue, pointing: Pointing) -> None:
        """Where a cue points at a word outside all spans, make its neighbourhood the source."""
        seed = pointing.offset + int(pointing.shares.argmax())
        share = float(pointing.shares.max())
        likely = self._words.roles[:, Role.SOURCE]
        if share > pointing.none * NONE_FACTOR and likely[seed] > GROWN_SOURCE and not self._tagged[seed]:
            low, high = pointing.reach
            free = (likely[low:high] > GROWN_SOURCE) & ~self._tagged[low:high]
            linked.source = self._grow(seed, low, free)
            linked.source_share = pointing.share_of(linked.source)

    def _grow(self, seed: int, offset: int, free: NDArray[np.bool_]) -> WordSpan:
        """Widen from one word over its paragraph as long as the words are free; ``free`` begins at ``offset``."""
        paragraph = self._words.paragraph
        free = free & (paragraph[offset : offset + len(free)] == paragraph[seed])
        closed = np.flatnonzero(~free) + offset
        before, after = closed[closed < seed], closed[closed > seed]
        start = int(before[-1]) + 1 if len(before) else offset
        end = int(after[0]) if len(after) else offset + len(free)
        return start, end

    def _link_content(self, content: WordSpan) -> None:
        """Give a content to the cue it points at, growing the cue if need be, or to none."""
        pointing = self._pointers.of(CONTENT_TO_CUE, content)
        low, high = pointing.reach
        cue_at = self._cue_at[low:high]
        known = cue_at >= 0
        best, share = -1, 0.0
        if known.any():
            shares = np.bincount(cue_at[known], weights=pointing.shares[known])
            best, share = int(shares.argmax()), float(shares.max())
        grown, grown_share = self._grown_cue(content, pointing)
        if grown is not None and grown_share > max(share, pointing.none):
            linked, share = self._add_cue(grown), grown_share
        elif best >= 0 and share > pointing.none * NONE_FACTOR:
            linked = self.cues[best]
        else:
            return
        linked.content.append(content)
        linked.content_shares.append(share)

    def _grown_cue(self, content: WordSpan, pointing: Pointing) -> tuple[WordSpan | None, float]:
        """The cue that would grow where a content points at words outside all cues, and its share."""
        low, high = pointing.reach
        outside = self._cue_at[low:high] < 0
        outside[content[0] - low : content[1] - low] = False
        likely = self._words.roles[low:high, Role.CUE]
        shares = np.where(outside, pointing.shares, 0.0)
        seed = int(shares.argmax())
        if not outside[seed] or likely[seed] <= GROWN_CUE:
            return None, 0.0
        cue = self._grow(seed + low, low, outside & (likely > GROWN_CUE))
        share = float(shares[cue[0] - low : cue[1] - low].sum())
        return (cue, share) if share > LEAST_GROWN_CUE_SHARE else (None, 0.0)


def link(words: Words, spans: dict[Role, list[WordSpan]], pointers: Pointers) -> list[LinkedCue]:
    """Link cues to sources and contents to cues; cues without content are left out."""
    found = [linked for linked in Linker(words, spans, pointers).cues if linked.content]
    for linked in found:
        linked.drop_weak_content()
    _widen_contents(words, found)
    return found


def _widen_contents(words: Words, found: list[LinkedCue]) -> None:
    """Let contents take up the likely words at their ends that belong to nothing else."""
    free = words.roles[:, Role.CONTENT] > GROWN_CONTENT
    for linked in found:
        for start, end in (linked.cue, *([linked.source] if linked.source else []), *linked.content):
            free[start:end] = False
    for linked in found:
        linked.content = [_widen(content, free, words.paragraph) for content in linked.content]


def _widen(span: WordSpan, free: NDArray[np.bool_], paragraph: Ints) -> WordSpan:
    """Widen a span over the free words of its paragraph, which are free no longer."""
    start, end = span
    while start > 0 and free[start - 1] and paragraph[start - 1] == paragraph[start]:
        start -= 1
    while end < len(free) and free[end] and paragraph[end] == paragraph[end - 1]:
        end += 1
    free[start:end] = False
    return start, end


def certainty(words: Words, linked: LinkedCue) -> float:
    """One probability for an attribution: its links and the roles of its words, see ``docs/tagger.md``."""
    source = [linked.source] if linked.source else []
    parts = [
        linked.source_share,
        float(np.mean(linked.content_shares)),
        _mean_role(words, Role.CUE, [linked.cue]),
        _mean_role(words, Role.CONTENT, linked.content),
        *([_mean_role(words, Role.SOURCE, source)] if source else []),
    ]
    return float(np.clip(np.prod(parts), 0.0, 1.0))


def _mean_role(words: Words, role: Role, spans: Iterable[WordSpan]) -> float:
    """Mean probability that the words of some spans have a role."""
    return float(np.mean(np.concatenate([words.roles[start:end, role] for start, end in spans])))
