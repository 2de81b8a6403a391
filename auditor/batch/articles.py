"""Inputs to audit documents, in order; an article that cannot be read becomes a `Failure`, not an exception.

Each article is audited with the settings found in its folder or above. The auditing itself is `auditor.audit`'s,
imported when the first article is there, because it loads the models.
"""

from __future__ import annotations

import dataclasses
import datetime
import os
import shlex
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby, islice
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from auditor.batch.workers import one_thread_a_process
from auditor.configuration.finding import find_configuration, find_decisions, folder_of
from auditor.configuration.model import Configuration, merged
from auditor.document import AuditDocument
from auditor.errors import InputError
from auditor.reading.inputs import STANDARD_INPUT, Input, is_url
from auditor.reading.read import Reading, read_input
from auditor.reading.sources import stated_fields
from auditor.text import Article

if TYPE_CHECKING:
    from auditor.configuration.preparing import Prepared

# Articles annotated together; more takes memory and gains nothing.
CHUNK = 32


@dataclass(frozen=True, slots=True)
class Settings:
    """How the articles of a run are read and audited.

    Attributes:
        model: name of an installed spaCy pipeline; null for the default.
        reading: how inputs are read.
        keep_text: whether the audit documents hold the full text.
        given: what the command line says, which goes before the settings found with the articles.
        look: whether to look for settings and decisions in the folders of the articles and above.
        baseline: an earlier audit; its findings are not open.
        today: the day of the run, for decisions with a last day.
    """

    model: str | None = None
    reading: Reading = field(default_factory=Reading)
    keep_text: bool = True
    given: Configuration = field(default_factory=Configuration)
    look: bool = True
    baseline: Path | None = None
    today: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be read, and why, in one line."""

    source: Input
    reason: str


@dataclass(frozen=True, slots=True)
class Desk:
    """The settings and the decisions file of one or more articles."""

    configuration: Configuration
    decisions: Path | None


def audit_inputs(sources: Sequence[Input], settings: Settings) -> Iterator[AuditDocument | Failure]:
    """Read and audit inputs in their order.

    Raises:
        InputError: the only input cannot be read.
        ModelError: the language model is not there.
        RuleFileError: settings, rules or policies are wrong.
    """
    if len(sources) == 1:
        (source,) = sources
        desk = desk_of(source, settings)
        article = read_input(source, reading_of(desk, settings))
        yield from audited([article], settings, desk, names=names_in_decisions([source], desk), alone=True)
        return
    waiting = iter(sources)
    while chunk := list(islice(waiting, CHUNK)):
        yield from audit_chunk(chunk, settings)


def audit_chunk(
    sources: Sequence[Input], settings: Settings, *, keep_going: bool = False
) -> Iterator[AuditDocument | Failure]:
    """Read and audit a few inputs together; those with the same settings share a pass through the models."""
    for desk, group in groupby(sources, key=lambda source: desk_of(source, settings)):
        together = list(group)
        read = [read_or_fail(source, reading_of(desk, settings)) for source in together]
        articles = [article for article in read if isinstance(article, Article)]
        documents = iter(
            audited(articles, settings, desk, names=names_in_decisions(together, desk), keep_going=keep_going)
            if articles
            else ()
        )
        for result in read:
            yield result if isinstance(result, Failure) else next(documents)


def audited(
    articles: Iterable[Article],
    settings: Settings,
    desk: Desk,
    *,
    names: dict[str, str],
    alone: bool = False,
    keep_going: bool = False,
) -> Iterator[AuditDocument]:
    """Audit articles of one desk in their order; the full text is kept.

    Args:
        articles: as read.
        settings: of the run.
        desk: the settings and decisions of these articles.
        names: article id → the name that decisions use for it.
        alone: whether the run has only one article.
        keep_going: record a bug in the document of the article that met it; otherwise it is raised.
    """
    one_thread_a_process()  # before the numeric libraries are loaded
    means = prepared_for(desk, settings)
    from auditor.audit import audit_many
    from auditor.language.pipeline import DEFAULT_MODEL

    return audit_many(
        articles,
        rules=means.rules,
        house=means.house(names, alone=alone),
        model=settings.model or DEFAULT_MODEL,
        keep_going=keep_going,
    )


def desk_of(source: Input, settings: Settings) -> Desk:
    """Give the settings and the decisions file of an input."""
    return _desk(folder_of(source.container or source.place), settings.given, look=settings.look)


@cache
def _desk(folder: Path, given: Configuration, *, look: bool) -> Desk:
    configuration = merged(find_configuration(folder) if look else Configuration(), given)
    return Desk(configuration, find_decisions(folder, configuration) if look else configuration.decisions)


def prepared_for(desk: Desk, settings: Settings) -> Prepared:
    """Give what the articles of a desk are audited with; wrong settings are told here."""
    from auditor.configuration.preparing import prepared  # reads rules, which load a language library

    return prepared(desk.configuration, desk.decisions, baseline=settings.baseline, today=settings.today)


def reading_of(desk: Desk, settings: Settings) -> Reading:
    """Give how the articles of a desk are read."""
    return dataclasses.replace(settings.reading, publisher=desk.configuration.publisher or settings.reading.publisher)


def names_in_decisions(sources: Iterable[Input], desk: Desk) -> dict[str, str]:
    """Give the name of each article in the decisions file, by its id."""
    if desk.decisions is None:
        return {}
    return {source.id: name_in_decisions(source, desk.decisions) for source in sources}


def name_in_decisions(source: Input, decisions: Path) -> str:
    """Give the path from the decisions file's folder without the ending; an address is its own name."""
    if is_url(source.place) or source.place == STANDARD_INPUT or source.container is not None:
        return source.place if is_url(source.place) and source.container is None else source.id
    folder = os.path.abspath(decisions.parent)  # noqa: PTH100 - resolve() would leave the folder the user named
    try:
        path = PurePath(os.path.relpath(os.path.abspath(source.place), folder))  # noqa: PTH100
    except ValueError:  # on another drive
        return source.id
    return path.with_suffix("").as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def published(document: AuditDocument, settings: Settings) -> AuditDocument:
    """Leave the full text out of an audit document when the settings say so."""
    return document if settings.keep_text else dataclasses.replace(document, text=None)


def report_command(source: Input, settings: Settings) -> str:
    """Give the command line that makes the report of one input again, for its method section."""
    given = settings.given
    words = ["auditor", "report", source.container or source.place]
    options = [
        ("--publisher", given.publisher or settings.reading.publisher),
        ("--model", settings.model),
        *(("--policy", policy) for policy in given.policies or ()),
        ("--min-certainty", given.min_certainty),
        *(("--rules", file) for file in given.rule_files),
        ("--decisions", given.decisions),
        ("--baseline", settings.baseline),
        *_reading_options(settings.reading),
    ]
    words += [str(word) for option, value in options if value is not None for word in (option, value)]
    return shlex.join(words if settings.look else [*words, "--no-config"])


def _reading_options(reading: Reading) -> Iterator[tuple[str, str | None]]:
    """Give the options that change what is read, with their values."""
    for name in stated_fields(reading.metadata):
        value = getattr(reading.metadata, name)
        for one in value if isinstance(value, tuple) else (value,):
            yield "--meta", f"{name}={one}"
    for name, column in dataclasses.asdict(reading.columns).items():
        yield f"--{name}-field", column


def read_or_fail(source: Input, reading: Reading) -> Article | Failure:
    """Read one input, or say why it cannot be read."""
    try:
        return read_input(source, reading)
    except InputError as error:
        return Failure(source, str(error))
