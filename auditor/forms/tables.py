"""The parts of an audit document as flat rows: findings, sources, figures, attributions, relays, quotations, claims.

Each table has a fixed order of columns; each row begins with what identifies the article. Offsets are characters of
the article's text, end exclusive. Values are words, whole numbers, decimal numbers, truth values or null.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from auditor.document import AuditDocument
from auditor.forms.places import Places
from auditor.language.annotations import Attribution, Figure, Quotation, Relay, Source
from auditor.text import Span

Value = str | int | float | bool | None
Row = dict[str, Value]

_SEPARATOR = "; "


@dataclass(frozen=True, slots=True)
class Table:
    """One table of an audit.

    Attributes:
        columns: their names, in order.
        rows: gives the rows of one audit document.
    """

    columns: tuple[str, ...]
    rows: Callable[[AuditDocument], Iterator[Row]]


_ARTICLE = ("article", "publisher", "published")


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
        "low": figure.value.low,
        "high": figure.value.high,
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


def _columns(names: str) -> tuple[str, ...]:
    return (*_ARTICLE, *names.split())


TABLES = {
    "findings": Table(
        _columns(
            "fingerprint rule title severity start end words line column message certainty clear ask policies also "
            "annotation decision decided_by decision_reason"
        ),
        _findings,
    ),
    "sources": Table(
        _columns(
            "id label identity certainty role affiliation mentions attributions quoted_words people_least people_most "
            "reason_kind reason basis terms"
        ),
        _each("sources", _source),
    ),
    "figures": Table(
        _columns("id start end words low high unit status hedge hedge_kind attribution_id certainty"),
        _each("figures", _figure),
    ),
    "attributions": Table(
        _columns(
            "id kind channel zone paragraph source_id source cue cue_lemma content start sourcing certainty probability"
        ),
        _each("attributions", _attribution),
    ),
    "relays": Table(
        _columns("id start end words outlet kind unnamed_outlet cue chain attribution_id certainty"),
        _each("relays", _relay),
    ),
    "quotations": Table(
        _columns("id start end words kind marks closed nested quoted_words attribution_id"),
        _each("quotations", _quotation),
    ),
    "claims": Table(
        _columns("id start end words kind verdict subject source_ids corroboration reply"),
        _claims,
    ),
}
