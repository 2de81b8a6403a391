"""Cues that share one subject: "said the gates were shut and warned that the river would rise" attributes twice.

The parser often joins the second cue to the verb inside the first cue's clause; it is taken for the outer one when the
inner subject cannot speak.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from auditor.language import lexicon
from auditor.language import word_classes as people
from auditor.language.characters import Offsets, text_of, tokens_of
from auditor.language.constructions.places import contains, cue_verb, offsets_of
from auditor.language.cues import CueClass, cue_class
from auditor.language.tagger import TaggedAttribution

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_CLAUSES = frozenset({"ccomp", "xcomp"})
_SAYING = frozenset({CueClass.SPEECH, CueClass.BELIEF, CueClass.DEMAND, CueClass.SHOWING})
# Below every reading that the tagger itself gives with conviction.
_PROBABILITY = 0.6


def with_conjoined_cues(doc: Doc, readings: tuple[TaggedAttribution, ...]) -> tuple[TaggedAttribution, ...]:
    """Part readings that hold two cues, and add the second cue where it was left out."""
    taken = {token.i for reading in readings for token in tokens_of(doc, reading.cue)}
    found: list[TaggedAttribution] = []
    for reading in readings:
        found.extend(_parted(doc, reading, taken))
    return tuple(found)


def _parted(doc: Doc, reading: TaggedAttribution, taken: set[int]) -> Iterator[TaggedAttribution]:
    verb = cue_verb(doc, reading.cue)
    second = _second_cue(verb, taken) if verb is not None and reading.source else None
    if verb is None or second is None:
        yield reading
        return
    content: tuple[Offsets, ...] = (_content_of(second),)
    if contains(second, reading.content):
        text = text_of(doc)
        kept = tuple(_before(reading.content, _joint(second).idx, text))
        content = tuple(_behind(reading.content, second.idx + len(second), text)) or content
        if not kept:
            yield reading
            return
        yield replace(reading, content=kept)
    elif any(start < content[0][1] and content[0][0] < end for start, end in reading.content):
        yield reading
        return
    else:
        yield reading
    taken.add(second.i)
    yield TaggedAttribution(
        source=reading.source,
        cue=((second.idx, second.idx + len(second)),),
        content=content,
        probability=min(_PROBABILITY, reading.probability),
    )


def _second_cue(verb: Token, taken: set[int]) -> Token | None:
    """Give a firm cue that is joined to the verb, or to the verb of its clause if that has a thing for subject."""
    inner = [child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i]
    complements = [child for clause in inner for child in clause.children if child.dep_ in ("acomp", "attr")]
    for first in (verb, *inner, *complements):
        for joined in first.children:
            if joined.dep_ != "conj" or joined.i <= verb.i or joined.i in taken or not _is_cue(joined):
                continue
            if first is verb or _cannot_share(first, joined):
                return joined
    return None


def _is_cue(verb: Token) -> bool:
    clause = next((child for child in verb.children if child.dep_ in _CLAUSES and child.i > verb.i), None)
    if clause is None or verb.pos_ != "VERB" or any(child.dep_ in _SUBJECTS for child in verb.children):
        return False
    lemma = verb.lemma_.lower()
    introduced = clause.left_edge.lower_ == "that"
    firm = lemma in lexicon.words("firm_cues") or (introduced and cue_class(lemma) in _SAYING)
    # Behind a passive the parser takes the past tense for a participle: "cases were lost and admitted that …".
    finite = verb.tag_ in ("VBD", "VBZ", "VBP", "VBG") or (verb.tag_ == "VBN" and introduced)
    return firm and finite


def _cannot_share(inner: Token, joined: Token) -> bool:
    """Tell whether the inner verb's subject is a thing, which does not speak, and the joined verb is finite."""
    clause = inner.head if inner.dep_ in ("acomp", "attr") else inner
    subject = next((child for child in clause.children if child.dep_ in _SUBJECTS), None)
    if subject is None or joined.tag_ == "VBG" or subject.pos_ != "NOUN":
        return False
    return not people.is_listed_person(people.singular(subject)) and people.singular(subject) not in lexicon.words(
        "institution_nouns"
    )


def _joint(joined: Token) -> Token:
    """Give the word or comma at which the second cue begins."""
    first = joined.left_edge
    while first.i > 0 and (first.nbor(-1).dep_ == "cc" or first.nbor(-1).text == ","):
        first = first.nbor(-1)
    return first


def _content_of(verb: Token) -> Offsets:
    clause = next(child for child in verb.children if child.dep_ in _CLAUSES and child.i > verb.i)
    tokens = [token for token in clause.subtree if token.i > verb.i]
    while len(tokens) > 1 and tokens[-1].is_punct and not tokens[-1].is_quote:
        tokens.pop()
    return offsets_of(tokens)


def _before(content: tuple[Offsets, ...], at: int, text: str) -> Iterator[Offsets]:
    for start, end in content:
        kept = text[start : min(end, at)].rstrip(" ,;\n") if start < at else ""
        if any(character.isalnum() for character in kept):
            yield start, start + len(kept)


def _behind(content: tuple[Offsets, ...], at: int, text: str) -> Iterator[Offsets]:
    for start, end in content:
        kept = text[max(start, at) : end].lstrip(" ,:\n") if end > at else ""
        if any(character.isalnum() for character in kept):
            yield end - len(kept), end
