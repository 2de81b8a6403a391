"""The settings of a run, as values, each with where it came from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from auditor.decisions.applying import Standing
from auditor.findings import Severity
from auditor.language.identities import Certainty

DEFAULT = "default"
COMMAND_LINE = "command line"


@dataclass(frozen=True, slots=True)
class AddedOutlet:
    """An outlet that the program's list lacks."""

    name: str
    kind: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportLook:
    """How a newsroom's reports look; the files lie in the folder of the settings."""

    logo: Path | None = None
    colours: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Configuration:
    """The settings of a newsroom or of a command line; null or empty is "not said".

    Attributes:
        policies: names of the program's own policies, or paths of files.
        decisions: the decisions file.
        severities: code → severity.
        select: codes or families of the rules to apply.
        ignore: codes or families left out of those.
        rule_files: rule files besides the program's own.
        own_outlets: names of the newsroom's own outlets.
        standing: decisions about words wherever they are flagged.
        folder: the folder of the settings file; null for none.
        origins: key → where it was set, for `auditor config show`.
    """

    publisher: str | None = None
    policies: tuple[str | Path, ...] | None = None
    min_certainty: Certainty | None = None
    decisions: Path | None = None
    severities: tuple[tuple[str, Severity], ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rule_files: tuple[Path, ...] = ()
    own_outlets: tuple[str, ...] = ()
    added_outlets: tuple[AddedOutlet, ...] = ()
    standing: tuple[Standing, ...] = ()
    report: ReportLook = ReportLook()
    file: Path | None = None
    origins: tuple[tuple[str, str], ...] = ()

    @property
    def folder(self) -> Path | None:
        """Give the folder of the settings file, or null."""
        return self.file.parent if self.file else None

    def origin(self, key: str) -> str:
        """Say where a key was set."""
        return dict(self.origins).get(key, DEFAULT)


def merged(found: Configuration, given: Configuration) -> Configuration:
    """Lay what a command line gives over the settings found with the articles."""
    return replace(
        found,
        publisher=given.publisher or found.publisher,
        policies=found.policies if given.policies is None else given.policies,
        min_certainty=given.min_certainty or found.min_certainty,
        decisions=given.decisions or found.decisions,
        rule_files=tuple(dict.fromkeys((*found.rule_files, *given.rule_files))),
        origins=tuple({**dict(found.origins), **dict(given.origins)}.items()),
    )
