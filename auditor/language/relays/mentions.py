"""Places that may be relays: names of outlets and platforms, unnamed outlets ("local media"), and words for posts.

A mention is only a candidate; `frames` decides whether words came through it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from auditor.language.lexicon import words
from auditor.language.outlets import OutletKind, OutletName, Reading, load_outlets


class MentionKind(StrEnum):
    """How the outlet is mentioned."""

    NAMED = "named"
    PLATFORM = "platform"
    UNNAMED = "unnamed"
    POST = "post"


@dataclass(frozen=True, slots=True)
class Mention:
    """A candidate: the tokens that name the outlet, the platform or the post."""

    tokens: Tokens
    kind: MentionKind
    name: str
    reading: Reading = Reading.PLAIN
    known_before: bool = False
    outlet_kind: OutletKind = OutletKind.UNKNOWN

    @property
    def start(self) -> int:
        """Give the character offset of the first character."""
        return self.tokens.start_char

    @property
    def end(self) -> int:
        """Give the character offset after the last character."""
        return self.tokens.end_char


_TWEET = re.compile(r"re-?tweet(s|ed|ing)?|(live-?)?tweet(s|ed|ing|storm)?|subtweet(s|ed|ing)?", re.IGNORECASE)
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_QUOTES = frozenset({'"', "“", "”", "'", "‘", "’", "''", "``"})
_MEDIA_HEADS = frozenset(
    {"media", "press", "television", "tv", "radio", "newspaper", "outlet", "broadcaster", "daily", "tabloid"}
)
_SINGULAR_OUTLETS = frozenset(
    {"newspaper", "broadcaster", "outlet", "daily", "tabloid", "station", "channel", "website", "magazine"}
)
_STATE = frozenset({"state", "state-run", "state-owned", "state-controlled", "official", "government", "semi-official"})


def find_mentions(doc: Doc) -> tuple[Mention, ...]:
    """Find every candidate in text order; names win over unnamed outlets that overlap them."""
    named = _joined(doc, [mention for name in load_outlets().match(doc.text) for mention in _named(doc, name)])
    named = [*named, *_initials(doc, named)]
    taken = {token.i for mention in named for token in mention.tokens}
    others = [mention for mention in (*_unnamed(doc), *_posts(doc)) if not any(t.i in taken for t in mention.tokens)]
    return tuple(sorted([*named, *others], key=lambda mention: mention.start))


def _named(doc: Doc, name: OutletName) -> Iterator[Mention]:
    tokens = doc.char_span(name.start, name.end, alignment_mode="expand")
    if tokens is None or name.kind is OutletKind.JOURNAL or _is_lookalike(doc, tokens, name):
        return
    if _is_in_tag(doc.text, name.start):
        return
    kind = MentionKind.PLATFORM if name.kind is OutletKind.PLATFORM else MentionKind.NAMED
    yield Mention(_with_article(tokens), kind, name.name, name.reading, name.known_before, name.kind)


def _is_lookalike(doc: Doc, tokens: Tokens, name: OutletName) -> bool:
    """Tell whether a name found by its shape alone is something else: a known lookalike or a person."""
    if name.reading is not Reading.PATTERN:
        return False
    plain = re.sub(r"^the\s+", "", name.text.casefold())
    return plain in words("outlet_lookalikes") or all(token.ent_type_ == "PERSON" for token in tokens)


def _is_in_tag(text: str, start: int) -> bool:
    """Tell whether the place lies inside a tag such as that of an embedded post, where nothing is stated."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return line.rfind("<") > line.rfind(">")


def _with_article(tokens: Tokens) -> Tokens:
    """Take in a capital "The": it is part of the title as the text writes it."""
    doc, start = tokens.doc, tokens.start
    if start and doc[start - 1].text == "The":
        return doc[start - 1 : tokens.end]
    return tokens


def _joined(doc: Doc, mentions: list[Mention]) -> list[Mention]:
    """Join a network and its programme: "Radio Nord's Morning Bench" is one relay, not two."""
    joined: list[Mention] = []
    for mention in mentions:
        last = joined[-1] if joined else None
        if last is not None and last.tokens.end <= mention.tokens.start and _is_owner_of(doc, last, mention):
            joined[-1] = replace(last, tokens=doc[last.tokens.start : mention.tokens.end], name=mention.name)
        else:
            joined.append(mention)
    return [replace(mention, tokens=_with_programme(mention.tokens)) for mention in joined]


def _is_owner_of(doc: Doc, owner: Mention, owned: Mention) -> bool:
    between = [token.text for token in doc[owner.tokens.end : owned.tokens.start]]
    if owned.kind is not MentionKind.NAMED or owner.kind is not MentionKind.NAMED:
        return False
    plain = [text for text in between if text not in _QUOTES]
    return (
        bool(between)
        and (not plain or plain == [plain[0]] and plain[0] in _POSSESSIVE)
        and "\n" not in "".join(between)
    )


def _with_programme(tokens: Tokens) -> Tokens:
    """Take in "programme" or "show" after a possessive owner, as in "the BBC's Today programme"."""
    doc, end = tokens.doc, tokens.end
    is_owned = any(token.text in _POSSESSIVE for token in tokens)
    if is_owned and end < len(doc) and doc[end].lower_ in ("programme", "program", "show"):
        return doc[tokens.start : end + 1]
    return tokens


def _initials(doc: Doc, named: list[Mention]) -> Iterator[Mention]:
    """Find initials of an outlet that the text named in full before: "Fenland Broadcasting House … FBH said"."""
    made: dict[str, Mention] = {}
    for mention in named:
        capitals = "".join(token.text[0] for token in mention.tokens if token.text[0].isupper() and token.text != "The")
        if len(capitals) >= 3:
            made.setdefault(capitals, mention)
    taken = {token.i for mention in named for token in mention.tokens}
    for token in doc:
        full = made.get(token.text)
        if full is not None and token.i not in taken and token.idx > full.end:
            yield replace(full, tokens=doc[token.i : token.i + 1], known_before=True, reading=Reading.PLAIN)


def _unnamed(doc: Doc) -> Iterator[Mention]:
    for token in doc:
        lemma = (
            token.lower_.removesuffix("s")
            if token.lower_.endswith("ers") or token.lower_ == "outlets"
            else token.lower_
        )
        if token.lower_ in ("reports", "report", "reporting"):
            yield from _reports(token)
        elif lemma in _MEDIA_HEADS or token.lower_ in _SINGULAR_OUTLETS:
            yield from _media(token)
        elif token.lower_ == "agency" and token.i and doc[token.i - 1].lower_ == "news":
            yield from _media(token)


def _modifiers(token: Token) -> list[Token]:
    """Give the words of the noun phrase directly before its head, without the determiner."""
    found: list[Token] = []
    for left in reversed(list(token.doc[max(token.sent.start, token.i - 5) : token.i])):
        is_modifier = left.pos_ in ("ADJ", "NOUN", "PROPN") or left.tag_ in ("VBN", "JJ", "POS") or left.text == "-"
        if not is_modifier and left.lower_ not in words("unnamed_outlet_modifiers"):
            break
        found.insert(0, left)
    return found


def _media(token: Token) -> Iterator[Mention]:
    doc = token.doc
    following = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
    if (
        following in ("reports", "report", "reporting")
        or token.dep_ in ("compound", "poss")
        and following not in ("has", "have")
    ):
        return
    modifiers = _modifiers(token)
    if any(modifier.lower_ == "social" for modifier in modifiers):
        if token.lower_ == "media":
            yield Mention(doc[token.i - 1 : token.i + 1], MentionKind.PLATFORM, "social media")
        return
    fits = [
        modifier
        for modifier in modifiers
        if modifier.lower_ in words("unnamed_outlet_modifiers") or modifier.ent_type_ in ("NORP", "GPE")
    ]
    start = modifiers[0].i if modifiers else token.i
    singular = token.lower_ in _SINGULAR_OUTLETS or token.lower_ == "agency"
    if singular:
        determiner = doc[start - 1] if start and doc[start - 1].pos_ == "DET" else None
        start = determiner.i if determiner is not None else start
        if determiner is None and not fits:
            return
    elif not fits and token.lower_ not in ("media", "newspapers"):
        return
    tokens = doc[start : token.i + 1]
    yield Mention(tokens, MentionKind.UNNAMED, tokens.text)


_REPORT_MODIFIERS = words("unnamed_outlet_modifiers")


def _reports(token: Token) -> Iterator[Mention]:
    doc = token.doc
    modifiers = _modifiers(token)
    near = [modifier for modifier in modifiers if modifier.lower_ in _REPORT_MODIFIERS]
    if token.lower_ != "reports" and not (
        near
        and near[-1].lower_
        in ("media", "news", "press", "newspaper", "published", "investigative", "television", "tv", "radio")
    ):
        return
    if token.pos_ not in ("NOUN", "PROPN") or len(near) < len(modifiers) and modifiers:
        return
    start = near[0].i if near else token.i
    end = token.i + 1
    if (
        not near
        and end + 1 < len(doc)
        and doc[end].lower_ == "from"
        and any(t.lower_ in ("country", "region", "area", "city", "scene", "ground") for t in doc[end : end + 3])
    ):
        end = min(end + 3, token.sent.end)
    tokens = doc[start:end]
    yield Mention(tokens, MentionKind.UNNAMED, tokens.text)


def _posts(doc: Doc) -> Iterator[Mention]:
    for token in doc:
        if _TWEET.fullmatch(token.text) and not _is_in_tag(doc.text, token.idx):
            yield Mention(doc[token.i : token.i + 1], MentionKind.POST, token.lower_)
