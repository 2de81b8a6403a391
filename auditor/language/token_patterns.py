"""Token patterns over an annotated document, matched by spaCy's own matcher.

Rules bring their patterns as plain values; a matcher is made once for a vocabulary and a set of patterns.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from spacy.matcher import Matcher

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

# A token in spaCy's syntax, frozen: (("LEMMA", ("IN", ("say", "tell"))), ("OP", "?")).
FrozenToken = tuple[tuple[str, str | int | bool | tuple[str, tuple[str, ...]]], ...]
# Name of a set → its patterns, of which any may match.
PatternSets = tuple[tuple[str, tuple[tuple[FrozenToken, ...], ...]], ...]
_READ = ("TAG", "POS", "LEMMA", "DEP")


def match_patterns(doc: Doc, patterns: PatternSets) -> Mapping[str, tuple[tuple[int, int], ...]]:
    """Give the places where each named set of patterns matches, as character offsets, end exclusive.

    A document whose words have no classes or no syntax yet matches nothing.
    """
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    if patterns and all(map(doc.has_annotation, _READ)):
        for name, first, last in _matcher(doc.vocab, patterns)(doc):
            end = doc[last - 1]
            found[doc.vocab.strings[name]].append((doc[first].idx, end.idx + len(end)))
    return {name: tuple(places) for name, places in found.items()}


@lru_cache(maxsize=8)
def _matcher(vocab: Vocab, patterns: PatternSets) -> Matcher:
    """Keep a matcher: making one takes longer than matching an article."""
    matcher = Matcher(vocab)
    for name, alternatives in patterns:
        single = [one for pattern in alternatives for one in _by_first_word(pattern)]
        matcher.add(name, [[_token(token) for token in pattern] for pattern in single], greedy="LONGEST")
    return matcher


def _by_first_word(pattern: tuple[FrozenToken, ...]) -> Iterator[tuple[FrozenToken, ...]]:
    """Give a pattern for each word that may come first: one word is compared by its hash, several are asked in Python.

    Almost every token of an article is compared with the first token of every pattern and nothing else, so this makes
    matching several times faster.
    """
    first, *rest = pattern
    several = next(((key, value[1]) for key, value in first if isinstance(value, tuple) and value[0] == "IN"), None)
    if several is None:
        yield pattern
        return
    key, words = several
    for word in words:
        yield (tuple((name, word if name == key else value) for name, value in first), *rest)


def _token(token: FrozenToken) -> dict[str, Any]:
    return {key: {value[0]: list(value[1])} if isinstance(value, tuple) else value for key, value in token}
