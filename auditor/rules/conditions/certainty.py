"""Conditions about how sure the headline is, beside how sure the body is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.claims.claim import Claim, ClaimKind
from auditor.claims.text_words import Sentence
from auditor.findings import Evidence
from auditor.language.annotations import Identity
from auditor.rules.conditions.condition import Match
from auditor.rules.context import Context
from auditor.text import Span

# What makes a headline careful: a quotation mark, a colon, a question, a saying word or a hedge of its own.
_CAREFUL = re.compile(
    r"[“”\"‘’':?]|\b(?:says?|said|saying|told|tells|claims?|claimed|alleg\w+|accus\w+|report\w*|may|might|could"
    r"|would|should|likely"
    r"|feared|fears?|believed?|suspect\w*|apparent\w*|possibl\w+|set to|poised|plans?|expected?|expects?|warns?"
    r"|according|hints?"
    r"|suggests?|rumou?r\w*|sources?|eyes|mulls?|considers?|denies|denied|vows?|calls?|urges?|asks?|predicts?)\b",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"\b(?:reportedly|allegedly|apparently|supposedly|purportedly|presumably|possibly|perhaps"
    r"|(?:may|might|could) (?:\w+ )?(?:have|be|well)|appears? to|seems? to"
    r"|(?:is|are|was|were|been) (?:widely )?(?:believed|thought|said|reported|alleged|feared|rumou?red|suspected)"
    r"|understood|alleged|unconfirmed|rumou?rs?|speculation)\b",
    re.IGNORECASE,
)
_GUESSING = frozenset({"expect", "believe", "think", "fear", "suspect", "predict", "anticipate"})
_UNNAMED = frozenset({Identity.UNNAMED_INDIVIDUAL, Identity.UNNAMED_GROUP})
# So large a part of the headline's content words must stand in a sentence for the two to say the same.
_SHARED_PART = 0.5
# So many words after the start of a hedge belong to what is hedged.
_REACH = 6


def body_is_less_sure(subject: Claim, context: Context) -> Match:
    """Every sentence of the body that says what the headline says hedges it; the headline does not."""
    if subject.kind is not ClaimKind.HEADLINE or _CAREFUL.search(subject.span.text):
        return False
    head = context.sentences_around(subject.span)
    same = [one for one in context.sentences if one.start >= subject.span.end and _says_the_same(one, head)]
    hedges = [[span for span in _hedges(one, context) if _on_the_claim(span, one, head, context)] for one in same]
    if not same or not all(hedges):
        return False
    return tuple(Evidence("hedge", span) for found in hedges for span in found)


def _says_the_same(sentence: Sentence, head: tuple[Sentence, ...]) -> bool:
    lemmas = frozenset[str]().union(*(part.lemmas for part in head))
    anchors = frozenset[str]().union(*(part.anchors for part in head))
    shared = sentence.lemmas & lemmas
    # A shared name alone does not make it the same claim: a word that is no name must be shared too.
    return len(shared) >= max(2, _SHARED_PART * len(lemmas)) and bool(shared - anchors)


def _on_the_claim(hedge: Span, sentence: Sentence, head: tuple[Sentence, ...], context: Context) -> bool:
    """Tell whether one of the next words is one that the headline states, so that the hedge is on just that."""
    stated = frozenset[str]().union(*(part.lemmas - part.anchors for part in head))
    after = [token for token in context.tokens(sentence) if token.idx >= hedge.start][:_REACH]
    return any(token.lemma_.casefold() in stated for token in after)


def _hedges(sentence: Sentence, context: Context) -> Iterator[Span]:
    text = context.article.text
    for match in _HEDGE.finditer(text, sentence.start, sentence.end):
        span = context.article.span(*match.span())
        if not context.is_quoted(span):
            yield span
    for statement in context.statements_in(sentence.start, sentence.end):
        if statement.cue_lemma in _GUESSING and context.identity_of(statement) in _UNNAMED:
            yield from statement.cue


CONDITIONS = (body_is_less_sure,)
