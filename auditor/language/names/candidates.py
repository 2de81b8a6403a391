"""The words of an article that can be names, with their places and their neighbours."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from auditor.language.lexicon import words
from auditor.language.names.folding import fold

LETTERS = 5
_PROPER = frozenset({"NNP", "NNPS"})
_NAME_SHAPE = re.compile(r"[^\W\d_](?:[^\W\d_]|[’'ʼ‘`](?=[^\W\d_]))+")
_POSSESSIVE = re.compile(r"[’']s?$")
# The article marks the spelling as somebody else's.
_SIC = re.compile(r"(?:[’']s?)?[\s”\"’']{0,2}[(\[]sic\b", re.IGNORECASE)
# Titles say nothing about who bears a name.
_TITLES = frozenset(
    re.findall(r"\w+", "mr mrs ms miss mx dr prof sir dame lord lady rev fr st gen col lt sgt capt maj sen rep gov")
)


@dataclass(slots=True)
class Candidate:
    """One spelling of a name while it is being compared.

    Attributes:
        places: indexes of its tokens.
        left: names right before it (first names, mostly), folded, with counts.
        right: names right after it.
        bare: number of places where no other name stands beside it.
        labels: entity labels that the model gave it, with counts.
    """

    form: str
    folded: str
    places: list[int] = field(default_factory=list)
    left: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    bare: int = 0
    labels: Counter[str] = field(default_factory=Counter)


def find_candidates(doc: Doc) -> list[Candidate]:
    """Give the spellings of possible names, in the order in which they first stand in the article."""
    found: dict[str, Candidate] = {}
    plain: set[str] = set()
    proper: dict[str, int] = defaultdict(int)
    text = doc.text
    for token in doc:
        if token.is_alpha and token.is_lower:
            plain.add(token.lower_)
        elif _is_capitalised(token) and not _SIC.match(text, token.idx + len(token)):
            form = _POSSESSIVE.sub("", token.text)
            candidate = found.setdefault(form, Candidate(form, fold(form)))
            candidate.places.append(token.i)
            proper[form] += token.tag_ in _PROPER or not token.tag_
            _note_neighbours(doc, token, candidate)
    return [
        candidate
        for form, candidate in found.items()
        if 2 * proper[form] > len(candidate.places) and form.lower() not in plain and not _is_common(form.lower())
    ]


def _is_capitalised(token: Token) -> bool:
    """Tell a word written as a name is; words all in capitals are headlines, shouting or abbreviations."""
    text = _POSSESSIVE.sub("", token.text)
    if not text[:1].isupper() or text.isupper() or token.is_stop or token.like_url:
        return False
    if token.i and token.nbor(-1).text in ("@", "#") and not token.nbor(-1).whitespace_:
        return False
    return _NAME_SHAPE.fullmatch(text) is not None


def _is_common(lower: str) -> bool:
    known = words("capitalised_words")
    return lower in known or any(lower.endswith(end) and lower[: -len(end)] + put in known for end, put in _PLURALS)


_PLURALS = (("s", ""), ("es", ""), ("ies", "y"), ("men", "man"))


def _note_neighbours(doc: Doc, token: Token, candidate: Candidate) -> None:
    if token.ent_type_:
        candidate.labels[token.ent_type_] += 1
    before = token.i > 0 and _is_name_part(doc[token.i - 1])
    after = token.i + 1 < len(doc) and _is_name_part(doc[token.i + 1])
    if before:
        candidate.left[fold(doc[token.i - 1].text)] += 1
    if after:
        candidate.right[fold(doc[token.i + 1].text)] += 1
    candidate.bare += not before and not after


def _is_name_part(token: Token) -> bool:
    text = token.text.rstrip(".")
    if not text[:1].isupper() or text.lower() in _TITLES or not text.isalpha():
        return False
    return (token.tag_ in _PROPER or not token.tag_) and not _is_common(text.lower())
