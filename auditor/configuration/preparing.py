"""Settings to what an audit takes: the rules in force, and the newsroom's policies, outlets and decisions."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.configuration.model import COMMAND_LINE, Configuration
from auditor.decisions.applying import Overlay
from auditor.decisions.baseline import load_baseline
from auditor.decisions.entries import Book, load
from auditor.errors import AuditorError, RuleFileError
from auditor.language.house_outlets import HouseOutlet, HouseOutlets
from auditor.language.identities import Certainty
from auditor.language.outlets import OutletKind
from auditor.policies.loader import load_policies, unknown_names, unknown_rules
from auditor.policies.model import Policy
from auditor.policies.selection import is_selected, rules_in_force, with_severities
from auditor.rules.loader import load_rules
from auditor.rules.model import Rule

if TYPE_CHECKING:
    from auditor.audit import House


@dataclass(frozen=True, slots=True)
class Prepared:
    """What the articles of one newsroom are audited with."""

    rules: tuple[Rule, ...]
    policies: tuple[Policy, ...]
    outlets: HouseOutlets
    overlay: Overlay
    notices: tuple[str, ...]
    min_certainty: Certainty = Certainty.POSSIBLE

    def house(self, names: dict[str, str], *, alone: bool) -> House:
        """Give what the newsroom brings to the audit of these articles, by the names that decisions use for them."""
        from auditor.audit import House

        overlay = replace(self.overlay, names=names, alone=alone)
        return House(self.policies, self.outlets, overlay, self.min_certainty, self.notices)


@cache
def prepared(
    configuration: Configuration,
    decisions: Path | None,
    *,
    baseline: Path | None = None,
    today: datetime.date | None = None,
) -> Prepared:
    """Load what the settings name; the same settings are loaded once.

    Args:
        configuration: the settings, those of the command line included.
        decisions: the decisions file, or null.
        baseline: an earlier audit, or null.
        today: the day of the audit.

    Raises:
        RuleFileError: rule or policy files are wrong, or rules are named that do not exist.
        SettingsError: a policy or a file is not there.
        InputError: a file cannot be read.
    """
    rules = load_rules(*configuration.rule_files)
    policies = load_policies(configuration.policies or ())
    _check_names(configuration, rules, policies)
    asked = configuration.origin("decisions").startswith(COMMAND_LINE)
    return Prepared(
        rules=chosen_rules(configuration, rules, policies),
        policies=policies,
        outlets=_outlets(configuration),
        overlay=Overlay(
            book=load(decisions, missing_ok=not asked) if decisions else Book(),
            standing=configuration.standing,
            baseline=load_baseline(baseline) if baseline else None,
            today=today,
        ),
        notices=tuple(_notices(configuration)),
        min_certainty=configuration.min_certainty or Certainty.POSSIBLE,
    )


def chosen_rules(configuration: Configuration, rules: Sequence[Rule], policies: Sequence[Policy]) -> tuple[Rule, ...]:
    """Give the rules in force: what the policies choose, what the settings choose besides, and the house's own.

    Without a choice every rule is in force. What the settings ignore is left out in any case, and their severities
    come last.
    """
    own = {str(file) for file in configuration.rule_files}
    by_policy = rules_in_force(rules, policies) if policies or not configuration.select else ()
    known = {rule.code: rule for rule in by_policy}
    for rule in rules:
        if is_selected(rule, configuration.select) or rule.where.rpartition(":")[0] in own:
            known.setdefault(rule.code, rule)
    kept = [known[rule.code] for rule in rules if rule.code in known]
    kept = [rule for rule in kept if is_selected(rule, ("all",), configuration.ignore)]
    return with_severities(kept, dict(configuration.severities))


def _check_names(configuration: Configuration, rules: Sequence[Rule], policies: Sequence[Policy]) -> None:
    """Refuse codes and families that no rule has; the policies that come with the program are checked by its tests."""
    brought = [policy for policy in policies if policy.key not in map(str, configuration.policies or ())]
    problems = [*unknown_rules(brought, rules), *_unknown(configuration, rules)]
    if problems:
        raise RuleFileError(problems)


def _unknown(configuration: Configuration, rules: Sequence[Rule]) -> list[AuditorError]:
    """Name the codes and families in the settings that no rule has."""
    named = [(code, configuration.origin(f"severities.{code}")) for code, _ in configuration.severities]
    for key in ("select", "ignore"):
        named += [(name, configuration.origin(f"rules.{key}")) for name in getattr(configuration, key)]
    for number, standing in enumerate(configuration.standing, start=1):
        named += [(name, configuration.origin(f"ignore {number}")) for name in standing.rules]
    return unknown_names(named, rules)


def _outlets(configuration: Configuration) -> HouseOutlets:
    added = (HouseOutlet(each.name, OutletKind(each.kind), each.aliases) for each in configuration.added_outlets)
    return HouseOutlets(configuration.own_outlets, tuple(added))


def _notices(configuration: Configuration) -> Iterator[str]:
    """Say what settings that lie with the articles changed about the rules; a reader must not have to guess it."""
    if configuration.file is None:
        return
    name = configuration.file.name
    if configuration.select:
        yield f"{name} chooses these rules: {', '.join(configuration.select)}."
    if configuration.ignore:
        yield f"{name} leaves out these rules: {', '.join(configuration.ignore)}."
    if configuration.severities:
        changed = ", ".join(f"{code} {severity}" for code, severity in configuration.severities)
        yield f"{name} sets these severities: {changed}."
