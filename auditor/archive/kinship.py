"""Which quotations in an archive are the same words: near-duplicates that several articles carry.

Quotations of six words or more are compared when they share a run of five words (shingles), and are the same when the
shorter one is nearly contained in the longer (rapidfuzz, partial ratio). Grouping is by union of such pairs, so it does
not depend on the order of the articles.
"""

from __future__ import annotations

import re
import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz

LEAST_WORDS = 6
_SHINGLE = 5
# Below this two quotations are two statements; measured on invented pairs: a changed word in ten gives about 90.
_SAME = 88
# A run of words that so many different quotations share is a formula ("I can neither confirm nor deny"), not a trace.
_MOST_DIFFERENT = 60

_WORD = re.compile(r"\w+(?:['’]\w+)*")


@dataclass(frozen=True, slots=True)
class Carried:
    """One quotation in one article.

    Attributes:
        words: the quoted words as they stand.
        source: the label of the source it is attributed to, or null.
        identity: what kind of source that is, or null.
        relay: the outlet through which it came, or null.
    """

    article: str
    publisher: str | None
    published: str | None
    report: str | None
    words: str
    source: str | None
    identity: str | None
    relay: str | None

    @property
    def order(self) -> tuple[bool, str, str]:
        """Sort by date, articles without one last."""
        return self.published is None, self.published or "", self.article


@dataclass(frozen=True, slots=True)
class Shared:
    """One quotation that several articles carry, the earliest first."""

    carriers: tuple[Carried, ...]


def shared_quotations(quotations: Iterable[Carried]) -> tuple[Shared, ...]:
    """Group the quotations that more than one article carries, those with most carriers first."""
    known = [one for one in quotations if len(_words(one.words)) >= LEAST_WORDS]
    groups = _united(known, _pairs(known))
    found = []
    for members in groups:
        carriers = sorted((known[index] for index in members), key=lambda one: one.order)
        first = {one.article: one for one in reversed(carriers)}
        if len(first) > 1:
            found.append(Shared(tuple(sorted(first.values(), key=lambda one: one.order))))
    return tuple(sorted(found, key=lambda one: (-len(one.carriers), one.carriers[0].order)))


def _words(text: str) -> list[str]:
    return [word.casefold().replace("’", "'") for word in _WORD.findall(text)]


def _pairs(known: Sequence[Carried]) -> Iterator[tuple[int, int]]:
    normal = [" ".join(_words(one.words)) for one in known]
    first: dict[str, int] = {}
    for index, words in enumerate(normal):
        if first.setdefault(words, index) != index:
            yield first[words], index
    compared: dict[tuple[int, int], bool] = {}

    def same(one: int, later: int) -> bool:
        if (one, later) not in compared:
            compared[one, later] = fuzz.partial_ratio(normal[one], normal[later]) >= _SAME
        return compared[one, later]

    for members in _sharing_a_run(normal, sorted(first.values())):
        different: list[int] = []
        for later in members:
            # Union joins those that are the same as either.
            known_one = next((one for one in different if same(one, later)), None)
            if known_one is not None:
                yield known_one, later
            elif len(different) < _MOST_DIFFERENT:
                different.append(later)


def _sharing_a_run(normal: Sequence[str], indices: Iterable[int]) -> Iterator[list[int]]:
    """Give the quotations that share a run of words, for every run that several have.

    Runs are kept as numbers in two arrays, since an archive has many millions of them. Two runs with one number only
    cost a comparison.
    """
    runs, owners = array("L"), array("L")
    for index in indices:
        words = normal[index].split()
        numbers = {
            zlib.crc32(" ".join(words[start : start + _SHINGLE]).encode("utf-8", "surrogatepass"))
            for start in range(len(words) - _SHINGLE + 1)
        }
        runs.extend(numbers)
        owners.extend([index] * len(numbers))
    if not runs:
        return
    numbered, owned = np.asarray(runs), np.asarray(owners)
    order = np.lexsort((owned, numbered))
    numbered, owned = numbered[order], owned[order]
    ends = np.append(np.flatnonzero(numbered[1:] != numbered[:-1]) + 1, len(numbered))
    starts = np.append(0, ends[:-1])
    several = ends - starts > 1
    for start, end in zip(starts[several], ends[several], strict=True):
        yield owned[start:end].tolist()


def _united(known: Sequence[Carried], pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    parent = list(range(len(known)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for one, other in pairs:
        low, high = sorted((root(one), root(other)))
        parent[high] = low
    groups: dict[int, list[int]] = defaultdict(list)
    for index in range(len(known)):
        groups[root(index)].append(index)
    return [members for members in groups.values() if len(members) > 1]
