"""An audit document as text for a terminal: summary, findings with line and column, policies, source ledger.

Decided findings and those of the baseline stand apart. Everything that comes from the article is made safe to print.
Colours only where the caller says so.
"""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator

from auditor.document import AuditDocument, AuditedArticle
from auditor.findings import Decision, Finding, Severity
from auditor.forms.location import location
from auditor.forms.places import Places
from auditor.forms.safe_text import one_line
from auditor.language.annotations import ReasonKind, Source
from auditor.policies.outcome import Outcome, PolicyView
from auditor.text import Span

_COLOURS = {Severity.HIGH: "31;1", Severity.MEDIUM: "33;1", Severity.LOW: "36", Severity.INFO: "2"}
_BOLD = "1"
_QUOTED_CHARACTERS = 90
_MARKS = ("“", '"', "‘", "'", "«", "„")


def terminal_text(document: AuditDocument, *, colour: bool = False, width: int = 88, locate: bool = False) -> str:
    """Write one audit document for a terminal, `width` columns wide; `locate` says where in its file findings are."""
    paint = _Painter(colour)
    parts = [_heading(document.article, paint)]
    if document.not_audited is not None:
        parts.append(_wrapped(f"Not audited: {document.not_audited}", width))
        return "\n".join(parts) + "\n"
    if document.profile is not None:
        parts.append(_wrapped(document.profile.summary, width))
    if document.notices:
        lines = [_wrapped(f"! {notice}", width, indent="  ", hanging="    ") for notice in document.notices]
        parts.append("\n".join([paint("Notices", _BOLD), *lines]))
    parts.extend(_findings(document, paint, width, locate=locate))
    if document.signals:
        lines = [_wrapped(f"+ {signal.title}: {signal.message}", width, indent="  ") for signal in document.signals]
        parts.append("\n".join([paint("What the article does well", _BOLD), *lines]))
    parts.extend(_policy(view, paint, width) for view in document.policies)
    parts.append(_ledger(document, paint, width))
    return "\n\n".join(parts) + "\n"


class _Painter:
    """Colours words, or leaves them alone."""

    def __init__(self, colour: bool) -> None:
        self._colour = colour

    def __call__(self, words: str, code: str) -> str:
        return f"\x1b[{code}m{words}\x1b[0m" if self._colour and words else words


def _heading(article: AuditedArticle, paint: _Painter) -> str:
    about = article.metadata
    title = paint(one_line(about.title or article.id), _BOLD)
    known = [
        about.publisher,
        about.byline,
        about.published,
        article.id if about.title else None,
        f"{article.words} words",
    ]
    return f"{title}\n{one_line(' · '.join(part for part in known if part))}"


def _findings(document: AuditDocument, paint: _Painter, width: int, *, locate: bool) -> Iterator[str]:
    """Give the open findings, then the decided ones, then those of the baseline."""
    places = Places(document.text)

    def shown(finding: Finding) -> str:
        lines = list(_finding(finding, _place(finding.span, places), paint, width))
        if locate and finding.span is not None:
            lines.append(_wrapped(f"at {location(document, finding.span)}", width, indent=" " * 11))
        return "\n".join(lines)

    opened = [finding for finding in document.findings if finding.open]
    decided = [finding for finding in document.findings if finding.decision]
    known = [finding for finding in document.findings if finding.baseline and not finding.decision]
    kind = "open findings" if decided or known else "findings"
    if not opened:
        yield paint(f"No {kind}", _BOLD)
    for heading, findings in ((kind.capitalize(), opened), ("Decided", decided), ("In the baseline", known)):
        if findings:
            yield "\n".join([paint(f"{heading} ({len(findings)})", _BOLD), *map(shown, findings)])


def _finding(finding: Finding, place: str, paint: _Painter, width: int) -> Iterator[str]:
    severity = paint(f"{finding.severity.value:<6}", _COLOURS[finding.severity])
    yield f"  {place:<8} {severity} {finding.rule}  {one_line(finding.title)}"
    if finding.span is not None:
        yield _wrapped(_shortened(finding.span.text), width, indent=" " * 11)
    yield _wrapped(finding.message, width, indent=" " * 11)
    if finding.decision is not None:
        yield _wrapped(_decided(finding.decision), width, indent=" " * 11)


def _decided(decision: Decision) -> str:
    until = f", until {decision.until}" if decision.until else ""
    return f"→ {decision.state} by {decision.by} on {decision.date}{until}: {decision.reason}"


def _policy(view: PolicyView, paint: _Painter, width: int) -> str:
    """Give a policy's requirements, each with its outcome; how many there are of each comes first."""
    counted = Counter(requirement.outcome for requirement in view.requirements)
    said = ", ".join(f"{counted[outcome]} {outcome}" for outcome in Outcome if counted[outcome])
    lines = [paint(f"{one_line(view.publisher)}: {one_line(view.name)}", _BOLD), f"  {said}"]
    for requirement in view.requirements:
        text = f"{requirement.outcome}: {requirement.code}  {requirement.text}"
        lines.append(_wrapped(text, width, indent="  ", hanging="    "))
    return "\n".join(lines)


def _place(span: Span | None, places: Places) -> str:
    if span is None:
        return "article"
    position = places(span.start)
    return f"{position.line}:{position.column}" if position else f"character {span.start}"


def _ledger(document: AuditDocument, paint: _Painter, width: int) -> str:
    if not document.sources:
        return paint("No sources", _BOLD)
    lines = [paint(f"Sources ({len(document.sources)})", _BOLD)]
    lines.extend(_wrapped(_entry(source), width, indent="  ", hanging="    ") for source in document.sources)
    return "\n".join(lines)


def _entry(source: Source) -> str:
    times = f"{source.attributions} attribution{'' if source.attributions == 1 else 's'}"
    parts = [f"{source.label}: {source.identity.value}", times, f"{source.quoted_words} words quoted"]
    if source.anonymity is not None:
        reason = source.anonymity.reason
        parts.append("no reason for anonymity" if reason is ReasonKind.NONE else f"{reason.value} reason for anonymity")
    return ", ".join(parts)


def _shortened(words: str) -> str:
    """Quote words of the article, the beginning only when they are many; marks of their own are enough."""
    line = " ".join(words.split())
    line = line if len(line) <= _QUOTED_CHARACTERS else f"{line[:_QUOTED_CHARACTERS].rstrip()} …"
    return line if line.startswith(_MARKS) else f"“{line}”"


def _wrapped(words: str, width: int, *, indent: str = "", hanging: str | None = None) -> str:
    follow = indent if hanging is None else hanging
    return textwrap.fill(
        one_line(words), width, initial_indent=indent, subsequent_indent=follow, break_on_hyphens=False
    )
