"""Places that may be relays: names of outlets and platforms, unnamed outlets ("local media"), and words for posts.

A mention is only a candidate; `frames` decides whether words came through it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from auditor.language.characters import text_of
from auditor.language.given_names import is_given_name
from auditor.language.house_outlets import outlets_of
from auditor.language.lexicon import words
from auditor.language.outlets import OutletKind, OutletName, Reading
from auditor.language.relays.candidates import Mention, MentionKind
from auditor.language.relays.frame import is_time
from auditor.language.relays.unlisted import unlisted_names
from auditor.language.relays.unnamed import is_of_place, unnamed_outlets

_TWEET = re.compile(r"re-?tweet(s|ed|ing)?|(live-?)?tweet(s|ed|ing|storm)?|subtweet(s|ed|ing)?", re.IGNORECASE)
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_QUOTES = frozenset({'"', "“", "”", "'", "‘", "’", "''", "``"})


def find_mentions(doc: Doc) -> tuple[Mention, ...]:
    """Find every candidate in text order; names win over unnamed outlets that overlap them."""
    named = _joined(doc, [mention for name in outlets_of(doc).match(text_of(doc)) for mention in _named(doc, name)])
    named = [*named, *_initials(doc, named)]
    firm = _tokens(m for m in named if m.reading in (Reading.PLAIN, Reading.PATTERN))
    unlisted = [mention for mention in unlisted_names(doc) if not _overlaps(mention, firm)]
    found = _tokens(unlisted)
    named = [*(mention for mention in named if not _overlaps(mention, found)), *unlisted]
    strong = _tokens(mention for mention in named if mention.reading is not Reading.QUALIFIED)
    unnamed = [mention for mention in _apart(unnamed_outlets(doc)) if not _overlaps(mention, strong)]
    taken = _tokens(unnamed)
    named = [mention for mention in named if not _overlaps(mention, taken)]
    taken = _tokens(named)
    posts = [mention for mention in _posts(doc) if not _overlaps(mention, taken)]
    return tuple(sorted([*named, *unnamed, *posts], key=lambda mention: mention.start))


def _apart(mentions: Iterable[Mention]) -> list[Mention]:
    """Leave out what lies inside a phrase that began before."""
    kept: list[Mention] = []
    for mention in mentions:
        if not kept or mention.tokens.start >= kept[-1].tokens.end:
            kept.append(mention)
    return kept


def _tokens(mentions: Iterable[Mention]) -> frozenset[int]:
    return frozenset(token.i for mention in mentions for token in mention.tokens)


def _overlaps(mention: Mention, taken: frozenset[int]) -> bool:
    return any(token.i in taken for token in mention.tokens)


def _named(doc: Doc, name: OutletName) -> Iterator[Mention]:
    tokens = doc.char_span(name.start, name.end, alignment_mode="expand")
    if tokens is None or name.kind is OutletKind.JOURNAL or _is_lookalike(doc, tokens, name):
        return
    if _is_surname(tokens) or _is_initials_of_another(doc, tokens, name.name):
        return
    if (
        _is_in_tag(text_of(doc), name.start)
        or text_of(doc)[name.start - 1 : name.start] + text_of(doc)[name.end : name.end + 1] == "()"
    ):
        # A name alone in brackets is a credit or a dateline.
        return
    kind = MentionKind.PLATFORM if name.kind is OutletKind.PLATFORM else MentionKind.NAMED
    yield Mention(_with_article(tokens), kind, name.name, name.reading, name.known_before, name.kind)


def _is_lookalike(doc: Doc, tokens: Tokens, name: OutletName) -> bool:
    """Tell whether a name found by its shape alone is something else: a known lookalike or a person."""
    if name.reading is not Reading.PATTERN:
        return False
    plain = re.sub(r"^the\s+", "", name.text.casefold())
    if plain in words("outlet_lookalikes") | words("unnamed_outlet_modifiers") or any(
        token.pos_ in ("VERB", "AUX", "PRON") for token in tokens[:-1]
    ):
        return True
    opened = tokens[0].text in words("outlet_name_openers")
    people = not opened and (is_given_name(tokens[0].text) or all(token.ent_type_ == "PERSON" for token in tokens))
    # "The Italian newspaper" says where a paper is from, not what it is called.
    described = all(token.pos_ in ("ADJ", "DET") or is_of_place(token) for token in tokens)
    # "Mayor Don Guardian": a title before a given name.
    titled = any(token.lower_ in words("person_nouns") and is_given_name(token.nbor(1).text) for token in tokens[:-1])
    return people or described or titled or tokens.text.endswith("-language")


def _is_surname(tokens: Tokens) -> bool:
    """Tell whether a name of one word only ends a longer name: "Commander Haji Zaman", "Bain Capital"."""
    doc, start = tokens.doc, tokens.start
    if len(tokens) > 1 or not start or doc[start].is_upper:
        return False
    before = doc[start - 1]
    part = before.pos_ == "PROPN" and before.dep_ in ("compound", "nmod") and before.head.i == start
    known = is_of_place(before) or before.is_upper or is_time(before) or before.lower_ in words("outlet_nouns")
    return part and before.is_title and not known


def _is_initials_of_another(doc: Doc, tokens: Tokens, name: str) -> bool:
    """Tell whether the text gives these initials to another body: "the Allied Fire Police (AFP)"."""
    initials = tokens.text.removeprefix("The ")
    if not initials.isupper() or not 2 <= len(initials) <= 5:
        return False
    full = r"\s+(?:(?:of|the|and|for|de)\s+)*".join(rf"({letter}[\w'’-]+)" for letter in initials)
    match = re.search(rf"\b{full}\s+\({initials}\)", text_of(doc))
    outlet = outlets_of(doc).named(match[0].partition("(")[0]) if match else None
    return match is not None and (outlet is None or outlet.name != name)


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
            tokens = doc[last.tokens.start : mention.tokens.end]
            joined[-1] = replace(last, tokens=tokens, name=mention.name, outlet_kind=mention.outlet_kind)
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
        and (not plain or (plain == [plain[0]] and plain[0] in _POSSESSIVE))
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


def _posts(doc: Doc) -> Iterator[Mention]:
    for token in doc:
        if (_TWEET.fullmatch(token.text) or token.lower_ in ("posted", "posting", "reposted")) and not _is_in_tag(
            text_of(doc), token.idx
        ):
            yield Mention(doc[token.i : token.i + 1], MentionKind.POST, token.lower_)
