"""`auditor audit`: the audit itself, as text to read or as JSON."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from auditor.batch.articles import Failure, Settings, audit_inputs, published
from auditor.cli import options
from auditor.document import AuditDocument
from auditor.forms.json import json_text
from auditor.forms.jsonl import jsonl_text
from auditor.forms.terminal import terminal_text
from auditor.reading.inputs import expand, is_several
from auditor.writing import write_whole

_WIDTHS = range(40, 101)


@click.command(short_help="Print the audit of an article, to read or as JSON.")
@options.articles
@click.option(
    "--format",
    "form",
    type=click.Choice(["terminal", "json", "jsonl"]),
    default="terminal",
    show_default=True,
    help="terminal: text to read. json: one object, or an array for several articles. jsonl: a line an article.",
)
@click.option("-o", "--output", type=click.Path(dir_okay=False), metavar="FILE", help="Write to this file instead.")
@options.no_text
@options.auditing
@click.pass_context
def audit(
    ctx: click.Context,
    articles: tuple[str, ...],
    *,
    form: str,
    output: str | None,
    no_text: bool,
    fail_on: str | None,
    publisher: str | None,
    model: str | None,
    allow_private: bool,
) -> None:
    """Print the audit of articles: summary, findings, sources.

    \b
    Examples:
      auditor audit story.txt
      auditor audit story.txt --format json -o story.json
      pbpaste | auditor audit -

    An ARTICLE is a text file, a saved web page, a URL, a folder, a pattern such as 'desk/*.txt', or - for standard
    input.
    """  # noqa: D301 - click needs the sign itself
    chosen = options.settings(publisher=publisher, model=model, allow_private=allow_private, no_text=no_text)
    tally = options.Tally()
    sources = expand(articles)
    documents = _counted(audit_inputs(sources, chosen), tally)
    colour = form == "terminal" and output is None and _wants_colour()
    pieces = _pieces(form, documents, several=is_several(articles), settings=chosen, colour=colour)
    if output is None:
        _print(pieces)
    else:
        write_whole(Path(output), pieces)
    ctx.exit(tally.exit_code(fail_on))


def _counted(results: Iterable[AuditDocument | Failure], tally: options.Tally) -> Iterator[AuditDocument]:
    for result in results:
        if isinstance(result, Failure):
            tally.failure(result)
        else:
            tally.document(result)
            yield result


def _pieces(
    form: str, documents: Iterator[AuditDocument], *, several: bool, settings: Settings, colour: bool
) -> Iterator[str]:
    if form == "terminal":
        return _for_terminal(documents, colour=colour)
    shown = (published(document, settings) for document in documents)
    return json_text(shown, several=several) if form == "json" else jsonl_text(shown)


def _for_terminal(documents: Iterable[AuditDocument], *, colour: bool) -> Iterator[str]:
    columns = min(max(shutil.get_terminal_size().columns - 1, _WIDTHS[0]), _WIDTHS[-1])
    between = ""
    for document in documents:
        yield between + terminal_text(document, colour=colour, width=columns)
        between = f"\n{'─' * columns}\n\n"


def _print(pieces: Iterable[str]) -> None:
    """Print in UTF-8 whatever the machine's own encoding is: JSON is UTF-8."""
    stream = sys.stdout.buffer
    for piece in pieces:
        stream.write(piece.encode("utf-8", "backslashreplace"))
        stream.flush()


def _wants_colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
