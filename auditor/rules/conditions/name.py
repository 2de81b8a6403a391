"""Conditions about names: where a spelling stands, how a person is introduced, under which names a body goes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from auditor.findings import Evidence
from auditor.language.annotations import Identity, Name, Source, Spelling
from auditor.language.given_names import is_given_name
from auditor.rules.conditions.condition import Match
from auditor.rules.context import Context
from auditor.rules.wordlists import entries
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
    r"\b(?:said|says|say|told|asked|added|according to|and|but|that|with|for|from|by|to|of|as|in|on|when|while"
    r"|because"
    r"|if|where|than|wrote|noted|claimed|denied|argued|warned|insisted|replied|called|after|before)\s*,?\s*$",
    re.IGNORECASE,
)
_FIRST_NAME = re.compile(r"(?<![\w’'-])([A-Z][\w’'-]+)\s+\Z")
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
    if any(len(mention.text.split()) > len(parts) for mention in subject.mentions):
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
    return _differing(_ages(subject, context))


def two_ranks(subject: Source, context: Context) -> Match:
    """The article gives this person a rank and the one below it, with no word of a change."""
    found = list(_ranks(subject, context))
    if len({below for below, _, _ in found}) < 2:
        return False
    around = [context.sentences_around(place, before=1, after=1) for _, _, place in found]
    texts = (context.article.text[part[0].start : part[-1].end] for part in around if part)
    if any(_CHANGE.search(text) for text in texts):
        return False
    by_rank = (
        [(below, place) for below, rank, place in found if rank == one] for one in {rank for _, rank, _ in found}
    )
    return next((match for one in by_rank if (match := _differing(one))), False)


def _differing(found: Iterable[tuple[str, Span]]) -> Match:
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


def _ranks(subject: Source, context: Context) -> Iterator[tuple[str, str, Span]]:
    """Give what stands before a rank ("deputy" or nothing), the rank, and the name it stands before."""
    for place in _own_places(subject, context):
        match = _rank_before().search(context.article.text[max(0, place.start - 60) : place.start])
        if match:
            yield (match.group(1) or "").casefold(), match.group(2).casefold(), place


@cache
def _rank_before() -> re.Pattern[str]:
    ranks = "|".join(sorted(map(re.escape, entries("ranks")), key=len, reverse=True))
    return re.compile(rf"\b(?:(deputy|vice|assistant|junior)[ -])?({ranks})(?: [a-z]+)?[ ,]*$", re.IGNORECASE)


@cache
def _titles() -> frozenset[str]:
    """Give the capitalised words before a surname that are no first name."""
    return FORMS_OF_ADDRESS | {rank.split()[-1] for rank in entries("ranks")}


def _own_places(subject: Source, context: Context) -> tuple[Span, ...]:
    """Give the places of a person's name; none where somebody else of that surname is named too."""
    *given, surname = subject.label.split() or [""]
    places = tuple(_places_of(surname, context)) if surname else ()
    if len(places) < 2:
        return ()
    before = [_FIRST_NAME.search(context.article.text, max(0, place.start - 25), place.start) for place in places]
    firsts = {match.group(1) for match in before if match and match.group(1).casefold() not in _titles()}
    if len(firsts | {name for name in given[-1:] if name.casefold() not in _titles()}) > 1:
        return ()
    wider = (
        context.article.span(match.start(1), place.end) if match and match.group(1) in firsts else place
        for match, place in zip(before, places, strict=True)
    )
    return tuple(place for place in wider if not context.is_quoted(place))


def _places_of(word: str, context: Context) -> Iterator[Span]:
    """Give the places of a word as a whole word."""
    text = context.article.text
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
            yield context.article.span(start, end)
        start = text.find(word, end)


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
