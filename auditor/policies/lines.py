"""Reads the requirements of a policy file: what each asks for, and what shows that an article meets it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaml.nodes import Node, ScalarNode

from auditor.policies.counts import COUNTS
from auditor.policies.model import Line, Need
from auditor.policies.outcome import Outcome
from auditor.rules.model import CODE, Comparison
from auditor.rules.nodes import (
    Entries,
    Problems,
    choice,
    choice_of,
    is_empty,
    items,
    pairs,
    shortened,
    text_of,
    texts_of,
)

CODES = ("not_met_by", "met_by", "asks")
JUDGING = (*CODES, "needs")
REQUIRED = ("code", "text")
KEYS = (*REQUIRED, "visible", "applies_to", *JUDGING, "otherwise")

_BOUND = re.compile(r"(?:(at least|at most|more than|less than) )?(\d{1,6})")
_TRUTH = {"yes": True, "true": True, "no": False, "false": False}


def read_lines(node: Node, short: str, problems: Problems) -> tuple[Line, ...]:
    """Read the list of requirements; problems are noted, and what is wrong is left out."""
    found: dict[str, Line] = {}
    for item in items(node):
        line = _line(item, short, problems)
        if line is not None and found.setdefault(line.code, line) is not line:
            problems.add(item, f"the requirement {line.code} is given twice", "Give one of them another code.")
    return tuple(found.values())


def _line(node: Node, short: str, problems: Problems) -> Line | None:
    before = len(problems.found)
    entries = pairs(node, problems, KEYS, "a requirement")
    for key in REQUIRED:
        if entries and key not in entries:
            problems.add(node, f"a requirement has no '{key}'", f"Add a line '{key}: …'.")
    visible = _visible(entries, problems)
    _check_judging(node, entries, problems, visible=visible)
    line = Line(
        code=f"{short} {text_of(entries, 'code', problems)}",
        text=text_of(entries, "text", problems),
        visible=visible,
        applies_to=tuple(_counts(entries, problems)),
        not_met_by=_codes(entries, "not_met_by", problems),
        met_by=_codes(entries, "met_by", problems),
        asks=_codes(entries, "asks", problems),
        needs=tuple(_needs(entries, problems)),
        otherwise=choice_of(entries, "otherwise", Outcome, problems) or Outcome.MET,
    )
    return line if len(problems.found) == before else None


def _visible(entries: Entries, problems: Problems) -> bool:
    if "visible" not in entries:
        return True
    given = text_of(entries, "visible", problems).casefold()
    if given not in _TRUTH:
        problems.add(entries["visible"][1], f"'visible' is '{shortened(given)}'", "Use yes or no.")
    return _TRUTH.get(given, True)


def _check_judging(node: Node, entries: Entries, problems: Problems, *, visible: bool) -> None:
    judging = [key for key in JUDGING if key in entries]
    if visible and entries and not judging:
        what = "nothing says when the requirement is met"
        problems.add(node, what, f"Add one of {', '.join(JUDGING)}, or 'visible: no' where no text can show it.")
    if not visible and judging:
        what = f"'{judging[0]}' stands beside 'visible: no'"
        problems.add(entries[judging[0]][0], what, "Remove one of the two.")


def _codes(entries: Entries, key: str, problems: Problems) -> tuple[str, ...]:
    codes = texts_of(entries, key, problems)
    for node in items(entries[key][1]) if codes else ():
        if isinstance(node, ScalarNode) and not CODE.fullmatch(node.value):
            what = f"'{shortened(node.value)}' is no rule code"
            problems.add(node, what, "Write capital letters and three digits, such as HOUSE001.")
    return codes


def _counts(entries: Entries, problems: Problems) -> Iterator[str]:
    for name in texts_of(entries, "applies_to", problems):
        if name in COUNTS:
            yield name
        else:
            what = f"'{shortened(name)}' cannot be counted"
            problems.add(entries["applies_to"][1], what, choice(name, COUNTS))


def _needs(entries: Entries, problems: Problems) -> Iterator[Need]:
    if "needs" not in entries or is_empty(entries["needs"][1]):
        return
    for name, (_, value) in pairs(entries["needs"][1], problems, COUNTS, "'needs'").items():
        match = _BOUND.fullmatch(value.value) if isinstance(value, ScalarNode) else None
        if match is None:
            problems.add(value, f"'{name}' has no number", "Write for example 'at least 2'.")
        else:
            comparison = Comparison(match.group(1)) if match.group(1) else Comparison.IS
            yield Need(name, comparison, float(match.group(2)))
