"""`auditor report`: the transparency report of articles, an HTML page each."""

from __future__ import annotations

import os
from pathlib import Path

import click

from auditor.batch.articles import Failure, Settings, audit_inputs
from auditor.cli import options
from auditor.cli.inputs import sources_of
from auditor.document import AuditDocument
from auditor.errors import SettingsError
from auditor.forms.files import report_paths
from auditor.reading.inputs import Input, is_several
from auditor.writing import write_whole

_ENDINGS = (".html", ".htm")
_FOLDER = "reports"
_OURS = b'<meta name="generator" content="source-auditor'
_HEAD_BYTES = 8192


@click.command(short_help="Write the transparency report of an article as a web page.")
@options.articles
@click.option(
    "-o",
    "--output",
    metavar="FILE-or-FOLDER",
    help="Where to write: a file for one article, a folder for several. Without it: here, under the article's name, "
    "or into reports/ for several.",
)
@click.option("--templates", metavar="DIR", help="A folder whose templates override ours (docs/templates.md).")
@click.option("--open", "open_it", is_flag=True, help="Show the report in the browser when it is done.")
@options.auditing
@click.pass_context
def report(
    ctx: click.Context,
    articles: tuple[str, ...],
    *,
    output: str | None,
    templates: str | None,
    open_it: bool,
    asked: options.Asked,
) -> None:
    """Write a transparency report: one web page, complete in itself, to read, print or send.

    \b
    Examples:
      auditor report story.txt --open
      auditor report story.txt -o reports/story.html
      auditor report desk/ -o reports/
      auditor report https://example.org/story
      auditor report story.txt --templates newsroom/templates

    An ARTICLE is a file (text, web page, Word, PDF, e-mail, agency copy), a corpus or an archive of them, a URL, a
    folder, a pattern such as 'desk/*.txt', or - for standard input. The path of each report is printed.
    """  # noqa: D301 - click needs the sign itself
    chosen = asked.settings
    several = is_several(articles)
    folder = _folder(output, several=several)
    sources = list(sources_of(articles, chosen.reading, results=folder if several else None))
    folder = _folder(output, several=several or len(sources) > 1)  # one file may hold several articles
    places = _places(sources, output, folder)
    tally = options.Tally()
    for source, result, place in zip(sources, audit_inputs(sources, chosen), places, strict=True):
        if isinstance(result, Failure):
            tally.failure(result)
            continue
        tally.document(result)
        _write(place, result, source, settings=chosen, templates=templates)
        click.echo(place)
        if open_it:
            click.launch(place.resolve().as_uri())
            open_it = False
    ctx.exit(tally.exit_code(asked.fail_on))


def _write(place: Path, document: AuditDocument, source: Input, *, settings: Settings, templates: str | None) -> None:
    from auditor.batch.rendering import report_page

    folder = Path(templates) if templates else None
    write_whole(place, [report_page(document, source, settings, templates=folder)])


def _folder(output: str | None, *, several: bool) -> str | None:
    """Give the folder for the reports; null when the output is a file for the only article.

    Raises:
        SettingsError: there are several articles for one file.
    """
    if output is None:
        return _FOLDER if several else "."
    if several and (Path(output).is_file() or Path(output).suffix.lower() in _ENDINGS):
        raise SettingsError("several articles need a folder", where=output, fix="Name a folder with -o.")
    return output if several or output.endswith(("/", os.sep)) or Path(output).is_dir() else None


def _places(sources: list[Input], output: str | None, folder: str | None) -> list[Path]:
    """Give the path of each article's report.

    Raises:
        SettingsError: a report would replace its article.
    """
    if folder is None:
        places = [Path(output or "")]
    else:
        places = [Path(folder) / path for path in report_paths(source.id for source in sources)]
    articles = {Path(source.place).absolute() for source in sources}
    if output is None:
        return [_beside(place) if place.absolute() in articles or _is_foreign(place) else place for place in places]
    for place in places:
        if place.absolute() in articles:
            raise SettingsError("the report would replace the article", where=str(place), fix="Choose another -o.")
    return places


def _beside(place: Path) -> Path:
    """Give another name for a report whose own name is taken by something else."""
    return place.with_name(f"{place.stem}.report.html")


def _is_foreign(place: Path) -> bool:
    """Tell whether there is a file of that name that is no report of ours; nobody asked us to replace it."""
    try:
        with place.open("rb") as file:
            return _OURS not in file.read(_HEAD_BYTES)
    except OSError:
        return False
