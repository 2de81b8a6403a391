"""One run over many articles: what each one becomes, and the files that the run leaves in its folder.

`audits.jsonl` holds a line an article that was read, in the order of the inputs; `not-audited.jsonl`, only there
when needed, what was not audited and why; with reports, one page an article and `index.html`. Every file appears
complete or not at all, and is the same whatever the number of processes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import repeat
from pathlib import Path
from urllib.parse import quote

from auditor.batch import articles
from auditor.batch.articles import Failure, Settings, published, report_command
from auditor.batch.workers import run, sensible_jobs
from auditor.document import AuditDocument
from auditor.errors import AuditorError
from auditor.findings import Severity
from auditor.forms.files import report_paths
from auditor.forms.jsonl import jsonl_line
from auditor.reading.inputs import Input
from auditor.report.html import render_index, render_report
from auditor.report.index import IndexFailure, IndexRow, index_row
from auditor.writing import whole_file, write_whole

AUDITS = "audits.jsonl"
NOT_AUDITED = "not-audited.jsonl"
INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Task:
    """One article to audit, and the path of its report below the run's folder; null for none."""

    source: Input
    report: str | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one article became.

    Attributes:
        source: the input.
        line: its audit on one line; null when it could not be read.
        not_audited: why it was not audited, or null.
        worst: the highest severity among its open findings, or null without one.
        row: its row in the index; null when it was not audited or no reports are made.
    """

    source: Input
    line: str | None
    not_audited: str | None
    worst: Severity | None = None
    row: IndexRow | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """How a run ended: numbers of articles, and the highest severity among all open findings."""

    audited: int
    not_audited: int
    worst: Severity | None


def run_batch(
    sources: Sequence[Input],
    folder: Path,
    settings: Settings,
    *,
    jobs: int | None = None,
    reports: bool = True,
    progress: Callable[[], object] = lambda: None,
) -> Summary:
    """Audit the inputs into a folder.

    Args:
        sources: what to audit.
        folder: where the files go; made when missing.
        settings: how to read and audit.
        jobs: number of processes; null for one a core, as far as there is work for them.
        reports: whether to write a page for each article, and the index.
        progress: called after each article.

    Raises:
        ReportError: a file of the run cannot be written.
        ModelError: the language model is not there.
    """
    paths: Iterable[str | None] = repeat(None)
    if reports:
        paths = report_paths((source.id for source in sources), taken=[INDEX])
    tasks = [Task(source, path) for source, path in zip(sources, paths, strict=False)]
    work = partial(audit_chunk, folder=folder, settings=settings)
    outcomes = run(work, tasks, sensible_jobs(jobs, len(tasks)), lost=_lost)
    left: list[Outcome] = []
    with whole_file(folder / AUDITS) as file:
        for outcome in outcomes:
            if outcome.line is not None:
                file.write(outcome.line)
            left.append(_without_line(outcome))
            progress()
    _write_not_audited(left, folder)
    if reports:
        _write_index(left, folder)
    return _summary(left)


def audit_chunk(tasks: Sequence[Task], *, folder: Path, settings: Settings) -> list[Outcome]:
    """Audit a few articles together; one that fails, for whatever reason, does not touch the others."""
    results = articles.audit_chunk([task.source for task in tasks], settings, keep_going=True)
    outcomes = []
    for task, result in zip(tasks, results, strict=True):
        if isinstance(result, Failure):
            outcomes.append(Outcome(task.source, None, result.reason))
        else:
            outcomes.append(_finished(task, result, folder, settings))
    return outcomes


def _finished(task: Task, document: AuditDocument, folder: Path, settings: Settings) -> Outcome:
    kept = published(document, settings)
    line = jsonl_line(kept)
    severities = (finding.severity for finding in kept.findings if finding.open)
    worst = max(severities, key=lambda severity: severity.rank, default=None)
    if task.report is None:
        return Outcome(task.source, line, kept.not_audited, worst)
    try:
        write_whole(folder / task.report, [render_report(kept, command=report_command(task.source, settings))])
        row = index_row(kept, quote(task.report)) if kept.not_audited is None else None
    except Exception as error:
        return Outcome(task.source, line, f"the report could not be made: {_said(error)}", worst)
    return Outcome(task.source, line, kept.not_audited, worst, row)


def _said(error: Exception) -> str:
    """Put an error on one line; a bug is named as one, since in a batch it must not end the run."""
    if isinstance(error, AuditorError):
        return " ".join(str(error).split())
    return " ".join(f"internal error ({type(error).__name__}: {error}); please report it".split())


def _lost(task: Task) -> Outcome:
    return Outcome(task.source, None, "the process that audited it was ended by the system, perhaps for its memory")


def _without_line(outcome: Outcome) -> Outcome:
    """Forget the audit, which is on disk, so that memory does not grow with the articles' length."""
    return Outcome(outcome.source, None, outcome.not_audited, outcome.worst, outcome.row)


def _write_not_audited(outcomes: Sequence[Outcome], folder: Path) -> None:
    missed = [outcome for outcome in outcomes if outcome.not_audited is not None]
    if not missed:
        (folder / NOT_AUDITED).unlink(missing_ok=True)  # an earlier run's
        return
    write_whole(folder / NOT_AUDITED, (_failure_line(outcome) for outcome in missed))


def _failure_line(outcome: Outcome) -> str:
    place = outcome.source.place.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    values = {"id": outcome.source.id, "path": place, "reason": outcome.not_audited}
    return json.dumps(values, ensure_ascii=False) + "\n"


def _write_index(outcomes: Sequence[Outcome], folder: Path) -> None:
    rows = [outcome.row for outcome in outcomes if outcome.row is not None]
    failures = [IndexFailure(outcome.source.id, outcome.not_audited) for outcome in outcomes if outcome.not_audited]
    write_whole(folder / INDEX, [render_index(rows, not_audited=failures)])


def _summary(outcomes: Sequence[Outcome]) -> Summary:
    missed = sum(outcome.not_audited is not None for outcome in outcomes)
    severities = [outcome.worst for outcome in outcomes if outcome.worst is not None]
    worst = max(severities, key=lambda severity: severity.rank, default=None)
    return Summary(len(outcomes) - missed, missed, worst)
