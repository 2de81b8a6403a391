"""Whether an outlet is the article's own publisher, by metadata, address, by-line, credit lines or the file's name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from spacy.tokens import Doc

from auditor.language.annotations import Certainty
from auditor.language.outlets import Outlet, OutletKind, Outlets
from auditor.language.relays.candidates import Mention
from auditor.text import Article


@dataclass(frozen=True, slots=True)
class Publisher:
    """The article's publisher as far as it is known.

    Attributes:
        names: its names in lower case, without the article.
        why: what says so, as a sentence.
        certainty: how sure that is.
    """

    names: frozenset[str] = frozenset()
    why: str = ""
    certainty: Certainty = Certainty.FIRM


_DATELINE = re.compile(r"^[A-Z][A-Za-z .,'’/-]{2,60}?\s*\(([A-Z][\w .&-]{1,40})\)\s*[-–—:]", re.MULTILINE)
_CREDIT = re.compile(
    r"^\s*(?:©|\(c\)|Copyright)\s*(?:\d{4}\s+)?(?:by\s+)?(?:the\s+)?([A-Z][\w .&'’-]{1,40}?)\s*(?:\d{4}|[.,]|$)",
    re.MULTILINE | re.IGNORECASE,
)
_BYLINE = re.compile(r"^\s*[Bb]y\s+[A-Z][^\n]{2,60}?(?:,|\||/|-|–)\s*(?:the\s+)?([A-Z][\w .&'’-]{1,40})$", re.MULTILINE)
_OWN_STAFF = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Tt]wo|[Tt]hree) ([A-Z][A-Za-z]{1,20}(?: [A-Z][a-z]+)?) "
    r"(?:witness|correspondent|reporter|journalist|photographer|team)(?:e?s)? "
)


def find_publisher(article: Article, outlets: Outlets) -> Publisher:
    """Find out who published the article, the surest witness first."""
    metadata = article.metadata
    if metadata.publisher:
        return _publisher(metadata.publisher, outlets, f"The article's publisher is given as {metadata.publisher}.")
    if metadata.url:
        host = (urlsplit(metadata.url).hostname or "").removeprefix("www.")
        if host:
            return _publisher(host, outlets, f"The article's address is at {host}.")
    for text, pattern, what in (
        (f"By {metadata.byline}" if metadata.byline else "", _BYLINE, "by-line"),
        (article.text[:2000], _DATELINE, "dateline"),
        (article.text[:600], _BYLINE, "by-line"),
        (article.text[-1500:], _CREDIT, "credit line"),
        (article.text, _OWN_STAFF, "mention of its own reporters"),
    ):
        match = pattern.search(text)
        outlet = outlets.named(match.group(1)) if match else None
        if outlet is not None and (pattern is not _OWN_STAFF or outlet.kind is OutletKind.AGENCY):
            certainty = Certainty.LIKELY if pattern is _OWN_STAFF else Certainty.FIRM
            return _publisher(outlet.name, outlets, f"The {what} names {outlet.name}.", certainty)
    return _from_file_name(article.id, outlets)


def of_house(names: Iterable[str], outlets: Outlets) -> Publisher:
    """Give the outlets that the settings name as the newsroom's own."""
    forms = [_publisher(name, outlets, "").names for name in names]
    return Publisher(frozenset().union(*forms), "The settings name it as an outlet of the house.")


def only_agency(doc: Doc, mentions: list[Mention], outlets: Outlets) -> Publisher:
    """Guess the publisher where nothing names it: an agency told without introduction, and no other outlet relayed.

    Other publishers introduce an agency ("told the Reuters news agency") or cite more than one outlet; agency copy does
    neither. A weak hint, and marked so.
    """
    names = {mention.name for mention in mentions}
    outlet = outlets.named(next(iter(names))) if len(names) == 1 else None
    if outlet is None or outlet.kind is not OutletKind.AGENCY:
        return Publisher()
    introduced = [
        m for m in mentions if doc[m.tokens.end : m.tokens.end + 2].text.startswith(("news", "agency", "wire"))
    ]
    told = [m for m in mentions if m.tokens.start and doc[m.tokens.start - 1].lemma_ in ("tell", "the", "The")]
    if introduced or not told:
        return Publisher()
    why = f"{outlet.name} is the only outlet here and is not introduced, as in its own copy."
    return _publisher(outlet.name, outlets, why, Certainty.POSSIBLE)


def is_own(name: str, publisher: Publisher, outlets: Outlets) -> bool:
    """Tell whether an outlet of this name is the publisher or one of its programmes."""
    if not publisher.names:
        return False
    plain = _plain(name)
    if plain in publisher.names:
        return True
    outlet = outlets.named(name)
    return outlet is not None and bool({_plain(outlet.name), _plain(outlet.owner)} & publisher.names - {""})


def _publisher(name: str, outlets: Outlets, why: str, certainty: Certainty = Certainty.FIRM) -> Publisher:
    outlet = outlets.named(name) or outlets.at_domain(name)
    names = {_plain(name), *([_plain(outlet.name), outlet.domain, *outlets.shorts_of(outlet)] if outlet else [])}
    return Publisher(frozenset(names - {""}), why, certainty)


def _from_file_name(name: str, outlets: Outlets) -> Publisher:
    """Read the first part of the file's name or folder as an outlet: archives are often kept so. A weak hint."""
    first = re.split(r"[/_\s]", name.strip("/"), maxsplit=1)[0]
    if not first or first == name:
        return Publisher()
    outlet = outlets.named(first.replace("-", " ")) or outlets.abbreviated(first)
    if outlet is None:
        return Publisher()
    return _publisher(outlet.name, outlets, f"The file's name begins with “{first}”.", Certainty.LIKELY)


def _plain(name: str) -> str:
    return re.sub(r"^the\s+", "", name.strip().casefold())


def describe(outlet: Outlet | None) -> str:
    """Say what the gazetteer knows of an outlet, as a sentence; empty when it knows nothing."""
    return f"{outlet.name} is in the list of outlets ({outlet.kind.value})." if outlet is not None else ""
