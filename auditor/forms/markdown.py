"""An audit document as Markdown, for a wiki, a ticket or a pull request. Words of the article cannot become markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from auditor.document import AuditDocument
from auditor.findings import Finding
from auditor.forms.places import Places
from auditor.forms.safe_text import one_line

# What can begin markup inside a line (CommonMark, with GitHub's tables, addresses and formulas), and at its start.
_MARKUP = re.compile(r"([\\`*_\[\]<>|~&$]|:(?=//)|(?<=www)\.)")
_AT_START = re.compile(r"^(\d+(?=[.)])|(?=[#+=-]))")


def markdown_text(document: AuditDocument) -> str:
    """Write one audit document as Markdown."""
    article = document.article
    about = article.metadata
    known = [about.publisher, about.byline, about.published, f"{article.words} words"]
    parts = [f"# {_plain(about.title or article.id)}", " · ".join(_plain(part) for part in known if part)]
    if document.not_audited is not None:
        return "\n\n".join([*parts, f"**Not audited:** {_plain(document.not_audited)}"]) + "\n"
    if document.profile is not None:
        parts.append(_plain(document.profile.summary))
    parts += [*_claims(document), *_findings(document), *_signals(document), *_sources(document), *_policies(document)]
    parts += [f"> {_plain(notice)}" for notice in document.notices]
    return "\n\n".join(parts) + "\n"


def _claims(document: AuditDocument) -> Iterator[str]:
    if document.claims:
        labels = {source.id: source.label for source in document.sources}
        yield "## Key claims"
        yield _table(
            ("Claim", "Kind", "Rests on", "Sources"),
            [
                (
                    claim.span.text,
                    claim.kind.value,
                    claim.verdict.value,
                    ", ".join(labels.get(id, id) for id in claim.supporting_source_ids),
                )
                for claim in document.claims
            ],
        )


def _findings(document: AuditDocument) -> Iterator[str]:
    open_ones = [finding for finding in document.findings if finding.open]
    decided = [finding for finding in document.findings if finding.decision is not None]
    known = [finding for finding in document.findings if finding.baseline and finding.decision is None]
    yield f"## Findings ({len(open_ones)})"
    places = Places(document.text)
    yield "\n".join(_finding(finding, places) for finding in open_ones) or "None."
    for heading, findings in (("Decided", decided), ("In the baseline", known)):
        if findings:
            yield f"## {heading} ({len(findings)})"
            yield "\n".join(_finding(finding, places) for finding in findings)


def _finding(finding: Finding, places: Places) -> str:
    place = places(finding.span.start) if finding.span else None
    where = f" (line {place.line}, column {place.column})" if place else ""
    lines = [f"- **{finding.severity.value} · {finding.rule} · {_plain(finding.title)}**{where}"]
    if finding.span is not None:
        lines.append(f"“{_plain(finding.span.text)}”")
    lines += [_plain(finding.message), f"To clear it: {_plain(finding.reason.clear)}"]
    if finding.policies:
        lines.append(f"Policies: {_plain(', '.join(finding.policies))}")
    if finding.decision is not None:
        decision = finding.decision
        lines.append(f"{decision.state.value}, {_plain(decision.by)}, {decision.date}: {_plain(decision.reason)}")
    return "  \n  ".join(lines)


def _signals(document: AuditDocument) -> Iterator[str]:
    if document.signals:
        yield "## What the article does well"
        yield "\n".join(f"- {_plain(signal.title)}: {_plain(signal.message)}" for signal in document.signals)


def _sources(document: AuditDocument) -> Iterator[str]:
    yield f"## Sources ({len(document.sources)})"
    if not document.sources:
        yield "None."
        return
    yield _table(
        ("Source", "What it is", "Statements", "Words quoted"),
        [
            (source.label, source.identity.value, str(source.attributions), str(source.quoted_words))
            for source in document.sources
        ],
    )


def _policies(document: AuditDocument) -> Iterator[str]:
    for policy in document.policies:
        yield f"## Policy: {_plain(policy.name)}"
        yield _table(
            ("Line", "Asks for", "Outcome"),
            [(one.code, one.text, one.outcome.value) for one in policy.requirements],
        )


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *([_plain(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _plain(words: str) -> str:
    """Make words that stay words in Markdown and in the HTML inside it."""
    return _AT_START.sub(r"\1\\", _MARKUP.sub(r"\\\1", one_line(words)))
