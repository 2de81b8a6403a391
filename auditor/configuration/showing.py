"""What is set, to what, and where: the rows of `auditor config show`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from auditor.configuration.model import DEFAULT, Configuration
from auditor.language.identities import Certainty
from auditor.policies.model import Policy
from auditor.policies.selection import gravest

_NOTHING = "–"
_FOUND = "found above the article"


@dataclass(frozen=True, slots=True)
class Row:
    """One setting: its key, its value in words, and where it was set."""

    key: str
    value: str
    where: str


def rows(configuration: Configuration, decisions: Path | None, policies: Sequence[Policy]) -> Iterator[Row]:
    """Give every setting that a run would use.

    Args:
        configuration: the settings, those of the command line included.
        decisions: the decisions file of the run, or null.
        policies: the chosen policies, loaded.
    """
    known = configuration
    yield Row("settings file", str(known.file or _NOTHING), _FOUND if known.file else DEFAULT)
    yield _row(known, "publisher", [known.publisher])
    yield _row(known, "policy", known.policies or ())
    yield _row(known, "min_certainty", [known.min_certainty or Certainty.POSSIBLE])
    where = known.origin("decisions")
    yield Row("decisions", str(decisions or _NOTHING), _FOUND if decisions and where == DEFAULT else where)
    yield _row(known, "rules.select", known.select or (["chosen by policy"] if policies else ["all"]))
    yield _row(known, "rules.ignore", known.ignore)
    yield _row(known, "rules.folders", known.rule_files)
    yield from _severities(known, policies)
    yield _row(known, "outlets.own", known.own_outlets)
    yield _row(known, "outlets.add", [outlet.name for outlet in known.added_outlets])
    for number, standing in enumerate(known.standing, start=1):
        yield _row(known, f"ignore {number}", standing.words)
    yield _row(known, "report.logo", [known.report.logo])
    yield _row(known, "report.colours", [f"{name} {value}" for name, value in known.report.colours])


def _severities(configuration: Configuration, policies: Sequence[Policy]) -> Iterator[Row]:
    """Give the severities that differ from the rules' own, with the policy or the file that sets them."""
    own = dict(configuration.severities)
    for code, severity in sorted({**gravest(policies), **own}.items()):
        key = f"severities.{code}"
        by = [policy.key for policy in policies if (code, severity) in policy.severities]
        yield Row(key, severity.value, configuration.origin(key) if code in own else f"policy {', '.join(by)}")


def _row(configuration: Configuration, key: str, values: Iterable[object]) -> Row:
    shown = ", ".join(str(value) for value in values if value is not None)
    return Row(key, shown or _NOTHING, configuration.origin(key))
