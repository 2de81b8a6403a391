"""The words right before and after an outlet's name, for sentences where a title led the parser astray."""

from __future__ import annotations

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from auditor.language.lexicon import words
from auditor.language.relays.frame import INTERVIEW, REPORT, Frame, is_time
from auditor.language.relays.verbs import is_yet_to_be, thing_of
from auditor.language.sentences import sentence_of

# Verbs that stand before the speaker: "…, reports the Gazette."
_INVERTED = frozenset({"reports", "reported", "writes", "wrote", "says", "said", "notes", "noted", "claims", "claimed"})


def read_beside(name: Tokens) -> Frame | None:
    """Read the words right before and after the name, past articles, adjectives and outlet nouns."""
    doc = name.doc
    before = _word_before(doc, name)
    if before is not None:
        frame = _by_word_before(doc, before)
        if frame is not None or before.lower_ in ("of", "at", "for"):
            # In "the editor of the Gazette said" it is the editor who stands before the verb.
            return frame
    after = _word_after(doc, name)
    if (
        after is not None
        and after.tag_ in ("VBD", "VBZ", "VBP", "VBN")
        and not (after.tag_ == "VBN" and after.i + 1 < len(doc) and after.nbor(1).lower_ in ("by", "in", "on"))
        and after.lemma_.lower() in ("report", "say", "write", "quote", "reveal", "cite", "note")
    ):
        return Frame(REPORT, after, f"The outlet stands before “{after.text}”.", beside=True)
    if after is None or after.lower_ not in ("broadcast", "aired", "showed") or after.i + 1 >= len(doc):
        return None
    if after.nbor(1).lemma_.lower() in words("relay_material_nouns"):
        return Frame(REPORT, after, f"The outlet stands before “{after.text}”.", beside=True)
    return None


def _by_word_before(doc: Doc, before: Token) -> Frame | None:
    lemma, second = before.lemma_.lower(), doc[before.i - 1] if before.i > sentence_of(before).start else None
    if lemma == "tell" and before.tag_ != "VB":
        return Frame(INTERVIEW, before, f"The outlet is the one who was told (“{before.text}”).", beside=True)
    if before.lower_ in ("citing", "quoting"):
        return Frame(REPORT, before, f"The article names the outlet as what it goes by (“{before.text}”).", beside=True)
    if second is None:
        return None
    if before.lower_ in _INVERTED and (second.text == "," or second.is_quote):
        return Frame(REPORT, before, f"The outlet stands after “{before.text}”.", beside=True)
    if before.lower_ == "to" and second.lower_ == "according":
        return Frame(REPORT, second, "“According to” names the outlet.", beside=True)
    if before.lower_ == "by" and doc[second.i - 1].lemma_.lower() in words("relay_poll_nouns"):
        return None
    if before.lower_ == "by" and second.lemma_.lower() in ("report", "quote", "cite", "obtain", "publish"):
        return Frame(REPORT, second, f"The outlet is the one by whom it was done (“{second.text}”).", beside=True)
    given = second.pos_ not in ("VERB", "AUX") and second.lemma_.lower() in words("relay_interview_nouns")
    if given and before.lower_ in ("with", "to", "on", "for"):
        return Frame(INTERVIEW, second, f"“{second.text}” was given to the outlet.", beside=True)
    if before.lower_ == "on":
        return _on_air(doc, before)
    return None


def _on_air(doc: Doc, preposition: Token) -> Frame | None:
    """Read "said Thursday morning on Radio Nord", where the parser may hang the outlet on the time."""
    index = preposition.i - 1
    start = sentence_of(preposition).start
    while index > start and (is_time(doc[index]) or doc[index].pos_ == "ADV"):
        index -= 1
    verb = doc[index]
    thing = thing_of(verb)
    hosted = thing is not None and thing.lemma_.lower() in words("relay_poll_nouns")
    if is_yet_to_be(verb):
        return None
    if verb.pos_ == "VERB" and verb.lemma_.lower() in words("relay_appearing_verbs") and not hosted:
        return Frame(INTERVIEW, verb, f"The words were said there (“{verb.text}”).", beside=True)
    return None


def _word_before(doc: Doc, name: Tokens) -> Token | None:
    index = name.start - 1
    start = sentence_of(name[0]).start
    while index >= start:
        token = doc[index]
        skip = (
            token.pos_ in ("DET", "ADJ")
            or token.is_quote
            or token.lemma_.lower() in words("outlet_nouns")
            or token.text in ("'", "’")
        )
        if not skip:
            return token
        index -= 1
    return None


def _word_after(doc: Doc, name: Tokens) -> Token | None:
    for token in doc[name.end : min(sentence_of(name[0]).end, name.end + 6)]:
        skip = token.pos_ == "ADV" or token.is_quote or token.lemma_.lower() in words("outlet_nouns") or is_time(token)
        if not (skip or token.pos_ == "AUX" or token.lower_ in ("news", "on", "'s", "’s")):
            return token
    return None
