"""Quantities: a numeric expression with the unit or the noun that it counts, and its normalised value.

Reads the text and part-of-speech tags only. Durations and official tallies are quantities too, but marked as such,
since they seldom are figures that an article must stand behind.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from spacy.tokens import Doc, Token

from auditor.language.annotations import Value
from auditor.language.figures.exclusions import exclusion
from auditor.language.figures.numbers import Kind, NumericExpression, find_numbers
from auditor.language.lexicon import words

LONGEST_PHRASE = 7
# Adjectives that are counted like nouns: "eight dead and 20 wounded".
_COUNTED_ADJECTIVES = frozenset({"dead", "wounded", "injured", "missing", "homeless"})


class QuantityKind(StrEnum):
    """What is counted or measured."""

    COUNT = "count"
    MONEY = "money"
    SHARE = "share"
    MEASURE = "measure"
    DURATION = "duration"
    TALLY = "tally"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts.

    Attributes:
        start: character offset of the number's first character.
        end: character offset after the unit or the counted noun.
        number: the numeric expression.
        first: index of its first token.
        last: index of the last token of the number itself.
        head: index of the token that stands for the quantity in the syntax: the counted noun, else the number.
        noun: base form of the counted noun, lower case; empty without one.
        text: the whole text that the offsets lie in; kept because spaCy rebuilds it at every access.
    """

    start: int
    end: int
    number: NumericExpression
    kind: QuantityKind
    first: int
    last: int
    head: int
    noun: str = ""
    text: str = field(default="", repr=False, compare=False)

    @property
    def value(self) -> Value:
        """Give the normalised value; the unit is a currency, "%", or the counted noun's base form."""
        unit = self.number.unit
        if unit in ("", "share"):
            unit = self.noun or unit
        return Value(self.number.low, self.number.high, unit)


def find_quantities(doc: Doc) -> tuple[Quantity, ...]:
    """Find the quantities of a document in text order; dates, ages, scores and the like are left out."""
    text = doc.text
    found = []
    for number in find_numbers(text):
        span = doc.char_span(number.start, number.end, alignment_mode="expand")
        # A number inside a longer token ("iPhone5", "<id=77>") is part of a name or of markup.
        if span is None or span.start_char < number.start - 3 or span.end_char > number.end + 1:
            continue
        quantity = _quantity(doc, number, span.start, span.end)
        if quantity and not _excluded(doc, text, quantity):
            found.append(replace(quantity, text=text))
    return tuple(found)


def _excluded(doc: Doc, text: str, quantity: Quantity) -> bool:
    first = doc[quantity.first]
    if _is_marks(first) or _is_wholly(doc, quantity) or _is_model(doc, quantity):
        return True
    if quantity.number.bare_year and quantity.noun and doc[quantity.head].tag_ == "NN":
        # "the estimated 2005 budget"
        return True
    before = doc[quantity.first - 1] if quantity.first else None
    opens = before is None or bool(before.is_sent_start) or bool(first.is_sent_start)
    return bool(exclusion(text, quantity.number, counted=bool(quantity.noun), sentence_start=opens))


def _is_marks(word: Token) -> bool:
    """Tell whether "scores" are results, not multiples of twenty: "maths scores", "their scores"."""
    return word.lower_ == "scores" and (
        word.pos_ == "VERB" or any(left.dep_ in ("compound", "amod", "nmod", "poss", "det") for left in word.lefts)
    )


def _is_model(doc: Doc, quantity: Quantity) -> bool:
    """Tell whether the number belongs to a maker's name before the noun: "a Beech 200 aircraft"."""
    before = doc[quantity.first - 1] if quantity.first else None
    maker = before is not None and before.pos_ == "PROPN" and before.dep_ in ("compound", "nmod")
    return maker and before is not None and before.head.i == quantity.head and quantity.first != quantity.head


def _is_wholly(doc: Doc, quantity: Quantity) -> bool:
    """Tell whether the share only stresses an adjective: "100 per cent certain"."""
    after = doc[quantity.last + 1] if quantity.last + 1 < len(doc) else None
    stressed = after is not None and (after.pos_ == "ADJ" or after.lower_ in ("against", "behind", "for"))
    return quantity.number.unit == "%" and quantity.number.high == 100 and stressed


def _quantity(doc: Doc, number: NumericExpression, first: int, end: int) -> Quantity | None:
    hyphened = _compound_unit(doc, end)
    if hyphened is not None:
        return _compound(doc, number, (first, end - 1), hyphened)
    last = end - 1
    if number.kind is Kind.MONEY:
        return Quantity(
            number.start, number.end, number, QuantityKind.MONEY, first, last, _number_token(doc, first, last)
        )
    if number.kind is Kind.SHARE:
        return _share(doc, number, first, last)
    head = counted_noun(doc, end)
    if head is None:
        return Quantity(
            number.start, number.end, number, QuantityKind.COUNT, first, last, _number_token(doc, first, last)
        )
    noun = head.lemma_.lower() or head.lower_
    finish = head.idx + len(head)
    return Quantity(number.start, finish, number, _kind_of(noun), first, last, head.i, noun)


def _kind_of(noun: str) -> QuantityKind:
    for kind, lexicon in (
        (QuantityKind.DURATION, "time_units"),
        (QuantityKind.TALLY, "tally_nouns"),
        (QuantityKind.MEASURE, "measure_units"),
    ):
        if noun in words(lexicon):
            return kind
    return QuantityKind.COUNT


def _number_token(doc: Doc, first: int, last: int) -> int:
    """Give the token of an expression whose head lies outside it: it stands for the whole in the syntax."""
    for token in doc[first : last + 1]:
        if not first <= token.head.i <= last:
            return int(token.i)
    return last


def _share(doc: Doc, number: NumericExpression, first: int, last: int) -> Quantity:
    end = number.end
    # "a ten-point lead": the noun belongs to the figure.
    if "-" in doc[first : last + 1].text and last + 1 < len(doc) and doc[last + 1].pos_ == "NOUN":
        end = doc[last + 1].idx + len(doc[last + 1])
        return Quantity(number.start, end, number, QuantityKind.SHARE, first, last, last + 1, "")
    return Quantity(number.start, end, number, QuantityKind.SHARE, first, last, _number_token(doc, first, last))


def _compound_unit(doc: Doc, end: int) -> Token | None:
    """Give the noun of "2,000-mile", "52-count": a hyphen directly after the number, a word directly after that."""
    if end + 1 >= len(doc) or doc[end].text not in ("-", "–") or doc[end - 1].whitespace_ or doc[end].whitespace_:
        return None
    return doc[end + 1] if doc[end + 1].is_alpha else None


def _compound(doc: Doc, number: NumericExpression, tokens: tuple[int, int], unit: Token) -> Quantity | None:
    """Read "a 2,000-mile border"; compounds of nouns that are no measure ("a 52-count complaint") name a thing."""
    noun = unit.lemma_.lower() or unit.lower_
    if number.kind is not Kind.COUNT or noun not in words("measure_units"):
        return None
    return Quantity(number.start, unit.idx + len(unit), number, QuantityKind.MEASURE, *tokens, unit.i, noun)


def counted_noun(doc: Doc, start: int) -> Token | None:
    """Give the head of the noun phrase that goes on at this token, or null: "ISIS fighters", "of black children"."""
    head = _phrase_head(doc, start)
    if head is None and start < len(doc) and doc[start].lower_ in _COUNTED_ADJECTIVES:
        return doc[start]
    if head is None and start < len(doc) and doc[start].lower_ == "of":
        return _phrase_head(doc, _after_determiner(doc, start + 1))
    portion = head is not None and head.lemma_.lower() in words("portion_units") | words("measure_units")
    if head is not None and portion and head.i + 1 < len(doc) and doc[head.i + 1].lower_ == "of":
        return _phrase_head(doc, _after_determiner(doc, head.i + 2)) or head
    return head


def _after_determiner(doc: Doc, index: int) -> int:
    return index + 1 if index < len(doc) and doc[index].pos_ in ("DET", "PRON") and doc[index].tag_ != "PRP" else index


def _phrase_head(doc: Doc, start: int) -> Token | None:
    head: Token | None = None
    for token in doc[start : start + LONGEST_PHRASE]:
        if (token.is_sent_start and token.i != start) or token.pos_ == "SPACE":
            break
        if _is_noun(token):
            # A plural noun ends the phrase unless another noun follows ("arms dealers").
            if head is not None and head.tag_ in ("NNS", "NNPS") and token.pos_ == "PROPN":
                break
            head = token
            # The parser takes this noun for the one that is counted: "900 fathers work nights".
            if token.tag_ == "NNS" and start and doc[start - 1].dep_ == "nummod" and doc[start - 1].head.i == token.i:
                break
        elif token.i > start and doc[token.i - 1].text in ("-", "–") and token.is_alpha:
            # "two state-run banks": whatever follows a hyphen still belongs to the modifier.
            head = None
        elif (head is not None and token.text not in ("-", "–")) or not _may_modify(token):
            break
    return head


def _is_noun(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN") and token.tag_ not in ("CD", "$")


def _may_modify(token: Token) -> bool:
    if token.text in ("-", "–"):
        return not token.i or not token.doc[token.i - 1].whitespace_
    return token.pos_ == "ADJ" or token.tag_ in ("VBN", "VBG", "JJ", "JJR", "RB") or token.lower_ in ("other", "more")
