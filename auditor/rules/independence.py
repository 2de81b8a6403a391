"""Which sources count as independent of one another.

An institution and the people who speak for it are one source. Unnamed documents, relays (outlets, accounts on social
media) and open-ended collectives ("critics") never add a second source; they are the single source only where there
is no other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor.language.annotations import Identity, Source

# The own outlet and the reporter are first-hand and count; the outlets of others only pass words on.
_INDEPENDENT = frozenset(
    {
        Identity.NAMED_PERSON,
        Identity.NAMED_INSTITUTION,
        Identity.NAMED_DOCUMENT,
        Identity.POLL_NAMED,
        Identity.OWN_OUTLET,
        Identity.REPORTER,
        Identity.UNNAMED_INDIVIDUAL,
        Identity.UNNAMED_GROUP,
        Identity.UNNAMED_SPOKESPERSON,
    }
)
_DEPENDENT = frozenset(
    {Identity.OUTLET, Identity.SOCIAL_ACCOUNT, Identity.DOCUMENT_UNNAMED, Identity.UNNAMED_COLLECTIVE}
)
_SPEAKS_FOR = re.compile(r"\b(?:spokes\w+|press (?:secretary|officer|office)|communications)\b", re.IGNORECASE)
_SMALL_WORDS = frozenset({"a", "an", "the", "of", "for", "at", "in", "and", "its", "his", "her", "their", "s"})


def independent_groups(sources: Sequence[Source]) -> tuple[tuple[Source, ...], ...]:
    """Group sources that count as one, in the order of their first member.

    Args:
        sources: the sources that carry at least one attribution.
    """
    independent = [source for source in sources if source.identity in _INDEPENDENT]
    if not independent:
        others = [source for source in sources if source.identity in _DEPENDENT]
        return tuple((source,) for source in others)
    institutions = [_words(source.label) for source in independent if source.identity is Identity.NAMED_INSTITUTION]
    groups: dict[frozenset[str] | str, list[Source]] = {}
    for source in independent:
        groups.setdefault(_voice(source, institutions), []).append(source)
    return tuple(tuple(group) for group in groups.values())


def _voice(source: Source, institutions: Sequence[frozenset[str]]) -> frozenset[str] | str:
    """Give the key under which sources count as one: the institution for its voices, otherwise the source itself."""
    if source.identity is Identity.NAMED_INSTITUTION:
        return _words(source.label)
    if not _speaks_for_others(source):
        return source.id
    described = _words(" ".join((source.label, source.role or "", source.affiliation or "")))
    known = next((words for words in institutions if words and words <= described), None)
    return known or _words(source.affiliation or "") or source.id


def _speaks_for_others(source: Source) -> bool:
    if source.identity is Identity.NAMED_PERSON:
        return _SPEAKS_FOR.search(source.role or "") is not None
    return source.identity is Identity.UNNAMED_SPOKESPERSON


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", name.casefold())) - _SMALL_WORDS
