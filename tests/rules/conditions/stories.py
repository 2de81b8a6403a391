"""One-statement stories made by hand, for conditions that need no model: spans are given as words of the text."""

from __future__ import annotations

from functools import cache

from auditor.language.annotations import Annotations, Identity
from auditor.rules.context import Context, context_of
from tests.handmade import article, attribution, source, span


@cache
def sentencizer():
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return nlp


def context(text: str, claims=(), **layers) -> Context:
    """Make the context of a text with these annotations; its sentences end at full stops."""
    made = article(text)
    return context_of(made, Annotations(**layers), claims, doc=sentencizer()(made.text))


def statement(text: str, who: str, cue: str, said: str, lemma: str, identity=Identity.UNNAMED_INDIVIDUAL, **changes):
    """Make a story with one statement: its attribution and its context."""
    made = article(text)
    speaker = source("s1", changes.pop("label", who), identity, span(made, who), **changes)
    told = attribution(
        made, "a1", span(made, who), "s1", cue=(span(made, cue),), cue_lemma=lemma, content=(span(made, said),)
    )
    return told, context(text, attributions=(told,), sources=(speaker,))
