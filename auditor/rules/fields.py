"""The fields that a rule may test, by the kind of annotation it looks at.

Each field names what it holds in words, because those words are shown to readers as part of a finding's reason.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import Any

from auditor.language.annotations import (
    AttributionKind,
    Certainty,
    Channel,
    FigureStatus,
    Identity,
    Marks,
    QuotationKind,
    ReasonKind,
    RelayKind,
)
from auditor.rules.context import Context, Subject
from auditor.rules.model import Over
from auditor.text import Article, ZoneKind

FieldValue = str | float | bool | None
Getter = Callable[[Any, Context], FieldValue]


class FieldKind(StrEnum):
    """What values a field has, and so how it can be compared."""

    CHOICE = "choice"
    TEXT = "text"
    NUMBER = "number"
    FLAG = "flag"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its name in rule files, what it holds in words, and how it is read."""

    name: str
    words: str
    kind: FieldKind
    get: Getter
    choices: tuple[str, ...] = ()


def _own(path: str) -> Getter:
    """Read an attribute of the annotation itself."""
    read = attrgetter(path)

    def get(subject: Subject, context: Context) -> FieldValue:
        value: FieldValue = read(subject)
        return value

    return get


def _identity(subject: Subject, context: Context) -> FieldValue:
    return context.identity_of(subject)


def _zone(subject: Subject, context: Context) -> FieldValue:
    return context.zone_of(subject)


def _source_text(name: str) -> Getter:
    """Read a text of the source on which the annotation rests."""

    def get(subject: Subject, context: Context) -> FieldValue:
        source = context.source_of(subject)
        text: str | None = getattr(source, name) if source else None
        return text

    return get


def _reason(subject: Subject, context: Context) -> FieldValue:
    source = context.source_of(subject)
    return source.anonymity.reason if source and source.anonymity else ReasonKind.NONE


def _disclosed(name: str) -> Getter:
    """Tell whether the article states this about the source's anonymity."""

    def get(subject: Subject, context: Context) -> FieldValue:
        source = context.source_of(subject)
        part = getattr(source.anonymity, name) if source and source.anonymity else None
        return part.text if part else None

    return get


def _statements(subject: Subject, context: Context) -> FieldValue:
    source = context.source_of(subject)
    return len(context.by_source.get(source.id, ())) if source else 0


def _hedge(subject: Any, context: Context) -> FieldValue:  # noqa: ANN401
    text: str | None = subject.hedge.text if subject.hedge else None
    return text


def _article_words(subject: Article, context: Context) -> FieldValue:
    return context.words


def _independent(subject: Article, context: Context) -> FieldValue:
    return len(context.independent)


def _spellings(subject: Any, context: Context) -> FieldValue:  # noqa: ANN401
    return len(subject.spellings)


def _choice(name: str, words: str, choices: type[StrEnum], get: Getter | None = None) -> Field:
    return Field(name, words, FieldKind.CHOICE, get or _own(name), tuple(choices))


_CERTAINTY = _choice("certainty", "Certainty of the reading", Certainty)
_ZONE = _choice("zone", "Part of the article", ZoneKind, _zone)
_SOURCE_FIELDS = (
    _choice("identity", "Kind of source", Identity, _identity),
    Field("role", "Role of the source", FieldKind.TEXT, _source_text("role")),
    Field("affiliation", "Organisation of the source", FieldKind.TEXT, _source_text("affiliation")),
    Field("label", "Fullest description of the source", FieldKind.TEXT, _source_text("label")),
    _choice("reason", "Reason for anonymity", ReasonKind, _reason),
    Field("formula", "Words that state anonymity", FieldKind.PART, _disclosed("formula")),
    Field("basis", "Words that say how the source knows", FieldKind.PART, _disclosed("basis")),
    Field("terms", "Words that state terms of use", FieldKind.PART, _disclosed("terms")),
    Field("statements", "Statements of the source", FieldKind.NUMBER, _statements),
)

_FIELDS: dict[Over, tuple[Field, ...]] = {
    Over.ATTRIBUTIONS: (
        _choice("kind", "Kind of attribution", AttributionKind),
        _choice("channel", "Way by which the words came", Channel),
        Field("cue_lemma", "Attributing word", FieldKind.TEXT, _own("cue_lemma")),
        Field("sourcing", "Used as a source", FieldKind.FLAG, _own("sourcing")),
        _ZONE,
        _CERTAINTY,
        *_SOURCE_FIELDS,
    ),
    Over.SOURCES: (
        *_SOURCE_FIELDS,
        Field("quoted_words", "Words quoted from the source", FieldKind.NUMBER, _own("quoted_words")),
        _ZONE,
        _CERTAINTY,
    ),
    Over.FIGURES: (
        _choice("status", "What the figure rests on", FigureStatus),
        Field("hedge", "Hedging words", FieldKind.PART, _hedge),
        Field("hedge_kind", "Kind of hedge", FieldKind.TEXT, _own("hedge_kind")),
        Field("unit", "What is counted", FieldKind.TEXT, _own("value.unit")),
        _ZONE,
        _CERTAINTY,
        *_SOURCE_FIELDS,
    ),
    Over.RELAYS: (
        _choice("kind", "Kind of relay", RelayKind),
        Field("unnamed_outlet", "The outlet is not named", FieldKind.FLAG, _own("unnamed_outlet")),
        Field("outlet", "Outlet or platform", FieldKind.TEXT, _own("outlet")),
        _ZONE,
        _CERTAINTY,
        *_SOURCE_FIELDS,
    ),
    Over.QUOTATIONS: (
        _choice("kind", "Kind of quotation", QuotationKind),
        _choice("marks", "Quotation marks", Marks),
        Field("words", "Words between the marks", FieldKind.NUMBER, _own("words")),
        Field("closed", "The closing mark is there", FieldKind.FLAG, _own("closed")),
        Field("nested", "Inside another quotation", FieldKind.FLAG, _own("nested")),
        Field("attribution_id", "Statement that the quotation belongs to", FieldKind.PART, _own("attribution_id")),
        _ZONE,
        *_SOURCE_FIELDS,
    ),
    Over.NAMES: (Field("spellings", "Number of spellings", FieldKind.NUMBER, _spellings), _CERTAINTY),
    Over.ARTICLE: (
        Field("words", "Words of the article", FieldKind.NUMBER, _article_words),
        Field("independent_sources", "Independent sources", FieldKind.NUMBER, _independent),
    ),
}

FIELDS: Mapping[Over, Mapping[str, Field]] = {
    over: {field.name: field for field in fields} for over, fields in _FIELDS.items()
}
