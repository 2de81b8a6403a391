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
    return next((token.lower_ for token in near if token.lemma_.lower() in triggers), "")


def _points_back(doc: Doc, quantity: Quantity) -> bool:
    before = doc[quantity.first - 1] if quantity.first else None
    return before is not None and before.lower_ in _POINTING and before.pos_ in ("DET", "PRON")


def _is_compound_measure(doc: Doc, quantity: Quantity) -> bool:
    return quantity.kind is QuantityKind.MEASURE and "-" in quantity.text[quantity.number.end : quantity.end]


def _in_side_clause(token: Token, floor: int) -> bool:
    """Tell whether a relative clause or a comparison stands between the figure and the main clause."""
    for _ in range(LONGEST_PATH):
        if token.dep_ == "relcl" and token.left_edge.i >= floor:
            return True
        if (token.dep_ == "prep" and token.head.lower_ == "compared") or token.lower_ == "compared":
            return True
        # "a firm with 35 partners" describes the firm.
        if token.dep_ == "prep" and token.lower_ == "with" and token.head.pos_ in ("NOUN", "PROPN"):
            return True
        if token.head.i == token.i:
            return False
        token = token.head
    return False
