"""Token patterns over an annotated document, matched by spaCy's own matcher.

Rules bring their patterns as plain values; a matcher is made once for a vocabulary and a set of patterns.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
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
        matcher.add(name, [[_token(token) for token in pattern] for pattern in alternatives], greedy="LONGEST")
    return matcher


def _token(token: FrozenToken) -> dict[str, Any]:
    return {key: {value[0]: list(value[1])} if isinstance(value, tuple) else value for key, value in token}
