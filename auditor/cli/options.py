"""Options that several commands share, and what they mean for the exit code."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

import click

from auditor.batch.articles import Failure, Settings
from auditor.cli.errors import complain
from auditor.document import AuditDocument
from auditor.findings import Severity
from auditor.reading.read import Reading

FAIL_ON_MET = 1
SOME_NOT_AUDITED = 3

Command = TypeVar("Command", bound=Callable[..., Any])


def articles(command: Command) -> Command:
    """Add the articles to a command."""
    return click.argument("articles", nargs=-1, required=True, metavar="ARTICLE…")(command)


def auditing(command: Command) -> Command:
    """Add the options of every command that audits."""
    for option in (
        click.option(
            "--fail-on",
            type=click.Choice([severity.value for severity in Severity]),
            help="End with exit code 1 when there is a finding of this severity or a higher one.",
        ),
        click.option(
            "--allow-private-addresses",
            "allow_private",
            is_flag=True,
            help="Fetch pages from your own network too. Only for addresses you trust.",
        ),
        click.option("--model", metavar="NAME", help="An installed English spaCy pipeline to use instead of ours."),
        click.option(
            "--publisher",
            metavar="OUTLET",
            help="The outlet that published the articles; words told to it are its own, not relayed.",
        ),
    ):
        command = option(command)
    return command


no_text = click.option("--no-text", is_flag=True, help="Leave the full text out of the result, for unpublished copy.")


def settings(*, publisher: str | None, model: str | None, allow_private: bool, no_text: bool = False) -> Settings:
    """Gather the options of a run."""
    reading = Reading(publisher=publisher, allow_private=allow_private)
    return Settings(model=model, reading=reading, keep_text=not no_text)


@dataclass(slots=True)
class Tally:
    """What the exit code depends on; filled while a command runs."""

    worst: Severity | None = None
    not_audited: int = 0

    def document(self, document: AuditDocument) -> None:
        """Count one audit, and say it when the article was not audited."""
        if document.not_audited is not None:
            self.missed(document.article.id, document.not_audited)
        self.severities(finding.severity for finding in document.findings)

    def failure(self, failure: Failure) -> None:
        """Count an article that could not be read, and say why."""
        self.not_audited += 1
        complain(failure.reason)

    def missed(self, id: str, reason: str) -> None:
        """Count an article that was read but not audited, and say why."""
        self.not_audited += 1
        complain(f"{id}: not audited: {reason}")

    def severities(self, severities: Iterable[Severity]) -> None:
        """Note the highest severity."""
        for severity in severities:
            if self.worst is None or severity.rank > self.worst.rank:
                self.worst = severity

    def exit_code(self, fail_on: str | None) -> int:
        """Give the exit code; `--fail-on` comes first, because it was asked for."""
        if fail_on and self.worst is not None and self.worst.rank >= Severity(fail_on).rank:
            return FAIL_ON_MET
        return SOME_NOT_AUDITED if self.not_audited else 0
