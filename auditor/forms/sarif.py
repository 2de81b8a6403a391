"""Findings as SARIF 2.1.0 (OASIS Standard, 2020), for code-scanning pages and every tool that reads it.

Decided findings are suppressed with the reason given, not left out. Columns and offsets are Unicode characters.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from auditor.document import AuditDocument
from auditor.findings import DecisionState, Finding, Severity
from auditor.forms.places import Places
from auditor.text import Span

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.HIGH: "error", Severity.MEDIUM: "warning", Severity.LOW: "note", Severity.INFO: "note"}
# What a code-scanning page should hide: "asked" is still open.
_SETTLED = {DecisionState.ACCEPTED: "accepted", DecisionState.FALSE_ALARM: "accepted", DecisionState.FIXED: "accepted"}
_FINGERPRINT = "sourceAuditor/v1"


def sarif_text(audits: Iterable[tuple[AuditDocument, str]]) -> str:
    """Write one run with the findings of all audits.

    Args:
        audits: each audit with the article's file or address.
    """
    documents = list(audits)
    rules = _rules(document for document, _ in documents)
    order = {rule["id"]: index for index, rule in enumerate(rules)}
    run = {
        "tool": {"driver": _driver(documents, rules)},
        "columnKind": "unicodeCodePoints",
        "artifacts": [_artifact(document, place) for document, place in documents],
        "results": [
            _result(finding, order[finding.rule], {"uri": _uri(place), "index": index}, places)
            for index, (document, place) in enumerate(documents)
            for places in [Places(document.text)]
            for finding in document.findings
        ],
        "invocations": [_invocation(documents)],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _driver(documents: Sequence[tuple[AuditDocument, str]], rules: list[dict[str, Any]]) -> dict[str, Any]:
    driver: dict[str, Any] = {"name": "source-auditor", "rules": rules}
    if documents:
        tool = documents[0][0].tool
        driver |= {"version": tool.version, "properties": {"model": tool.model, "rulesHash": tool.rules_hash}}
    return driver


def _rules(documents: Iterable[AuditDocument]) -> list[dict[str, Any]]:
    """Describe the rules that found something, by their codes; what they say is part of each finding."""
    first: dict[str, Finding] = {}
    for document in documents:
        for finding in document.findings:
            first.setdefault(finding.rule, finding)
    return [
        {
            "id": code,
            "shortDescription": {"text": finding.title},
            "fullDescription": {"text": finding.reason.why},
            "help": {"text": f"To clear it: {finding.reason.clear} Ask: {finding.reason.ask}"},
            "defaultConfiguration": {"level": _LEVELS[finding.reason.severity_default]},
            "properties": {"tags": list(finding.policies)},
        }
        for code, finding in sorted(first.items())
    ]


def _artifact(document: AuditDocument, place: str) -> dict[str, Any]:
    return {"location": {"uri": _uri(place)}, "hashes": {"sha-256": document.article.sha256}, "encoding": "UTF-8"}


def _result(finding: Finding, rule: int, artifact: dict[str, Any], places: Places) -> dict[str, Any]:
    spans = (finding.span, *finding.places) if finding.span else finding.places
    locations = [_location(artifact, span, places) for span in spans] or [_location(artifact, None, places)]
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message} To clear it: {finding.reason.clear}"},
        "locations": locations[:1],
        "partialFingerprints": {_FINGERPRINT: finding.fingerprint},
        "properties": {"severity": finding.severity.value, "certainty": finding.certainty.value},
    }
    if len(locations) > 1:
        result["relatedLocations"] = locations[1:]
    if finding.decision is not None:
        status = _SETTLED.get(finding.decision.state, "underReview")
        words = f"{finding.decision.state.value}, {finding.decision.by}, {finding.decision.date}"
        justification = f"{words}: {finding.decision.reason}"
        result["suppressions"] = [{"kind": "external", "status": status, "justification": justification}]
    if finding.baseline:
        result["baselineState"] = "unchanged"
    return result


def _location(artifact: dict[str, Any], span: Span | None, places: Places) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": artifact}
    if span is not None:
        region: dict[str, Any] = {"charOffset": span.start, "charLength": span.end - span.start}
        start, end = places(span.start), places(span.end)
        if start is not None and end is not None:
            region |= {"startLine": start.line, "startColumn": start.column}
            region |= {"endLine": end.line, "endColumn": end.column}
        region["snippet"] = {"text": span.text}
        physical["region"] = region
    return {"physicalLocation": physical}


def _invocation(documents: Sequence[tuple[AuditDocument, str]]) -> dict[str, Any]:
    """Say which articles were not audited, so that no results never reads as nothing found."""
    notices = [
        {
            "level": "error",
            "message": {"text": f"not audited: {document.not_audited}"},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(place), "index": index}}}],
        }
        for index, (document, place) in enumerate(documents)
        if document.not_audited is not None
    ]
    return {"executionSuccessful": not notices, "toolExecutionNotifications": notices}


def _uri(place: str) -> str:
    """Make a place a URI reference: an address as it is, a path with its odd characters escaped."""
    if place.startswith(("http://", "https://")):
        return quote(place, safe=":/?#[]@!$&'()*+,;=%~", errors="surrogatepass")
    return quote(place.replace("\\", "/"), safe="/~", errors="surrogatepass")
