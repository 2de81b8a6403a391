"""`auditor batch`: many articles into one folder of audits."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from auditor.cli import options
from auditor.errors import SettingsError
from auditor.reading.inputs import STANDARD_INPUT, expand

_FORMS = ("jsonl", "html")


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
    help="jsonl for the audits alone; jsonl,html for a report of each article and an index too.",
)
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
    asked: options.Asked,
) -> None:
    """Audit many articles: files, folders, patterns and URLs.

    \b
    Examples:
      auditor batch archive/ --out audits/
      auditor batch 'desk/2024-*/*.txt' --out audits/ --jobs 4 --format jsonl

    DIR/audits.jsonl holds one line an article, DIR/index.html leads to a report of each. What could not be audited
    is listed with its reason in DIR/not-audited.jsonl and does not stop the rest.
    """  # noqa: D301 - click needs the sign itself
    reports = "html" in _chosen_forms(forms)
    chosen = asked.settings
    sources = expand(inputs, results=out)
    if any(source.place == STANDARD_INPUT for source in sources):
        raise SettingsError("a batch does not read standard input", fix="Use 'auditor audit -' for one article.")
    from auditor.batch.run import AUDITS, INDEX, NOT_AUDITED, run_batch

    folder = Path(out)
    with _progress(len(sources)) as step:
        summary = run_batch(sources, folder, chosen, jobs=jobs, reports=reports, progress=step)
    click.echo(folder / (INDEX if reports else AUDITS))
    tally = options.Tally(worst=summary.worst, not_audited=summary.not_audited)
    said = f"{summary.audited} audited, {summary.not_audited} not audited"
    click.echo(f"{said} (see {folder / NOT_AUDITED})" if summary.not_audited else said, err=True)
    ctx.exit(tally.exit_code(asked.fail_on))


def _chosen_forms(forms: str) -> set[str]:
    chosen = {form.strip() for form in forms.split(",")}
    for form in sorted(chosen - set(_FORMS)):
        raise SettingsError(f"'{form}' is not a form", where="--format", fix=f"Use {' or '.join(_FORMS)}, or both.")
    return chosen


@contextmanager
def _progress(articles: int) -> Iterator[Callable[[], object]]:
    """Show a progress bar on standard error when that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    with click.progressbar(length=articles, label="Auditing", show_pos=True, file=sys.stderr) as bar:
        yield lambda: bar.update(1)
