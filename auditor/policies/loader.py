"""Policy files to policies: every key, outcome and count is checked, all problems of a file are told at once.

A policy file is one mapping in YAML; the format is published by `schema`. Reading never runs anything from a file.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from yaml.nodes import MappingNode, Node, ScalarNode

from auditor.errors import AuditorError, InputError, RuleFileError, SettingsError
from auditor.findings import Severity
from auditor.policies.lines import CODES, read_lines
from auditor.policies.model import ALL_RULES, Line, Policy
from auditor.policies.selection import families
from auditor.rules.model import CODE, Rule
from auditor.rules.nodes import (
    Entries,
    Problems,
    choice,
    is_empty,
    items,
    pairs,
    read_yaml,
    shortened,
    text_of,
    texts_of,
)

REQUIRED = ("name", "short", "publisher", "url", "requirements")
OPTIONAL = ("unverified", "rules", "ignore", "severities")
KEYS = (*REQUIRED, *OPTIONAL)
FAMILY = re.compile(r"[A-Z]{2,12}")

_ENDINGS = (".yaml", ".yml")


def load_policies(names: Iterable[str | Path]) -> tuple[Policy, ...]:
    """Load policies by the names of the program's own, or by the paths of files; each once, in their order.

    Raises:
        RuleFileError: policy files are wrong; every problem of every file is named.
        SettingsError: there is no policy of that name.
        InputError: a file cannot be read.
    """
    found: dict[str, Policy] = {}
    problems: list[AuditorError] = []
    for name in names:
        file = _file(name)
        try:
            policy = policy_from_text(_text(file), file=str(file) if isinstance(file, Path) else file.name)
        except RuleFileError as error:
            problems.extend(error.problems)
            continue
        known = found.setdefault(policy.key, policy)
        if known != policy:
            what = f"another policy is called '{policy.key}' ({known.where})"
            problems.append(AuditorError(what, where=policy.where, fix="Rename one of the files."))
    if problems:
        raise RuleFileError(problems)
    return tuple(found.values())


def policy_names() -> tuple[str, ...]:
    """Give the names of the program's own policies, in alphabetical order."""
    return tuple(_builtin())


def policy_from_text(text: str, *, file: str = "policy.yaml") -> Policy:
    """Read the policy of one file's text; its key is the file's name without the ending.

    Raises:
        RuleFileError: something is wrong; every problem is named.
    """
    problems = Problems(file)
    node = read_yaml(text, problems)
    problems.raise_if_any()
    if node is None or is_empty(node):
        problems.add(None, "the file holds no policy", "Begin with the lines 'name:', 'short:' and 'publisher:'.")
        problems.raise_if_any()
    assert node is not None
    policy = _policy(node, problems)
    problems.raise_if_any()
    return policy


def unknown_rules(policies: Iterable[Policy], rules: Sequence[Rule]) -> list[AuditorError]:
    """Name the codes and families in policies that no rule has, each with its place and the nearest code."""
    return unknown_names((place for policy in policies for place in policy.places), rules)


def unknown_names(named: Iterable[tuple[str, str]], rules: Sequence[Rule]) -> list[AuditorError]:
    """Name what is no rule's code and no family among names with their places, with the nearest code."""
    codes = [rule.code for rule in rules]
    known = {ALL_RULES, *codes, *families(rules)}
    found = []
    for name, where in named:
        if name not in known:
            near = difflib.get_close_matches(name, codes, n=1)
            fix = f"Did you mean {near[0]}? " if near else ""
            fix += "'auditor rules list' shows all codes."
            found.append(AuditorError(f"there is no rule '{shortened(name)}'", where=where, fix=fix))
    return found


def _policy(node: Node, problems: Problems) -> Policy:
    entries = pairs(node, problems, KEYS, "a policy")
    for key in REQUIRED:
        if key not in entries:
            problems.add(node, f"the policy has no '{key}'", f"Add a line '{key}: …'.")
    short = text_of(entries, "short", problems)
    lines = read_lines(entries["requirements"][1], short, problems) if "requirements" in entries else ()
    select = _names(entries, "rules", problems) or (ALL_RULES,)
    ignore = _names(entries, "ignore", problems)
    _check_chosen(lines, (select, ignore), entries, problems)
    return Policy(
        key=Path(problems.file).name.removesuffix(".yaml").removesuffix(".yml"),
        name=text_of(entries, "name", problems),
        short=short,
        publisher=text_of(entries, "publisher", problems),
        url=_url(entries, problems),
        unverified=text_of(entries, "unverified", problems),
        select=select,
        ignore=ignore,
        severities=_severities(entries, problems),
        lines=lines,
        where=f"{problems.file}:1",
        places=tuple(_places(entries, problems.file)),
    )


def _names(entries: Entries, key: str, problems: Problems) -> tuple[str, ...]:
    names = texts_of(entries, key, problems)
    for node in items(entries[key][1]) if names else ():
        if isinstance(node, ScalarNode) and not _is_name(node.value):
            what = f"'{shortened(node.value)}' is no rule code and no family"
            problems.add(node, what, "Write codes such as HOUSE001, families such as HOUSE, or all.")
    return names


def _is_name(value: str) -> bool:
    return value == ALL_RULES or CODE.fullmatch(value) is not None or FAMILY.fullmatch(value) is not None


def _url(entries: Entries, problems: Problems) -> str:
    url = text_of(entries, "url", problems)
    if url and not re.match(r"https?://[^\s/]", url):
        problems.add(entries["url"][1], f"'{shortened(url)}' is no web address", "Begin it with https://.")
    return url


def _severities(entries: Entries, problems: Problems) -> tuple[tuple[str, Severity], ...]:
    if "severities" not in entries or is_empty(entries["severities"][1]):
        return ()
    found = []
    for code, (key, value) in pairs(entries["severities"][1], problems, None, "'severities'").items():
        given = value.value if isinstance(value, ScalarNode) else ""
        if not CODE.fullmatch(code):
            problems.add(key, f"'{shortened(code)}' is no rule code", "Write a code such as HOUSE001.")
        elif given not in list(Severity):
            problems.add(value, f"severity '{shortened(given)}' is not known", choice(given, list(Severity)))
        else:
            found.append((code, Severity(given)))
    return tuple(found)


def _check_chosen(
    lines: Sequence[Line], chosen: tuple[tuple[str, ...], tuple[str, ...]], entries: Entries, problems: Problems
) -> None:
    """Note requirements that rest on a rule which the policy itself leaves out; signals need not be chosen."""
    select, ignore = map(set, chosen)
    for line in lines:
        for code in (*line.not_met_by, *line.asks):
            names = {code, code.rstrip("0123456789")}
            if not names & {*select, *(names if ALL_RULES in select else ())} or names & ignore:
                fix = f"Add {code} under 'rules'" + (", or take it out of 'ignore'." if names & ignore else ".")
                place = entries["rules" if "rules" in entries else "requirements"][0]
                problems.add(place, f"{line.code} rests on {code}, which the policy does not choose", fix)


def _places(entries: Entries, file: str) -> Iterator[tuple[str, str]]:
    """Give every rule code and family that the file names, with its place."""
    for key in ("rules", "ignore"):
        if key in entries:
            yield from _scalars(items(entries[key][1]), file)
    if "severities" in entries:
        yield from _scalars((key for key, _ in _children(entries["severities"][1])), file)
    for item in items(entries["requirements"][1]) if "requirements" in entries else ():
        for part, value in _children(item):
            if isinstance(part, ScalarNode) and part.value in CODES:
                yield from _scalars(items(value), file)


def _children(node: Node) -> list[tuple[Node, Node]]:
    return list(node.value) if isinstance(node, MappingNode) else []


def _scalars(nodes: Iterable[Node], file: str) -> Iterator[tuple[str, str]]:
    for node in nodes:
        if isinstance(node, ScalarNode):
            mark = node.start_mark
            yield node.value, f"{file}:{mark.line + 1}:{mark.column + 1}"


def _builtin() -> dict[str, Traversable]:
    folder = resources.files("auditor.policies")
    files = [file for file in folder.iterdir() if file.name.endswith(_ENDINGS)]
    return {file.name.removesuffix(".yaml"): file for file in sorted(files, key=_name)}


def _file(name: str | Path) -> Traversable:
    """Give the file of one of the program's own policies, or the one at a path."""
    known = _builtin()
    if isinstance(name, str) and name.casefold() in known:
        return known[name.casefold()]
    if isinstance(name, Path) or name.endswith(_ENDINGS) or "/" in name or "\\" in name:
        return Path(name)
    fix = f"{choice(name, list(known))} For one of your own, give its file."
    raise SettingsError(f"there is no policy '{shortened(name)}'", fix=fix)


def _text(file: Traversable) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise RuleFileError([AuditorError("the file is not UTF-8", where=str(file), fix="Save it in UTF-8.")]) from None
    except OSError as error:
        raise InputError(f"the policy file cannot be read ({error.strerror})", where=str(file)) from error


def _name(file: Traversable) -> str:
    return file.name
