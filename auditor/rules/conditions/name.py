"""Conditions about names: where a spelling stands, how a person is introduced, under which names a body goes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.findings import Evidence
from auditor.language.annotations import Identity, Name, Source, Spelling
from auditor.language.given_names import is_given_name
from auditor.rules.conditions.condition import Match
from auditor.rules.context import Context
from auditor.rules.wordlists import listed
from auditor.text import Span, ZoneKind

_APART = frozenset({ZoneKind.HEADLINE, ZoneKind.STANDFIRST, ZoneKind.CAPTION})
FORMS_OF_ADDRESS = frozenset("mr mr. mrs mrs. ms ms. miss mx sir lady lord dame".split())
_CHANGE = re.compile(
    r"\b(?:former(?:ly)?|then|now|acting|became|becomes?|become|appointed|elected|promoted|named|succeeded"
    r"|replac\w+|resign\w+|ex-|later"
    r"|previously|outgoing|incoming|interim|ago|last year|turned|birthday|took office|until|since)\b",
    re.IGNORECASE,
)
_DESCRIBING = frozenset({"appos", "relcl", "acl"})
_TITLED = re.compile(r"(?:[a-z]{3,}|\b[A-Z]{2,}|[A-Z][a-z]+\.|’s|'s)$")
_DESCRIPTION = re.compile(
    r"(?:’s|'s)?\s*(?:\(|[–—]|,\s*(?:who|whose|\d{2}\b|an?\s|[a-z]+ing\b|of\b|from\b)"
    r"|(?:is|was|has been|of|from|at|works|worked|runs|leads|heads|lives)\b)"
)
_SPEAKING = re.compile(
    r"\b(?:said|says|say|told|asked|added|according to|and|but|that|with|for|from|by|to|of|as|in|on|when|while|because"
    r"|if|where|than|wrote|noted|claimed|denied|argued|warned|insisted|replied|called|after|before)\s*,?\s*$",
    re.IGNORECASE,
)
_AGE_AFTER = re.compile(r",\s+(\d{2})(?=,|\s+and\b|\.)")
_AGE_BEFORE = re.compile(r"\b(\d{2})-year-old\s+(?:\w+\s+){0,2}$")


def one_spelling_stands_apart(subject: Name, context: Context) -> Match:
    """One of the spellings stands only in quotations, captions or the headline, where others chose it."""
    body: list[Spelling] = []
    apart: list[Spelling] = []
    for spelling in subject.spellings:
        inside = [place for place in spelling.places if _stands_apart(place, context)]
        (apart if len(inside) == len(spelling.places) else body).append(spelling)
    return bool(apart) and len(body) == 1


def _stands_apart(place: Span, context: Context) -> bool:
    paragraph = context.article.paragraph_at(place.start)
    return context.is_quoted(place) or (paragraph is not None and paragraph.zone in _APART)


def nothing_introduces_the_person(subject: Source, context: Context) -> Match:
    """Neither a title before the name nor a description after it says who this person is."""
    parts = subject.label.split()
    if not 2 <= len(parts) <= 3 or not is_given_name(parts[0]) or subject.affiliation:
        return False
    if subject.role and subject.role.casefold() not in FORMS_OF_ADDRESS:
        return False
    places = list(_places_of(parts[-1], context))
    prominent = any(_stands_apart(place, context) and not context.is_quoted(place) for place in places)
    return bool(places) and not prominent and not any(_introduced(place, parts, context) for place in places)


def _introduced(place: Span, parts: list[str], context: Context) -> bool:
    """Tell whether words beside the name say who it is: a title before it, or a description after it."""
    text = context.article.text
    before = text[max(0, place.start - 60) : place.start]
    for part in reversed(parts[:-1]):
        before = before.rstrip().removesuffix(part).rstrip()
    # A dash before the name signs words in a list of voices.
    if before.endswith(("―", "—", "–")):
        return True
    if _TITLED.search(before.rstrip(" ,")) and not _SPEAKING.search(before):
        return True
    if any(child.dep_ in _DESCRIBING for token in context.tokens(place) for child in token.children):
        return True
    return _DESCRIPTION.match(text, place.end) is not None


def surname_comes_first(subject: Source, context: Context) -> Match:
    """The person is first cited by the surname alone, and the full name comes later."""
    parts = [part for part in subject.label.split() if part.casefold() not in FORMS_OF_ADDRESS]
    if not 2 <= len(parts) <= 3 or not is_given_name(parts[0]) or not subject.mentions:
        return False
    first = next((place for place in subject.mentions if not _stands_apart(place, context)), None)
    if first is None or parts[-1] not in first.text or parts[0] in first.text or " " in first.text:
        return False
    full = [place.start for place in _places_of(parts[0], context) if _names_in_full(place, parts, context)]
    return (Evidence("mention", first),) if full and min(full) > first.start else False


def _names_in_full(place: Span, parts: list[str], context: Context) -> bool:
    return parts[-1] in context.article.text[place.start : place.end + 40].split("\n")[0]


def two_ages(subject: Source, context: Context) -> Match:
    """The article gives two ages for this person."""
    return _differing(list(_ages(subject, context)))


def two_ranks(subject: Source, context: Context) -> Match:
    """The article gives this person two ranks, with no word of a change."""
    found = list(_ranks(subject, context))
    if _differing(found) is False:
        return False
    around = [context.sentences_around(place, before=1, after=1) for _, place in found]
    texts = [context.article.text[part[0].start : part[-1].end] for part in around if part]
    return False if any(_CHANGE.search(text) for text in texts) else _differing(found)


def _differing(found: list[tuple[str, Span]]) -> Match:
    """Give the first places that disagree, false when all say the same."""
    first: dict[str, Span] = {}
    for said, place in found:
        first.setdefault(said, place)
    return tuple(Evidence("mention", place) for place in first.values()) if len(first) > 1 else False


def _ages(subject: Source, context: Context) -> Iterator[tuple[str, Span]]:
    for place in _own_places(subject, context):
        after = _AGE_AFTER.match(context.article.text, place.end)
        before = _AGE_BEFORE.search(context.article.text[max(0, place.start - 40) : place.start])
        for match in (after, before):
            if match:
                yield match.group(1), place


def _ranks(subject: Source, context: Context) -> Iterator[tuple[str, Span]]:
    """Give each rank of a ladder ("deputy mayor", "mayor") that stands right before the name."""
    for place in _own_places(subject, context):
        before = context.article.text[max(0, place.start - 60) : place.start].casefold().rstrip(" ,")
        for rank in listed("ranks"):
            match = re.search(rf"\b((?:deputy|vice|assistant|junior|acting|former)[ -])?{rank}(?: [a-z]+)?$", before)
            if match:
                yield f"{match.group(1) or ''}{rank}".replace("-", " "), place


def _own_places(subject: Source, context: Context) -> Iterator[Span]:
    """Give the places of a person's name; none where somebody else of that surname is named too."""
    parts = subject.label.split()
    if subject.identity is not Identity.NAMED_PERSON or not parts:
        return
    full = re.compile(rf"\b(?:{re.escape(parts[0])}\s+)?{re.escape(parts[-1])}\b")
    others = re.compile(rf"\b([A-Z][\w’'-]+)\s+{re.escape(parts[-1])}\b")
    firsts = {match.group(1).casefold() for match in others.finditer(context.article.text)} - FORMS_OF_ADDRESS
    firsts -= {rank.split()[-1] for rank in listed("ranks")}
    if len(firsts | ({parts[0].casefold()} if len(parts) > 1 else set())) > 1:
        return
    for match in full.finditer(context.article.text):
        span = context.article.span(*match.span())
        if not context.is_quoted(span):
            yield span


def _places_of(word: str, context: Context) -> Iterator[Span]:
    for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", context.article.text):
        yield context.article.span(*match.span())


def another_source_is_the_same_body(subject: Source, context: Context) -> Match:
    """Another source of the article has a name made of the same words, or of its initials."""
    if subject.identity is not Identity.NAMED_INSTITUTION:
        return False
    mine = _body_words(subject.label)
    for other in context.annotations.sources:
        if (
            other.id == subject.id
            or other.identity is not Identity.NAMED_INSTITUTION
            or other.id not in context.by_source
        ):
            continue
        if not other.mentions or not subject.mentions or other.mentions[0].start > subject.mentions[0].start:
            continue
        theirs = _body_words(other.label)
        # The short form after the full one is how English writes; before it, the reader does not know it yet.
        if (len(mine) >= 2 and mine == theirs) or _initials(subject.label) == other.label.removeprefix("the "):
            return (Evidence("mention", other.mentions[0]),)
    return False


def _body_words(label: str) -> frozenset[str]:
    words = re.findall(r"[\w&]+", label.casefold())
    return frozenset(word for word in words if word not in ("the", "of", "for", "and", "a", "s"))


def _initials(label: str) -> str:
    found = re.findall(r"\b([A-Z])\w+", label)
    return "".join(found) if len(found) >= 3 else ""


CONDITIONS = (
    one_spelling_stands_apart,
    nothing_introduces_the_person,
    surname_comes_first,
    two_ages,
    two_ranks,
    another_source_is_the_same_body,
)
