"""`auditor audit`: the audit itself, as text to read or as JSON."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from auditor.batch.articles import Failure, audit_inputs, published
from auditor.cli import options
from auditor.cli.inputs import sources_of
from auditor.document import AuditDocument
from auditor.errors import SettingsError
from auditor.forms.choice import FORMS, Audited, Form, form_text
from auditor.forms.tables import TABLES
from auditor.forms.terminal import terminal_text
from auditor.reading.inputs import Input, is_several
from auditor.writing import write_whole, write_whole_bytes

_WIDTHS = range(40, 101)


@click.command(short_help="Print the audit of an article, to read or in a form for other programs.")
@options.articles
@click.option(
    "--format",
    "form",
    type=click.Choice(["terminal", *FORMS, "docx"]),
    default="terminal",
    show_default=True,
    help="terminal: text to read. json: one object, or an array for several articles. jsonl: a line an article. "
    "csv: one table, see --table. markdown: for a wiki or a ticket. sarif: for code-scanning pages. github: for a "
    "workflow. webanno: W3C Web Annotations. docx: the article with Word comments (needs -o).",
)
@click.option(
    "--table",
    type=click.Choice(list(TABLES)),
    default="findings",
    show_default=True,
    help="The table that --format csv writes.",
)
@click.option("--locate", is_flag=True, help="Say of each finding where in its file it stands: paragraph, page.")
@click.option("-o", "--output", type=click.Path(dir_okay=False), metavar="FILE", help="Write to this file instead.")
@options.no_text
@options.auditing
@click.pass_context
def audit(
    ctx: click.Context,
    articles: tuple[str, ...],
    *,
    form: str,
    locate: bool,
    table: str,
    output: str | None,
    asked: options.Asked,
) -> None:
    """Print the audit of articles: summary, findings, sources.

    \b
    Examples:
      auditor audit story.txt
      auditor audit story.txt --format json -o story.json
      auditor audit story.txt --format docx -o story.docx
      auditor audit desk/ --format csv --table sources -o sources.csv
      pbpaste | auditor audit -

    An ARTICLE is a file (text, web page, Word, PDF, e-mail, agency copy), a corpus or an archive of them, a URL, a
    folder, a pattern such as 'desk/*.txt', or - for standard input.
    """  # noqa: D301 - click needs the sign itself
    chosen = asked.settings
    tally = options.Tally()
    sources = list(sources_of(articles, chosen.reading))
    several = is_several(articles) or len(sources) > 1
    documents = _counted(sources, audit_inputs(sources, chosen), tally)
    if form == "docx":
        _write_word(documents, output, several=several)
        ctx.exit(tally.exit_code(asked.fail_on))
    if form == "terminal":
        colour = output is None and _wants_colour()
        pieces = _for_terminal((document for document, _ in documents), colour=colour, locate=locate)
    else:
        shown = ((published(document, chosen), place) for document, place in documents)
        pieces = form_text(Form(form, several=several, table=table), shown)
    _give(pieces, output)
    ctx.exit(tally.exit_code(asked.fail_on))


def _counted(
    sources: Iterable[Input], results: Iterable[AuditDocument | Failure], tally: options.Tally
) -> Iterator[Audited]:
    for source, result in zip(sources, results, strict=True):
        if isinstance(result, Failure):
            tally.failure(result)
        else:
            tally.document(result)
            yield result, source.place


def _write_word(documents: Iterable[Audited], output: str | None, *, several: bool) -> None:
    """Write the article with its comments.

    Raises:
        SettingsError: no file is named, or there are several articles for it.
    """
    if output is None or several:
        raise SettingsError("a Word document holds one article and goes to a file", fix="Name one article and -o FILE.")
    from auditor.forms.word import word_bytes

    for document, _ in documents:
        write_whole_bytes(Path(output), word_bytes(document))


def _for_terminal(documents: Iterable[AuditDocument], *, colour: bool, locate: bool) -> Iterator[str]:
    columns = min(max(shutil.get_terminal_size().columns - 1, _WIDTHS[0]), _WIDTHS[-1])
    between = ""
    for document in documents:
        yield between + terminal_text(document, colour=colour, width=columns, locate=locate)
        between = f"\n{'─' * columns}\n\n"


def _give(pieces: Iterable[str], output: str | None) -> None:
    if output is None:
        _print(pieces)
    else:
        write_whole(Path(output), pieces)


def _print(pieces: Iterable[str]) -> None:
    """Print in UTF-8 whatever the machine's own encoding is: JSON is UTF-8."""
    stream = sys.stdout.buffer
    for piece in pieces:
        stream.write(piece.encode("utf-8", "backslashreplace"))
        stream.flush()


def _wants_colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
