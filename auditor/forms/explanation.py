"""One finding, step by step, as text for a terminal: what matched, which conditions held, what moved its severity."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from auditor.document import AuditDocument
from auditor.errors import InputError
from auditor.findings import Finding
from auditor.forms.places import Places
from auditor.forms.safe_text import one_line

_WIDTH = 88


def explanation_text(document: AuditDocument, fingerprint: str) -> str:
    """Explain one finding of an audit.

    Args:
        document: the audit.
        fingerprint: the finding's fingerprint, or enough of its beginning to be the only one.

    Raises:
        InputError: the audit has no such finding, or several.
    """
    finding = _found(document, fingerprint)
    places = Places(document.text)
    parts = [_heading(finding, places), _wrapped(finding.message)]
    for title, lines in _steps(finding, places):
        shown = [_wrapped(line, indent="  - ", hanging="    ") for line in lines]
        parts.append("\n".join([f"{title}:", *(shown or ["  - nothing"])]))
    return "\n\n".join(parts) + "\n"


def _found(document: AuditDocument, fingerprint: str) -> Finding:
    found = [finding for finding in document.findings if finding.fingerprint.startswith(fingerprint)]
    where = document.article.id
    if not found:
        fix = "'auditor audit ARTICLE --format csv' lists the fingerprints."
        raise InputError(f"there is no finding '{fingerprint}'", where=where, fix=fix)
    if len(found) > 1:
        raise InputError(f"{len(found)} findings begin with '{fingerprint}'", where=where, fix="Give more of it.")
    return found[0]


def _heading(finding: Finding, places: Places) -> str:
    place = places(finding.span.start) if finding.span else None
    where = f", line {place.line}, column {place.column}" if place else ""
    words = f"\n{_wrapped(f'“{finding.span.text}”', indent='  ', hanging='  ')}" if finding.span else ""
    return f"{finding.rule}  {one_line(finding.title)}  ({finding.severity.value}{where})  {finding.fingerprint}{words}"


def _steps(finding: Finding, places: Places) -> Iterator[tuple[str, list[str]]]:
    reason = finding.reason
    yield "Looked at", [_matched(part.role, part.span.text, part.span.start, places) for part in reason.matched]
    yield "Held", list(reason.conditions)
    if reason.notes:
        yield "How the words were read", list(reason.notes)
    yield "Severity", [f"{reason.severity_default.value} by the rule", *reason.severity_steps]
    yield "Certainty of the reading", [finding.certainty.value]
    yield "Why the rule exists", [reason.why]
    yield "What would clear it", [reason.clear]
    yield "Ask", [reason.ask]
    if finding.policies:
        yield "Policies", [", ".join(finding.policies)]
    if finding.also:
        yield "Less specific rules on the same words", [", ".join(finding.also)]
    if finding.decision is not None:
        one = finding.decision
        yield "Decided", [f"{one.state.value}, {one.by}, {one.date}: {one.reason}"]


def _matched(role: str, words: str, start: int, places: Places) -> str:
    place = places(start)
    return f"{role}: “{words}”" + (f" (line {place.line}, column {place.column})" if place else "")


def _wrapped(words: str, *, indent: str = "", hanging: str = "") -> str:
    return textwrap.fill(
        one_line(words), _WIDTH, initial_indent=indent, subsequent_indent=hanging, break_on_hyphens=False
    )
