"""The hedge that governs a quantity: a word before it, or a verb, an adverb or a noun above it in the syntax.

Nearness alone never hedges: "an estimated 40 people" and "is believed to have cost $4m" do, "the alleged thief paid
$4" does not. Plain rounding ("about", "nearly", "at least") is no hedge; nor is a limit set by law or by a price.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from auditor.language.figures.assertion import governing_verb, is_incidental, is_small_count
from auditor.language.figures.governors import governing_hedge
from auditor.language.figures.quantities import Quantity, QuantityKind
from auditor.language.lexicon import words
from auditor.language.sentences import sentence_of

REACH = 60

_ROUNDING = (
    r"(?:(?:about|around|some|another|approximately|roughly|nearly|almost|more\s+than|less\s+than|fewer\s+than|over|under"
    r"|at\s+least|close\s+to|a|an|the|one|further|additional|extra|total(?:\s+of)?|US|between|from|only|just)\s+)*"
)
_OPEN_BOUND = re.compile(
    rf"\b(?P<hedge>as\s+(?:many|much)\s+as|up\s+to|(?:could|may|might)\s+(?:be|reach|rise|climb|run|go)(?:\s+to)?\s+as\s+high\s+as)\s+{_ROUNDING}$",
    re.IGNORECASE,
)
_PREMODIFIER = re.compile(
    rf"(?:\b(?P<article>(?i:an?|the|some|its|his|her|their))\s+)?(?P<hedge>[A-Za-z][A-Za-z-]+)\s+{_ROUNDING}$"
)
# "adds up to 40", "stood up to two men": the verb owns "up".
_PARTICLE_VERB = re.compile(
    r"\b(?:add|open|stand|stood|live|catch|caught|face|own|sum|wake|woke|cosy|cozy|suck|sign|line|look|measure|went|gone|go|move|held"
    r"|hold|grow|grew|get|got|come|came|rose|run|ran|bring|brought|turn|lead|led|way|call)(?:e?s|e?d|ing|ning|ting)?"
    r"(?:\s+(?:me|us|you|him|her|it|them))?\s+$|\bt(?:ake|ook|akes|aken|aking)\s+(?:me|us|you|him|her|it|them)\s+$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s+(?:more\s+|others?\s+)?(?:(?:is|are|was|were|have\s+been|has\s+been)\s+)?(?:(?:also|now|still|widely)\s+)?"
    r"(?P<hedge>feared|believed|presumed|thought|reported|alleged|rumou?red|estimated|said|understood)"
    r"\s+(?:to\s+(?:be|have)\b|dead\b|killed\b|missing\b|injured\b|wounded\b|trapped\b|drowned\b|lost\b|buried\b|displaced\b)",
    re.IGNORECASE,
)
_NOMINAL_SOURCE = re.compile(
    r"\b(?P<hedge>(?:according\s+to|by|on|based\s+on|citing)\s+(?:[\w’'-]+\s+){0,4}?(?<!last\s)(?<!previous\s)(?<!earlier\s)"
    r"(?:estimates?|estimations?|guess(?:es)?"
    r"|(?:unconfirmed|unverified|unofficial|initial|early|preliminary|conflicting|provisional)\s+(?:[\w’'-]+\s+){0,2}?"
    r"(?:reports?|figures?|accounts?|counts?|data|information)|rumou?rs|allegations|some\s+accounts))\b(?!\s+(?:of|that)\b)",
    re.IGNORECASE,
)

_WORTHS = frozenset({"cost", "worth", "weigh", "measure", "last", "value"})
_RIGHTS = frozenset({"right", "option", "ability", "capacity", "able", "entitle", "power", "authority", "allow"})
_PENALTIES = frozenset({"fine", "penalty", "sentence", "punishment", "compensation"})


@dataclass(frozen=True, slots=True)
class Hedge:
    """The words that hedge a quantity.

    Attributes:
        start: character offset of the first hedging word.
        end: character offset after the last one.
        kind: "open-bound", "estimate", "report", "belief", "allegation", "possibility", "disclaimer" or "dispute".
        why: the reason in a sentence for an editor.
    """

    start: int
    end: int
    kind: str
    why: str


def direct_hedge(doc: Doc, quantity: Quantity) -> Hedge | None:
    """Give the hedge that stands directly before or after this quantity, or null."""
    hedge = _before(doc, quantity, _sentence_bounds(doc, quantity)[0]) or _after(doc, quantity)
    # A duration is a time; only an estimate of the number itself makes it a figure.
    if hedge and quantity.kind is QuantityKind.DURATION and hedge.kind not in ("estimate", "report"):
        return None
    return hedge


def indirect_hedge(doc: Doc, quantity: Quantity) -> Hedge | None:
    """Give the hedge above this quantity in the syntax of its sentence, or null."""
    if quantity.kind is QuantityKind.DURATION:
        return None
    governing = governing_hedge(doc, quantity)
    if governing:
        start, end, kind = governing
        return made_hedge(quantity.text, (start, end), kind)
    # "which numbers 15,000 by its own estimate": what follows the figure directly governs it in any clause.
    close = re.match(r",?\s+by\b", quantity.text[quantity.end : quantity.end + REACH])
    if is_incidental(doc, quantity) and not close:
        return None
    return _nominal_source(quantity, _sentence_bounds(doc, quantity))


def _before(doc: Doc, quantity: Quantity, floor: int) -> Hedge | None:
    """Read the words directly before the number, rounding words skipped."""
    begin = max(floor, quantity.start - REACH)
    before = quantity.text[begin : quantity.start].rpartition("\n")[2]
    begin = quantity.start - len(before)
    bound = _OPEN_BOUND.search(before)
    # "As many as" counts, even what is sold or held; "up to" and "as much as" may state a price or a limit.
    if bound and ("many" in bound["hedge"].lower() or not _is_limit(doc, quantity, before[: bound.start()])):
        return made_hedge(quantity.text, (begin + bound.start("hedge"), begin + bound.end("hedge")), "open-bound")
    match = _PREMODIFIER.search(before)
    if not match or bound:
        return None
    word = match["hedge"].lower()
    start = begin + (
        match.start("article") if match["article"] and word in ("estimated", "reported") else match.start("hedge")
    )
    adjective = word in words("hedge_adjectives") and (
        match["article"] or not _is_past_verb(doc, begin + match.start("hedge"))
    )
    if adjective or word in words("hedge_adverbs"):
        return made_hedge(quantity.text, (start, begin + match.end("hedge")), _kind_of_word(word))
    return None


def _is_past_verb(doc: Doc, offset: int) -> bool:
    """Tell whether the word here is a finite verb: "authorities reported 20 victims" is no hedge."""
    token = doc.char_span(offset, offset + 1, alignment_mode="expand")
    return token is not None and token[0].pos_ == "VERB" and token[0].dep_ != "amod"


def _kind_of_word(word: str) -> str:
    if word.startswith(("estimat", "approx", "guess", "prelim", "provis")):
        return "estimate"
    if word.startswith(("alleg", "purport", "suppos", "claim", "accus", "false", "wrong", "base", "mislead", "errone")):
        return "allegation"
    if word.startswith(("possib", "perhaps", "maybe", "conceiv", "presum")):
        return "possibility"
    return "belief" if word.startswith(("fear", "believ")) else "report"


def _is_limit(doc: Doc, quantity: Quantity, before: str) -> bool:
    """Tell whether "up to" states a limit set by law, an offer, a price or a capacity, or belongs to the verb."""
    if (
        _PARTICLE_VERB.search(before)
        or quantity.kind is QuantityKind.DURATION
        or quantity.noun in words("extent_units")
    ):
        return True
    token = doc[quantity.head]
    if _is_threshold(doc, quantity, before) or _is_rate(quantity):
        return True
    if re.search(r"\b(?:earning|making|costing|paying|worth)\s+$", before, re.IGNORECASE):
        return not _is_conditional(token)
    for _ in range(5):
        if token.dep_ in ("acl", "xcomp") and token.head.lemma_.lower() in _RIGHTS:
            return True
        if token.lemma_.lower() in words("bound_limits"):
            # "Cost the lives of up to 200" is no price.
            price = token.lemma_ != "cost" or quantity.kind is not QuantityKind.COUNT
            return price and not (token.lemma_ in _WORTHS and _is_conditional(token))
        if any(child.dep_ == "nsubj" and child.lemma_.lower() in _PENALTIES for child in token.children):
            return True
        if _is_permitted(token):
            return True
        enabled = token.dep_ in ("xcomp", "ccomp") and token.head.lemma_ in ("let", "allow", "enable", "permit")
        if enabled:
            return True
        if (token.pos_ in ("VERB", "AUX") and token.dep_ != "xcomp") or token.head is token:
            return False
        token = token.head
    return False


def _is_permitted(verb: Token) -> bool:
    """Read "can hold", "may apply for": what is possible or permitted, not what may have happened."""
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    return "can" in auxiliaries or ("may" in auxiliaries and not auxiliaries & {"have", "be"})


def _is_threshold(doc: Doc, quantity: Quantity, before: str) -> bool:
    """Read "incomes up to £30,000": a sum up to which something holds."""
    if quantity.kind is not QuantityKind.MONEY:
        return False
    words_before = before.split()
    near = doc[max(0, quantity.first - 8) : quantity.first]
    noun = next((token for token in reversed(near) if words_before and token.text == words_before[-1]), None)
    return noun is not None and noun.tag_ == "NNS" and noun.lemma_.lower() not in words("consequence_words")


def _is_rate(quantity: Quantity) -> bool:
    """Read "up to 12 pictures a second": what a machine does at most."""
    return bool(re.match(r"\s+(?:a|an|per|every)\s+(?:second|minute|hour)\b", quantity.text[quantity.end :]))


def _is_conditional(token: Token) -> bool:
    """Tell whether the worth or cost is itself uncertain: "could be worth up to", "would cost as much as"."""
    verb = governing_verb(token)
    return verb is not None and any(
        child.dep_ == "aux" and child.lower_ in ("could", "may", "might", "would") for child in verb.children
    )


def _after(doc: Doc, quantity: Quantity) -> Hedge | None:
    """Read "… feared dead", "… are believed to have": the words directly after the quantity."""
    match = _AFTER.match(quantity.text, quantity.end)
    # "two men believed to have met him": what they did is doubted, not that there are two.
    if match and " to " in match[0] and is_small_count(doc, quantity):
        return None
    return made_hedge(quantity.text, match.span("hedge"), _kind_of_word(match["hedge"].lower())) if match else None


def _nominal_source(quantity: Quantity, sentence: tuple[int, int]) -> Hedge | None:
    """Read "according to studio estimates", "by one estimate": such a phrase governs its sentence."""
    match = _NOMINAL_SOURCE.search(quantity.text, *sentence)
    if not match:
        return None
    return made_hedge(
        quantity.text, match.span("hedge"), "estimate" if "estimat" in match["hedge"].lower() else "report"
    )


def made_hedge(text: str, span: tuple[int, int], kind: str) -> Hedge:
    """Make a hedge of the words between two character offsets."""
    return Hedge(*span, kind, _reason(text[slice(*span)], kind))


def _reason(hedge: str, kind: str) -> str:
    means = {
        "open-bound": "is an open upper bound, true of any smaller number",
        "estimate": "marks the figure as an estimate",
        "report": "marks the figure as reported, not established",
        "belief": "marks the figure as somebody's belief",
        "allegation": "marks the figure as an allegation",
        "disclaimer": "says that the figure is not confirmed",
        "dispute": "says that figures for this differ",
        "possibility": "says only that the figure is possible",
    }.get(kind, "puts the figure in doubt")
    return f"“{hedge}” {means}."


def _sentence_bounds(doc: Doc, quantity: Quantity) -> tuple[int, int]:
    sentence = sentence_of(doc[quantity.head])
    return int(sentence.start_char), int(sentence.end_char)
