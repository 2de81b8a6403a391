"""Reasons why two like spellings are two names: grammar, the atlas, other first names, or the article's own gloss."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache

from rapidfuzz.distance import DamerauLevenshtein

from auditor.language.lexicon import entries
from auditor.language.names.candidates import Candidate
from auditor.text import Span

# Endings that make another word of a name: plurals, peoples, languages, followers, offices.
_ENDINGS = frozenset(
    re.findall(
        r"\w+", "s es n an ian ean is ese ish ic ical al ist ists ism er ers or ors ns ans ians ite ites land ly"
    )
)
_STEM_ENDINGS = _ENDINGS | {"", "e", "a", "y", "o", "ia", "ies", "us", "um"}
# Peoples in -i, and the family names of Slavic women and men.
_ENDING_PAIRS = frozenset(
    frozenset(pair)
    for pair in (("", "i"), ("a", "i"), ("s", "i"), ("", "a"), ("y", "a"), ("y", "aya"), ("iy", "aya"), ("iy", "a"))
)
_STEM = 3

# What may stand between two forms of which the article says that they are two: "Kiev (now Kyiv)", "Kiev/Kyiv".
_GLOSS = re.compile(
    r"\s*[(/\[]\s*|(?=.*\b(?:now|formerly|previously|originally|once|then|or|aka|also|spelled|spelt|written|transliterated|"
    r"known|called|renamed|sic)\b)(?:[\s,.()\[\]“\"'‘’”:;–—-]|\b(?:now|formerly|previously|originally|once|then|or|aka|also|"
    r"better|sometimes|spelled|spelt|written|transliterated|known|called|renamed|as|in|the|is|was|sic)\b)*",
    re.IGNORECASE | re.DOTALL,
)
_GLOSS_REACH = 40


@cache
def _distinct() -> dict[str, frozenset[int]]:
    """Give for each name of the list the lines on which it stands."""
    lines: dict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(entries("distinct_names")):
        for name in line.split(","):
            lines[name.strip()].add(number)
    return {name: frozenset(numbers) for name, numbers in lines.items()}


def are_distinct_names(first: str, second: str) -> bool:
    """Tell whether both folded forms are known names of different things, their plurals and peoples included."""
    known = _distinct()
    firsts = known.get(first) or known.get(first.rstrip("s")) or frozenset()
    seconds = known.get(second) or known.get(second.rstrip("s")) or frozenset()
    return not firsts.isdisjoint(seconds)


def are_forms_of_one_word(first: str, second: str) -> bool:
    """Tell whether two folded forms differ only by an ending: a plural, a people, an office (Ukraine, Ukrainian)."""
    stem = next((place for place, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), None)
    stem = min(len(first), len(second)) if stem is None else stem
    endings = frozenset({first[stem:], second[stem:]})
    if stem < _STEM or len(endings) < 2:
        return False
    return endings in _ENDING_PAIRS or (bool(endings & _ENDINGS) and endings <= _STEM_ENDINGS)


def are_different_bearers(first: Candidate, second: Candidate) -> bool:
    """Tell whether other names stand with each: Anna Smith and Owen Smyth, Marie Dorn and Maria Pell."""
    if _disagree(first.left, second.left) or _disagree(first.right, second.right):
        return True
    # A family name of one person and a given name of another: James Comber, Corber Lewis.
    return (_is_family_name(first) and _is_given_name(second)) or (_is_given_name(first) and _is_family_name(second))


def are_person_and_people(first: Candidate, second: Candidate) -> bool:
    """Tell whether one is a people or creed and the other is not, by the model's labels."""
    kinds = [_main_label(candidate) == "NORP" for candidate in (first, second)]
    return kinds[0] != kinds[1]


def is_glossed(text: str, first: Span, second: Span) -> bool:
    """Tell whether the article itself says here that these are two forms of one name: "Kiev (now Kyiv)"."""
    before, after = sorted([first, second])
    between = text[before.end : after.start]
    return len(between) <= _GLOSS_REACH and _GLOSS.fullmatch(between) is not None


def _is_family_name(candidate: Candidate) -> bool:
    return candidate.left.total() > 0 and not candidate.right


def _is_given_name(candidate: Candidate) -> bool:
    return candidate.right.total() > 0 and not candidate.left


def _disagree(first: Counter[str], second: Counter[str]) -> bool:
    if not first or not second:
        return False
    return not any(_alike(one, other) for one in first for other in second)


def _alike(one: str, other: str) -> bool:
    if one == other or (len(one) == 1 and other.startswith(one)) or (len(other) == 1 and one.startswith(other)):
        return True
    return min(len(one), len(other)) >= 4 and DamerauLevenshtein.distance(one, other, score_cutoff=1) <= 1


def _main_label(candidate: Candidate) -> str:
    return candidate.labels.most_common(1)[0][0] if candidate.labels else ""
