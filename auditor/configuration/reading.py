"""The text of a settings file to settings: every key is checked, all problems are told at once.

Settings may lie beside an article that came from anywhere, so they can do nothing but choose: no code is named in them,
no language model and no templates, and every path must stay inside their own folder.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from auditor.configuration.model import AddedOutlet, Configuration, ReportLook
from auditor.configuration.places import places_of
from auditor.configuration.table import Table
from auditor.decisions.applying import Standing
from auditor.errors import AuditorError, RuleFileError
from auditor.findings import Decision, DecisionState, Severity
from auditor.language.identities import Certainty
from auditor.language.outlets import OutletKind
from auditor.policies.loader import FAMILY
from auditor.policies.model import ALL_RULES
from auditor.rules.model import CODE
from auditor.rules.nodes import Problems, choice, shortened

MAX_CHARACTERS = 200_000
KEYS = (
    "publisher",
    "policy",
    "min_certainty",
    "decisions",
    "severities",
    "rules",
    "outlets",
    "ignore",
    "report",
)
RULES = ("select", "ignore", "folders")
OUTLETS = ("own", "add")
OUTLET = ("name", "kind", "aliases")
IGNORE = ("words", "rules", "reason", "by", "date", "until")
REPORT = ("logo", "colours")
TEMPLATES = "templates"

_POLICY_FILE = re.compile(r"[/\\]|\.ya?ml$")


def configuration_from_text(text: str, file: Path, *, table: tuple[str, ...] = ()) -> Configuration:
    """Read the text of a settings file.

    Args:
        text: TOML.
        file: where it was read, for messages and paths.
        table: the table that holds the settings, such as `tool.auditor`; empty for the whole file.

    Raises:
        RuleFileError: something is wrong; every problem is named with line and column.
    """
    problems = Problems(str(file))
    data = _toml(text, problems)
    problems.raise_if_any()
    for name in table:
        data = data.get(name, {})
    root = Table(data, table, places_of(text), problems)
    root.only(KEYS, "the settings file" if not table else "[tool.auditor]")
    reader = _Reader(root, file)
    found = reader.configuration()
    problems.raise_if_any()
    return found


def _toml(text: str, problems: Problems) -> dict[str, Any]:
    if len(text) > MAX_CHARACTERS:
        problems.add(None, f"the file has {len(text):,} characters", f"Keep settings under {MAX_CHARACTERS:,}.")
        return {}
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # no TOML, or a number of thousands of digits
        at = re.search(r" \(at line (\d+), column (\d+)\)$", str(error))
        where = f"{problems.file}:{at.group(1)}:{at.group(2)}" if at else problems.file
        what = str(error)[: at.start() if at else None].rstrip(".") or "too deeply nested"
        fix = "Put texts in quotation marks, and lists in square brackets."
        raise RuleFileError([AuditorError(f"not TOML: {what}", where=where, fix=fix)]) from error


class _Reader:
    """Reads one settings file; keeps its folder, and the origin of every value."""

    def __init__(self, root: Table, file: Path) -> None:
        self._root = root
        self._file = file
        self._folder = file.parent
        self._origins: list[tuple[str, str]] = []

    def configuration(self) -> Configuration:
        root = self._root
        for name in ("publisher", "policy", "min_certainty", "decisions"):
            self._note(root, name, name)
        rules, outlets = root.table("rules"), root.table("outlets")
        rules.only(RULES, "[rules]")
        outlets.only(OUTLETS, "[outlets]")
        for part, names, prefix in ((rules, RULES, "rules"), (outlets, OUTLETS, "outlets")):
            for name in names:
                self._note(part, name, f"{prefix}.{name}")
        decisions = root.text("decisions")
        return Configuration(
            publisher=root.text("publisher"),
            policies=self._policies() if "policy" in root else None,
            min_certainty=root.choice("min_certainty", Certainty),
            decisions=self._inside(root, "decisions", decisions) if decisions else None,
            severities=tuple(self._severities(root.table("severities"))),
            select=_names(rules, "select"),
            ignore=_names(rules, "ignore"),
            rule_files=tuple(self._rule_files(rules)),
            own_outlets=outlets.texts("own"),
            added_outlets=tuple(_added(each) for each in outlets.tables("add")),
            standing=tuple(self._standing()),
            report=self._report(root.table("report")),
            file=self._file,
            origins=tuple(self._origins),
        )

    def _note(self, table: Table, name: str, key: str) -> None:
        if name in table:
            self._origins.append((key, table.origin(name)))

    def _policies(self) -> tuple[str | Path, ...]:
        names = self._root.texts("policy")
        return tuple(
            (self._inside(self._root, "policy", name) or name) if _POLICY_FILE.search(name) else name for name in names
        )

    def _severities(self, table: Table) -> Iterator[tuple[str, Severity]]:
        for code in table.names():
            if not CODE.fullmatch(code):
                table.wrong(code, f"'{shortened(code)}' is no rule code", "Write a code such as HOUSE001.")
                continue
            severity = table.choice(code, Severity)
            if severity is not None:
                self._note(table, code, f"severities.{code}")
                yield code, severity

    def _rule_files(self, rules: Table) -> Iterator[Path]:
        """Give the rule files of the folders; only YAML, and nothing that a link brings in from elsewhere."""
        for name in rules.texts("folders"):
            path = self._inside(rules, "folders", name)
            if path is None:
                continue
            if not path.exists():
                rules.wrong("folders", f"there is no '{shortened(name)}' beside the settings", "Check the spelling.")
            for file in sorted(path.glob("*.yaml")) if path.is_dir() else [path]:
                inside = self._inside(rules, "folders", str(file.relative_to(self._folder.resolve())))
                if inside is not None:
                    yield inside

    def _standing(self) -> Iterator[Standing]:
        for number, table in enumerate(self._root.tables("ignore"), start=1):
            table.only(IGNORE, "[[ignore]]")
            for name in ("words", "reason", "date"):
                if name not in table:
                    what = f"an entry of the ignore list has no '{name}'"
                    table.wrong(None, what, f"Add a line '{name} = …'; without it nothing is ignored.")
            self._origins.append((f"ignore {number}", table.origin()))
            date, until = table.day("date") or "", table.day("until")
            if until and until < date:
                table.wrong("until", "'until' lies before 'date'", "Change one of the two.")
            by = table.text("by") or self._file.name
            decision = Decision(DecisionState.ACCEPTED, by, table.text("reason") or "", date, until)
            yield Standing(table.texts("words"), _names(table, "rules"), decision)

    def _report(self, table: Table) -> ReportLook:
        table.only((*REPORT, TEMPLATES), "[report]")
        if TEMPLATES in table:
            fix = "They decide what runs in a reader's browser: name their folder with --templates."
            table.wrong(TEMPLATES, "settings cannot name templates", fix)
        for name in REPORT:
            self._note(table, name, f"report.{name}")
        logo = table.text("logo")
        colours = table.table("colours")
        return ReportLook(
            logo=self._inside(table, "logo", logo) if logo else None,
            colours=tuple((name, colours.text(name) or "") for name in colours.names()),
        )

    def _inside(self, table: Table, key: str, name: str) -> Path | None:
        """Give the path of a file or folder that lies in the folder of the settings, links followed; else note it."""
        folder = self._folder.resolve()
        try:
            path = (folder / name).resolve()
        except (OSError, ValueError, RuntimeError):  # a NUL in the name, or links in a circle
            table.wrong(key, f"'{shortened(name)}' is not a file name", "Check the spelling.")
            return None
        if path.is_relative_to(folder):
            return path
        fix = "Settings may only name what lies beside or below them; name it on the command line instead."
        table.wrong(key, f"'{shortened(name)}' leads out of the folder of the settings", fix)
        return None


def _names(table: Table, key: str) -> tuple[str, ...]:
    """Give codes and families of rules."""
    names = table.texts(key)
    for name in names:
        if name != ALL_RULES and not CODE.fullmatch(name) and not FAMILY.fullmatch(name):
            what = f"'{shortened(name)}' is no rule code and no family"
            table.wrong(key, what, "Write codes such as HOUSE001, families such as HOUSE, or all.")
    return names


def _added(table: Table) -> AddedOutlet:
    table.only(OUTLET, "[[outlets.add]]")
    name = table.text("name")
    if name is None:
        table.wrong(None, "an outlet has no 'name'", 'Add a line name = "…".')
    kind = table.choice("kind", OutletKind) or OutletKind.NEWSPAPER
    if kind is OutletKind.UNKNOWN:
        known = [each for each in OutletKind if each is not OutletKind.UNKNOWN]
        table.wrong("kind", "kind 'unknown' says nothing", choice("", known))
    return AddedOutlet(name or "", str(kind), table.texts("aliases"))
