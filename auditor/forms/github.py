"""Findings as GitHub workflow commands, which GitHub shows at their lines in a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.document import AuditDocument
from auditor.findings import Finding, Severity
from auditor.forms.places import Places
from auditor.forms.safe_text import safe_text

_LEVELS = {Severity.HIGH: "error", Severity.MEDIUM: "warning", Severity.LOW: "notice", Severity.INFO: "notice"}


def github_text(document: AuditDocument, *, place: str) -> Iterator[str]:
    """Write a command for each open finding of one audit.

    Args:
        document: the audit.
        place: the article's file, as the repository names it.
    """
    if document.not_audited is not None:
        yield f"::warning file={_property(place)}::{_data(f'not audited: {document.not_audited}')}\n"
    places = Places(document.text)
    for finding in document.findings:
        if finding.open:
            yield _command(finding, place, places)


def _command(finding: Finding, place: str, places: Places) -> str:
    properties = {"file": place, **_region(finding, places), "title": f"{finding.rule} {finding.title}"}
    given = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    message = f"{finding.message}\nTo clear it: {finding.reason.clear}"
    return f"::{_LEVELS[finding.severity]} {given}::{_data(message)}\n"


def _region(finding: Finding, places: Places) -> dict[str, str]:
    start = places(finding.span.start) if finding.span else None
    end = places(finding.span.end) if finding.span else None
    if start is None or end is None:
        return {}
    region = {"line": str(start.line), "endLine": str(end.line)}
    if start.line == end.line:  # GitHub takes columns only within one line
        region |= {"col": str(start.column), "endColumn": str(end.column)}
    return region


def _data(words: str) -> str:
    """Escape as GitHub's own toolkit does, so that words of an article cannot become a command."""
    lines = safe_text(words, keep_lines=True)
    return lines.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
