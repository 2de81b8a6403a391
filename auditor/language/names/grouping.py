"""Joins like spellings into names.

Source: the catalogue's rule for variant spellings: one edit for a shorter form of 5 to 7 letters, two from 8 on, or
equal skeletons; chains join (Faluja and Fallijah only through Fallujah). Shorter and changed names stand in a list.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise

from rapidfuzz.distance import DamerauLevenshtein
from spacy.tokens import Doc

from auditor.language.annotations import Certainty, Name, Spelling
from auditor.language.lexicon import entries
from auditor.language.names import guards
from auditor.language.names.candidates import LETTERS, Candidate, find_candidates
from auditor.language.names.folding import fold, skeleton
from auditor.text import Article, Span

_LONG = 8
# No article of ordinary length has as many names under one letter; the bound keeps huge texts affordable.
_MOST = 250


@dataclass(frozen=True, slots=True)
class _Likeness:
    """Why two candidates are probably one name."""

    first: int
    second: int
    certainty: Certainty
    evidence: str


def find_names(doc: Doc, article: Article) -> tuple[Name, ...]:
    """Find groups of spellings that are probably one name, in the order of their first places."""
    candidates = find_candidates(doc)
    places = [tuple(_place(doc, article, candidate, index) for index in candidate.places) for candidate in candidates]
    likenesses = [
        likeness
        for likeness in _likenesses(candidates)
        if not _is_glossed(article.text, places[likeness.first], places[likeness.second])
    ]
    names = []
    for group in _groups(candidates, likenesses):
        spellings = sorted(
            (Spelling(candidates[member].form, places[member]) for member in group),
            key=lambda spelling: (-len(spelling.places), spelling.places[0].start),
        )
        inside = [likeness for likeness in likenesses if likeness.first in group and likeness.second in group]
        # A chain is as sure as its weakest link.
        weakest = min(inside, key=lambda likeness: _SURENESS.index(likeness.certainty))
        evidence = tuple(dict.fromkeys(likeness.evidence for likeness in inside))
        names.append(Name("", tuple(spellings), weakest.certainty, evidence))
    names.sort(key=lambda name: min(spelling.places[0].start for spelling in name.spellings))
    return tuple(
        Name(f"n{number}", name.spellings, name.certainty, name.evidence) for number, name in enumerate(names, 1)
    )


_SURENESS = (Certainty.POSSIBLE, Certainty.LIKELY, Certainty.FIRM)


def _place(doc: Doc, article: Article, candidate: Candidate, index: int) -> Span:
    start = doc[index].idx
    return article.span(start, start + len(candidate.form))


def _likenesses(candidates: list[Candidate]) -> list[_Likeness]:
    found = {}
    for first, second in _pairs(candidates):
        likeness = _likeness(candidates, first, second)
        if likeness is not None:
            found[first, second] = likeness
    for first, second in _alias_pairs(candidates):
        evidence = f"{candidates[first].form} and {candidates[second].form} are known as two forms of one name."
        found.setdefault((first, second), _Likeness(first, second, Certainty.LIKELY, evidence))
    return [found[pair] for pair in sorted(found)]


def _pairs(candidates: list[Candidate]) -> Iterator[tuple[int, int]]:
    """Give the pairs worth comparing: under one first letter, or with one skeleton."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for position, candidate in enumerate(candidates):
        if len(candidate.folded) >= LETTERS:
            blocks[candidate.folded[0]].append(position)
            blocks["=" + skeleton(candidate.folded)].append(position)
    seen = set()
    for block in blocks.values():
        members = sorted(block, key=lambda position: -len(candidates[position].places))[:_MOST]
        for pair in combinations(sorted(members), 2):
            if pair not in seen:
                seen.add(pair)
                yield pair


def _likeness(candidates: list[Candidate], first: int, second: int) -> _Likeness | None:
    one, other = candidates[first], candidates[second]
    allowed = 2 if min(len(one.folded), len(other.folded)) >= _LONG else 1
    distance = DamerauLevenshtein.distance(one.folded, other.folded, score_cutoff=allowed)
    near = distance <= allowed and one.folded[0] == other.folded[0]
    same = skeleton(one.folded) == skeleton(other.folded)
    if not (near or same) or _are_two_names(one, other):
        return None
    forms = f"{one.form} and {other.form}"
    if not distance:
        return _Likeness(first, second, Certainty.LIKELY, f"{forms} differ only in accents, marks or capitals.")
    if same:
        return _Likeness(first, second, Certainty.LIKELY, f"{forms} differ only in letters that spellings confuse.")
    letters = "one letter" if distance == 1 else "two letters"
    return _Likeness(first, second, Certainty.POSSIBLE, f"{forms} differ in {letters}.")


def _are_two_names(one: Candidate, other: Candidate) -> bool:
    return (
        guards.are_distinct_names(one.folded, other.folded)
        or guards.are_forms_of_one_word(one.folded, other.folded)
        or guards.are_person_and_people(one, other)
        or guards.are_different_bearers(one, other)
    )


@cache
def _aliases() -> dict[str, int]:
    return {
        fold(name.strip()): number for number, line in enumerate(entries("name_aliases")) for name in line.split(",")
    }


def _alias_pairs(candidates: list[Candidate]) -> Iterator[tuple[int, int]]:
    """Give pairs of listed names of one thing; inside a longer name ("Bombay Stock Exchange") the old form is right."""
    lines: dict[int, list[int]] = defaultdict(list)
    for position, candidate in enumerate(candidates):
        line = _aliases().get(candidate.folded)
        if line is not None and candidate.bare:
            lines[line].append(position)
    for members in lines.values():
        yield from combinations(members, 2)


def _is_glossed(text: str, first: tuple[Span, ...], second: tuple[Span, ...]) -> bool:
    ordered = sorted([*((span, 0) for span in first), *((span, 1) for span in second)])
    return any(
        side != next_side and guards.is_glossed(text, span, next_span)
        for (span, side), (next_span, next_side) in pairwise(ordered)
    )


def _groups(candidates: list[Candidate], likenesses: list[_Likeness]) -> list[set[int]]:
    """Join likenesses into groups, the surest first; a chain never joins two names that are known to be different."""
    group_of: dict[int, set[int]] = {}
    for likeness in sorted(likenesses, key=lambda one: -_SURENESS.index(one.certainty)):
        left = group_of.get(likeness.first, {likeness.first})
        right = group_of.get(likeness.second, {likeness.second})
        if left is right or any(_are_two_names(candidates[one], candidates[two]) for one in left for two in right):
            continue
        joined = left | right
        for member in joined:
            group_of[member] = joined
    return [set(group) for group in {id(group): group for group in group_of.values()}.values()]
