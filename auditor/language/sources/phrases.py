"""Source phrases: head, number, determiner and form of the words that name or describe a source.

A phrase is read without the rest of the article; who it is comes later (`resolution`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from auditor.language import word_classes as people
from auditor.text import Article, Span


class Form(StrEnum):
    """How a source phrase refers."""

    PRONOUN = "pronoun"
    REPORTER = "reporter"
    RELATIVE = "relative"
    NAME = "name"
    DESCRIPTION = "description"
    QUANTIFIER = "quantifier"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source phrase, read alone.

    Attributes:
        span: from determiner to head with the modifiers that identify it; relative clauses left out.
        start, end: the token range of the span, end exclusive.
        head: index of the head token ("official" in "a senior official at the ministry").
        lemma: the head's base form, lower case, singular.
        form: how it refers.
        plural: more than one person or thing.
        member_of: for "one of the clerks" the noun behind "of", base form; empty otherwise.
        determiner: the first determiner, possessive or quantifier, lower case; empty for none.
        words: the words before and after the head that describe it, lower case.
        affiliated: a noun before the head or a "for" behind it says whose people they are ("lawyers for the family").
    """

    span: Span
    start: int
    end: int
    head: int
    lemma: str
    form: Form
    plural: bool
    member_of: str
    determiner: str
    words: frozenset[str]
    affiliated: bool = False

    @property
    def indefinite(self) -> bool:
        """Tell whether the phrase introduces somebody new."""
        return self.determiner in people.INDEFINITE

    @property
    def definite(self) -> bool:
        """Tell whether the phrase points back at somebody known."""
        return self.determiner in people.DEFINITE


_RELATIVE_TAGS = frozenset({"WP", "WDT", "WP$"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"})
_CUT_WORDS = frozenset({"speaking", "who", "whom", "whose", "which", "that", "citing", "including", "such"})
_PREPOSITIONS = frozenset({"IN", "TO"})
# People who work for whoever the noun before them names.
_SERVING = frozenset("lawyer attorney solicitor barrister counsel strategist lobbyist engineer doctor planner".split())
_NOUNS = frozenset({"NOUN", "PROPN", "NUM"})
# Quantifiers that the tagger takes for nouns when nothing follows them: "Others said".
_QUANTIFIER_NOUNS = frozenset({"one", "others", "many", "some", "several", "most", "few"})


def read_phrase(doc: Doc, article: Article, source: Span) -> Phrase | None:
    """Read a source phrase; None where no token carries it."""
    tokens = doc.char_span(source.start, source.end, alignment_mode="expand")
    if tokens is None or not len(tokens):
        return None
    head = _head(tokens)
    start, end = _trimmed(tokens, head)
    kept = doc[start:end]
    lemma = people.singular(head)
    determiner = _determiner(kept, head)
    return Phrase(
        span=article.span(kept.start_char, kept.end_char),
        start=start,
        end=end,
        head=head.i,
        lemma=lemma,
        form=_form(head, described=end - start > 1),
        plural=_plural(head, kept),
        member_of=_member_of(tokens, head),
        determiner=determiner,
        words=frozenset(token.lower_ for token in kept if token.i != head.i and token.is_alpha),
        affiliated=any(_affiliates(child, lemma) for child in head.children if start <= child.i < end),
    )


def _head(tokens: TokenSpan) -> Token:
    """Give the noun that the phrase is about: behind "one of" and "a group of" stands the class, not the head."""
    root = tokens.root
    if root.pos_ not in _NOMINAL or root.tag_ in _RELATIVE_TAGS:
        root = _first_noun(tokens) or root
    if root.dep_ in ("compound", "amod", "poss", "nmod") and root.head.i < tokens.end and root.head in tokens:
        root = root.head
    if root.lower_ in people.PARTITIVES:
        inner = _of_noun(root, tokens)
        if inner is not None and root.lower_ not in people.NUMBERED_ONE:
            return inner
    return root


def _first_noun(tokens: TokenSpan) -> Token | None:
    """Give the last noun of the first noun phrase."""
    best = None
    for token in tokens:
        if best is not None and (token.tag_ in _PREPOSITIONS or token.tag_ in _RELATIVE_TAGS or token.text == ","):
            break
        if token.pos_ in ("NOUN", "PROPN", "PRON"):
            best = token
    return best


def _of_noun(root: Token, tokens: TokenSpan) -> Token | None:
    for token in tokens[root.i + 1 - tokens.start :]:
        if token.lower_ == "of":
            return _first_noun(tokens[token.i + 1 - tokens.start :])
    return None


def _member_of(tokens: TokenSpan, head: Token) -> str:
    if head.lower_ not in people.NUMBERED_ONE:
        return ""
    noun = _of_noun(head, tokens)
    return people.singular(noun) if noun is not None and noun.pos_ != "PRON" else ""


def _trimmed(tokens: TokenSpan, head: Token) -> tuple[int, int]:
    """Leave out relative clauses, remarks on anonymity, and what a comma sets apart behind the last conjoined head."""
    end = tokens.end
    for token in tokens[max(0, _last_conjoined(tokens, head).i + 1 - tokens.start) :]:
        if token.tag_ in _RELATIVE_TAGS or token.lower_ in _CUT_WORDS or _sets_apart(token, head):
            end = token.i
            break
    start = tokens.start
    for token in tokens[: max(0, head.i - tokens.start)]:
        # A dateline or a label before a dash is no part of the source.
        if token.text in ("-", "–", "—", ":") and token.whitespace_ and token.i + 1 <= head.i:
            start = token.i + 1
    while start < head.i and (tokens.doc[start].is_space or tokens.doc[start].is_punct):
        start += 1
    while end > head.i + 1 and (
        tokens.doc[end - 1].is_space or tokens.doc[end - 1].is_punct or tokens.doc[end - 1].pos_ in ("ADP", "DET")
    ):
        end -= 1
    return start, max(end, head.i + 1)


def _sets_apart(token: Token, head: Token) -> bool:
    """Tell punctuation behind a head that ends its phrase, and "marching through the streets"."""
    return token.text in (",", "(", "–", "—", "--") or (
        token.tag_ == "VBG" and token.dep_ == "acl" and token.head == head
    )


def _affiliates(child: Token, lemma: str) -> bool:
    """Tell a word that says whose people they are: "their lawyers", "lawyers for the family", "government lawyers"."""
    if child.dep_ == "compound":
        return lemma in _SERVING
    return child.dep_ == "poss" or (child.dep_ == "prep" and child.lower_ == "for")


def _last_conjoined(tokens: TokenSpan, head: Token) -> Token:
    """Give the last noun joined to the head inside the phrase: "members" in "economists, traders and two members"."""
    last = head
    while True:
        joined = [t for t in last.children if t.dep_ == "conj" and last.i < t.i < tokens.end and t.pos_ in _NOUNS]
        between = tokens[last.i - tokens.start : joined[0].i - tokens.start] if joined else ()
        if not joined or any(token.tag_ in _RELATIVE_TAGS for token in between):
            return last
        last = joined[0]


def _determiner(kept: TokenSpan, head: Token) -> str:
    if any(child.dep_ == "poss" and kept.start <= child.i < head.i for child in head.children):
        return "'s"
    for token in kept:
        if token.i >= head.i and token.lower_ not in people.INDEFINITE:
            break
        if token.dep_ == "poss" or token.tag_ == "PRP$":
            return "'s"
        if token.lower_ in people.INDEFINITE or token.lower_ in people.DEFINITE:
            return "the" if token.lower_ in people.DEFINITE else token.lower_
        if token.like_num:
            return "number"
        if token.pos_ not in ("ADJ", "NOUN", "PROPN", "ADV", "PUNCT", "VERB"):
            break
    return ""


def _form(head: Token, *, described: bool) -> Form:
    word = head.lower_
    if word in people.FIRST_PERSON:
        return Form.REPORTER
    if head.tag_ in _RELATIVE_TAGS or word == "who":
        return Form.RELATIVE
    if word in people.PRONOUNS:
        # "those close to him" describes people, "those" alone points back at them.
        return Form.QUANTIFIER if word in ("those", "these") and described else Form.PRONOUN
    if word in people.QUANTIFIERS and (head.pos_ != "NOUN" or word in _QUANTIFIER_NOUNS):
        return Form.QUANTIFIER
    common = people.is_member_noun(head) or people.is_capitalised_people(head) or _is_counted_person(head)
    if head.pos_ == "PROPN" and not common:
        return Form.NAME
    return Form.DESCRIPTION


def _is_counted_person(head: Token) -> bool:
    """Tell "one MP" and "a Democrat" from a name: a listed person with a word before it that counts."""
    lemma = head.lower_
    counted = any(child.dep_ in ("det", "nummod") and child.lower_ in people.INDEFINITE for child in head.children)
    return counted and head.ent_type_ != "PERSON" and people.is_listed_person(lemma)


def _plural(head: Token, kept: TokenSpan) -> bool:
    if (
        people.is_plural_acronym(head)
        or head.lower_ in people.PLURAL_PRONOUNS
        or head.tag_ in ("NNS", "NNPS")
        or people.is_capitalised_people(head)
    ):
        return True
    if head.lower_ in people.QUANTIFIERS:
        return head.lower_ not in people.NUMBERED_ONE
    # "a lawyer and a clerk" are two people, "the senator and nominee" is one.
    return head.lower_ in people.PLURAL_NOUNS or any(
        token.dep_ == "conj" and token.head.i == head.i and (token.tag_ in ("NNS", "NNPS") or _has_determiner(token))
        for token in kept
    )


def _has_determiner(token: Token) -> bool:
    return any(
        child.dep_ in ("det", "poss") or (child.dep_ == "nummod" and not _is_year(child)) for child in token.children
    )


def _is_year(token: Token) -> bool:
    return len(token) == 4 and token.text[:2] in ("18", "19", "20") and token.text.isdigit()
