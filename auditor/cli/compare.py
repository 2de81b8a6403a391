"""`auditor compare`: what changed in the sourcing between two versions of an article."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import click

from auditor.batch.articles import desk_of
from auditor.cli import options
from auditor.cli.audits import audit_of
from auditor.forms.comparison import comparison_text
from auditor.reading.inputs import Input
from auditor.writing import write_whole

_WIDTHS = range(40, 101)


@click.command(short_help="Show what changed in the sourcing between two versions of an article.")
@click.argument("old")
@click.argument("new")
@click.option("-o", "--output", type=click.Path(dir_okay=False), metavar="FILE", help="Write a web page to this file.")
@click.option("--templates", metavar="DIR", help="A folder whose templates override ours (docs/templates.md).")
@click.option("--open", "open_it", is_flag=True, help="Show the page in the browser when it is done.")
@options.configuring
def compare(
    old: str, new: str, *, output: str | None, templates: str | None, open_it: bool, asked: options.Asked
) -> None:
    """Show what changed in the sourcing of an article: sources, statements, findings, sentences.

    \b
    Examples:
      auditor compare draft.txt published.txt
      auditor compare draft.txt https://example.org/story -o changes.html --open
      auditor compare monday.json friday.json

    OLD and NEW are articles, as for 'auditor report', or audits written with 'auditor audit --format json'. Without
    -o the comparison is printed.
    """  # noqa: D301 - click needs the sign itself
    from auditor.report.comparing import compare as compared

    comparison = compared(audit_of(old, asked.settings), audit_of(new, asked.settings))
    if output is None:
        columns = min(max(shutil.get_terminal_size().columns - 1, _WIDTHS[0]), _WIDTHS[-1])
        text = comparison_text(comparison, colour=_wants_colour(), width=columns)
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
        sys.stdout.buffer.flush()
        return
    from auditor.batch.rendering import look_of
    from auditor.report.html import render_comparison

    look = look_of(desk_of(Input(new, new), asked.settings), Path(templates) if templates else None)
    place = Path(output)
    write_whole(place, [render_comparison(comparison, look=look, tool=comparison.new.tool.partition(",")[0])])
    click.echo(place)
    if open_it:
        click.launch(place.resolve().as_uri())


def _wants_colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
