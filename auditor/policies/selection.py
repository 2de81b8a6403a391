"""Which rules are in force, and how grave each is, when policies and settings choose.

A choice names rules by code (`ANON004`), by family (`ANON`) or as `all`. Signals are never left out by a family or by
what is not chosen, only by their own code: what an article does well is shown whatever the policy.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from auditor.findings import Severity
from auditor.policies.model import ALL_RULES, Policy
from auditor.rules.model import Rule, RuleKind


def is_selected(rule: Rule, select: Iterable[str], ignore: Iterable[str] = ()) -> bool:
    """Tell whether a rule is among the chosen ones and not left out."""
    left_out = set(ignore)
    if rule.code in left_out:
        return False
    if rule.kind is RuleKind.SIGNAL:
        return True
    return _is_named(rule, set(select)) and not _is_named(rule, left_out)


def rules_in_force(rules: Iterable[Rule], policies: Sequence[Policy]) -> tuple[Rule, ...]:
    """Give the rules that at least one policy chooses, with the gravest severity that any of them sets.

    Without policies every rule is in force as it is.
    """
    if not policies:
        return tuple(rules)
    chosen = [rule for rule in rules if any(is_selected(rule, policy.select, policy.ignore) for policy in policies)]
    return with_severities(chosen, gravest(policies))


def with_severities(rules: Iterable[Rule], severities: Mapping[str, Severity]) -> tuple[Rule, ...]:
    """Set the severities of rules, by code; the others stay as they are."""
    return tuple(replace(rule, severity=severities[rule.code]) if rule.code in severities else rule for rule in rules)


def gravest(policies: Iterable[Policy]) -> dict[str, Severity]:
    """Give code → severity over several policies, the highest where they differ."""
    found: dict[str, Severity] = {}
    for policy in policies:
        for code, severity in policy.severities:
            known = found.get(code)
            found[code] = severity if known is None or severity.rank > known.rank else known
    return found


def families(rules: Iterable[Rule]) -> tuple[str, ...]:
    """Give the families of rules, each once, in the order of the rules."""
    return tuple(dict.fromkeys(rule.family for rule in rules))


def _is_named(rule: Rule, names: set[str]) -> bool:
    return bool(names & {ALL_RULES, rule.family, rule.code})
