"""One run over many articles: what each one becomes, and the files that the run leaves in its folder.

`audits.jsonl` holds a line an article that was read, in the order of the inputs; `not-audited.jsonl`, only there
when needed, what was not audited and why; with reports, one page an article and `index.html`; with tables, Parquet
files. Every file appears complete or not at all, and is the same whatever the number of processes and however often
the run was ended and started again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence, Sized
from dataclasses import asdict, dataclass
from functools import partial
from itertools import groupby, islice
from pathlib import Path
from urllib.parse import quote

from auditor.batch import articles
from auditor.batch.articles import Failure, Settings, desk_of, published
from auditor.batch.keys import article_key
from auditor.batch.options import Reports, RunOptions
from auditor.batch.parquet import write_tables
from auditor.batch.rendering import look_of, report_page
from auditor.batch.store import Finished, Store
from auditor.batch.workers import run, sensible_chunk, sensible_jobs
from auditor.document import AuditDocument
from auditor.errors import AuditorError
from auditor.findings import Severity
from auditor.forms.files import ReportPaths
from auditor.forms.jsonl import jsonl_line
from auditor.reading.inputs import Input
from auditor.report.html import render_index
from auditor.report.index import IndexFailure, IndexRow, index_row
from auditor.text import Article
from auditor.writing import write_whole

AUDITS = "audits.jsonl"
NOT_AUDITED = "not-audited.jsonl"
INDEX = "index.html"
# A page with more rows opens slowly; the tables and the dashboard hold them all.
_MOST_ROWS = 5000


@dataclass(frozen=True, slots=True)
class Task:
    """One article to audit.

    Attributes:
        source: the input.
        report: the path of its report below the run's folder; null for none.
        key: the key under which an earlier run audited it, or null.
    """

    source: Input
    report: str | None
    key: str | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one article became: an audit, a failure, or nothing new.

    Attributes:
        place: where it was read.
        id: its id in the run.
        finished: its audit; null when it was not audited anew.
        failure: why there is no whole audit, or null.
    """

    place: str
    id: str
    finished: Finished | None = None
    failure: str | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """How a run ended: numbers of articles, and the highest severity among all open findings.

    Attributes:
        unchanged: of the audited ones, those that an earlier run had finished.
    """

    audited: int
    not_audited: int
    worst: Severity | None
    unchanged: int = 0


def run_batch(
    sources: Iterable[Input],
    folder: Path,
    settings: Settings,
    options: RunOptions = RunOptions(),  # noqa: B008 - a frozen value
    *,
    progress: Callable[[int, int], object] = lambda done, failed: None,
) -> Summary:
    """Audit the inputs into a folder; articles that an earlier run finished there are not audited again.

    Args:
        sources: what to audit, read only as far as it is needed.
        folder: where the files go; made when missing.
        settings: how to read and audit.
        options: processes, reports, tables.
        progress: called with numbers of articles done and failed, as they come.

    Raises:
        SettingsError: another run is writing into the folder, or an extra is missing.
        ReportError: a file of the run cannot be written.
        ModelError: the language model is not there.
    """
    known = len(sources) if isinstance(sources, Sized) else None
    jobs = sensible_jobs(options.jobs, known)
    work = partial(audit_chunk, folder=folder, settings=settings, reports=options.reports)
    with Store(folder) as store:
        store.begin()
        chunks = _chunks(_tasks(sources, store, folder, options), sensible_chunk(jobs, known))
        unchanged = 0
        for outcomes in run(work, chunks, jobs, lost=_lost):
            unchanged += _keep(outcomes, store)
            progress(len(outcomes), sum(outcome.failure is not None for outcome in outcomes))
        store.publish(AUDITS)
        _write_not_audited(store, folder)
        if options.reports is not Reports.NONE:
            _write_index(store, folder, settings)
        if options.tables:
            write_tables(zip(store.lines(), _reports(store), strict=True), folder)
        return _summary(store, unchanged)


def audit_chunk(
    tasks: Sequence[Task], *, folder: Path, settings: Settings, reports: Reports = Reports.NONE
) -> list[Outcome]:
    """Audit a few articles together; one that fails, for whatever reason, does not touch the others."""
    outcomes: list[Outcome] = []
    for desk, group in groupby(tasks, key=lambda task: articles.desk_of(task.source, settings)):
        together = list(group)
        reading = articles.reading_of(desk, settings)
        read = [articles.read_or_fail(task.source, reading) for task in together]
        keys = [article_key(one, desk, settings) if isinstance(one, Article) else "" for one in read]
        new = [
            one
            for task, one, key in zip(together, read, keys, strict=True)
            if isinstance(one, Article) and key != task.key
        ]
        names = articles.names_in_decisions([task.source for task in together], desk)
        documents = iter(articles.audited(new, settings, desk, names=names, keep_going=True) if new else ())
        for task, one, key in zip(together, read, keys, strict=True):
            if isinstance(one, Failure):
                outcomes.append(Outcome(task.source.place, task.source.id, failure=one.reason))
            elif key == task.key:
                outcomes.append(Outcome(task.source.place, task.source.id))
            else:
                finisher = _Finisher(task, key, folder, settings, reports)
                outcomes.append(finisher.outcome(next(documents)))
    return outcomes


@dataclass(frozen=True, slots=True)
class _Finisher:
    """Turns an audit into what the run keeps of it."""

    task: Task
    key: str
    folder: Path
    settings: Settings
    reports: Reports

    def outcome(self, document: AuditDocument) -> Outcome:
        kept = published(document, self.settings)
        source = self.task.source
        severities = [finding.severity for finding in kept.findings if finding.open]
        worst = max(severities, key=lambda severity: severity.rank, default=None)
        internal = (kept.not_audited or "").startswith("internal error")
        row, failure = None, kept.not_audited if internal else None
        try:
            row = self._report(kept, has_findings=bool(severities))
        except Exception as error:
            failure = f"the report could not be made: {_said(error)}"
        finished = Finished(
            source.place,
            source.id,
            "" if failure else self.key,  # without a key the next run tries it again
            jsonl_line(kept),
            worst.value if worst else None,
            kept.not_audited,
            json.dumps(asdict(row)) if row else None,
        )
        return Outcome(source.place, source.id, finished, failure)

    def _report(self, document: AuditDocument, *, has_findings: bool) -> IndexRow | None:
        """Write the report where one is wanted, and give the article's row of the index."""
        path = self.task.report
        if path is None:
            return None
        if self.reports is Reports.FINDINGS and not has_findings:
            (self.folder / path).unlink(missing_ok=True)  # an earlier run's
            return index_row(document, "") if document.not_audited is None else None
        write_whole(self.folder / path, [report_page(document, self.task.source, self.settings)])
        return index_row(document, quote(path)) if document.not_audited is None else None


def _tasks(sources: Iterable[Input], store: Store, folder: Path, options: RunOptions) -> Iterator[Task]:
    paths = ReportPaths(taken=[INDEX])
    for source in sources:
        report = paths.path(source.id) if options.reports is not Reports.NONE else None
        key = store.want(source.place, source.id, with_report=report is not None)
        gone = report is not None and options.reports is Reports.ALL and not (folder / report).is_file()
        yield Task(source, report, None if options.rerun or gone else key)


def _chunks(tasks: Iterable[Task], size: int) -> Iterator[list[Task]]:
    waiting = iter(tasks)
    while chunk := list(islice(waiting, size)):
        yield chunk


def _keep(outcomes: Sequence[Outcome], store: Store) -> int:
    """Keep what a chunk became, and give the number of articles that were finished before."""
    store.record([outcome.finished for outcome in outcomes if outcome.finished is not None])
    for outcome in outcomes:
        if outcome.failure is not None:
            store.fail(outcome.place, outcome.id, outcome.failure, forget=outcome.finished is None)
    return sum(outcome.finished is None and outcome.failure is None for outcome in outcomes)


def _said(error: Exception) -> str:
    """Put an error on one line; a bug is named as one, since in a batch it must not end the run."""
    if isinstance(error, AuditorError):
        return " ".join(str(error).split())
    return " ".join(f"internal error ({type(error).__name__}: {error}); please report it".split())


def _lost(task: Task) -> Outcome:
    reason = "the process that audited it was ended by the system, perhaps for its memory"
    return Outcome(task.source.place, task.source.id, failure=reason)


def _write_not_audited(store: Store, folder: Path) -> None:
    lines = (_failure_line(*failure) for failure in store.failures())
    first = next(lines, None)
    if first is None:
        (folder / NOT_AUDITED).unlink(missing_ok=True)  # an earlier run's
        return
    write_whole(folder / NOT_AUDITED, (line for part in ([first], lines) for line in part))


def _failure_line(place: str, id: str, reason: str) -> str:
    readable = place.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return json.dumps({"id": id, "path": readable, "reason": reason}, ensure_ascii=False) + "\n"


def _write_index(store: Store, folder: Path, settings: Settings) -> None:
    """Write the page of all articles, in the look of the first one's newsroom."""
    first = next(iter(store.finished()), None)
    look = look_of(desk_of(Input(first.place, first.id), settings)) if first else None
    rows = (IndexRow(**json.loads(one.row)) for one in store.finished() if one.row is not None)
    failures = (IndexFailure(id, reason) for _, id, reason in store.failures())
    shown, failed = list(islice(rows, _MOST_ROWS)), list(islice(failures, _MOST_ROWS))
    write_whole(folder / INDEX, [render_index(shown, not_audited=failed, look=look)])


def _reports(store: Store) -> Iterator[str | None]:
    """Give the address of each article's report, relative to the folder, or null."""
    for one in store.finished():
        yield (json.loads(one.row)["href"] or None) if one.row else None


def _summary(store: Store, unchanged: int) -> Summary:
    audited = not_audited = 0
    worst: Severity | None = None
    failed = {(place, id) for place, id, _ in store.failures()}
    for one in store.finished():
        audited += (one.place, one.id) not in failed
        severity = Severity(one.worst) if one.worst else None
        if severity is not None and (worst is None or severity.rank > worst.rank):
            worst = severity
    not_audited = len(failed)
    return Summary(audited, not_audited, worst, unchanged)
