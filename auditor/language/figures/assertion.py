"""Whether a figure is what a statement asserts, or only comes along in it.

"Officials said 200 tunnels were found along the 2,000-mile border" asserts 200. Figures that point back
("the 121 people"), that stand in a relative clause, or that are small counts ("two recordings") come along.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from auditor.language.figures.quantities import Quantity, QuantityKind
from auditor.language.lexicon import words

# Style: below ten a count is spelled out and mostly describes ("two recordings"), unless it counts harm.
SMALL = 10
# Nouns for values that somebody has fixed beforehand.
_SET = frozenset({"ceiling", "quota", "limit", "target", "threshold", "cap", "goal", "maximum", "minimum", "marker"})
LONGEST_PATH = 16
_POINTING = frozenset(
    ["the", "these", "those", "all", "both", "its", "their", "his", "her", "our", "my", "this", "that"]
)


def is_incidental(doc: Doc, quantity: Quantity, *, floor: int = 0) -> bool:
    """Tell whether the figure is not itself asserted in its clause.

    Args:
        doc: the parsed document.
        quantity: the figure.
        floor: index of the token where the clause in question begins; clauses that begin before it do not count.
    """
    return (
        is_small_count(doc, quantity)
        or _points_back(doc, quantity)
        or _is_compound_measure(doc, quantity)
        or is_limit_of(doc[quantity.head])
        or _in_side_clause(doc[quantity.head], floor)
    )


def is_small_count(doc: Doc, quantity: Quantity) -> bool:
    """Tell whether it is a spelled-out count below ten of something other than harm done."""
    small = (
        quantity.kind is QuantityKind.COUNT and not quantity.number.digits and (quantity.number.high or SMALL) < SMALL
    )
    return small and not consequence(doc, quantity)


def consequence(doc: Doc, quantity: Quantity) -> str:
    """Give the word that makes a figure weighty: death, damage, crime, loss; empty without one."""
    if quantity.kind in (QuantityKind.DURATION, QuantityKind.TALLY, QuantityKind.MEASURE):
        return ""
    triggers = words("consequence_words")
    if quantity.noun in triggers:
        return quantity.noun
    head = doc[quantity.head]
    near = [*head.children] if head.head.i == head.i else [head.head, *head.head.children, *head.children]
    # "were among the dead", "fell to their deaths"
    near += [held for word in near if word.dep_ == "prep" and word.head.i == head.head.i for held in word.children]
    return next((token.lower_ for token in near if token.lemma_.lower() in triggers), "")


def is_limit_of(token: Token) -> bool:
    """Tell whether the figure is the measure of something set: "above a ceiling of 15 million barrels"."""
    return token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_.lower() in _SET


def is_owned(doc: Doc, quantity: Quantity) -> bool:
    """Tell whether the figure is somebody's, and so known before: "the mayor's 3-point lead"."""
    return bool(quantity.first) and doc[quantity.first - 1].tag_ == "POS"


def _points_back(doc: Doc, quantity: Quantity) -> bool:
    before = doc[quantity.first - 1] if quantity.first else None
    if before is None or is_owned(doc, quantity):
        return before is not None
    # "the first two contests", "the first batch of 200 letters"
    ranked = before.lower_ in ("first", "last", "next", "other") and quantity.first > 1
    of_some = before.lower_ == "of" and before.head.lemma_.lower() in words("portion_units")
    start = before.head.left_edge if of_some else doc[quantity.first - 2] if ranked else before
    return start.lower_ in _POINTING and start.pos_ in ("DET", "PRON")


def _is_compound_measure(doc: Doc, quantity: Quantity) -> bool:
    return quantity.kind is QuantityKind.MEASURE and "-" in quantity.text[quantity.number.end : quantity.end]


def _in_side_clause(token: Token, floor: int) -> bool:
    """Tell whether a relative clause, a condition or a comparison stands between the figure and the main clause."""
    for _ in range(LONGEST_PATH):
        if token.left_edge.i >= floor and (token.dep_ == "relcl" or _is_given(token)):
            return True
        if (token.dep_ == "prep" and token.head.lower_ == "compared") or token.lower_ == "compared":
            return True
        if token.dep_ == "prep" and _is_circumstance(token):
            return True
        if token.head.i == token.i:
            return False
        token = token.head
    return False


def _is_given(verb: Token) -> bool:
    """Tell whether the clause is known or only supposed: "those earning $5", "if it loses 40", "how ten died"."""
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return True
    openers = {child.lower_ for child in verb.children if child.i < verb.i and child.dep_ in ("mark", "advmod")}
    return (verb.dep_ == "advcl" and "if" in openers) or (verb.dep_ != "ROOT" and bool(openers & {"how", "why"}))


def _is_circumstance(preposition: Token) -> bool:
    """Read "a firm with 35 partners", which describes the firm, and "with the rate at 5 percent", a circumstance."""
    if preposition.lower_ == "with":
        return preposition.head.pos_ in ("NOUN", "PROPN")
    held = preposition.head
    return preposition.lower_ in ("at", "of") and held.dep_ == "pobj" and held.head.lower_ == "with"


def governing_verb(token: Token) -> Token | None:
    """Give the nearest verb above this token."""
    for _ in range(8):
        if token.pos_ in ("VERB", "AUX"):
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def in_brackets(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a bracket opened between two tokens is still open at the second."""
    return sum((token.text == "(") - (token.text == ")") for token in doc[start:end]) > 0
