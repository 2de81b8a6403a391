"""`auditor config`: the settings of a run, and where each was made."""

from __future__ import annotations

import click

from auditor.batch.articles import desk_of
from auditor.cli import options
from auditor.cli.errors import OneLineGroup
from auditor.forms.safe_text import one_line
from auditor.reading.inputs import Input


@click.group(cls=OneLineGroup, short_help="Show the settings of a run, and where each was made.")
def config() -> None:
    """Show the settings of a run.

    \b
    Examples:
      auditor config show
      auditor config show desk/story.txt --policy bbc

    Settings are read from auditor.toml, or from [tool.auditor] in pyproject.toml, in the folder of the article or the
    nearest one above it. The command line goes before them.
    """  # noqa: D301 - click needs the sign itself


@config.command(short_help="Show each setting, its value and where it was made.")
@click.argument("article", default=".", metavar="[ARTICLE-or-FOLDER]")
@options.configuring
def show(article: str, *, asked: options.Asked) -> None:
    """Show each setting for an article, or for the current folder: its value, and where it was made.

    \b
    Examples:
      auditor config show
      auditor config show desk/story.txt --policy bbc
    """  # noqa: D301 - click needs the sign itself
    from auditor.configuration.preparing import prepared
    from auditor.configuration.showing import rows

    desk = desk_of(Input(article, article), asked.settings)
    # Everything that the settings name is loaded, so that mistakes are told here and not in the middle of a run.
    means = prepared(desk.configuration, desk.decisions)
    found = list(rows(desk.configuration, desk.decisions, means.policies))
    width = max(len(row.key) for row in found)
    for row in found:
        click.echo(f"{row.key:<{width}}  {one_line(row.value):<40}  {one_line(row.where)}")
