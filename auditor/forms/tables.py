"""The parts of an audit document as flat rows: the article, its findings, sources, figures, attributions and so on.

Each table has a fixed order of columns; each row begins with what identifies the article. Offsets are characters of
the article's text, end exclusive. Values are words, whole numbers, decimal numbers, truth values or null.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from auditor.document import AuditDocument
from auditor.forms.article_row import Row as Row
from auditor.forms.article_row import Value as Value
from auditor.forms.article_row import article_row
from auditor.forms.places import Places
from auditor.language.annotations import Attribution, Figure, Quotation, Relay, Source
from auditor.text import Span

_SEPARATOR = "; "


class Kind(StrEnum):
    """What the values of a column are."""

    TEXT = "text"
    WHOLE = "whole"
    DECIMAL = "decimal"
    TRUTH = "truth"


@dataclass(frozen=True, slots=True)
class Table:
    """One table of an audit.

    Attributes:
        columns: the kind of each column by its name, in order.
        rows: gives the rows of one audit document.
    """

    columns: dict[str, Kind]
    rows: Callable[[AuditDocument], Iterator[Row]]


_ARTICLE = "article publisher published"


def _article(document: AuditDocument) -> Row:
    about = document.article.metadata
    return {"article": document.article.id, "publisher": about.publisher, "published": about.published}


def _at(span: Span | None, prefix: str = "") -> Row:
    return {
        f"{prefix}start": span.start if span else None,
        f"{prefix}end": span.end if span else None,
        f"{prefix}words" if prefix else "words": span.text if span else None,
    }


def _joined(spans: tuple[Span, ...]) -> str | None:
    return _SEPARATOR.join(span.text for span in spans) or None


def _articles(document: AuditDocument) -> Iterator[Row]:
    yield {**_article(document), **article_row(document)}


def _requirements(document: AuditDocument) -> Iterator[Row]:
    for policy in document.policies:
        for one in policy.requirements:
            yield {
                **_article(document),
                "policy": policy.key,
                "code": one.code,
                "text": one.text,
                "outcome": one.outcome.value,
                "findings": len(one.fingerprints),
            }


def _findings(document: AuditDocument) -> Iterator[Row]:
    places = Places(document.text)
    for finding in document.findings:
        place = places(finding.span.start) if finding.span else None
        yield {
            **_article(document),
            "fingerprint": finding.fingerprint,
            "rule": finding.rule,
            "title": finding.title,
            "severity": finding.severity.value,
            **_at(finding.span),
            "line": place.line if place else None,
            "column": place.column if place else None,
            "message": finding.message,
            "certainty": finding.certainty.value,
            "clear": finding.reason.clear,
            "ask": finding.reason.ask,
            "policies": _SEPARATOR.join(finding.policies) or None,
            "also": _SEPARATOR.join(finding.also) or None,
            "annotation": finding.annotation_id,
            "decision": finding.decision.state.value if finding.decision else None,
            "decided_by": finding.decision.by if finding.decision else None,
            "decision_reason": finding.decision.reason if finding.decision else None,
            "baseline": finding.baseline,
        }


def _source(source: Source) -> Row:
    least, most = source.people or (None, None)
    disclosed = source.anonymity
    return {
        "id": source.id,
        "label": source.label,
        "identity": source.identity.value,
        "certainty": source.certainty.value,
        "role": source.role,
        "affiliation": source.affiliation,
        "mentions": len(source.mentions),
        "attributions": source.attributions,
        "quoted_words": source.quoted_words,
        "people_least": least,
        "people_most": most,
        "reason_kind": disclosed.reason.value if disclosed else None,
        "reason": disclosed.reason_span.text if disclosed and disclosed.reason_span else None,
        "basis": disclosed.basis.text if disclosed and disclosed.basis else None,
        "terms": disclosed.terms.text if disclosed and disclosed.terms else None,
    }


def _attribution(attribution: Attribution) -> Row:
    return {
        "id": attribution.id,
        "kind": attribution.kind.value,
        "channel": attribution.channel.value,
        "zone": attribution.zone.value,
        "paragraph": attribution.paragraph,
        "source_id": attribution.source_id,
        "source": attribution.source.text if attribution.source else None,
        "cue": _joined(attribution.cue),
        "cue_lemma": attribution.cue_lemma,
        "content": _joined(attribution.content),
        "start": attribution.anchor,
        "sourcing": attribution.sourcing,
        "certainty": attribution.certainty.value,
        "probability": attribution.probability,
    }


def _figure(figure: Figure) -> Row:
    return {
        "id": figure.id,
        **_at(figure.span),
        "least": figure.value.low,
        "most": figure.value.high,
        "unit": figure.value.unit,
        "status": figure.status.value,
        "hedge": figure.hedge.text if figure.hedge else None,
        "hedge_kind": figure.hedge_kind or None,
        "attribution_id": figure.attribution_id,
        "certainty": figure.certainty.value,
    }


def _relay(relay: Relay) -> Row:
    return {
        "id": relay.id,
        **_at(relay.span),
        "outlet": relay.outlet,
        "kind": relay.kind.value,
        "unnamed_outlet": relay.unnamed_outlet,
        "cue": relay.cue.text if relay.cue else None,
        "chain": " → ".join(relay.chain) or None,
        "attribution_id": relay.attribution_id,
        "certainty": relay.certainty.value,
    }


def _quotation(quotation: Quotation) -> Row:
    return {
        "id": quotation.id,
        **_at(quotation.span),
        "kind": quotation.kind.value,
        "marks": quotation.marks.value,
        "closed": quotation.closed,
        "nested": quotation.nested,
        "quoted_words": quotation.words,
        "attribution_id": quotation.attribution_id,
    }


def _claims(document: AuditDocument) -> Iterator[Row]:
    for claim in document.claims:
        yield {
            **_article(document),
            "id": claim.id,
            **_at(claim.span),
            "kind": claim.kind.value,
            "verdict": claim.verdict.value,
            "subject": claim.subject.text if claim.subject else None,
            "source_ids": _SEPARATOR.join(claim.supporting_source_ids) or None,
            "corroboration": _joined(claim.corroboration),
            "reply": _joined(claim.reply),
        }


def _each(layer: str, row: Callable[..., Row]) -> Callable[[AuditDocument], Iterator[Row]]:
    """Give the rows of one layer of annotations, each headed by its article."""

    def rows(document: AuditDocument) -> Iterator[Row]:
        for annotation in getattr(document, layer):
            yield {**_article(document), **row(annotation)}

    return rows


def _columns(names: str) -> dict[str, Kind]:
    """Read "name" and "name:kind"; without a kind it is text."""
    pairs = (name.partition(":") for name in f"{_ARTICLE} {names}".split())
    return {name: Kind(kind or Kind.TEXT) for name, _, kind in pairs}


_AT = "start:whole end:whole words"

TABLES = {
    "articles": Table(
        _columns(
            "byline title url updated section language sha256 words:whole not_audited attributions:whole sources:whole "
            "named:whole unnamed:whole relayed:whole no_source:whole unnamed_people_least:whole "
            "unnamed_people_most:whole largest_source largest_share:decimal reason_specific:whole reason_stock:whole "
            "reason_none:whole figures:whole figures_hedged:whole figures_unnamed:whole relays:whole high:whole "
            "medium:whole low:whole info:whole decided:whole summary tool_version model rules_hash"
        ),
        _articles,
    ),
    "findings": Table(
        _columns(
            f"fingerprint rule title severity {_AT} line:whole column:whole message certainty clear ask policies also "
            "annotation decision decided_by decision_reason baseline:truth"
        ),
        _findings,
    ),
    "sources": Table(
        _columns(
            "id label identity certainty role affiliation mentions:whole attributions:whole quoted_words:whole "
            "people_least:whole people_most:whole reason_kind reason basis terms"
        ),
        _each("sources", _source),
    ),
    "figures": Table(
        _columns(
            f"id {_AT} least:decimal most:decimal unit status hedge hedge_kind attribution_id certainty",
        ),
        _each("figures", _figure),
    ),
    "attributions": Table(
        _columns(
            "id kind channel zone paragraph:whole source_id source cue cue_lemma content start:whole sourcing:truth "
            "certainty probability:decimal"
        ),
        _each("attributions", _attribution),
    ),
    "relays": Table(
        _columns(f"id {_AT} outlet kind unnamed_outlet:truth cue chain attribution_id certainty"),
        _each("relays", _relay),
    ),
    "quotations": Table(
        _columns(f"id {_AT} kind marks closed:truth nested:truth quoted_words:whole attribution_id"),
        _each("quotations", _quotation),
    ),
    "claims": Table(
        _columns(f"id {_AT} kind verdict subject source_ids corroboration reply"),
        _claims,
    ),
    "requirements": Table(_columns("policy code text outcome findings:whole"), _requirements),
}
