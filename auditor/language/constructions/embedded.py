"""Claims embedded in other sentences: "what they call a retreat", "people who fear that …", "seen by some as a threat".

The tagger reads most attributions that are sentences of their own and leaves many of these out. Nothing is added where
it has the cue; only people without a name and pronouns are taken as sources.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from auditor.language.characters import tokens_of
from auditor.language.constructions.noun_phrases import is_unnamed
from auditor.language.constructions.places import offsets_of
from auditor.language.cues import CueClass, cue_class
from auditor.language.tagger import TaggedAttribution

_PROBABILITY = 0.6
_SAYING = frozenset({CueClass.SPEECH, CueClass.BELIEF})
# Verbs whose clause the article itself asserts, or that tell of no statement.
_NOT_SAYING = frozenset(
    "know learn realise realize recognise recognize remember forget understand find discuss read decide".split()
)
_NAMING = frozenset(
    "call describe see view regard consider deem characterise characterize term label dub brand find".split()
)
_ACCUSING = frozenset({"accuse", "suspect", "blame"})
_PRONOUNS = frozenset({"they", "she", "he", "some", "many", "others", "several", "few", "critics"})
_CLAUSES = frozenset({"ccomp", "acl"})
_NAMES = frozenset({"oprd", "xcomp", "acomp"})
# Nouns that carry a claim when a "that" clause follows.
_NOUN_CUES = frozenset(
    "claim warning allegation accusation assertion fear concern worry belief complaint suspicion argument suggestion "
    "view prediction statement testimony assurance".split()
)
_OF = frozenset({"of", "from", "by", "among"})


def embedded(doc: Doc, readings: tuple[TaggedAttribution, ...]) -> Iterator[TaggedAttribution]:
    """Give further attributions, in text order.

    Args:
        doc: the parsed article.
        readings: those known; their cues and sources are left alone.
    """
    taken = {token.i for reading in readings for token in tokens_of(doc, reading.cue)}
    for token in doc:
        if token.i in taken:
            continue
        found = _of_verb(token) if token.pos_ == "VERB" else _of_noun(token) if token.pos_ == "NOUN" else None
        if found is None:
            continue
        source, content = found
        start, end = offsets_of(content)
        if not any(start < cue_end and cue_start < end for r in readings for cue_start, cue_end in r.cue[:1]):
            yield TaggedAttribution(
                source=(offsets_of(source),),
                cue=((token.idx, token.idx + len(token)),),
                content=((start, end),),
                probability=_PROBABILITY,
            )


Parts = tuple[list[Token], list[Token]]


def _of_verb(verb: Token) -> Parts | None:
    lemma = verb.lemma_.lower()
    names = lemma in _NAMING or lemma in _ACCUSING
    says = cue_class(lemma) in _SAYING and lemma not in _NOT_SAYING
    if not (names or says) or any(child.dep_ == "neg" or child.tag_ == "MD" for child in verb.children):
        return None
    agent = _agent(verb)
    source = agent or _subject(verb)
    if source is None:
        return None
    content = _name(verb) if names else []
    if verb.dep_ == "csubj" and not content:
        # "What they claim is a choice …": the rest of the sentence is theirs.
        rest = [token for token in verb.head.subtree if token.i >= verb.head.i and not token.is_space]
        content = _without_end(rest) if verb.head.i > verb.i and rest else []
    content = content or (_clause(verb) if says and agent is None else [])
    return (_phrase(source), content) if content else None


def _of_noun(noun: Token) -> Parts | None:
    """Read "officials' claim that …", "fears among residents that …"."""
    if noun.lemma_.lower() not in _NOUN_CUES:
        return None
    clause = next((c for c in noun.children if c.dep_ == "acl" and c.i > noun.i and c.left_edge.lower_ == "that"), None)
    if clause is None or not any(child.dep_ in ("nsubj", "nsubjpass", "expl") for child in clause.children):
        return None
    holders = [child for child in noun.children if child.dep_ == "poss"]
    for prep in (child for child in noun.children if child.dep_ == "prep" and child.lower_ in _OF):
        holders.extend(child for child in prep.children if child.dep_ == "pobj")
    holder = next((one for one in holders if is_unnamed(one)), None)
    if holder is None:
        return None
    content = [token for token in clause.subtree if not token.is_space]
    return _phrase(holder), _without_end(content)


def _agent(verb: Token) -> Token | None:
    """Give the unnamed people behind "by": "viewed by some as disparaging"."""
    by = (child for child in verb.children if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"))
    agents = (noun for child in by for noun in child.children if noun.dep_ == "pobj")
    return next((noun for noun in agents if is_unnamed(noun) or noun.lower_ in _PRONOUNS), None)


def _subject(verb: Token) -> Token | None:
    """Give who says it: of "what they call …" the pronoun, of "people who fear that …" the people."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is None:
        if verb.tag_ == "VBG" and verb.dep_ == "acl" and is_unnamed(verb.head):
            return verb.head
        return None
    if subject.tag_ == "WP" and verb.dep_ == "relcl":
        return _person_above(verb.head)
    if subject.i > verb.i or not (subject.lower_ in _PRONOUNS or is_unnamed(subject)):
        return None
    what = any(child.lower_ in ("what", "whom") and child.i < subject.i for child in verb.subtree)
    adverb = any(child.tag_ == "WRB" for child in verb.children)
    gap = verb.dep_ == "relcl" and verb.head.i < subject.i and not adverb
    return subject if what or gap else None


def _person_above(noun: Token) -> Token | None:
    """Give "callers" in "callers to the programme who said": the relative clause is about people."""
    while not is_unnamed(noun):
        if noun.dep_ != "pobj" or noun.head.head.pos_ not in ("NOUN", "PROPN"):
            return None
        noun = noun.head.head
    return noun


def _clause(verb: Token) -> list[Token]:
    """Give the clause behind the verb."""
    clause = next((c for c in verb.children if c.dep_ in _CLAUSES and c.i > verb.i and c.pos_ in ("VERB", "AUX")), None)
    if clause is None or any(child.lower_ in ("whether", "if") for child in clause.lefts):
        return []
    return _without_end([token for token in clause.subtree if token.i > verb.i and not token.is_space])


def _name(verb: Token) -> list[Token]:
    """Give the name or judgement behind the verb: "as racist", "an insult"."""
    what = any(child.lower_ == "what" for child in verb.lefts)
    names = _NAMES | {"dobj"} if what else _NAMES
    parts = [child for child in verb.children if child.i > verb.i and child.dep_ in names]
    words = ("of", "for") if verb.lemma_.lower() in _ACCUSING else ("as",)
    parts += [child for child in verb.children if child.i > verb.i and child.dep_ == "prep" and child.lower_ in words]
    if not parts:
        return []
    return _without_end([token for token in parts[0].subtree if token.i > verb.i and not token.is_space])


def _without_end(tokens: list[Token]) -> list[Token]:
    while len(tokens) > 1 and tokens[-1].is_punct and not tokens[-1].is_quote:
        tokens.pop()
    return tokens


def _phrase(head: Token) -> list[Token]:
    """Give the words before a noun and "of" or "in" phrases behind it, clauses left out."""
    kept = [head]
    for child in head.children:
        before = child.i < head.i and child.dep_ in ("det", "amod", "compound", "poss", "nummod", "predet", "quantmod")
        behind = child.i > head.i and child.dep_ == "prep" and not any(t.dep_ == "relcl" for t in child.subtree)
        if before or behind:
            kept.extend(child.subtree)
    return sorted(kept, key=_index)


def _index(token: Token) -> int:
    return token.i
