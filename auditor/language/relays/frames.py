"""How a named outlet is used: as the speaker, as the one told, as the place of an interview, or merely mentioned.

Read from the parse, with the words beside the name as a second witness where a title led the parser astray.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from auditor.language.lexicon import words
from auditor.language.relays.beside import read_beside
from auditor.language.relays.frame import INTERVIEW, REPORT, Frame, is_time
from auditor.language.relays.verbs import (
    FIRM_SPEECH,
    SUBJECTS,
    after_preposition_of,
    as_object,
    as_subject,
    is_yet_to_be,
    speaks,
)
from auditor.language.sentences import sentence_of

_INSIDE_PHRASE = frozenset({"compound", "nmod", "poss", "amod", "appos", "npadvmod", "nummod"})

_POINTERS = frozenset({"read", "see", "watch", "listen", "subscribe", "follow", "visit", "hear"})


def find_frame(name: Tokens, *, programme: bool = False) -> Frame | None:
    """Tell how the outlet is used, or nothing when it is only mentioned.

    A programme is a place where people talk, so that any doing "on" it will do.
    """
    if _is_pointer(name):
        return None
    if len(name) > 1 and name[0].text == "The":
        # The article may belong to a later noun ("The Gazette report") and would pass for the head.
        name = name[1:]
    head, holder = _phrase_head(name)
    if holder is not None:
        return None if _is_no_carrier(holder) else _held(name, holder) or read_beside(name)
    return _direct(name, head) or read_beside(name) or (_on_programme(head) if programme else None)


def _is_pointer(name: Tokens) -> bool:
    """Tell whether the sentence only sends the reader there: "Read the rest of the story at the Gazette"."""
    first = next((token for token in sentence_of(name[0]) if not (token.is_punct or token.is_space)), None)
    return first is not None and first.tag_ == "VB" and first.lemma_.lower() in _POINTERS and first.dep_ == "ROOT"


def _on_programme(head: Token) -> Frame | None:
    preposition = head.head
    if head.dep_ == "dobj" and preposition.lemma_ in ("visit", "join"):
        return Frame(INTERVIEW, preposition, f"Somebody was a guest of the programme (“{preposition.text}”).")
    if head.dep_ != "pobj" or preposition.lower_ != "on":
        return None
    for governor in _governors(preposition):
        if governor.pos_ == "VERB":
            talks = governor.lemma_.lower() not in words("social_no_words") | words("relay_hosting_verbs")
            talks = talks and not is_yet_to_be(governor)
            return Frame(INTERVIEW, governor, f"It was said or done there (“{governor.text}”).") if talks else None
    return None


def _phrase_head(name: Tokens) -> tuple[Token, Token | None]:
    """Climb from the name to the head of its phrase.

    Gives the token whose place in the sentence is the outlet's own ("agency" in "Reuters news agency"), and the noun
    that the outlet only modifies ("report" in "a Reuters report"), if there is one.
    """
    token = name.root
    for _ in range(6):
        head = token.head
        if head is token:
            break
        if token.dep_ == "conj" and head.pos_ in ("PROPN", "NOUN") and head not in name:
            # In "CNN and the Gazette reported" both have the place of the first.
            token = head
            continue
        if token.dep_ not in _INSIDE_PHRASE or head.pos_ not in ("NOUN", "PROPN", "X", "ADJ"):
            break
        if head in name:
            token = head
            continue
        inner = head.dep_ == "compound" and head.pos_ == "PROPN" and head.head.pos_ in ("NOUN", "PROPN")
        # "Politico Florida", "Bloomberg Politics": the edition belongs to the name.
        inner = inner or (
            head.i == name.end
            and head.pos_ == "PROPN"
            and (head.lower_ in words("place_words") or head.text == "Politics")
        )
        if token.dep_ == "appos" or inner or (head.lemma_.lower() in words("outlet_nouns") and head.i <= name.end + 2):
            token = head
            continue
        return token, head
    return token, None


def _is_person(token: Token) -> bool:
    return token.lemma_.lower() in words("journalist_nouns") or (token.pos_ == "PROPN" and token.ent_type_ == "PERSON")


def _held(name: Tokens, holder: Token) -> Frame | None:
    lemma = holder.lemma_.lower()
    if lemma == "board":
        return _direct(name, holder)
    if lemma in words("relay_interview_nouns") and not _is_subject_of_no_speech(holder):
        return Frame(INTERVIEW, holder, f"“{holder.text}” was given to the outlet.")
    if lemma in words("relay_report_nouns"):
        return Frame(REPORT, holder, f"“{holder.text}” belongs to the outlet.")
    if _is_person(holder):
        return _person(name, holder)
    return None


def _is_no_carrier(holder: Token) -> bool:
    """Tell whether the noun is what an outlet sponsors, owns or employs; an editorial board may be told things."""
    editorial = holder.lemma_.lower() == "board" and any(child.lemma_ == "editorial" for child in holder.children)
    return holder.lemma_.lower() in words("relay_poll_nouns") and not editorial


def _is_subject_of_no_speech(holder: Token) -> bool:
    return holder.lemma_.lower() in ("audience", "viewer", "listener", "reader") and holder.dep_ not in (
        "dobj",
        "pobj",
        "dative",
    )


def _person(name: Tokens, person: Token) -> Frame | None:
    """Read an outlet through its journalist: "told the Gazette's Ann Roe", "Gazette editor Ann Roe said"."""
    token = person
    while (
        token.dep_ in ("compound", "appos", "nmod", "poss")
        and token.head.pos_ in ("PROPN", "NOUN")
        and token.head is not token
    ):
        token = token.head
    frame = _direct(name, token)
    if frame is None:
        return None
    writes = frame.cue.lemma_ in ("write", "report", "note") and name.root.dep_ == "poss"
    if frame.kind is REPORT and (frame.cue.lemma_ == "ask" or not (writes or _has_role(name, token))):
        return None
    return Frame(frame.kind, frame.cue, frame.why, frame.beside, journalist=True)


def _has_role(name: Tokens, head: Token) -> bool:
    sentence = sentence_of(name[0])
    near = name.doc[max(sentence.start, name.start - 6) : min(sentence.end, name.end + 6)]
    # An editor in chief speaks for himself or for the house, not as a reporter.
    return any(
        token.lemma_.lower() in words("journalist_nouns")
        and not (token.i + 1 < len(token.doc) and token.nbor(1).lower_ in ("in", "-", "at"))
        for token in near
    )


def _direct(name: Tokens, head: Token) -> Frame | None:
    if head.dep_ == "pobj" or (head.head.dep_ == "prep" and head.dep_ in ("pcomp", "dep")):
        return _after_preposition(name, head.head)
    if head.dep_ in ("dobj", "dative", "iobj") and head.head.pos_ == "VERB":
        return as_object(head.head)
    if head.dep_ in SUBJECTS or head.dep_ == "agent":
        return as_subject(head, head.head)
    for child in head.children:
        if child.dep_ == "relcl" and any(t.dep_ == "nsubj" and t.lower_ in ("which", "that") for t in child.children):
            return speaks(child) if child.lemma_.lower() in FIRM_SPEECH else None
    return None


def _after_preposition(name: Tokens, preposition: Token) -> Frame | None:
    word = preposition.lower_
    if word == "to" and _follows_according(preposition):
        return Frame(REPORT, preposition, "“According to” names the outlet.")
    if word == "per" or (word in ("via", "from") and _introduces(name, preposition)):
        return Frame(REPORT, preposition, f"“{preposition.text}” names the outlet.")
    for governor in _governors(preposition):
        frame = _governed(name, word, governor)
        if frame is not None:
            return frame
        passable = ("xcomp", "pcomp", "acl", "advcl", "conj", *(("ccomp",) if word == "on" else ()))
        if governor.pos_ in ("VERB", "AUX") and governor.dep_ not in passable:
            return None
    return None


def _introduces(name: Tokens, preposition: Token) -> bool:
    """Tell whether the sentence is only "From the Gazette:", before what the outlet says."""
    sentence = sentence_of(name[0])
    return preposition.i <= sentence.start + 1 and name.end < len(name.doc) and name.doc[name.end].text == ":"


def _follows_according(preposition: Token) -> bool:
    return preposition.head.lower_ == "according" or (preposition.i > 0 and preposition.nbor(-1).lower_ == "according")


def _governors(preposition: Token) -> Iterator[Token]:
    """Give what the preposition may hang on, nearest first: the parser often hangs it on a date beside it."""
    token = preposition.head
    loose = preposition.lower_ in ("to", "on", "with", "via", "over")
    for _ in range(4):
        yield token
        bound = token.pos_ == "NOUN" and not is_time(token) and not loose
        if token.head is token or bound:
            return
        token = token.head


def _governed(name: Tokens, word: str, governor: Token) -> Frame | None:
    lemma = governor.lemma_.lower()
    if governor.pos_ in ("VERB", "AUX"):
        return after_preposition_of(word, governor)
    if governor.pos_ not in ("NOUN", "PROPN"):
        return None
    if word in ("with", "on", "to", "in", "for", "by", "of", "at") and lemma in words("relay_interview_nouns"):
        return Frame(INTERVIEW, governor, f"“{governor.text}” was given to the outlet.")
    if word == "of" and lemma in ("issue", "edition") and governor.dep_ == "pobj":
        return Frame(REPORT, governor, f"It stands in an “{governor.text}” of the outlet.")
    if word in ("in", "by", "from", "of", "on", "at", "for") and lemma in words("relay_report_nouns"):
        return Frame(REPORT, governor, f"“{governor.text}” is the outlet's.")
    if word == "of" and lemma == "board" and any(child.lemma_ == "editorial" for child in governor.children):
        return _direct(name, governor) or Frame(INTERVIEW, governor, "The words were given to the editorial board.")
    if word in ("of", "from", "at", "with", "for") and (_is_person(governor) or governor.pos_ == "PROPN"):
        return _person(name, governor)
    return None
