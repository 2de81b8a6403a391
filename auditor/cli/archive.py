"""`auditor dashboard` and `auditor query`: what the tables of a batch say about a whole archive."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from auditor import __version__
from auditor.forms.csv import csv_line
from auditor.forms.safe_text import one_line
from auditor.writing import write_whole

_WIDEST = 60
_folder = click.argument("folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))


@click.command(short_help="Build the pages that show how a whole archive is sourced.")
@_folder
def dashboard(folder: Path) -> None:
    """Build DIR/dashboard.html from the Parquet tables of a batch, with lists of all articles.

    DIR/across.html shows what several articles carry: the same quotation and what changed on its way, differing
    quantities, one unnamed source described in several ways. The same stands in three more tables for 'auditor query'.

    \b
    Example:
      auditor batch archive/ --out audits/ --format jsonl,html,parquet
      auditor dashboard audits/

    The pages need no network and no server: open DIR/dashboard.html in a browser.
    """  # noqa: D301 - click needs the sign itself
    from auditor.archive.across import across
    from auditor.archive.across_tables import write_across
    from auditor.archive.numbers import numbers_of
    from auditor.report.dashboard import render_dashboard
    from auditor.report.trails import render_across

    tool, shared = f"source-auditor {__version__}", across(folder)
    write_across(shared, folder)
    write_whole(folder / "across.html", [render_across(shared, tool=tool)])
    for name, page in render_dashboard(numbers_of(folder), tool=tool):
        write_whole(folder / name, [page])
    click.echo(folder / "dashboard.html")


@click.command(short_help="Ask the tables of a batch a question in SQL.")
@_folder
@click.argument("sql")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json"]),
    default="table",
    show_default=True,
    help="The form.",
)
def query(folder: Path, sql: str, *, form: str) -> None:
    """Ask the Parquet tables of a batch a question in SQL (DuckDB's). The tables cannot be changed by it.

    \b
    Examples:
      auditor query audits/ "SHOW TABLES"
      auditor query audits/ "SELECT * FROM publishers" --format csv
      auditor query audits/ "SELECT article, words FROM findings WHERE severity = 'high'"
    """  # noqa: D301 - click needs the sign itself
    from auditor.archive.tables import Answer, Archive

    with Archive(folder) as archive:
        answer: Answer = archive.ask(sql)
    if form == "json":
        rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2, default=str))
    elif form == "csv":
        for line in (answer.columns, *answer.rows):
            click.echo(csv_line(line), nl=False)
    else:
        click.echo(_table([answer.columns, *answer.rows]))


def _table(lines: list[tuple[Any, ...]]) -> str:
    """Set values in columns, long ones shortened, safe to print."""
    cells = [[_cell(value) for value in line] for line in lines]
    widths = [max(len(line[column]) for line in cells) for column in range(len(cells[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in cells
    )


def _cell(value: object) -> str:
    words = "" if value is None else one_line(str(value))
    return words if len(words) <= _WIDEST else f"{words[: _WIDEST - 1]}…"
