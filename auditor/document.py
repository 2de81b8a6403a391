"""The audit document: one versioned JSON form for one audited article, and its published JSON Schema.

The classes are the frozen values that the layers produce, so there is one definition of every field. Written with
`to_json`, read back with `from_json`; `json_schema` is what `auditor schema` prints.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from auditor.claims.claim import Claim
from auditor.errors import InputError
from auditor.findings import Finding, Signal
from auditor.language.annotations import Attribution, Certainty, Figure, Name, Quotation, Relay, Source
from auditor.policies.outcome import PolicyView
from auditor.text import Link, Metadata, Paragraph, Position, Zone

SCHEMA_VERSION = "1.1"

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Tool:
    """What made the audit: name and version, models and rules, so that it can be repeated."""

    name: str
    version: str
    model: str
    model_version: str
    tagger_version: str
    rules_hash: str


@dataclass(frozen=True, slots=True)
class AuditedArticle:
    """The article's identity. `sha256` is the hash of its text in UTF-8, `words` the runs between white space."""

    id: str
    metadata: Metadata
    sha256: str
    words: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Share:
    """A count out of a total; print both."""

    count: int
    total: int


@dataclass(frozen=True, slots=True)
class LargestSource:
    """The source that carries most attributions."""

    source_id: str
    label: str
    attributions: Share
    quoted_words: Share


@dataclass(frozen=True, slots=True)
class AnonymityProfile:
    """Of the unnamed individuals and groups, how many have what disclosed."""

    sources: int
    reason_specific: int
    reason_stock: int
    reason_none: int
    basis: int


@dataclass(frozen=True, slots=True)
class Profile:
    """Counts of what the article does; no score.

    Attributes:
        summary: a plain-language paragraph made from the counts by a fixed template.
        attributions: number of attributions used as sourcing.
        by_identity: of those, how many by the identity of their source (`none` when there is no source).
        quoted_words: words inside quotation marks by class: named, spokesperson, unnamed, relayed, no-speaker.
        sources: number of sources by identity.
        unnamed_people: least and greatest number of unnamed people; the greatest is null where the text sets no bound.
        figures: number of figures by status.
        relays: number of relays by kind.
        findings: number of findings by severity.
    """

    summary: str
    attributions: int
    by_identity: dict[str, Share]
    quoted_words: dict[str, Share]
    sources: dict[str, int]
    unnamed_people: tuple[int, int | None]
    largest_source: LargestSource | None
    anonymity: AnonymityProfile
    figures: dict[str, int]
    relays: dict[str, int]
    findings: dict[str, int]


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices that changed what the audit says, so that it can be repeated.

    Attributes:
        min_certainty: annotations below it are kept in the document but give no findings and no counts.
        policies: keys of the chosen policies.
    """

    min_certainty: Certainty = Certainty.POSSIBLE
    policies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AuditDocument:
    """One audited article, or the reason why it was not audited.

    Attributes:
        not_audited: null, or why the article was not audited (everything below `article` is then empty).
        text: the article's text, or null when it was left out on request.
        notices: what the reader must know about this audit: decisions that silence nothing, and the like.
    """

    schema_version: str
    tool: Tool
    article: AuditedArticle
    not_audited: str | None
    text: str | None
    paragraphs: tuple[Paragraph, ...] = ()
    zones: tuple[Zone, ...] = ()
    links: tuple[Link, ...] = ()
    positions: tuple[Position, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    sources: tuple[Source, ...] = ()
    figures: tuple[Figure, ...] = ()
    relays: tuple[Relay, ...] = ()
    names: tuple[Name, ...] = ()
    claims: tuple[Claim, ...] = ()
    findings: tuple[Finding, ...] = ()
    signals: tuple[Signal, ...] = ()
    policies: tuple[PolicyView, ...] = ()
    profile: Profile | None = None
    settings: Settings = Settings()
    notices: tuple[str, ...] = ()


@cache
def _adapter() -> TypeAdapter[AuditDocument]:
    return TypeAdapter(AuditDocument)


def to_data(document: AuditDocument) -> dict[str, Any]:
    """Turn an audit document into plain JSON values."""
    data: dict[str, Any] = _adapter().dump_python(document, mode="json")
    return data


def to_json(document: AuditDocument, *, indent: int | None = None) -> str:
    """Write an audit document as JSON; the same document always gives the same text.

    A lone surrogate, which UTF-8 cannot carry, is written as a JSON escape.
    """
    text = json.dumps(to_data(document), ensure_ascii=False, indent=indent)
    if _SURROGATE.search(text):
        return json.dumps(to_data(document), ensure_ascii=True, indent=indent)
    return text


def from_json(text: str | bytes, *, where: str = "") -> AuditDocument:
    """Read an audit document back.

    Raises:
        InputError: the text is not an audit document of this schema version; the first problem is named.
    """
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(f"not JSON: {error.msg} at line {error.lineno}, column {error.colno}", where=where) from error
    except (ValueError, RecursionError) as error:  # no UTF-8, or a number of thousands of digits
        raise InputError("not JSON", where=where, fix="Choose a file that the auditor wrote.") from error
    found = data.get("schema_version") if isinstance(data, dict) else None
    if found != SCHEMA_VERSION:
        fix = f"This program reads version {SCHEMA_VERSION}: audit the article again."
        raise InputError(f"not an audit document of version {SCHEMA_VERSION}", where=where, fix=fix)
    try:
        return _adapter().validate_python(data)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise InputError(f"not an audit document: {key}: {first['msg']}", where=where) from error


def json_schema() -> dict[str, Any]:
    """Give the JSON Schema of the audit document. Every key is always there, and there is no other."""
    schema = _adapter().json_schema(mode="serialization")
    for part in (schema, *schema.get("$defs", {}).values()):
        if "properties" in part:
            part["required"] = list(part["properties"])
            part["additionalProperties"] = False
            # The classes' own attribute lists repeat what the keys say; the first line is the description.
            part["description"] = part.get("description", "").split("\n")[0]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
    }
