"""Disclaimers: sentences by which the article itself says that a figure is not confirmed, or that figures differ.

"a figure that could not be verified", "There was no independent confirmation", "Estimates of the dead vary widely". A
disclaimer about something else ("The video could not be verified") says nothing of a figure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from auditor.language.characters import text_of
from auditor.language.figures.quantities import Quantity, QuantityKind
from auditor.language.sentences import sentence_of

_FIGURE_NOUN = (
    r"(?:figures?|numbers?|tolls?|tall(?:y|ies)|totals?|counts?|claims?|reports?|accounts?|assertions?|statements?|estimates?|sums?"
    r"|amounts?|allegations?|data|information)"
)
_CHECKED = r"(?:verif(?:y|ied)|confirm(?:ed)?|corroborat(?:e|ed)|substantiat(?:e|ed)|authenticat(?:e|ed)|check(?:ed)?)"
_ADVERB = r"(?:(?:independently|immediately|yet|been|be)\s+)*"
_POINTING = r"(?:the|this|that|these|those|its|his|her|their|either|any\s+of\s+the|such)"
_NOT_CHECKED = rf"(?:could|can|has|have|had|did)\s*(?:not|n['’]t)\s+{_ADVERB}{_CHECKED}"

# The figure stands in the same sentence, before these words.
SAME_SENTENCE = re.compile(
    rf"\b{_FIGURE_NOUN}\s+(?:that|which)\s+{_NOT_CHECKED}"
    rf"|\b(?:though|although|but)\s+(?:\w+\s+){{0,3}}?{_FIGURE_NOUN}\s+{_NOT_CHECKED}"
    rf"|\b(?:though|although|but)\b[^.;]{{0,60}}?{_NOT_CHECKED}\s+(?:{_POINTING}\s+)?(?:\w+\s+)?(?:{_FIGURE_NOUN}|it|them)\b"
    rf"|\b(?:without|no)\s+(?:independent|immediate|official)\s+(?:confirmation|verification)\b"
    rf"|\ba\s+(?:claim|figure|number|total)\s+(?:that\s+)?(?:is|was|were|has\s+been|\w+|\w+\s+\w+)\s+(?:denie[sd]|disputed?s?|reject(?:ed|s)?|contest(?:ed|s)?)\b",
    re.IGNORECASE,
)
# The figure stands in the sentence before.
SENTENCE_BEFORE = re.compile(
    rf"^\W*(?:{_POINTING}\s+(?:\w+\s+){{0,3}}?{_FIGURE_NOUN}|neither\s+(?:{_FIGURE_NOUN}|claim)|none\s+of\s+(?:this|the\s+{_FIGURE_NOUN}))"
    rf"\s+{_NOT_CHECKED}"
    rf"|\b(?:could|was|were|is|are|has|have|had|been)(?:\s+not|n['’]t)?\s+(?:unable\s+to\s+|able\s+to\s+)?{_ADVERB}{_CHECKED}"
    rf"\s+{_POINTING}\s+(?:\w+\s+)?{_FIGURE_NOUN}\b(?<!\breport)"
    rf"|\b(?:there\s+(?:was|were|has\s+been|is)|with)\s+no\s+(?:immediate\s+|independent\s+|official\s+)*(?:confirmation|verification|way\s+to\s+verify)\b"
    rf"|\b(?:it\s+)?(?:was|is|remains|remained)\s+(?:not\s+(?:immediately\s+)?clear|unclear|not\s+known)\s+(?:where|how)\b[^.]{{0,60}}?{_FIGURE_NOUN}\b"
    rf"|\b{_NOT_CHECKED}\s+{_POINTING}\s+(?:\w+\s+)?{_FIGURE_NOUN}\b"
    rf"|\bneither\s+{_FIGURE_NOUN}\s+(?:could|can)\s+be\b",
    re.IGNORECASE,
)
# The article does not know where the figure comes from; it stands in the same sentence or in the one before.
DOUBTED_ORIGIN = re.compile(
    rf"\b(?:unclear|not\s+clear|not\s+known|unknown|nobody\s+knows|no\s+one\s+knows)\s+(?:where|how|who)\b"
    rf"[^.;]{{0,60}}?\b(?:{_POINTING}|a)\s+{_FIGURE_NOUN}"
    rf"|\bthe\s+(?:source|origin|basis)\s+(?:of|for)\s+{_POINTING}\s+{_FIGURE_NOUN}\s+(?:is|was|remains?|remained)\s+(?:unclear|unknown)",
    re.IGNORECASE,
)
# Figures of one topic differ from teller to teller.
DISPUTE = re.compile(
    r"\b(?:estimates?|tall(?:y|ies)|figures?|numbers?|counts?|tolls?|valuations?|statistics|accounts)\b[^.;]{0,60}?"
    r"\b(?:var(?:y|ies|ied)|differ(?:s|ed)?|diverged?s?|conflicted|contradict(?:s|ed)?)\b"
    r"|\b(?:(?:wildly|widely|vastly|sharply|very)\s+different|conflicting|contradictory|competing|varying)\s+(?:sets\s+of\s+)?(?:numbers|figures|estimates|tallies|counts|tolls|totals)\b"
    r"|\b(?:hard|difficult|impossible|tricky)\s+to\s+(?:pin\s+down|quantify|count|estimate|establish|know\s+how\s+(?:many|much))\b"
    r"|\bdepend(?:s|ing)\s+on\s+(?:the\s+source|whom?\s+(?:you|one)\s+asks?|who\s+(?:is|does\s+the|was)\s+(?:count|ask|tell)"
    r"|whose\s+(?:numbers|figures|count|estimates?|tally))"
    r"|\bno\s+(?:reliable|official|exact|precise|firm|definitive|accurate)\s+(?:figures?|numbers?|counts?|data|estimates?|statistics)\b",
    re.IGNORECASE,
)
# Characters from the disputing words to the start of the sentence after theirs.
NEXT_SENTENCE = 80
_SUBJECTIVE_WORTH = frozenset({"wealth", "fortune", "worth", "valuation", "value"})
# What tells, and nouns too general to be a topic.
_TELLING_NOUNS = frozenset(
    [
        "estimate",
        "tally",
        "figure",
        "number",
        "count",
        "toll",
        "valuation",
        "statistic",
        "account",
        "set",
        "total",
        "source",
        "lot",
        "world",
        "people",
        "person",
        "man",
        "woman",
        "year",
        "month",
        "week",
        "day",
        "time",
        "country",
        "way",
        "thing",
        "part",
    ]
)


@dataclass(frozen=True, slots=True)
class Disclaimer:
    """Where the article doubts a figure.

    Attributes:
        start: character offset of the disclaiming words.
        end: character offset after them.
        scope_start: character offset where the figures begin that it covers.
        scope_end: character offset after the last of them.
        kind: "disclaimer" or "dispute".
        topics: base forms of the nouns that it is about; its figures may then stand anywhere. Empty otherwise.
    """

    start: int
    end: int
    scope_start: int
    scope_end: int
    kind: str
    topics: frozenset[str] = frozenset()


def find_disclaimers(doc: Doc) -> tuple[Disclaimer, ...]:
    """Find the disclaimers about figures, in text order."""
    found: list[Disclaimer] = []
    before: Span | None = None
    article_text = text_of(doc)
    for sentence in doc.sents:
        if not sentence.text.strip():
            continue
        text, begin = sentence.text, sentence.start_char
        if match := DOUBTED_ORIGIN.search(text):
            scope = (before or sentence).start_char, int(sentence.end_char)
            found.append(Disclaimer(begin + match.start(), begin + match.end(), *scope, "disclaimer"))
        elif before is not None and (match := SENTENCE_BEFORE.search(text)):
            scope = before.start_char, begin + match.start()
            found.append(Disclaimer(begin + match.start(), begin + match.end(), *scope, "disclaimer"))
        elif match := SAME_SENTENCE.search(text):
            words = begin + match.start(), begin + match.end()
            found.append(Disclaimer(*words, begin, words[0], "disclaimer"))
        if match := DISPUTE.search(text):
            found.append(_dispute(article_text, sentence, match))
        before = sentence
    return tuple(found)


def _dispute(article_text: str, sentence: Span, match: re.Match[str]) -> Disclaimer:
    begin = sentence.start_char
    topics = {token.lemma_.lower() for token in sentence if token.pos_ == "NOUN"} - _TELLING_NOUNS
    paragraph = _paragraph(article_text, begin)
    return Disclaimer(begin + match.start(), begin + match.end(), *paragraph, "dispute", frozenset(topics))


def _paragraph(text: str, offset: int) -> tuple[int, int]:
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return start, end if end >= 0 else len(text)


def covering(doc: Doc, quantity: Quantity, disclaimers: tuple[Disclaimer, ...]) -> Disclaimer | None:
    """Give the disclaimer that covers this quantity, or null."""
    if quantity.kind in (QuantityKind.DURATION, QuantityKind.MEASURE):
        return None
    for disclaimer in disclaimers:
        inside = disclaimer.scope_start <= quantity.start and quantity.end <= disclaimer.scope_end
        if disclaimer.kind == "disclaimer" and inside:
            return disclaimer
        if disclaimer.kind == "dispute" and _is_disputed(doc, quantity, disclaimer, inside=inside):
            return disclaimer
    return None


def _is_disputed(doc: Doc, quantity: Quantity, dispute: Disclaimer, *, inside: bool) -> bool:
    if quantity.kind is QuantityKind.SHARE:
        return False
    if quantity.kind is QuantityKind.MONEY:
        sentence = {token.lemma_.lower() for token in sentence_of(doc[quantity.head])}
        return inside or bool(dispute.topics & _SUBJECTIVE_WORTH and sentence & _SUBJECTIVE_WORTH)
    # "Estimates of the turnout vary": their own or the next sentence gives them, whatever it counts.
    own = sentence_of(doc[quantity.head])
    near = inside and (
        own.start_char <= dispute.start < own.end_char or 0 <= own.start_char - dispute.end <= NEXT_SENTENCE
    )
    return near or (inside and not quantity.noun) or quantity.noun in dispute.topics
