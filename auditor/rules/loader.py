"""Rule files to rules: every key, condition, field and severity is checked, all problems of a file are told at once.

A rule file is a list of rules in YAML; the format is published by `schema`. Reading never runs anything from a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from yaml.nodes import MappingNode, Node, ScalarNode

from auditor.errors import AuditorError, InputError, RuleFileError
from auditor.findings import Severity
from auditor.rules.examples import read_examples
from auditor.rules.model import SCOPES, Example, ExampleKind, Over, Rule, RuleKind, Scope, Test
from auditor.rules.nodes import (
    Entries,
    Problems,
    choice,
    choice_of,
    is_empty,
    items,
    pairs,
    read_yaml,
    shortened,
    text_of,
    texts_of,
)
from auditor.rules.subjects import DEFAULT_MARK, MARKS, PLACEHOLDERS
from auditor.rules.when import read_tests

REQUIRED = ("code", "title", "scope", "over", "when", "message", "why")
REQUIRED_OF_FINDINGS = ("severity", "clear", "ask")
OPTIONAL = ("kind", "mark", "unless", "raise", "lower", "more_specific_than", "policies", "notes", *ExampleKind)
KEYS = (*REQUIRED, *REQUIRED_OF_FINDINGS, *OPTIONAL)
CODE = re.compile(r"[A-Z]{2,12}[0-9]{3}")

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def load_rules(*paths: Path, builtin: bool = True) -> tuple[Rule, ...]:
    """Load the program's own rules and those of more files, in the order of their codes.

    Args:
        paths: rule files, or folders of them.
        builtin: whether to load the program's own rules too.

    Raises:
        RuleFileError: rule files are wrong; every problem of every file is named.
        InputError: a file cannot be read.
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
    problems.extend(_clashes(rules))
    if problems:
        raise RuleFileError(problems)
    return tuple(sorted(rules, key=_code))


def rules_from_text(text: str, *, file: str = "rules") -> tuple[Rule, ...]:
    """Read the rules of one file's text, in its order.

    Raises:
        RuleFileError: something is wrong; every problem is named.
    """
    problems = Problems(file)
    node = read_yaml(text, problems)
    problems.raise_if_any()
    if node is None or is_empty(node):
        problems.add(None, "the file holds no rule", "Write a list of rules, each beginning with '- code:'.")
        problems.raise_if_any()
    rules = [rule for item in items(node) if (rule := _rule(item, problems))] if node else []
    problems.raise_if_any()
    clashes = _clashes(rules)
    if clashes:
        raise RuleFileError(clashes)
    return tuple(rules)


def _rule(node: Node, problems: Problems) -> Rule | None:
    if not isinstance(node, MappingNode):
        problems.add(node, "a rule is not a mapping", "Write each rule as '- code: …' with indented lines below it.")
        return None
    before = len(problems.found)
    entries = pairs(node, problems, KEYS, "a rule")
    kind = choice_of(entries, "kind", RuleKind, problems) or RuleKind.FINDING
    _require(node, entries, kind, problems)
    over = choice_of(entries, "over", Over, problems)
    scope = choice_of(entries, "scope", Scope, problems)
    if over and scope and SCOPES[over] is not scope:
        problems.add(entries["scope"][1], f"the scope of {over} is not '{scope}'", f"Use {SCOPES[over]}.")
    examples = _examples(entries, scope, problems)
    if over is None or scope is None:
        return None
    rule = Rule(
        code=_code_of(entries, problems),
        title=text_of(entries, "title", problems),
        kind=kind,
        scope=scope,
        over=over,
        mark=_mark(entries, over, problems),
        when=_tests(entries, "when", over, problems),
        unless=_tests(entries, "unless", over, problems),
        severity=choice_of(entries, "severity", Severity, problems) or Severity.INFO,
        raised_by=_tests(entries, "raise", over, problems),
        lowered_by=_tests(entries, "lower", over, problems),
        more_specific_than=texts_of(entries, "more_specific_than", problems),
        message=_message(entries, over, problems),
        why=text_of(entries, "why", problems),
        clear=text_of(entries, "clear", problems),
        ask=text_of(entries, "ask", problems),
        policies=texts_of(entries, "policies", problems),
        notes=text_of(entries, "notes", problems),
        examples=examples,
        where=f"{problems.file}:{node.start_mark.line + 1}",
    )
    return rule if len(problems.found) == before else None


def _require(node: Node, entries: Entries, kind: RuleKind, problems: Problems) -> None:
    needed = REQUIRED + (REQUIRED_OF_FINDINGS if kind is RuleKind.FINDING else ())
    known = entries.get("code")
    name = f"rule '{shortened(known[1].value)}'" if known and isinstance(known[1], ScalarNode) else "a rule"
    for key in needed:
        if key not in entries:
            problems.add(node, f"{name} has no '{key}'", f"Add a line '{key}: …'.")


def _code_of(entries: Entries, problems: Problems) -> str:
    code = text_of(entries, "code", problems)
    if code and not CODE.fullmatch(code):
        what = f"'{shortened(code)}' is not a rule code"
        problems.add(entries["code"][1], what, "Use capital letters and three digits, such as HOUSE001.")
    return code


def _mark(entries: Entries, over: Over, problems: Problems) -> str:
    if "mark" not in entries:
        return DEFAULT_MARK[over]
    given = text_of(entries, "mark", problems)
    if given not in MARKS[over]:
        problems.add(entries["mark"][1], f"{over} have no part '{shortened(given)}'", choice(given, MARKS[over]))
    return given


def _message(entries: Entries, over: Over, problems: Problems) -> str:
    message = text_of(entries, "message", problems)
    for name in _PLACEHOLDER.findall(message):
        if name not in PLACEHOLDERS[over]:
            what = f"the message has no word for '{{{shortened(name)}}}'"
            problems.add(entries["message"][1], what, choice(name, PLACEHOLDERS[over]))
    return message


def _tests(entries: Entries, key: str, over: Over, problems: Problems) -> tuple[Test, ...]:
    return read_tests(entries[key][1], over, problems) if key in entries else ()


def _examples(entries: Entries, scope: Scope | None, problems: Problems) -> tuple[Example, ...]:
    found: list[Example] = []
    for kind in ExampleKind:
        if kind in entries:
            found.extend(read_examples(entries[kind][1], kind, scope, problems))
    return tuple(found)


def _clashes(rules: Iterable[Rule]) -> list[AuditorError]:
    first: dict[str, Rule] = {}
    problems = []
    for rule in rules:
        known = first.setdefault(rule.code, rule)
        if known is not rule:
            what = f"the code {rule.code} is taken by {known.where}"
            problems.append(AuditorError(what, where=rule.where, fix="Choose another code; codes are never reused."))
    return problems


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
