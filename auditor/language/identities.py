"""Sources as the audit document lists them: identity, certainty, disclosure about anonymity, the entry itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from auditor.text import Span


class Certainty(StrEnum):
    """How sure the reading of an annotation is; `firm` is the surest."""

    FIRM = "firm"
    LIKELY = "likely"
    POSSIBLE = "possible"


class Identity(StrEnum):
    """What kind of source it is. The four `unnamed-individual … unnamed-collective` are people nobody names."""

    NAMED_PERSON = "named-person"
    NAMED_INSTITUTION = "named-institution"
    NAMED_DOCUMENT = "named-document"
    OUTLET = "outlet"
    OWN_OUTLET = "own-outlet"
    SOCIAL_ACCOUNT = "social-account"
    POLL_NAMED = "poll-named"
    REPORTER = "reporter"
    UNNAMED_INDIVIDUAL = "unnamed-individual"
    UNNAMED_GROUP = "unnamed-group"
    UNNAMED_SPOKESPERSON = "unnamed-spokesperson"
    UNNAMED_COLLECTIVE = "unnamed-collective"
    DOCUMENT_UNNAMED = "document-unnamed"
    NONE = "none"

    @property
    def is_unnamed_people(self) -> bool:
        """Tell whether these are people whom the article never names."""
        return self in _UNNAMED_PEOPLE


_UNNAMED_PEOPLE = frozenset(
    {
        Identity.UNNAMED_INDIVIDUAL,
        Identity.UNNAMED_GROUP,
        Identity.UNNAMED_SPOKESPERSON,
        Identity.UNNAMED_COLLECTIVE,
    }
)


class ReasonKind(StrEnum):
    """The reason given for anonymity: one particular to this source, a stock formula, or none."""

    SPECIFIC = "specific"
    STOCK = "stock"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Anonymity:
    """What the article discloses about an unnamed source.

    Attributes:
        reason: whether and how the article says why the source is not named.
        reason_span: the words that give the reason.
        formula: the words that state anonymity ("on condition of anonymity").
        basis: the words that say how the source knows.
        terms: the words that state terms of use ("on background").
    """

    reason: ReasonKind = ReasonKind.NONE
    reason_span: Span | None = None
    formula: Span | None = None
    basis: Span | None = None
    terms: Span | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One entry of the source ledger, with all its mentions.

    Attributes:
        label: the fullest way in which the article names or describes the source.
        identity: what kind of source it is.
        evidence: why it was given this identity and these mentions, in sentences.
        mentions: every place where it is used as a source, in text order.
        attributions: number of attributions with `sourcing` true.
        quoted_words: number of its words inside quotation marks.
        role: its title, role or description, or null.
        affiliation: the organisation it belongs to, or null.
        people: least and greatest number of people it can be, (1, 1) for one person; the greatest is null
            where the text sets no bound; null when not people.
        anonymity: what is disclosed, for unnamed people; null otherwise.
    """

    id: str
    label: str
    identity: Identity
    certainty: Certainty
    evidence: tuple[str, ...]
    mentions: tuple[Span, ...]
    attributions: int = 0
    quoted_words: int = 0
    role: str | None = None
    affiliation: str | None = None
    people: tuple[int, int | None] | None = None
    anonymity: Anonymity | None = None
