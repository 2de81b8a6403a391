"""Attributions to unnamed people that the tagger left out and syntax shows plainly.

A firm cue (`lexicons/firm_cues.txt`) whose subject or agent is a described, unnamed person or group is an attribution
whatever a tagger says: "… what two analysts described as a retreat". Nothing is added where the tagger has a cue.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from auditor.language import lexicon
from auditor.language import word_classes as people
from auditor.language.characters import tokens_of
from auditor.language.tagger import TaggedAttribution

# Below every reading that the tagger itself gives with conviction.
_PROBABILITY = 0.6
_CLAUSES = frozenset({"ccomp", "xcomp", "parataxis"})
# Cues whose object or "as" phrase is content by itself.
_WITHOUT_CLAUSE = frozenset(
    "accuse describe call view see regard deny confirm report predict estimate recount allege claim speak talk".split()
)
_OBJECTS = frozenset({"dobj", "oprd", "attr", "prep", "obj"})


def supplement(doc: Doc, tagged: tuple[TaggedAttribution, ...]) -> Iterator[TaggedAttribution]:
    """Give further attributions, in text order.

    Args:
        doc: the parsed article.
        tagged: what the tagger read; its cues and contents are left alone.
    """
    taken = {token.i for reading in tagged for token in tokens_of(doc, reading.cue)}
    sources = {token.i for reading in tagged for token in tokens_of(doc, reading.source)}
    for verb in doc:
        if verb.pos_ != "VERB" or verb.i in taken or not _is_firm(verb):
            continue
        source = _unnamed_subject(verb)
        if source is None or source.i in sources:
            continue
        content = _content(verb, source)
        if content is not None:
            yield TaggedAttribution(
                source=(_phrase(doc, source),),
                cue=((verb.idx, verb.idx + len(verb)),),
                content=(content,),
                probability=_PROBABILITY,
            )


def without_modifiers(doc: Doc, tagged: tuple[TaggedAttribution, ...]) -> tuple[TaggedAttribution, ...]:
    """Drop readings whose cue only describes the source: "two people briefed on the audit"."""
    return tuple(reading for reading in tagged if not _describes_its_source(doc, reading))


def without_questions(doc: Doc, tagged: tuple[TaggedAttribution, ...]) -> tuple[TaggedAttribution, ...]:
    """Drop readings whose source is the "who" of a question: "Who ordered that?"."""
    return tuple(reading for reading in tagged if not _asks(doc, reading))


def _asks(doc: Doc, reading: TaggedAttribution) -> bool:
    source = list(tokens_of(doc, reading.source))
    if len(source) != 1 or source[0].lower_ != "who":
        return False
    before = source[0].nbor(-1) if source[0].i else None
    opens = before is None or before.text in (":", "“", '"', "‘") or (source[0].is_sent_start and not before.is_punct)
    return bool(opens) and any(token.text == "?" for token in source[0].sent)


def with_subjects(doc: Doc, tagged: tuple[TaggedAttribution, ...]) -> tuple[TaggedAttribution, ...]:
    """Give readings without a source the people who are the subject of their cue."""
    return tuple(_with_subject(doc, reading) for reading in tagged)


def _describes_its_source(doc: Doc, reading: TaggedAttribution) -> bool:
    heads = {token.i for token in tokens_of(doc, reading.source)}
    cue = tokens_of(doc, reading.cue)
    return bool(cue) and cue[0].tag_ == "VBN" and cue[0].dep_ == "acl" and cue[0].head.i in heads


def _with_subject(doc: Doc, reading: TaggedAttribution) -> TaggedAttribution:
    if reading.source:
        return reading
    for token in tokens_of(doc, reading.cue):
        subject = _unnamed_subject(token) if token.pos_ == "VERB" else None
        if subject is not None:
            return replace(reading, source=(_phrase(doc, subject),))
    return reading


def _is_firm(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    if lemma in ("speak", "talk"):
        return any(child.dep_ == "prep" and child.lower_ == "of" for child in verb.children)
    return lemma in lexicon.words("firm_cues") or (lemma in ("call", "view", "regard", "see") and _names_it(verb))


def _names_it(verb: Token) -> bool:
    return any(child.dep_ == "oprd" or (child.dep_ == "prep" and child.lower_ == "as") for child in verb.children)


def _unnamed_subject(verb: Token) -> Token | None:
    """Give the described person or group that is the verb's subject or agent."""
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    by = [child for child in verb.children if child.dep_ == "agent"]
    agents = [noun for child in by for noun in child.children if noun.dep_ == "pobj"]
    return next((noun for noun in (*subjects, *agents) if _is_unnamed(noun)), None)


def _is_unnamed(token: Token) -> bool:
    if any(child.dep_ == "appos" and child.pos_ == "PROPN" for child in token.children):
        return False
    if token.lower_ in ("some", "many", "others", "several") and token.dep_ in ("nsubj", "pobj"):
        return True
    if token.pos_ not in ("NOUN", "PROPN") or (token.pos_ == "PROPN" and not people.is_member_noun(token)):
        return False
    lemma = people.singular(token)
    return people.is_listed_person(lemma) and (token.tag_ != "NN" or _is_introduced(token))


def _is_introduced(token: Token) -> bool:
    return any(child.dep_ == "det" and child.lower_ in ("a", "an", "one", "another") for child in token.children)


def _content(verb: Token, source: Token) -> tuple[int, int] | None:
    """Give the clause or object that the cue governs; for "what analysts described as …" the clause behind the cue."""
    parts = [child for child in verb.children if child.dep_ in _CLAUSES]
    if not parts and verb.lemma_.lower() in _WITHOUT_CLAUSE:
        parts = [child for child in verb.children if child.dep_ in _OBJECTS and child.i != source.i]
    if not parts:
        return None
    tokens = sorted(token.i for part in parts for token in part.subtree if token.i != verb.i and not token.is_space)
    after = [i for i in tokens if i > verb.i] or tokens
    first, last = verb.doc[after[0]], verb.doc[after[-1]]
    while last.i > first.i and last.is_punct:
        last = last.nbor(-1)
    return first.idx, last.idx + len(last)


def _phrase(doc: Doc, head: Token) -> tuple[int, int]:
    """Give the noun phrase of a source without relative clauses and other clauses behind its head."""
    kept = [head]
    for child in head.children:
        if child.i < head.i or (child.dep_ == "prep" and not any(t.dep_ == "relcl" for t in child.subtree)):
            kept.extend(child.subtree)
    first, last = min(token.i for token in kept), max(token.i for token in kept)
    return doc[first].idx, doc[last].idx + len(doc[last])
