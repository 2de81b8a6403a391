"""Options that several commands share, and what they mean for the exit code."""

from __future__ import annotations

import datetime
import functools
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import click

from auditor.batch.articles import Failure, Settings
from auditor.cli.errors import complain
from auditor.cli.inputs import INPUT_NAMES, INPUT_OPTIONS, reading_asked
from auditor.configuration.finding import rule_files
from auditor.configuration.model import COMMAND_LINE, Configuration
from auditor.document import AuditDocument
from auditor.errors import SettingsError
from auditor.findings import Severity
from auditor.language.identities import Certainty

FAIL_ON_MET = 1
SOME_NOT_AUDITED = 3

Command = TypeVar("Command", bound=Callable[..., Any])

_CONFIGURING = (
    click.option(
        "--publisher",
        metavar="OUTLET",
        help="The outlet that published the articles; words told to it are its own, not relayed.",
    ),
    click.option(
        "--policy",
        "policies",
        multiple=True,
        metavar="NAME-or-FILE",
        help="Hold the articles to this policy, such as bbc, or a file of your own; may be given several times.",
    ),
    click.option(
        "--rules",
        multiple=True,
        metavar="FILE-or-FOLDER",
        help="Apply the rules in these files too; may be given several times.",
    ),
    click.option(
        "--min-certainty",
        type=click.Choice([certainty.value for certainty in Certainty]),
        help="Count only readings at least this sure; the others are shown and set aside. Without it all count.",
    ),
    click.option("--decisions", metavar="FILE", help="The decisions file; else the nearest one above each article."),
    click.option("--no-config", is_flag=True, help="Look for no settings and no decisions with the articles."),
)
_AUDITING = (
    *_CONFIGURING,
    click.option("--baseline", metavar="AUDITS", help="An earlier audit (JSON lines): only new findings are open."),
    click.option("--model", metavar="NAME", help="An installed English spaCy pipeline to use instead of ours."),
    *INPUT_OPTIONS,
    click.option(
        "--fail-on",
        type=click.Choice([severity.value for severity in Severity]),
        help="End with exit code 1 when there is an open finding of this severity or a higher one.",
    ),
)
_NAMES = (
    "publisher",
    "policies",
    "rules",
    "min_certainty",
    "decisions",
    "no_config",
    "baseline",
    "model",
    *INPUT_NAMES,
    "fail_on",
)
# What was typed for a setting, by the setting's key.
_TYPED = {
    "publisher": "--publisher",
    "policy": "--policy",
    "min_certainty": "--min-certainty",
    "decisions": "--decisions",
    "rules.folders": "--rules",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the shared options ask for."""

    settings: Settings = field(default_factory=Settings)
    fail_on: str | None = None


def articles(command: Command) -> Command:
    """Add the articles to a command."""
    return click.argument("articles", nargs=-1, required=True, metavar="ARTICLE…")(command)


def auditing(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of every command that audits; the command takes what they ask for as `asked`."""
    return _with_options(command, _AUDITING)


def configuring(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that choose settings; the command takes what they ask for as `asked`."""
    return _with_options(command, _CONFIGURING)


no_text = click.option("--no-text", is_flag=True, help="Leave the full text out of the result, for unpublished copy.")


def _with_options(command: Callable[..., Any], added: Iterable[Callable[[Any], Any]]) -> Callable[..., Any]:
    @functools.wraps(command)
    def with_asked(*arguments: Any, **values: Any) -> Any:  # noqa: ANN401
        shared = {name: values.pop(name) for name in _NAMES if name in values}
        return command(*arguments, asked=asked(shared, no_text=values.pop("no_text", False)), **values)

    for option in reversed(tuple(added)):
        with_asked = option(with_asked)
    return with_asked


def asked(values: Mapping[str, Any], *, no_text: bool = False) -> Asked:
    """Gather the shared options of a run."""
    baseline = values.get("baseline")
    settings = Settings(
        model=values.get("model"),
        reading=reading_asked(values),
        keep_text=not no_text,
        given=_given(values),
        look=not values.get("no_config", False),
        baseline=Path(baseline) if baseline else None,
        today=today(),
    )
    return Asked(settings, values.get("fail_on"))


def _given(values: Mapping[str, Any]) -> Configuration:
    """Give the settings that the command line makes, each with the option that made it."""
    decisions = values.get("decisions")
    files = tuple(rule_files(values.get("rules", ())))
    policies, publisher = tuple(values.get("policies", ())), values.get("publisher")
    certainty = values.get("min_certainty")
    made = {
        "publisher": publisher,
        "policy": policies,
        "min_certainty": certainty,
        "decisions": decisions,
        "rules.folders": files,
    }
    return Configuration(
        publisher=publisher,
        policies=policies or None,
        min_certainty=Certainty(certainty) if certainty else None,
        decisions=Path(decisions) if decisions else None,
        rule_files=files,
        origins=tuple((key, f"{COMMAND_LINE} ({_TYPED[key]})") for key, value in made.items() if value),
    )


def today() -> datetime.date:
    """Give the day of the run; SOURCE_DATE_EPOCH, in seconds, sets it for runs that are to be repeated exactly."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if not given:
        return datetime.date.today()
    try:
        return datetime.datetime.fromtimestamp(int(given), tz=datetime.UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise SettingsError("not a number of seconds", where="SOURCE_DATE_EPOCH", fix="Unset it.") from error


@dataclass(slots=True)
class Tally:
    """What the exit code depends on; filled while a command runs."""

    worst: Severity | None = None
    not_audited: int = 0

    def document(self, document: AuditDocument) -> None:
        """Count one audit, and say it when the article was not audited."""
        if document.not_audited is not None:
            self.missed(document.article.id, document.not_audited)
        self.severities(finding.severity for finding in document.findings if finding.open)

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
