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
    groups: dict[tuple[str, ...], list[Source]] = {}
    for source in independent:
        groups.setdefault(_voice(source), []).append(source)
    return tuple(tuple(group) for group in groups.values())


def _voice(source: Source) -> tuple[str, ...]:
    """Give the key under which sources count as one: the institution for its voices, otherwise the source itself."""
    if source.identity is Identity.NAMED_INSTITUTION:
        return ("institution", *_words(source.label))
    speaks = source.identity is Identity.UNNAMED_SPOKESPERSON or (
        source.identity is Identity.NAMED_PERSON and _SPEAKS_FOR.search(source.role or "") is not None
    )
    if speaks and source.affiliation:
        return ("institution", *_words(source.affiliation))
    return ("source", source.id)


def _words(name: str) -> tuple[str, ...]:
    found = re.findall(r"\w+", name.casefold())
    return tuple(sorted({word for word in found if word not in _SMALL_WORDS}))
