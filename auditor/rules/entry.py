"""Reads one rule of a rule file: every key, condition, field and severity is checked, and every problem noted."""

from __future__ import annotations

import re

from yaml.nodes import MappingNode, Node, ScalarNode

from auditor.findings import Severity
from auditor.rules.examples import read_examples
from auditor.rules.lookups import Lists, read_wording
from auditor.rules.model import CODE, SCOPES, Example, ExampleKind, Fold, Over, Rule, RuleKind, Scope, Test
from auditor.rules.nodes import Entries, Problems, choice, choice_of, pairs, shortened, text_of, texts_of
from auditor.rules.subjects import DEFAULT_MARK, MARKS, PLACEHOLDERS
from auditor.rules.when import read_tests
from auditor.rules.wording import NOTHING

REQUIRED = ("code", "title", "scope", "over", "when", "message", "why")
REQUIRED_OF_FINDINGS = ("severity", "clear", "ask")
OPTIONAL = (
    *("kind", "mark", "find", "unless", "raise", "lower", "once_per", "more_specific_than", "clears", "lowers"),
    *("policies", "notes", *ExampleKind),
)
KEYS = (*REQUIRED, *REQUIRED_OF_FINDINGS, *OPTIONAL)

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_OF_SIGNALS = ("clears", "lowers")
_OF_FINDINGS = ("severity", "raise", "lower", "more_specific_than")


def read_rule(node: Node, lists: Lists, problems: Problems, *, needs_when: bool = True) -> Rule | None:
    """Read one rule; null when something about it is wrong.

    Args:
        node: the rule's mapping.
        lists: the word lists of its file.
        problems: where problems are noted.
        needs_when: false where a function asks first and `when` may be left out.
    """
    if not isinstance(node, MappingNode):
        problems.add(node, "a rule is not a mapping", "Write each rule as '- code: …' with indented lines below it.")
        return None
    before = len(problems.found)
    entries = pairs(node, problems, KEYS, "a rule")
    kind = choice_of(entries, "kind", RuleKind, problems) or RuleKind.FINDING
    over = choice_of(entries, "over", Over, problems)
    scope = choice_of(entries, "scope", Scope, problems)
    _require(node, entries, kind, problems, needs_when=needs_when)
    _only_fitting(entries, kind, over, problems)
    if over and scope and SCOPES[over] is not scope:
        problems.add(entries["scope"][1], f"the scope of {over} is not '{scope}'", f"Use {SCOPES[over]}.")
    examples = _examples(entries, scope, problems)
    if over is None or scope is None:
        return None
    rule = _made(entries, over, lists, problems, kind=kind, scope=scope, examples=examples, line=node.start_mark.line)
    return rule if len(problems.found) == before else None


def _made(
    entries: Entries,
    over: Over,
    lists: Lists,
    problems: Problems,
    *,
    kind: RuleKind,
    scope: Scope,
    examples: tuple[Example, ...],
    line: int,
) -> Rule:
    def tests(key: str) -> tuple[Test, ...]:
        return read_tests(entries[key][1], over, problems, lists) if key in entries else ()

    return Rule(
        code=_code_of(entries, problems),
        title=text_of(entries, "title", problems),
        kind=kind,
        scope=scope,
        over=over,
        mark=_mark(entries, over, problems),
        when=tests("when"),
        unless=tests("unless"),
        severity=choice_of(entries, "severity", Severity, problems) or Severity.INFO,
        raised_by=tests("raise"),
        lowered_by=tests("lower"),
        more_specific_than=texts_of(entries, "more_specific_than", problems),
        message=_message(entries, over, problems),
        why=text_of(entries, "why", problems),
        clear=text_of(entries, "clear", problems),
        ask=text_of(entries, "ask", problems),
        policies=texts_of(entries, "policies", problems),
        notes=text_of(entries, "notes", problems),
        examples=examples,
        clears=texts_of(entries, "clears", problems),
        lowers=texts_of(entries, "lowers", problems),
        once_per=choice_of(entries, "once_per", Fold, problems),
        find=read_wording(entries["find"][1], lists, problems, tokens=True) if "find" in entries else NOTHING,
        where=f"{problems.file}:{line + 1}",
    )


def _require(node: Node, entries: Entries, kind: RuleKind, problems: Problems, *, needs_when: bool) -> None:
    needed = REQUIRED + (REQUIRED_OF_FINDINGS if kind is RuleKind.FINDING else ())
    known = entries.get("code")
    name = f"rule '{shortened(known[1].value)}'" if known and isinstance(known[1], ScalarNode) else "a rule"
    for key in needed:
        if key not in entries and not (key == "when" and ("find" in entries or not needs_when)):
            problems.add(node, f"{name} has no '{key}'", f"Add a line '{key}: …'.")


def _only_fitting(entries: Entries, kind: RuleKind, over: Over | None, problems: Problems) -> None:
    """Note keys that mean nothing for this kind of rule."""
    if kind is RuleKind.FINDING:
        for key in _OF_SIGNALS:
            if key in entries:
                problems.add(entries[key][0], f"only signals have '{key}'", "Write 'kind: signal', or leave it out.")
    else:
        for key in _OF_FINDINGS:
            if key in entries:
                problems.add(entries[key][0], f"a signal has no '{key}'", "Leave it out.")
    if over is Over.PHRASES and "find" not in entries:
        problems.add(entries["over"][1], "a rule over phrases does not say what to find", "Add 'find:' with words.")
    if over not in (Over.PHRASES, None) and "find" in entries:
        problems.add(entries["find"][0], f"rules over {over} find nothing themselves", "Use 'over: phrases'.")


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


def _examples(entries: Entries, scope: Scope | None, problems: Problems) -> tuple[Example, ...]:
    found: list[Example] = []
    for kind in ExampleKind:
        if kind in entries:
            found.extend(read_examples(entries[kind][1], kind, scope, problems))
    return tuple(found)
