"""Inputs to audit documents, in order; an article that cannot be read becomes a `Failure`, not an exception.

The auditing itself is `auditor.audit`'s, imported when the first article is there, because it loads the models.
"""

from __future__ import annotations

import dataclasses
import shlex
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice

from auditor.batch.workers import one_thread_a_process
from auditor.document import AuditDocument
from auditor.errors import InputError
from auditor.reading.inputs import Input
from auditor.reading.read import Reading, read_input
from auditor.rules.model import Rule
from auditor.text import Article

# Articles annotated together; more takes memory and gains nothing.
CHUNK = 32


@dataclass(frozen=True, slots=True)
class Settings:
    """How the articles of a run are read and audited.

    Attributes:
        model: name of an installed spaCy pipeline; null for the default.
        reading: how inputs are read.
        keep_text: whether the audit documents hold the full text.
    """

    model: str | None = None
    reading: Reading = field(default_factory=Reading)
    keep_text: bool = True


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be read, and why, in one line."""

    source: Input
    reason: str


def audit_inputs(sources: Sequence[Input], settings: Settings) -> Iterator[AuditDocument | Failure]:
    """Read and audit inputs in their order.

    Raises:
        InputError: the only input cannot be read.
        ModelError: the language model is not there.
    """
    if len(sources) == 1:
        yield from audited([read_input(sources[0], settings.reading)], settings)
        return
    waiting = iter(sources)
    while chunk := list(islice(waiting, CHUNK)):
        read = [read_or_fail(source, settings) for source in chunk]
        documents = iter(audited((article for article in read if isinstance(article, Article)), settings))
        for article in read:
            yield article if isinstance(article, Failure) else next(documents)


def audited(articles: Iterable[Article], settings: Settings, *, keep_going: bool = False) -> Iterator[AuditDocument]:
    """Audit articles in their order; the full text is kept.

    `keep_going` records a bug in the document of the article that met it; otherwise it is raised.
    """
    one_thread_a_process()  # before the numeric libraries are loaded
    from auditor.audit import audit_many
    from auditor.language.pipeline import DEFAULT_MODEL

    return audit_many(articles, rules=_rules(), model=settings.model or DEFAULT_MODEL, keep_going=keep_going)


@cache
def _rules() -> tuple[Rule, ...]:
    """Keep the rules, which would be read anew for every chunk; they never change during a run."""
    from auditor.rules.loader import load_rules

    return load_rules()


def published(document: AuditDocument, settings: Settings) -> AuditDocument:
    """Leave the full text out of an audit document when the settings say so."""
    return document if settings.keep_text else dataclasses.replace(document, text=None)


def report_command(source: Input, settings: Settings) -> str:
    """Give the command line that makes the report of one input again, for its method section."""
    words = ["auditor", "report", source.place]
    for option, value in (("--publisher", settings.reading.publisher), ("--model", settings.model)):
        if value is not None:
            words += [option, value]
    return shlex.join(words)


def read_or_fail(source: Input, settings: Settings) -> Article | Failure:
    """Read one input, or say why it cannot be read."""
    try:
        return read_input(source, settings.reading)
    except InputError as error:
        return Failure(source, str(error))
