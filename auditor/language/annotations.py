"""What the language layer finds in an article: frozen values, the very shapes that the audit document publishes.

Enum values are the strings of the audit document. Identities and figure statuses are spelled with hyphens, relay
kinds with underscores. No value here decides whether anything is a finding.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from auditor.language.identities import Anonymity, Certainty, Identity, ReasonKind, Source
from auditor.text import Span, ZoneKind

__all__ = [
    "Alteration",
    "AlterationKind",
    "Annotations",
    "Anonymity",
    "Attribution",
    "AttributionKind",
    "Certainty",
    "Channel",
    "Figure",
    "FigureStatus",
    "Identity",
    "Marks",
    "Name",
    "Quotation",
    "QuotationKind",
    "ReasonKind",
    "Relay",
    "RelayKind",
    "Source",
    "Spelling",
    "Value",
]


class Marks(StrEnum):
    """The quotation marks of a quotation; `block` for a block quotation without marks."""

    DOUBLE = "double"
    SINGLE = "single"
    TYPEWRITER = "typewriter"
    BLOCK = "block"


class QuotationKind(StrEnum):
    """`speech`: somebody's words; `scare`: a word held at arm's length, a title or a term."""

    SPEECH = "speech"
    SCARE = "scare"


class AlterationKind(StrEnum):
    """How a quotation was changed visibly."""

    INSERTION = "insertion"
    ELLIPSIS = "ellipsis"


@dataclass(frozen=True, slots=True)
class Alteration:
    """A visible change inside a quotation, such as "[in Iran's view]" or an ellipsis."""

    kind: AlterationKind
    span: Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks.

    Attributes:
        span: from the opening mark to the closing one, both included.
        closed: false when the closing mark is missing (the span then ends with its paragraph).
        attribution_id: the attribution whose cue governs these words, or null.
        words: number of words between the marks.
        nested: true when the quotation lies inside another one.
    """

    id: str
    span: Span
    marks: Marks
    kind: QuotationKind
    closed: bool = True
    nested: bool = False
    words: int = 0
    attribution_id: str | None = None
    alterations: tuple[Alteration, ...] = ()


class AttributionKind(StrEnum):
    """Whether the content is quoted wholly, not at all, or in part."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Channel(StrEnum):
    """The way by which the words reached the article."""

    STATEMENT = "statement"
    INTERVIEW = "interview"
    DOCUMENT = "document"
    POLL = "poll"
    SOCIAL = "social"
    COURT = "court"
    PRESS_REPORT = "press-report"
    DECLINED_COMMENT = "declined-comment"
    BELIEF = "belief"
    SPEECH = "speech"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said what: a source, the cue that attributes, and the content.

    Attributes:
        source: the source phrase as it stands here (may be a pronoun), or null when none is given.
        source_id: the entry of the ledger it belongs to, or null.
        cue: the attributing words; may be split.
        cue_lemma: the base form of the cue's head, lower case; empty for punctuation.
        content: what is attributed; may be split.
        sourcing: false where the article does not use it as a source.
        not_sourcing_because: why `sourcing` is false, in words; empty otherwise.
        paragraph: index of the paragraph that holds the cue.
    """

    id: str
    kind: AttributionKind
    channel: Channel
    source: Span | None
    source_id: str | None
    cue: tuple[Span, ...]
    cue_lemma: str
    content: tuple[Span, ...]
    certainty: Certainty
    paragraph: int
    zone: ZoneKind
    sourcing: bool = True
    not_sourcing_because: str = ""
    probability: float = 1.0

    @property
    def anchor(self) -> int:
        """Give the character offset where the attribution is stated: its cue, else its source, else its content."""
        spans = self.cue or ((self.source,) if self.source else self.content)
        return spans[0].start


class FigureStatus(StrEnum):
    """What a figure rests on."""

    HEDGED = "hedged"
    UNNAMED_SOURCE = "unnamed-source"
    ATTRIBUTED = "attributed"
    UNATTRIBUTED = "unattributed"
    VERIFIED = "verified"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Value:
    """The normalised value of a figure; `low` equals `high` unless the text gives a range. Null where it is open."""

    low: float | None
    high: float | None
    unit: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity.

    Attributes:
        span: the numeric expression with its unit or counted noun.
        status: what it rests on.
        hedge: the words that hedge it, or null.
        hedge_kind: the class of the hedge ("open-bound", "estimate", "report", …); empty without one.
        attribution_id: the attribution whose content holds it, or null.
        evidence: why it was given this status, in sentences.
    """

    id: str
    span: Span
    value: Value
    status: FigureStatus
    certainty: Certainty
    hedge: Span | None = None
    hedge_kind: str = ""
    attribution_id: str | None = None
    evidence: tuple[str, ...] = ()


class RelayKind(StrEnum):
    """How words came through another outlet or a platform."""

    OUTLET_REPORT = "outlet_report"
    OUTLET_INTERVIEW = "outlet_interview"
    OWN_OUTLET = "own_outlet"
    SOCIAL = "social"


@dataclass(frozen=True, slots=True)
class Relay:
    """A place that states that words or information came through an outlet, a broadcast or a platform.

    Attributes:
        span: the outlet's or platform's name, or the verb or phrase where none is named.
        outlet: the name in its usual form, or the words of the text for an unnamed outlet.
        unnamed_outlet: true for "local media", "media reports" and the like.
        attribution_id: the attribution that the relay carries, or null.
        chain: the hops from the source to this article, first hop first, in words of the text.
        cue: the words that state the relaying ("told", "according to").
    """

    id: str
    span: Span
    outlet: str
    kind: RelayKind
    certainty: Certainty
    unnamed_outlet: bool = False
    attribution_id: str | None = None
    cue: Span | None = None
    chain: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way in which a name is written, with its places."""

    form: str
    places: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """Two or more spellings of what is probably one name, the most frequent first."""

    id: str
    spellings: tuple[Spelling, ...]
    certainty: Certainty
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Annotations:
    """Everything the language layer found in one article, each tuple in text order."""

    quotations: tuple[Quotation, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    sources: tuple[Source, ...] = ()
    figures: tuple[Figure, ...] = ()
    relays: tuple[Relay, ...] = ()
    names: tuple[Name, ...] = ()
