"""What two places of an article are compared by: the words that carry content, its names and its numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})

# Two places state one claim when they share so many content words, one of them a name or a number, and so large a part
# of the shorter one. A headline is short and may drop names, so fewer will do.
_SHARED = 3
_SHARED_WITH_HEADLINE = 2
_PART = 0.35


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence.

    Attributes:
        start: character offset of its first token.
        end: character offset after its last one, white space excluded.
        first: index of its first token.
        last: index after its last token.
        lemmas: its content words in their base forms.
        anchors: those that are a name's or a number's.
    """

    start: int
    end: int
    first: int
    last: int
    lemmas: frozenset[str]
    anchors: frozenset[str]

    def states(self, claim: Sentence, *, headline: bool = False) -> bool:
        """Tell whether this sentence says what the claim says, as far as shared words can tell."""
        shared = self.lemmas & claim.lemmas
        needed = _SHARED_WITH_HEADLINE if headline else _SHARED
        if not self.anchors & claim.anchors:
            needed += 1
        return len(shared) >= max(needed, _PART * min(len(self.lemmas), len(claim.lemmas)))


@cache
def listed(name: str) -> frozenset[str]:
    """Give the entries of `lexicons/NAME.txt` of this package."""
    text = (resources.files("auditor.claims") / "lexicons" / f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(line for raw in text.splitlines() if (line := raw.strip()) and not line.startswith("#"))


def sentences_of(doc: Doc) -> tuple[Sentence, ...]:
    """Give the sentences of a document in order, each looked at once; empty ones are left out."""
    bounds = [token.i for token in doc if token.is_sent_start or token.i == 0]
    found = (_sentence(doc, first, last) for first, last in zip(bounds, [*bounds[1:], len(doc)], strict=True))
    return tuple(sentence for sentence in found if sentence is not None)


def part_of(doc: Doc, first: int, last: int) -> Sentence | None:
    """Give the words of a part of a document, from token `first` to before token `last`; null without any."""
    return _sentence(doc, first, last)


def _sentence(doc: Doc, first: int, last: int) -> Sentence | None:
    tokens = [token for token in doc[first:last] if not token.is_space]
    if not tokens:
        return None
    return Sentence(
        start=tokens[0].idx,
        end=tokens[-1].idx + len(tokens[-1].text),
        first=tokens[0].i,
        last=tokens[-1].i + 1,
        lemmas=_lemmas(tokens),
        anchors=frozenset(_key(token) for token in tokens if token.pos_ in {"PROPN", "NUM"} and _counts(token)),
    )


def _lemmas(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(_key(token) for token in tokens if token.pos_ in _CONTENT and _counts(token))


def _counts(token: Token) -> bool:
    return (token.pos_ == "NUM" or not token.is_stop) and not token.is_punct and len(token.text) > 1


def _key(token: Token) -> str:
    """Give the base form; in a headline of capitalised words, plurals are left as they are, so their ending goes."""
    lemma = str(token.lemma_).casefold()
    return lemma[:-1] if len(lemma) > 3 and lemma.endswith("s") and not lemma.endswith("ss") else lemma
