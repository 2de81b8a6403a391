"""`auditor batch`: many articles into one folder of audits."""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import click

from auditor.batch.options import Reports, RunOptions
from auditor.cli import options
from auditor.cli.inputs import counted, sources_of
from auditor.errors import AuditorError, SettingsError
from auditor.reading.inputs import STANDARD_INPUT, Input, is_url
from auditor.writing import write_whole

if TYPE_CHECKING:
    from auditor.batch.run import Summary

_FORMS = ("jsonl", "html", "parquet")
_SUMMARY_VERSION = "1"


@click.command(short_help="Audit many articles into a folder.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT…")
@click.option(
    "--out", required=True, type=click.Path(file_okay=False), metavar="DIR", help="The folder for the results."
)
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Number of processes. Default: one a core.")
@click.option(
    "--format",
    "forms",
    default="jsonl,html",
    show_default=True,
    metavar="FORMS",
    help="jsonl for the audits alone; with html a report of each article and an index too; with parquet tables for "
    "data tools.",
)
@click.option(
    "--reports",
    type=click.Choice([Reports.ALL.value, Reports.FINDINGS.value]),
    default=Reports.ALL.value,
    show_default=True,
    help="With html: a report of all articles, or of those with an open finding.",
)
@click.option("--rerun", is_flag=True, help="Audit again what an earlier run into DIR has finished.")
@click.option("--quiet", is_flag=True, help="Print nothing but errors.")
@click.option("--summary-json", type=click.Path(dir_okay=False), metavar="FILE", help="Write the totals to this file.")
@options.no_text
@options.auditing
@click.pass_context
def batch(
    ctx: click.Context,
    inputs: tuple[str, ...],
    *,
    out: str,
    jobs: int | None,
    forms: str,
    reports: str,
    rerun: bool,
    quiet: bool,
    summary_json: str | None,
    asked: options.Asked,
) -> None:
    """Audit many articles: files, folders, patterns, corpora, archives and URLs.

    \b
    Examples:
      auditor batch archive/ --out audits/
      auditor batch 'desk/2024-*/*.txt' --out audits/ --jobs 4 --format jsonl,parquet

    DIR/audits.jsonl holds one line an article, DIR/index.html leads to a report of each, DIR/tables/ holds the Parquet
    tables. What could not be audited is listed with its reason in DIR/not-audited.jsonl and does not stop the rest.

    A run that was ended, in whatever way, goes on where it stopped when it is started again: articles that are
    finished are not audited again unless they, the rules or the settings have changed.
    """  # noqa: D301 - click needs the sign itself
    chosen = _chosen_forms(forms)
    sources = counted(sources_of(_articles(inputs), asked.settings.reading, results=out))
    from auditor.batch.run import AUDITS, INDEX, NOT_AUDITED, run_batch

    folder, pages = Path(out), Reports(reports) if "html" in chosen else Reports.NONE
    how = RunOptions(jobs=jobs, reports=pages, tables="parquet" in chosen, rerun=rerun)
    with _progress(_length(sources), _again(inputs, asked, out), shown=not quiet) as step:
        summary = run_batch(sources, folder, asked.settings, how, progress=step)
    if summary_json is not None:
        write_whole(Path(summary_json), [_totals(summary)])
    if not quiet:
        click.echo(folder / (AUDITS if pages is Reports.NONE else INDEX))
        click.echo(_said(summary, folder / NOT_AUDITED), err=True)
    ctx.exit(options.Tally(worst=summary.worst, not_audited=summary.not_audited).exit_code(asked.fail_on))


def _length(sources: object) -> int | None:
    return len(sources) if isinstance(sources, list) else None


def _again(inputs: tuple[str, ...], asked: options.Asked, out: str) -> Callable[[], Iterator[Input]] | None:
    """Give what counts the articles beside the run; null for addresses, which would be fetched twice."""
    return None if any(map(is_url, inputs)) else partial(sources_of, inputs, asked.settings.reading, results=out)


def _articles(inputs: tuple[str, ...]) -> tuple[str, ...]:
    if STANDARD_INPUT in inputs:
        raise SettingsError("a batch does not read standard input", fix="Use 'auditor audit -' for one article.")
    return inputs


def _chosen_forms(forms: str) -> set[str]:
    chosen = {form.strip() for form in forms.split(",")}
    for form in sorted(chosen - set(_FORMS)):
        raise SettingsError(f"'{form}' is not a form", where="--format", fix=f"Use {', '.join(_FORMS)}.")
    return chosen


def _said(summary: Summary, not_audited: Path) -> str:
    said = f"{summary.audited} audited, {summary.not_audited} not audited"
    said += f", {summary.unchanged} of them finished before" if summary.unchanged else ""
    return f"{said} (see {not_audited})" if summary.not_audited else said


def _totals(summary: Summary) -> str:
    """Give the totals for other programs: numbers of articles, and the highest severity of an open finding."""
    totals = {
        "summary_version": _SUMMARY_VERSION,
        "audited": summary.audited,
        "not_audited": summary.not_audited,
        "finished_before": summary.unchanged,
        "worst": summary.worst.value if summary.worst else None,
    }
    return json.dumps(totals, indent=2) + "\n"


@contextmanager
def _progress(
    articles: int | None, again: Callable[[], Iterable[Input]] | None = None, *, shown: bool
) -> Iterator[Callable[[int, int], object]]:
    """Show rate, time left and failures on standard error when that is a terminal.

    Many articles are counted by going through the inputs `again`, beside the run; until then no time left is shown.
    """
    if not shown or not sys.stderr.isatty():
        yield lambda done, failed: None
        return
    begun, missed = time.monotonic(), 0
    with click.progressbar(iter(()), length=articles, label="Auditing", show_pos=True, file=sys.stderr) as bar:
        if articles is None and again is not None:
            threading.Thread(target=_learn_length, args=(bar, again), daemon=True).start()

        def step(done: int, failed: int) -> None:
            nonlocal missed
            missed += failed
            rate = (bar.pos + done) / max(time.monotonic() - begun, 0.001)
            bar.label = f"Auditing, {rate:.1f} a second" + (f", {missed} not audited" if missed else "")
            bar.update(done)

        yield step


def _learn_length(bar: _Bar, again: Callable[[], Iterable[Input]]) -> None:
    with suppress(AuditorError):  # the run itself says what is wrong
        bar.length = sum(1 for _ in again())


class _Bar(Protocol):
    length: int | None
