"""The hops by which words came, and the attribution that a relay carries."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from auditor.language.annotations import Attribution, Relay
from auditor.language.relays.candidates import Mention
from auditor.language.relays.frame import Frame
from auditor.language.sentences import sentence_of
from auditor.text import Span


def chain_of(mention: Mention, frame: Frame) -> tuple[str, ...]:
    """Give the hops from the source to this article, first hop first, in words of the text."""
    cue, outlet = frame.cue, mention.tokens.text
    if cue.lemma_ in ("cite", "quote") and cue.i < mention.tokens.start:
        citer = _subject_of(cue)
        return (outlet, citer) if citer else (outlet,)
    cited = _cited(cue, mention)
    if cited:
        return (cited, outlet)
    if frame.kind.value == "outlet_interview":
        speaker = _subject_of(cue)
        return (speaker, outlet) if speaker else (outlet,)
    return (outlet,)


def _cited(cue: Token, mention: Mention) -> str:
    """Give whom the outlet itself goes by: "Radio Nord, citing two officials, said"."""
    for token in sentence_of(cue):
        denied = token.i > 0 and token.nbor(-1).lower_ in ("without", "not")
        if token.lower_ in ("citing", "quoting") and token.i >= mention.tokens.end and not denied:
            objects = [child for child in token.children if child.dep_ == "dobj"]
            return _phrase(objects[0]) if objects else ""
    if cue.lemma_ in ("quote", "cite"):
        objects = [child for child in cue.children if child.dep_ == "dobj"]
        return _phrase(objects[0]) if objects else ""
    return ""


def _subject_of(verb: Token) -> str:
    while True:
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass"):
                return _phrase(child)
        if verb.dep_ not in ("advcl", "conj", "xcomp", "acl") or verb.head is verb:
            return ""
        verb = verb.head


def _phrase(head: Token) -> str:
    """Give the noun phrase of a head without what follows a comma or a relative pronoun."""
    kept = [
        token
        for token in head.subtree
        if (not token.is_quote and token.i <= head.i) or token.dep_ in ("prep", "pobj", "det", "amod", "compound")
    ]
    run = [token for token in kept if all(t in kept for t in head.doc[min(token.i, head.i) : max(token.i, head.i)])]
    return head.doc[run[0].i : run[-1].i + 1].text if run else head.text


def link(relay: Relay, frame: Frame, doc: Doc, attributions: tuple[Attribution, ...]) -> Relay:
    """Link the relay to the attribution whose source or cue it shares, else to the sentence's only one."""
    around = sentence_of(frame.cue)
    sentence = Span(around.start_char, around.end_char, "")
    near = [one for one in attributions if sentence.start <= one.anchor < sentence.end]
    by_source = [one for one in near if one.source is not None and one.source.overlaps(relay.span)]
    by_cue = [one for one in near if relay.cue is not None and any(cue.overlaps(relay.cue) for cue in one.cue)]
    chosen = (by_source or by_cue or (near if len(near) == 1 else []))[:1]
    return replace(relay, attribution_id=chosen[0].id) if chosen else relay
