"""Phrases that frame a sentence with its source: "in the view of many doctors", "per two aides", "as Ruud put it".

Nothing is added where the tagger has read the source or the cue.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from auditor.language import lexicon
from auditor.language import word_classes as people
from auditor.language.characters import Offsets, tokens_of
from auditor.language.constructions.places import offsets_of
from auditor.language.tagger import TaggedAttribution

_PROBABILITY = 0.6
_VIEWS = frozenset({"view", "opinion", "estimation", "judgment", "judgement", "words", "eyes", "telling", "account"})
_MARKS = frozenset('“”"‘’«»')


def framed(doc: Doc, readings: tuple[TaggedAttribution, ...]) -> Iterator[TaggedAttribution]:
    """Give further attributions, in text order.

    Args:
        doc: the parsed article.
        readings: those known; sentences with a cue or source at the same place are left alone.
    """
    taken = {token.i for reading in readings for token in tokens_of(doc, (*reading.cue, *reading.source))}
    for token in doc:
        frame = _view(token) or _per(token) or _as_put(token)
        if frame is None or any(part.i in taken for part in (*frame[0], *frame[1])):
            continue
        content = _framed_clause(token, frame)
        if content is not None:
            cue, source = frame
            yield TaggedAttribution(
                source=(offsets_of(source),), cue=(offsets_of(cue),), content=(content,), probability=_PROBABILITY
            )


Frame = tuple[list[Token], list[Token]]


def _view(token: Token) -> Frame | None:
    """Read "in the view of NOUN"."""
    if token.lower_ != "in" or token.dep_ != "prep":
        return None
    noun = next((child for child in token.children if child.dep_ == "pobj" and child.lower_ in _VIEWS), None)
    of = next((child for child in noun.children if child.lower_ == "of"), None) if noun is not None else None
    holder = next((child for child in of.children if child.dep_ == "pobj"), None) if of is not None else None
    if of is None or holder is None:
        return None
    return list(token.doc[token.i : of.i + 1]), _phrase(holder)


def _per(token: Token) -> Frame | None:
    """Read "per NOUN" behind a comma, where the noun is a person, an institution or a name: "per cent" is none."""
    if token.lower_ != "per" or token.i == 0 or token.nbor(-1).text not in (",", "—", "–"):
        return None
    holder = next((child for child in token.children if child.dep_ == "pobj"), None)
    if holder is None:
        return None
    noun = people.singular(holder)
    known = holder.pos_ == "PROPN" or people.is_listed_person(noun) or noun in lexicon.words("institution_nouns")
    return ([token], _phrase(holder)) if known else None


def _as_put(token: Token) -> Frame | None:
    """Read "as NOUN put it", "as NOUN says"."""
    if token.lower_ != "as" or token.dep_ != "mark":
        return None
    verb = token.head
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if verb.pos_ != "VERB" or subject is None or subject.i > verb.i or verb.dep_ != "advcl":
        return None
    it = verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "it"
    if verb.lemma_.lower() != "put" or not it or subject.lower_ in ("i", "we"):
        return None
    return list(verb.doc[verb.i : verb.i + 2]), _phrase(subject)


def _phrase(head: Token) -> list[Token]:
    tokens = [token for token in head.subtree if not token.is_space]
    clause = next((child for child in head.children if child.dep_ in ("relcl", "appos") and child.i > head.i), None)
    if clause is not None:
        tokens = [token for token in tokens if token.i < clause.left_edge.i]
    while len(tokens) > 1 and tokens[-1].is_punct:
        tokens.pop()
    return tokens


def _framed_clause(opening: Token, frame: Frame) -> Offsets | None:
    """Give the rest of the sentence, behind the frame's comma or before it."""
    sentence = opening.sent
    end = max(frame[0][-1].i, frame[1][-1].i) + 1
    after = [token for token in opening.doc[end : sentence.end] if not token.is_space]
    before = [token for token in opening.doc[sentence.start : opening.i] if not token.is_space]
    if not before and after and after[0].text == ",":
        clause = after[1:]
    elif before and before[-1].text == "," and not [token for token in after if not token.is_punct]:
        clause = before[:-1]
    else:
        return None
    while clause and clause[-1].text in (".", ",", ";"):
        clause.pop()
    if len(clause) < 2 or any(token.text in _MARKS for token in clause):
        return None
    return offsets_of(clause)
