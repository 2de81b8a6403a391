"""Outlets without a name: "local media said", "according to press reports", "state television showed"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from auditor.language.annotations import RelayKind
from auditor.language.lexicon import words
from auditor.language.relays.candidates import Mention, MentionKind
from auditor.language.relays.frame import REPORT, Frame
from auditor.language.relays.frames import find_frame
from auditor.language.sentences import sentence_of

_PLURAL = frozenset(
    {"newspapers", "papers", "outlets", "broadcasters", "networks", "dailies", "tabloids", "stations", "agencies"}
)
_SINGULAR = frozenset(
    {"newspaper", "broadcaster", "outlet", "daily", "tabloid", "station", "website", "agency", "podcast"}
)
_MASS = frozenset({"media", "press", "television", "tv", "radio"})
# "Media" and "newspapers" say enough alone; a bare "press" or "television" can be a crowd or a device.
_ALONE = frozenset({"media", "newspapers"})
_OF_REPORTS = frozenset(
    ["media", "news", "press", "newspaper", "published", "investigative", "television", "tv", "radio"]
)
_FROM_WHERE = frozenset({"country", "region", "area", "city", "scene", "ground", "capital"})
_NAMING = frozenset({"confirm", "deny", "dismiss", "reject", "cite", "note", "discuss", "quote", "reference"})
# Prepositions with which reports are a topic or a comparison, not what the article goes by.
_NOT_BY = frozenset({"than", "of", "as", "like", "for", "between", "about", "against", "with"})
# What "the media" do to somebody is no report of theirs: "attacked in the media".
_TREATMENT = frozenset(
    ["attack", "praise", "criticise", "criticize", "mock", "portray", "condemn", "denounce", "call", "dismiss", "slam"]
)
# How an article names its own publisher.
_OURS = {
    "this": frozenset({"newspaper", "paper", "magazine", "website", "publication", "outlet", "programme", "podcast"}),
    "our": frozenset({"reporter", "reporters", "correspondent", "newspaper"}),
}
# How adjectives of countries and peoples end, with a capital at their head.
_DEMONYMS = (
    "ian",
    "ean",
    "ese",
    "ish",
    "aeli",
    "aqi",
    "yrian",
    "French",
    "German",
    "Greek",
    "Dutch",
    "Swiss",
    "Thai",
    "Arab",
)
_ALL_COMERS = frozenset({"media", "press", "outlets"})


def unnamed_outlets(doc: Doc) -> Iterator[Mention]:
    """Find the phrases that may stand for an outlet without its name."""
    for token in doc:
        if token.lower_ in _OURS.get(token.nbor(-1).lower_ if token.i else "", ()):
            tokens = doc[token.i - 1 : token.i + 1]
            yield Mention(tokens, MentionKind.OURS, tokens.text)
        elif token.lower_ in ("reports", "report", "reporting"):
            yield from _reports(token)
        elif token.lower_ in _PLURAL or token.lower_ in _SINGULAR or token.lower_ in _MASS:
            yield from _outlets(token)


def _outlets(token: Token) -> Iterator[Mention]:
    doc = token.doc
    if (
        token.dep_ in ("compound", "poss", "amod", "nmod")
        and token.head.i > token.i
        and token.head.pos_ in ("NOUN", "PROPN")
    ):
        return
    modifiers = _modifiers(token)
    fits = [modifier for modifier in modifiers if _fits(modifier)]
    if any(modifier.lower_ in ("social", "other") for modifier in modifiers):
        if [modifier.lower_ for modifier in modifiers[-1:]] == ["social"] and token.lower_ == "media":
            yield Mention(doc[token.i - 1 : token.i + 1], MentionKind.PLATFORM, "social media")
        return
    start = modifiers[0].i if modifiers else token.i
    if token.lower_ in _SINGULAR:
        determiner = doc[start - 1] if start and doc[start - 1].lower_ in ("a", "an", "one", "another") else None
        if not fits and (determiner is None or token.lower_ in ("website", "agency")):
            return
        start = determiner.i if determiner is not None else start
    if token.lower_ in ("agency", "agencies", "website") and "news" not in {modifier.lower_ for modifier in modifiers}:
        return
    if not fits and token.lower_ not in _ALONE and token.lower_ not in _SINGULAR:
        return
    on_air = token.lower_ in ("television", "tv", "radio")
    if on_air and all(modifier.lower_ in ("national", "other", "online", "recent") for modifier in fits):
        # "On national television" says that all could see it, not whose television it was.
        return
    if token.i + 1 < len(doc) and doc[token.i + 1].text[0].isupper() and token.lower_ in _SINGULAR:
        return
    tokens = doc[start : token.i + 1]
    yield Mention(tokens, MentionKind.UNNAMED, tokens.text)


def _fits(modifier: Token) -> bool:
    return modifier.lower_ in words("unnamed_outlet_modifiers") or is_of_place(modifier)


def is_of_place(token: Token) -> bool:
    """Tell whether a word names a country, a city or a people: "Italian", "Moscow"."""
    adjective = token.pos_ == "ADJ" and token.text[0].isupper() and token.i > sentence_of(token).start
    return token.lower_ in words("place_words") or token.text.endswith(_DEMONYMS) or adjective


def _modifiers(token: Token) -> list[Token]:
    """Give the words of the noun phrase directly before its head, without the determiner."""
    found: list[Token] = []
    for left in reversed(list(token.doc[max(sentence_of(token).start, token.i - 6) : token.i])):
        if left.tag_ == "POS":
            break
        is_modifier = left.pos_ in ("ADJ", "NOUN", "PROPN") or left.tag_ in ("VBN", "JJ", "POS") or left.text == "-"
        if not is_modifier and left.lower_ not in words("unnamed_outlet_modifiers"):
            break
        found.insert(0, left)
    return found


def _reports(token: Token) -> Iterator[Mention]:
    doc = token.doc
    modifiers = _modifiers(token)
    near = [modifier for modifier in modifiers if _fits(modifier)]
    is_of_media = bool(near) and near[-1].lower_ in _OF_REPORTS
    if (
        not (token.pos_ in ("NOUN", "PROPN") or _is_misread(token))
        or len(near) < len(modifiers)
        or not (token.lower_ == "reports" or is_of_media)
    ):
        return
    start, end = near[0].i if near else token.i, token.i + 1
    end = _with_press(token, end)
    place = doc[end : end + 3]
    if not near and place and place[0].lower_ == "from" and place[-1].lower_ in _FROM_WHERE:
        end += len(place)
    tokens = doc[start:end]
    yield Mention(tokens, MentionKind.UNNAMED, tokens.text)


def _with_press(token: Token, end: int) -> int:
    """Take in "in the Italian press" after "reports": one source, one mark."""
    after = token.doc[end : min(end + 4, sentence_of(token).end)]
    if len(after) and after[0].lower_ == "in":
        return next((near.i + 1 for near in after if near.lower_ in ("press", "media")), end)
    return end


def _is_misread(token: Token) -> bool:
    """Tell whether "media reports claim" was taken for a verb: another finite verb follows at once."""
    return token.i + 1 < len(token.doc) and token.nbor(1).lemma_.lower() in words("reports_verbs")


def find_unnamed_frame(mention: Mention) -> Frame | None:
    """Tell whether the unnamed outlet or report is used as the source of something."""
    head = next((token for token in mention.tokens if token.lower_ in ("reports", "report", "reporting")), None)
    if head is not None:
        return _report(mention, head)
    frame = find_frame(mention.tokens)
    if frame is None:
        return None
    # "Told the press", "spoke to the media": words given to everybody are a press call, not a relay.
    bare = len(mention.tokens) == 1 or mention.tokens[-1].lower_ == "outlets"
    if bare and frame.cue.lemma_ in _TREATMENT:
        return None
    if frame.kind is RelayKind.OUTLET_INTERVIEW and bare and mention.tokens[-1].lower_ in _ALL_COMERS:
        return None
    return frame


def _report(mention: Mention, head: Token) -> Frame | None:
    governor = head.head
    lemma = governor.lemma_.lower()
    if any(left.lower_ in ("no", "any") for left in head.lefts):
        return None
    if (
        head.dep_ == "pobj"
        and governor.lower_ == "amid"
        and any(child.dep_ in ("acl", "ccomp") for child in head.children)
    ):
        return Frame(REPORT, governor, "The article goes by reports without an outlet's name.")
    modified = len(mention.tokens) > 1
    if modified and head.dep_ == "attr" and any(child.dep_ == "expl" for child in governor.children):
        return Frame(REPORT, governor, "The article says that there are such reports.")
    if _is_misread(head) and head.dep_ not in ("nsubj", "nsubjpass"):
        return Frame(REPORT, head.nbor(1), f"Reports without an outlet's name are the source (“{head.nbor(1).text}”).")
    if head.dep_ in ("nsubj", "nsubjpass") and lemma in words("reports_verbs"):
        return Frame(REPORT, governor, f"Reports without an outlet's name are the source (“{governor.text}”).")
    if head.dep_ == "pobj" and governor.lower_ == "to" and governor.head.lower_ == "according":
        return Frame(REPORT, governor.head, "“According to” names reports without an outlet.")
    if modified and head.dep_ == "pobj" and governor.dep_ in ("prep", "agent") and governor.lower_ not in _NOT_BY:
        return Frame(REPORT, governor, "The article goes by reports without an outlet's name.")
    if head.dep_ == "dobj" and (lemma in ("cite", "quote") or (modified and lemma in _NAMING)):
        return Frame(REPORT, governor, f"Reports without an outlet's name are named as the source (“{governor.text}”).")
    return None
