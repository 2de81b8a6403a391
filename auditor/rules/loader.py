"""Rule files to rules: all problems of all files are told at once.

A rule file is a list of rules in YAML, or a mapping with `rules` and word `lists`; the format is published by
`schema`. Reading never runs anything from a file.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from yaml.nodes import MappingNode, Node, ScalarNode

from auditor.errors import AuditorError, InputError, RuleFileError
from auditor.rules.entry import read_rule
from auditor.rules.lookups import Lists, read_lists
from auditor.rules.model import Rule
from auditor.rules.nodes import Problems, is_empty, items, pairs, read_yaml
from auditor.rules.plugins import plugin_rules

FILE_KEYS = ("lists", "rules")

# Keys under which a rule names others.
_NAMING = ("more_specific_than", "clears", "lowers")


def load_rules(*paths: Path, builtin: bool = True) -> tuple[Rule, ...]:
    """Load the program's own rules and those of more files, in the order of their codes.

    Args:
        paths: rule files, or folders of them.
        builtin: whether to load the program's own rules, and those of plug-ins, too.

    Raises:
        RuleFileError: rule files are wrong; every problem of every file is named.
        InputError: a file cannot be read.
        SettingsError: a plug-in is wrong.
    """
    files: list[Traversable] = _builtin_files() if builtin else []
    for path in paths:
        files.extend(sorted(path.glob("*.yaml")) if path.is_dir() else [path])
    rules: list[Rule] = []
    problems: list[AuditorError] = []
    for file in files:
        try:
            rules.extend(rules_from_text(_text(file), file=str(file) if isinstance(file, Path) else file.name))
        except RuleFileError as error:
            problems.extend(error.problems)
    if builtin:
        rules.extend(plugin_rules())
    problems.extend(_clashes(rules))
    if builtin and not problems:
        problems.extend(_unknown_codes(rules))
    if problems:
        raise RuleFileError(problems)
    return tuple(sorted(rules, key=_code))


def rules_from_text(text: str, *, file: str = "rules", needs_when: bool = True) -> tuple[Rule, ...]:
    """Read the rules of one file's text, in its order.

    Args:
        text: the YAML.
        file: the file's name, for messages.
        needs_when: false where a function asks first and `when` may be left out.

    Raises:
        RuleFileError: something is wrong; every problem is named.
    """
    problems = Problems(file)
    node = read_yaml(text, problems)
    problems.raise_if_any()
    found, lists = _parts(node, problems)
    if not found:
        problems.add(None, "the file holds no rule", "Write a list of rules, each beginning with '- code:'.")
    read = (read_rule(one, lists, problems, needs_when=needs_when) for one in found)
    rules = [rule for rule in read if rule is not None]
    problems.raise_if_any()
    clashes = _clashes(rules)
    if clashes:
        raise RuleFileError(clashes)
    return tuple(rules)


def _parts(node: Node | None, problems: Problems) -> tuple[Sequence[Node], Lists]:
    """Give the rules of a file and its word lists."""
    if node is None or is_empty(node):
        return (), {}
    if not isinstance(node, MappingNode) or not _has_rules(node):
        return items(node), {}
    entries = pairs(node, problems, FILE_KEYS, "a rule file")
    lists = read_lists(entries["lists"][1], problems) if "lists" in entries else {}
    rules = entries["rules"][1] if "rules" in entries else None
    return (items(rules) if rules is not None and not is_empty(rules) else ()), lists


def _has_rules(node: MappingNode) -> bool:
    """Tell a file with `rules` and `lists` from a file that is a single rule."""
    return any(isinstance(key, ScalarNode) and key.value in FILE_KEYS for key, _ in node.value)


def _clashes(rules: Iterable[Rule]) -> list[AuditorError]:
    first: dict[str, Rule] = {}
    problems = []
    for rule in rules:
        known = first.setdefault(rule.code, rule)
        if known is not rule:
            what = f"the code {rule.code} is taken by {known.where}"
            problems.append(AuditorError(what, where=rule.where, fix="Choose another code; codes are never reused."))
    return problems


def _unknown_codes(rules: Sequence[Rule]) -> Iterator[AuditorError]:
    """Name the codes that a rule speaks of and no rule has."""
    known = {rule.code for rule in rules}
    named = ((rule, key, code) for rule in rules for key in _NAMING for code in getattr(rule, key))
    for rule, key, code in named:
        if code not in known:
            near = difflib.get_close_matches(code, known, n=1, cutoff=0.6)
            fix = f"Did you mean {near[0]}?" if near else "'auditor rules list' shows all codes."
            yield AuditorError(f"{rule.code} has under '{key}' {code}, which no rule has", where=rule.where, fix=fix)


def _builtin_files() -> list[Traversable]:
    folder = resources.files("auditor.rules")
    return sorted((file for file in folder.iterdir() if file.name.endswith(".yaml")), key=_name)


def _text(file: Traversable) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        where = str(file)
        raise RuleFileError([AuditorError("the file is not UTF-8", where=where, fix="Save it in UTF-8.")]) from None
    except OSError as error:
        raise InputError(f"the rule file cannot be read ({error.strerror})", where=str(file)) from error


def _name(file: Traversable) -> str:
    return file.name


def _code(rule: Rule) -> str:
    return rule.code
