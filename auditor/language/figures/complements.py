"""That-clauses of hedging words, read from the words alone: a second witness where the parser lost the clause.

"alleged in the suit that …", "estimates, released on Monday, that …": what follows "that" up to the end of the clause
is the content of the hedging word.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from auditor.language.figures.governors import is_forecast, noun_hedge
from auditor.language.lexicon import words
from auditor.language.sentences import sentence_of

# "alleged in a suit filed in the federal court of the district that": longer gaps are chance.
LONGEST_GAP = 10
_ENDS = frozenset(
    {
        ";",
        ":",
        "but",
        "while",
        "whereas",
        "although",
        "though",
        "which",
        "who",
        "whom",
        "where",
        "saying",
        "adding",
        "”",
        '"',
    }
)


@dataclass(frozen=True, slots=True)
class Complement:
    """The content of a hedging word: token offsets, end exclusive, the word itself and its kind of hedge."""

    start: int
    end: int
    word: Token
    kind: str


def find_complements(doc: Doc) -> tuple[Complement, ...]:
    """Find the that-clauses of hedging verbs and nouns, in order, and ranges said of estimates."""
    found: list[Complement] = []
    for sentence in doc.sents:
        found.extend(_in_sentence(sentence))
    return tuple(found)


def _in_sentence(sentence: Span) -> list[Complement]:
    found: list[Complement] = []
    pending: tuple[Token, str] | None = None
    for token in sentence:
        kind = _kind(token)
        if kind:
            pending = (token, kind)
        elif (pending and token.i - pending[0].i > LONGEST_GAP) or token.text == ";":
            pending = None
        elif pending and _opens(token, pending):
            found.append(Complement(token.i + 1, _end(sentence, token.i + 1), *pending))
            pending = None
    return found


def _opens(token: Token, pending: tuple[Token, str]) -> bool:
    ahead = pending[1] == "estimate" or pending[0].lemma_ in ("fear", "speculation", "suggestion")
    if token.lower_ == "that" and ahead and is_forecast(token.head):
        return False
    if token.lower_ == "that" and token.i > pending[0].i:
        # After a verb of alleging even a relative "that" opens what is alleged ("alleged in the suit that …").
        return pending[0].pos_ == "VERB" or token.dep_ in ("mark", "") or token.tag_ == "IN"
    # "estimates of the number of refugees range from": whatever stands between, the range is that of the estimates.
    ranges = token.lower_ in ("range", "ranges", "ranged", "ranging", "vary", "varies", "varied")
    return ranges and pending[1] == "estimate" and pending[0].tag_ in ("NNS", "NN")


def _kind(token: Token) -> str:
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB":
        if lemma in words("hedge_verbs_allegation"):
            return "allegation"
        if lemma in words("hedge_verbs_estimate"):
            return "estimate"
        return "report" if lemma == "tell" and _is_hearsay(token) else ""
    return noun_hedge(token) if token.pos_ == "NOUN" else ""


def _is_hearsay(told: Token) -> bool:
    """Tell whether these are the speaker's own words of having been told: "we have been told … that"."""
    before = [token.lower_ for token in told.doc[max(sentence_of(told).start, told.i - 4) : told.i]]
    return bool({"i", "we"} & set(before)) and bool({"been", "was", "were", "am", "are", "'m", "’m"} & set(before))


def _end(sentence: Span, start: int) -> int:
    for token in sentence.doc[start : sentence.end]:
        if token.lower_ in _ENDS and token.i > start:
            return int(token.i)
    return int(sentence.end)
