"""The fields that a rule may test, by the kind of annotation it looks at.

Each field names what it holds in words, because those words are shown to readers as part of a finding's reason.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from auditor.claims.claim import ClaimKind, Verdict
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
from auditor.rules import readings
from auditor.rules.model import Over
from auditor.rules.readings import Getter, count_of, disclosed, metadata, of_source, of_statement, own, words_of
from auditor.text import ZoneKind


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


def _choice(name: str, words: str, choices: type[StrEnum], get: Getter | None = None) -> Field:
    return Field(name, words, FieldKind.CHOICE, get or own(name), tuple(choices))


def _text(name: str, words: str, get: Getter) -> Field:
    return Field(name, words, FieldKind.TEXT, get)


def _part(name: str, words: str, get: Getter) -> Field:
    return Field(name, words, FieldKind.PART, get)


def _number(name: str, words: str, get: Getter) -> Field:
    return Field(name, words, FieldKind.NUMBER, get)


def _flag(name: str, words: str, get: Getter) -> Field:
    return Field(name, words, FieldKind.FLAG, get)


_CERTAINTY = _choice("certainty", "Certainty of the reading", Certainty)
_ZONE = _choice("zone", "Part of the article", ZoneKind, readings.zone)
_ARTICLE_FIELDS = (
    _text("genre", "Genre of the article", metadata("genre")),
    _text("byline", "Author of the article", metadata("byline")),
    _text("publisher", "Publisher of the article", metadata("publisher")),
)
_SOURCE_FIELDS = (
    _choice("identity", "Kind of source", Identity, readings.identity),
    _text("role", "Role of the source", of_source("role")),
    _text("affiliation", "Organisation of the source", of_source("affiliation")),
    _text("label", "Fullest description of the source", of_source("label")),
    _choice("reason", "Reason for anonymity", ReasonKind, readings.reason),
    _part("formula", "Words that state anonymity", disclosed("formula")),
    _part("basis", "Words that say how the source knows", disclosed("basis")),
    _part("terms", "Words that state terms of use", disclosed("terms")),
    _number("statements", "Statements of the source", readings.statements),
)

_FIELDS: dict[Over, tuple[Field, ...]] = {
    Over.ATTRIBUTIONS: (
        _choice("kind", "Kind of attribution", AttributionKind),
        _choice("channel", "Way by which the words came", Channel),
        _text("cue_lemma", "Attributing word", own("cue_lemma")),
        _text("cue", "Attributing words", words_of("cue")),
        _text("content", "What is attributed", words_of("content")),
        _text("source", "The source as it stands here", words_of("source")),
        _flag("sourcing", "Used as a source", own("sourcing")),
        _ZONE,
        _CERTAINTY,
        *_SOURCE_FIELDS,
    ),
    Over.SOURCES: (
        *_SOURCE_FIELDS,
        _number("mentions", "Places where the source is used", count_of("mentions")),
        _number("quoted_words", "Words quoted from the source", own("quoted_words")),
        _ZONE,
        _CERTAINTY,
    ),
    Over.FIGURES: (
        _choice("status", "What the figure rests on", FigureStatus),
        _part("hedge", "Hedging words", words_of("hedge")),
        _text("hedge_kind", "Kind of hedge", own("hedge_kind")),
        _text("unit", "What is counted", own("value.unit")),
        _number("value", "Value of the figure, at most", own("value.high")),
        _text("words", "Words of the figure", words_of("span")),
        _ZONE,
        _CERTAINTY,
        *_SOURCE_FIELDS,
    ),
    Over.RELAYS: (
        _choice("kind", "Kind of relay", RelayKind),
        _flag("unnamed_outlet", "The outlet is not named", own("unnamed_outlet")),
        _text("outlet", "Outlet or platform", own("outlet")),
        _text("words", "Words that name the outlet", words_of("span")),
        _number("hops", "Hops from the source to this article", count_of("chain")),
        _ZONE,
        _CERTAINTY,
        *_SOURCE_FIELDS,
    ),
    Over.QUOTATIONS: (
        _choice("kind", "Kind of quotation", QuotationKind),
        _choice("marks", "Quotation marks", Marks),
        _number("words", "Words between the marks", own("words")),
        _text("text", "Quoted words", words_of("span")),
        _flag("closed", "The closing mark is there", own("closed")),
        _flag("nested", "Inside another quotation", own("nested")),
        _text("cue_lemma", "Attributing word", of_statement("cue_lemma")),
        _flag("sourcing", "Used as a source", of_statement("sourcing")),
        _part("attribution_id", "Statement that the quotation belongs to", own("attribution_id")),
        _ZONE,
        *_SOURCE_FIELDS,
    ),
    Over.NAMES: (_number("spellings", "Number of spellings", count_of("spellings")), _CERTAINTY),
    Over.CLAIMS: (
        _choice("kind", "Kind of key claim", ClaimKind),
        _choice("verdict", "What the claim rests on", Verdict),
        _part("subject", "Whom it is against", words_of("subject")),
        _part("corroboration", "Words that confirm it", words_of("corroboration")),
        _part("reply", "Words of reply", words_of("reply")),
        _number("sources", "Sources that carry it", count_of("supporting_source_ids")),
        _number("figures", "Figures in it", count_of("figure_ids")),
        _text("text", "Words of the claim", words_of("span")),
        _ZONE,
    ),
    Over.PHRASES: (
        _text("text", "The words", words_of("span")),
        _flag("quoted", "Inside quotation marks", own("quoted")),
        _ZONE,
    ),
    Over.ARTICLE: (
        _number("words", "Words of the article", readings.article_words),
        _text("text", "Text of the article", readings.article_text),
        _number("independent_sources", "Independent sources", readings.independent_sources),
        _number("attributions", "Attributions", count_of("attributions")),
        _number("quotations", "Quotations", count_of("quotations")),
        _number("figures", "Figures", count_of("figures")),
        _number("relays", "Relayed words", count_of("relays")),
    ),
}

_AROUND = (
    _text("sentence", "The sentence", readings.sentence),
    _text("paragraph", "The paragraph", readings.paragraph),
)


def _for(over: Over) -> tuple[Field, ...]:
    around = () if over is Over.ARTICLE else _AROUND
    return (*_FIELDS[over], *around, *_ARTICLE_FIELDS)


FIELDS: Mapping[Over, Mapping[str, Field]] = {over: {field.name: field for field in _for(over)} for over in Over}
