"""Words that a rule looks for: lists of words, regular expressions, token patterns.

Regular expressions are run by RE2, whose time grows with the text alone, so no expression of a house rule can hang an
audit. It knows no look-around and no back-references. Word lists become an expression of plain words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import re2

MAX_REGEX = 500
MAX_WORDS = 2_000
_SHOWN = 12
# Half of a surrogate pair, which RE2's UTF-8 cannot carry.
_SURROGATE = re.compile("[\ud800-\udfff]")

# A pattern is a sequence of tokens in spaCy's syntax, frozen: ((("LEMMA", "say"), ("OP", "?")), …); a value may be
# ("IN" or "NOT_IN", several values).
TokenValue = str | int | bool | tuple[str, tuple[str, ...]]
TokenPattern = tuple[tuple[tuple[str, TokenValue], ...], ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """What to look for; each of the three kinds is enough.

    Attributes:
        words: words and phrases, found as whole words in any case and across line ends.
        regexes: expressions in RE2's syntax; case matters unless one begins with (?i).
        tokens: patterns over spaCy's tokens.
    """

    words: tuple[str, ...] = ()
    regexes: tuple[str, ...] = ()
    tokens: tuple[TokenPattern, ...] = ()


NOTHING = Wording()


def regex_problem(pattern: str) -> str:
    """Say why an expression cannot be used, empty when it can."""
    if len(pattern) > MAX_REGEX:
        return f"the regular expression has {len(pattern)} characters; at most {MAX_REGEX} are allowed"
    if _SURROGATE.search(pattern):
        return "the regular expression has half of a surrogate pair in it"
    try:
        compiled = _compiled(pattern)
    except re2.error as error:
        told = error.args[0] if error.args else ""
        reason = told.decode("utf-8", "replace") if isinstance(told, bytes) else str(told)
        return f"the regular expression is not understood ({reason})"
    return "the regular expression matches nothing at all, everywhere" if compiled.fullmatch("") else ""


def places_in(wording: Wording, text: str) -> Iterator[tuple[int, int]]:
    """Give every place of words and expressions as character offsets, end exclusive; patterns need tokens."""
    if wording.words:
        yield from (match.span() for match in _any_of(wording.words).finditer(text))
    carried = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text) if wording.regexes else ""
    for pattern in wording.regexes:
        yield from (match.span() for match in _compiled(pattern).finditer(carried) if match.end() > match.start())


def described(wording: Wording) -> tuple[str, ...]:
    """Say in words what is looked for, long lists shortened."""
    shown = [f"“{word}”" for word in wording.words[:_SHOWN]]
    more = [f"{len(wording.words) - _SHOWN} more words"] if len(wording.words) > _SHOWN else []
    regexes = [f"the regular expression {pattern}" for pattern in wording.regexes]
    patterns = [f"{len(wording.tokens)} token patterns"] if wording.tokens else []
    return (*shown, *more, *regexes, *patterns)


def longest(places: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Keep, of places that overlap, the longest and then the first; in order."""
    kept: list[tuple[int, int]] = []
    for place in sorted(set(places), key=_longest_first):
        next_one = bisect_left(kept, place)
        after_others = not next_one or kept[next_one - 1][1] <= place[0]
        if after_others and (next_one == len(kept) or place[1] <= kept[next_one][0]):
            kept.insert(next_one, place)
    return tuple(kept)


def _longest_first(place: tuple[int, int]) -> tuple[int, int]:
    return place[0] - place[1], place[0]


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> Any:  # noqa: ANN401 - the engine ships no types
    options = re2.Options()
    options.log_errors = False
    return re2.compile(pattern, options)


@lru_cache(maxsize=512)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Make an expression of plain words: nothing in it can be tried in more than one way, so it cannot be slow."""
    alternatives = "|".join(r"\s+".join(map(_plain, word.split())) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)


def _plain(word: str) -> str:
    """Escape a word; a straight apostrophe stands for the curved one too."""
    return re.escape(word).replace("'", "['’]")
