"""Outlets taken up again: "the newspaper added", "it also reported", after an outlet that carried words."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from auditor.language.lexicon import words
from auditor.language.outlets import OutletKind, Reading
from auditor.language.relays.candidates import Mention, MentionKind
from auditor.language.relays.frame import REPORT, Frame
from auditor.language.relays.frames import find_frame

# Nouns that take up an outlet only; "agency", "station" and "site" name much else.
_TAKES_UP = {
    "newspaper": {OutletKind.NEWSPAPER, OutletKind.UNKNOWN},
    "paper": {OutletKind.NEWSPAPER, OutletKind.UNKNOWN},
    "daily": {OutletKind.NEWSPAPER},
    "tabloid": {OutletKind.NEWSPAPER},
    "weekly": {OutletKind.NEWSPAPER, OutletKind.MAGAZINE},
    "magazine": {OutletKind.MAGAZINE, OutletKind.NEWSPAPER},
    "publication": set(OutletKind),
    "outlet": set(OutletKind),
    "website": {OutletKind.SITE, OutletKind.MAGAZINE, OutletKind.NEWSPAPER, OutletKind.BROADCASTER, OutletKind.UNKNOWN},
    "site": {OutletKind.SITE, OutletKind.UNKNOWN},
    "network": {OutletKind.BROADCASTER, OutletKind.PROGRAMME},
    "broadcaster": {OutletKind.BROADCASTER},
    "channel": {OutletKind.BROADCASTER},
    "station": {OutletKind.BROADCASTER},
    "agency": {OutletKind.AGENCY},
    "programme": {OutletKind.PROGRAMME, OutletKind.BROADCASTER},
    "programmes": {OutletKind.PROGRAMME},
}
_PRONOUN_VERBS = frozenset(
    ["add", "say", "report", "write", "note", "quote", "claim", "continue", "conclude", "describe"]
)
_PIECES = frozenset({"article", "story", "editorial", "piece", "column", "op-ed", "exposé"})
_PIECE_VERBS = frozenset(
    [
        "say",
        "read",
        "state",
        "note",
        "claim",
        "quote",
        "add",
        "suggest",
        "describe",
        "report",
        "continue",
        "argue",
        "cite",
    ]
)
REACH = 4
FAR = 8


def find_later_mentions(
    doc: Doc, mentions: tuple[Mention, ...], relays: list[Mention]
) -> Iterator[tuple[Mention, Frame]]:
    """Find definite phrases and pronouns that take up an outlet and state a relay of their own."""
    named = [
        mention
        for mention in mentions
        if mention.kind is MentionKind.NAMED and mention.reading is not Reading.QUALIFIED
    ]
    said = list(relays)
    for token in doc:
        for mention, frame in _taking_up(token, named, said):
            said = sorted([*said, mention], key=lambda one: one.start)
            yield mention, frame


def _taking_up(token: Token, named: list[Mention], said: list[Mention]) -> Iterator[tuple[Mention, Frame]]:
    definite = token.i > 0 and token.nbor(-1).lower_ == "the"
    if definite and token.lower_ in _TAKES_UP:
        yield from _definite(token, named)
    elif definite and token.lower_ in _PIECES:
        yield from _piece(token, said)
    elif token.lower_ == "it" and token.dep_ == "nsubj":
        yield from _pronoun(token, said)


def _definite(token: Token, named: list[Mention]) -> Iterator[tuple[Mention, Frame]]:
    antecedent = _nearest(token, named, _TAKES_UP[token.lower_])
    tokens = token.doc[token.i - 1 : token.i + 1]
    if antecedent is None or token.dep_ in ("poss", "compound"):
        return
    frame = find_frame(tokens)
    if frame is not None and (frame.cue.pos_ == "VERB" or frame.cue.lower_ in ("to", "according")):
        yield Mention(tokens, MentionKind.NAMED, antecedent.name, Reading.COMMON, True, antecedent.outlet_kind), frame


def _piece(token: Token, relays: list[Mention]) -> Iterator[tuple[Mention, Frame]]:
    """Take "the article says" for the outlet whose article was relayed shortly before."""
    verb = token.head
    if token.dep_ != "nsubj" or verb.lemma_.lower() not in _PIECE_VERBS:
        return
    before = [mention for mention in relays if mention.kind is MentionKind.NAMED and mention.tokens.end <= token.i]
    if not before:
        return
    gap = token.doc[before[-1].tokens.end : token.i]
    if sum(1 for t in gap if t.is_sent_start) > REACH:
        return
    frame = Frame(REPORT, verb, f"“The {token.text}” takes up what {before[-1].name} published.", beside=True)
    tokens = token.doc[token.i - 1 : token.i + 1]
    yield Mention(tokens, MentionKind.NAMED, before[-1].name, Reading.COMMON, True, before[-1].outlet_kind), frame


def _nearest(token: Token, named: list[Mention], kinds: set[OutletKind]) -> Mention | None:
    before = [mention for mention in named if mention.tokens.end <= token.i]
    fits = [mention for mention in before if mention.outlet_kind in kinds]
    if not fits:
        return None
    between = token.doc[fits[-1].tokens.end : token.i]
    return fits[-1] if sum(1 for t in between if t.is_sent_start) <= FAR else None


def _pronoun(token: Token, relays: list[Mention]) -> Iterator[tuple[Mention, Frame]]:
    """Take "it" for the outlet only when that is the last thing which spoke, in this paragraph or the one before."""
    verb = token.head
    if verb.lemma_ not in _PRONOUN_VERBS:
        return
    before = [mention for mention in relays if mention.tokens.end <= token.i]
    if not before or before[-1].kind is not MentionKind.NAMED:
        return
    antecedent = before[-1]
    gap = token.doc[antecedent.tokens.end : token.i]
    # A person who spoke in between cannot be "it".
    if sum(1 for t in gap if t.is_sent_start) > REACH or any(
        t.dep_ == "nsubj"
        and t.pos_ in ("PROPN", "NOUN")
        and t.ent_type_ != "PERSON"
        and t.lemma_.lower() not in words("person_nouns")
        and t.head.lemma_ in _PRONOUN_VERBS
        for t in gap
    ):
        return
    frame = Frame(REPORT, verb, f"“{token.text}” takes up {antecedent.name}.", beside=True)
    yield (
        Mention(
            token.doc[token.i : token.i + 1],
            MentionKind.NAMED,
            antecedent.name,
            Reading.SHORT,
            True,
            antecedent.outlet_kind,
        ),
        frame,
    )
