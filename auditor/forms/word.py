"""The article as a Word document with the findings as comments on the flagged words (Office Open XML, by python-docx).

Comments stand on whole runs, so each paragraph is cut at every edge of a finding; overlapping findings are then fine.
The same audit always gives the same bytes: no clock is asked.
"""

from __future__ import annotations

import io
import zipfile
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from auditor.document import AuditDocument
from auditor.errors import InputError, SettingsError
from auditor.findings import Finding
from auditor.forms.safe_text import safe_text
from auditor.text import Paragraph, Span, ZoneKind

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.run import Run

_AUTHOR, _INITIALS = "source-auditor", "SA"
_STYLES = {ZoneKind.HEADLINE: "Title", ZoneKind.STANDFIRST: "Subtitle", ZoneKind.CAPTION: "Caption"}
# The earliest day that a zip archive can hold.
_NO_DATE = (1980, 1, 1, 0, 0, 0)


def word_bytes(document: AuditDocument) -> bytes:
    """Write one audited article as a Word document.

    Raises:
        SettingsError: python-docx is not installed.
        InputError: the audit holds no text to write.
    """
    if document.text is None:
        reason = document.not_audited or "its text was left out"
        raise InputError(f"no Word document: {reason}", where=document.article.id)
    word = _new_document()
    runs = _write_text(word, document, _edges(document.findings))
    for finding in document.findings:
        _comment(word, finding, runs)
    return _without_dates(word)


def _new_document() -> Document:
    try:
        import docx
    except ImportError as error:
        fix = "Install it: python -m pip install 'source-auditor[docx]'."
        raise SettingsError("a Word document needs python-docx, which is not installed", fix=fix) from error
    return docx.Document()


def _edges(findings: Iterable[Finding]) -> list[int]:
    spans = [span for finding in findings for span in (finding.span, *finding.places) if span is not None]
    return sorted({offset for span in spans for offset in (span.start, span.end)})


def _write_text(word: Document, document: AuditDocument, edges: Sequence[int]) -> list[tuple[int, Run]]:
    """Write the article and give the runs with the character offset at which each begins, in order."""
    text = document.text or ""
    runs: list[tuple[int, Run]] = []
    for paragraph in document.paragraphs:
        written = word.add_paragraph(style=_STYLES.get(paragraph.zone))
        for start, end in pairwise(_cuts(paragraph, edges)):
            # Word breaks a line where a run has a line feed, as the article does inside a paragraph.
            runs.append((start, written.add_run(safe_text(text[start:end], keep_lines=True))))
    return runs


def _cuts(paragraph: Paragraph, edges: Sequence[int]) -> list[int]:
    inside = edges[bisect_left(edges, paragraph.start + 1) : bisect_left(edges, paragraph.end)]
    return [paragraph.start, *inside, paragraph.end]


def _comment(word: Document, finding: Finding, runs: Sequence[tuple[int, Run]]) -> None:
    """Put one comment on the words of a finding; one about the whole article stands on its first words."""
    found = _runs_of(finding.span, runs) if finding.span is not None else [run for _, run in runs[:1]]
    if not found:
        return
    comment = word.add_comment(runs=[found[0], found[-1]], text="", author=_AUTHOR, initials=_INITIALS)
    # The moment of writing would make two audits of one article differ.
    for name in [key for key in comment._comment_elm.attrib if key.endswith("}date")]:
        del comment._comment_elm.attrib[name]
    lines = _lines(finding)
    comment.paragraphs[0].add_run(lines[0]).bold = True
    for line in lines[1:]:
        comment.add_paragraph(line)


def _runs_of(span: Span, runs: Sequence[tuple[int, Run]]) -> list[Run]:
    first = bisect_left(runs, span.start, key=lambda pair: pair[0])
    last = bisect_left(runs, span.end, key=lambda pair: pair[0])
    return [run for _, run in runs[first:last]]


def _lines(finding: Finding) -> list[str]:
    lines = [f"{finding.rule} · {finding.title} ({finding.severity.value})", finding.message, finding.reason.why]
    lines += [f"To clear it: {finding.reason.clear}", f"Ask: {finding.reason.ask}"]
    if finding.policies:
        lines.append(f"Policies: {', '.join(finding.policies)}")
    if finding.decision is not None:
        decision = finding.decision
        lines.append(f"Decided: {decision.state.value}, {decision.by}, {decision.date}: {decision.reason}")
    if finding.baseline:
        lines.append("Known from the baseline.")
    return [safe_text(line) for line in lines]


def _without_dates(word: Document) -> bytes:
    written, same = io.BytesIO(), io.BytesIO()
    word.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(same, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.infolist():
            target.writestr(zipfile.ZipInfo(part.filename, _NO_DATE), source.read(part), zipfile.ZIP_DEFLATED)
    return same.getvalue()
