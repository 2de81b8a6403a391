"""What governs a quantity in the syntax: hedging verbs, adverbs, modals and nouns on the path to the sentence's root.

The path leaves out what cannot be content: the doer of a verb, and everything above a relative or an adverbial clause.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from auditor.language.figures.assertion import is_limit_of, is_owned
from auditor.language.figures.number_words import UNITS
from auditor.language.figures.quantities import Quantity, QuantityKind
from auditor.language.lexicon import words

LONGEST_PATH = 14

Governor = tuple[int, int, str]

_CONTENT = frozenset(
    [
        "dobj",
        "obj",
        "ccomp",
        "xcomp",
        "attr",
        "oprd",
        "acomp",
        "prep",
        "nsubjpass",
        "npadvmod",
        "dative",
        "pcomp",
        "advmod",
        "pobj",
        "nmod",
        "dep",
        "parataxis",
        "quantmod",
    ]
)
_SUBJECT = frozenset({"nsubj", "csubj"})
_PERFECT_MODALS = frozenset({"may", "might", "could"})
_FUTURE = frozenset({"will", "would", "shall", "should", "’ll", "'ll", "wo", "ca", "can", "could", "might"})
_FORECASTERS = frozenset(
    [
        "analyst",
        "analysts",
        "analysts'",
        "market",
        "consensus",
        "street",
        "city",
        "earnings",
        "profit",
        "sales",
        "forecast",
        "forecasts",
    ]
)
_FORECASTING = frozenset({"will", "would", "shall", "'ll", "’ll"})
_LEGAL_CLAIMS = frozenset(
    [
        "insurance",
        "jobless",
        "damage",
        "damages",
        "compensation",
        "unemployment",
        "benefit",
        "legal",
        "wage",
        "pay",
        "expense",
        "tax",
        "asylum",
        "initial",
        "warranty",
    ]
)


def governing_hedge(doc: Doc, quantity: Quantity) -> Governor | None:
    """Give the hedge above this quantity as character offsets and kind, the nearest one first, or null."""
    if not doc[quantity.head].dep:
        return None
    if _is_definite(doc[quantity.head]) or (is_owned(doc, quantity) and quantity.kind is not QuantityKind.MONEY):
        return None
    if is_limit_of(doc[quantity.head]):
        return None
    for child, parent, crossed in _path(doc[quantity.head]):
        found = (
            _at_noun(child, parent, money=quantity.kind is QuantityKind.MONEY)
            if parent.pos_ in ("NOUN", "PROPN")
            else _at_verb(child, parent, quantity, crossed=crossed)
        )
        if found:
            return found
    return None


def _is_definite(noun: Token) -> bool:
    """Tell whether the quantity points back: "the four men may have been saved" doubts the saving, not the four."""
    pointing = any(
        word.lower_ in ("the", "these", "those", "all", "both") and word.dep_ == "det" for word in noun.lefts
    )
    needed = noun.dep_ == "dobj" and any(word.dep_ in ("acl", "relcl") for word in noun.rights)
    return pointing and (needed or noun.dep_ in ("nsubj", "nsubjpass", "pobj"))


def _path(token: Token) -> Iterator[tuple[Token, Token, bool]]:
    """Climb from the quantity: each step with its child, its parent, and whether it leaves a coordinated verb."""
    for _ in range(LONGEST_PATH):
        parent = token.head
        # "…, a reference to 40 letters": a loose noun phrase comments on the clause.
        loose = token.dep_ == "npadvmod" and any(word.dep_ == "det" for word in token.lefts)
        if parent.i == token.i or token.dep_ in ("relcl", "advcl") or loose:
            return
        yield token, parent, token.dep_ == "conj" and token.pos_ in ("VERB", "AUX")
        token = parent


def _at_verb(child: Token, parent: Token, quantity: Quantity, *, crossed: bool) -> Governor | None:
    if crossed or parent.pos_ not in ("VERB", "AUX", "ADJ"):
        return None
    doc_noun = parent.doc[quantity.head]
    return (
        _adverb(parent, doc_noun)
        or _modal(child, parent, quantity)
        or _lexical(child, parent, doc_noun)
        or _passive(child, parent)
        or _hedged_subject(child, parent)
    )


def _adverb(parent: Token, noun: Token) -> Governor | None:
    for word in parent.children:
        # "perhaps" and "maybe" weigh the sentence, not the number, unless they stand before it (see `hedges`).
        kind = _adverb_kind(word.lower_)
        if word.dep_ == "advmod" and word.lower_ in words("hedge_adverbs") and kind != "possibility":
            return None if kind == "allegation" and _is_killing(noun) else _span(word, kind)
    return None


def _adverb_kind(word: str) -> str:
    if word in ("possibly", "perhaps", "maybe", "conceivably", "presumably"):
        return "possibility"
    return "report" if word in ("reportedly", "apparently", "seemingly", "unofficially") else "allegation"


def _modal(child: Token, parent: Token, quantity: Quantity) -> Governor | None:
    """Read "may have paid" and "there may be 40": about the present or the past, not a forecast."""
    if quantity.kind in (QuantityKind.DURATION, QuantityKind.MEASURE, QuantityKind.TALLY):
        return None
    if child.dep_ in ("ccomp", "advcl", "acl"):
        return None
    modal = next((word for word in parent.children if word.dep_ == "aux" and word.lower_ in _PERFECT_MODALS), None)
    if modal is None:
        return None
    perfect = any(word.dep_ == "aux" and word.lower_ in ("have", "'ve", "’ve") for word in parent.children)
    there = any(word.dep_ == "expl" and word.lower_ == "there" for word in parent.children)
    counts = parent.lemma_ in ("number", "total") or (
        there and parent.lemma_ == "be" and child.dep_ in ("attr", "nsubj")
    )
    return _span(modal, "possibility") if perfect or counts else None


def _lexical(child: Token, parent: Token, noun: Token) -> Governor | None:
    """Read a verb of estimating, believing or alleging whose complement holds the quantity."""
    lemma = parent.lemma_.lower()
    if child.dep_ not in _CONTENT or (
        child.dep_ == "prep" and child.lower_ in ("after", "before", "since", "in", "on", "during")
    ):
        return None
    if lemma in words("hedge_verbs_estimate"):
        # "The price is pegged to a marker" fixes it.
        fixed = lemma == "peg" and not any(word.dep_ == "dobj" for word in parent.children)
        return None if fixed or is_forecast(child) else _span(parent, "estimate")
    if lemma in words("hedge_verbs_allegation"):
        return None if child.dep_ == "prep" and _is_killing(noun) else _span(parent, "allegation")
    if lemma in words("hedge_verbs_belief") and child.dep_ == "ccomp" and _is_belief(child, parent, noun):
        return _span(parent, "belief")
    return None


def _is_killing(noun: Token) -> bool:
    """Tell whether a crime's victims are counted: "accused of killing nine people" doubts the doer, not the nine."""
    verbs = ("kill", "murder", "shoot", "stab", "wound", "injure", "rape", "abduct")
    return (
        noun.dep_ == "dobj"
        and noun.head.lemma_ in verbs
        and any(
            word.dep_ == "nummod" and (word.lower_ in UNITS or (word.lower_.isdigit() and len(word) < 3))
            for word in noun.children
        )
    )


def _is_belief(child: Token, parent: Token, noun: Token) -> bool:
    """Tell whether somebody believes that the number is so: not denied, not of the future, not an opinion about it."""
    believer = [word for word in parent.children if word.dep_ == "nsubj"]
    # "Feared the toll could reach 300" says what may come as a fear, not as a plan.
    future = _is_future(child) and not (parent.lemma_ == "fear" and not is_forecast(child))
    if not believer or any(word.dep_ == "neg" for word in parent.children) or _is_future(parent) or future:
        return False
    if any(word.lower_ in ("who", "what", "we") for word in believer):
        return False
    return noun.head.i == child.i or (noun.dep_ == "pobj" and noun.head.head.i == child.i)


def is_forecast(verb: Token) -> bool:
    """Tell whether this verb speaks of the future: "estimates that sales will reach 40 million" only forecasts."""
    return any(word.dep_ == "aux" and word.lower_ in _FORECASTING for word in verb.children)


def _is_future(verb: Token) -> bool:
    return any(word.dep_ == "aux" and word.lower_ in _FUTURE for word in verb.children)


def _passive(child: Token, parent: Token) -> Governor | None:
    """Read "is said to have cost", "it is thought that", "were reported killed", "we have been told that"."""
    if parent.tag_ != "VBN" or child.dep_ not in ("xcomp", "ccomp", "nsubjpass", "oprd") or not _is_passive(parent):
        return None
    if parent.lemma_ == "tell":
        hearer = any(word.dep_ == "nsubjpass" and word.lower_ in ("i", "we") for word in parent.children)
        return _span(parent, "report") if hearer and child.dep_ == "ccomp" else None
    raised = child.dep_ in ("xcomp", "oprd") or any(word.dep_ in ("xcomp", "oprd") for word in parent.children)
    impersonal = child.dep_ == "ccomp" and any(
        word.dep_ == "nsubjpass" and word.lower_ == "it" for word in parent.children
    )
    if parent.lemma_.lower() not in words("hedge_passives") or not (raised or impersonal) or is_forecast(child):
        return None
    kind = "belief" if parent.lemma_.lower() in words("hedge_verbs_belief") else "report"
    return _span(parent, "estimate" if parent.lemma_.lower() in words("hedge_verbs_estimate") else kind)


def _is_passive(participle: Token) -> bool:
    """Tell a passive or a reduced clause from a perfect: "is reported to have spent", not "has reported spending"."""
    auxiliaries = [word for word in participle.children if word.dep_ in ("aux", "auxpass")]
    if any(word.dep_ == "auxpass" for word in auxiliaries):
        return True
    return not auxiliaries and not any(word.dep_ in ("nsubj", "dobj") for word in participle.children)


def _hedged_subject(child: Token, parent: Token) -> Governor | None:
    """Read "estimates range from", "unconfirmed reports say that": the subject hedges what is predicated of it."""
    if child.dep_ in _SUBJECT or parent.lemma_.lower() not in words("count_verbs"):
        return None
    for word in parent.children:
        if word.dep_ in ("nsubj", "nsubjpass") and (kind := noun_hedge(word)):
            return _span(word, kind)
    return None


def _at_noun(child: Token, parent: Token, *, money: bool) -> Governor | None:
    """Read "estimates that", "claims of", "unconfirmed reports that", "an estimated cost of"."""
    links = child.dep_ in ("acl", "ccomp", "appos", "relcl") or (
        child.dep_ == "prep" and child.lower_ in ("of", "at", "between", "from")
    )
    if not links:
        return None
    feared = parent.lemma_.lower() in ("fear", "speculation", "suggestion") and _is_future(child)
    sued_for = parent.lemma_.lower() == "claim" and child.lower_ == "of" and money
    if (kind := noun_hedge(parent)) and not feared and not sued_for:
        return _span(parent, kind)
    plain_reports = parent.lower_ in ("reports", "indications") and child.dep_ in ("acl", "ccomp")
    if plain_reports and not any(word.pos_ == "PROPN" or word.dep_ == "poss" for word in parent.children):
        return _span(parent, "report")
    for word in parent.children:
        if word.dep_ == "amod" and word.lower_ in words("hedge_adjectives") and child.dep_ in ("prep", "appos"):
            return _span(word, "estimate" if word.lower_ == "estimated" else "report")
    return None


def noun_hedge(noun: Token) -> str:
    """Give the kind of hedge that this noun is, or an empty string."""
    lemma = noun.lemma_.lower()
    if lemma in words("hedge_nouns_estimate"):
        # "analysts' estimates of a $3m profit" are forecasts.
        return "" if any(word.lower_ in _FORECASTERS for word in noun.subtree if word.i < noun.i) else "estimate"
    if lemma in words("hedge_nouns_allegation"):
        legal = lemma == "claim" and any(word.lower_ in _LEGAL_CLAIMS for word in noun.children)
        return "" if legal else "allegation"
    if lemma in words("hedge_report_nouns"):
        doubted = any(word.dep_ == "amod" and word.lower_ in words("doubting_adjectives") for word in noun.children)
        return "report" if doubted else ""
    return ""


def _span(token: Token, kind: str) -> Governor:
    return hedge_start(token), token.idx + len(token), kind


def hedge_start(token: Token) -> int:
    """Give the character offset where the hedging words begin, a doubting adjective ("unconfirmed") included."""
    doubting = [left.idx for left in token.lefts if left.lower_ in words("doubting_adjectives")]
    return min(doubting, default=token.idx) if token.pos_ == "NOUN" else token.idx
