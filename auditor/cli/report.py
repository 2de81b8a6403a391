"""`auditor report`: the transparency report of articles, an HTML page each."""

from __future__ import annotations

import os
from pathlib import Path

import click

from auditor.batch.articles import Failure, Settings, audit_inputs, published
from auditor.cli import options
from auditor.document import AuditDocument
from auditor.errors import SettingsError
from auditor.forms.files import report_paths, write_whole
from auditor.reading.inputs import Input, expand, is_several

_ENDINGS = (".html", ".htm")


@click.command(short_help="Write the transparency report of an article as a web page.")
@options.articles
@click.option(
    "-o",
    "--output",
    metavar="FILE-or-FOLDER",
    help="Where to write: a file for one article, a folder for several. Without it: here, under the article's name.",
)
@click.option("--open", "open_it", is_flag=True, help="Show the report in the browser when it is done.")
@options.auditing
@click.pass_context
def report(
    ctx: click.Context,
    articles: tuple[str, ...],
    *,
    output: str | None,
    open_it: bool,
    fail_on: str | None,
    publisher: str | None,
    model: str | None,
    allow_private: bool,
) -> None:
    r"""Write a transparency report: one web page, complete in itself, to read, print or send.

    \b
    Examples:
      auditor report story.txt --open
      auditor report story.txt -o reports/story.html
      auditor report desk/ -o reports/
      auditor report https://example.org/story

    An ARTICLE is a text file, a saved web page, a URL, a folder, a pattern such as 'desk/*.txt', or - for standard
    input. The path of each report is printed.
    """
    chosen = options.settings(publisher=publisher, model=model, allow_private=allow_private)
    sources = expand(articles)
    places = _places(sources, output, several=is_several(articles))
    tally = options.Tally()
    for result, place in zip(audit_inputs(sources, chosen), places, strict=True):
        if isinstance(result, Failure):
            tally.failure(result)
            continue
        tally.document(result)
        _write(result, place, chosen)
        click.echo(place)
        if open_it:
            click.launch(place.resolve().as_uri())
            open_it = False
    ctx.exit(tally.exit_code(fail_on))


def _write(document: AuditDocument, place: Path, settings: Settings) -> None:
    from auditor.report.html import render_report

    write_whole(place, [render_report(published(document, settings))])


def _places(sources: list[Input], output: str | None, *, several: bool) -> list[Path]:
    """Give the path of each article's report.

    Raises:
        SettingsError: several articles for one file, or a report would replace its article.
    """
    if output is not None and not several and not _is_folder(output):
        places = [Path(output)]
    else:
        folder = Path(output or ".")
        if several and (folder.is_file() or folder.suffix.lower() in _ENDINGS):
            raise SettingsError("several articles need a folder", where=output or "", fix="Name a folder with -o.")
        places = [folder / path for path in report_paths(source.id for source in sources)]
    articles = {Path(source.place).absolute() for source in sources}
    if output is None:
        return [place.with_suffix(".report.html") if place.absolute() in articles else place for place in places]
    for place in places:
        if place.absolute() in articles:
            raise SettingsError("the report would replace the article", where=str(place), fix="Choose another -o.")
    return places


def _is_folder(output: str) -> bool:
    return output.endswith(("/", os.sep)) or Path(output).is_dir()
