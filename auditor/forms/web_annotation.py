"""Findings as W3C Web Annotations (JSON-LD), for annotation servers and content systems.

Each finding points at its words twice: by position and by quotation with the text around it, so that it can be found
again in a copy that has moved (Web Annotation Data Model, W3C Recommendation 2017, section 4.2).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from auditor.document import AuditDocument
from auditor.findings import Finding, Signal
from auditor.text import Span

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32


def web_annotation_text(documents: Iterable[AuditDocument]) -> Iterator[str]:
    """Write an annotation page for each audit, one a line."""
    for document in documents:
        yield json.dumps(annotation_page(document), ensure_ascii=_has_surrogates(document)) + "\n"


def annotation_page(document: AuditDocument) -> dict[str, Any]:
    """Give the annotations of one audit as a page of JSON-LD."""
    target = document.article.metadata.url or f"urn:sha256:{document.article.sha256}"
    items = [_finding(finding, target, document) for finding in document.findings]
    items += [_signal(signal, target, document) for signal in document.signals]
    name = quote(document.article.id, safe="", errors="surrogatepass")
    return {
        "@context": _CONTEXT,
        "id": f"urn:source-auditor:{name}:{document.article.sha256}",
        "type": "AnnotationPage",
        "items": items,
    }


def _finding(finding: Finding, target: str, document: AuditDocument) -> dict[str, Any]:
    places = (finding.span, *finding.places) if finding.span else finding.places
    tags = [finding.rule, f"severity:{finding.severity.value}", *finding.policies]
    if finding.decision is not None:
        tags.append(f"decision:{finding.decision.state.value}")
    if finding.baseline:
        tags.append("baseline")
    return {
        "id": f"urn:source-auditor:finding:{finding.fingerprint}",
        "type": "Annotation",
        "motivation": "assessing",
        "body": [
            _body(f"{finding.title}. {finding.message} To clear it: {finding.reason.clear}", "assessing"),
            *(_body(tag, "tagging") for tag in tags),
        ],
        "target": _targets(places, target, document),
    }


def _signal(signal: Signal, target: str, document: AuditDocument) -> dict[str, Any]:
    places = (signal.span,) if signal.span else ()
    return {
        "type": "Annotation",
        "motivation": "assessing",
        "body": [_body(f"{signal.title}. {signal.message}", "assessing"), _body(signal.rule, "tagging")],
        "target": _targets(places, target, document),
    }


def _body(words: str, purpose: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": words, "format": "text/plain", "language": "en", "purpose": purpose}


def _targets(
    places: tuple[Span, ...], target: str, document: AuditDocument
) -> str | dict[str, Any] | list[dict[str, Any]]:
    """Give the whole article for a finding without a place, else each of its places."""
    if not places:
        return target
    found = [{"source": target, "selector": _selectors(span, document.text)} for span in places]
    return found[0] if len(found) == 1 else found


def _selectors(span: Span, text: str | None) -> list[dict[str, Any]]:
    quotation: dict[str, Any] = {"type": "TextQuoteSelector", "exact": span.text}
    if text is not None:
        quotation["prefix"] = text[max(0, span.start - _AROUND) : span.start]
        quotation["suffix"] = text[span.end : span.end + _AROUND]
    return [{"type": "TextPositionSelector", "start": span.start, "end": span.end}, quotation]


def _has_surrogates(document: AuditDocument) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in document.text or "")
