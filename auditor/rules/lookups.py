"""Reads what a rule looks for: its words, word lists, regular expressions and token patterns.

A rule file may hold word lists of its own under `lists`; a list that ends in no file is one of the program's.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from yaml.nodes import Node, ScalarNode

from auditor.rules.nodes import Problems, choice, is_empty, items, pairs, shortened
from auditor.rules.token_syntax import read_patterns
from auditor.rules.wording import MAX_WORDS, Wording, regex_problem
from auditor.rules.wordlists import entries as shipped
from auditor.rules.wordlists import list_names

Lists = Mapping[str, tuple[str, ...]]
NO_LISTS: Lists = MappingProxyType({})

LOOKUPS = ("words", "list", "regex", "tokens")


def read_lists(node: Node, problems: Problems) -> Lists:
    """Read the word lists of a rule file: name → words."""
    found = {}
    for name, (key, value) in pairs(node, problems, None, "'lists'").items():
        if name in list_names():
            problems.add(key, f"the list '{shortened(name)}' comes with the program", "Choose another name.")
        found[name] = _words(value, f"the list '{shortened(name)}'", problems)
    return found


def read_wording(node: Node, lists: Lists, problems: Problems, *, tokens: bool = False) -> Wording:
    """Read a mapping of `words`, `list`, `regex` and, where tokens can be seen, `tokens`."""
    known = LOOKUPS if tokens else LOOKUPS[:-1]
    entries = pairs(node, problems, known, "what is looked for")
    if not entries:
        problems.add(node, "nothing is looked for", f"Write {choice('', known).removeprefix('Use ').rstrip('.')}.")
    words: list[str] = []
    if "words" in entries:
        words.extend(_words(entries["words"][1], "'words'", problems))
    if "list" in entries:
        words.extend(word for item in items(entries["list"][1]) for word in _listed(item, lists, problems))
    return Wording(
        words=tuple(dict.fromkeys(words)),
        regexes=_regexes(entries["regex"][1], problems) if "regex" in entries else (),
        tokens=read_patterns(entries["tokens"][1], problems) if "tokens" in entries else (),
    )


def _words(node: Node, what: str, problems: Problems) -> tuple[str, ...]:
    given = [item.value.strip() for item in items(node) if isinstance(item, ScalarNode) and not is_empty(item)]
    if not given or len(given) != len(items(node)):
        problems.add(node, f"{what} holds something other than words", "Write a list such as [rumour, gossip].")
    if len(given) > MAX_WORDS:
        problems.add(node, f"{what} has {len(given):,} words", f"Keep lists under {MAX_WORDS:,}.")
    return tuple(given)


def _listed(node: Node, lists: Lists, problems: Problems) -> tuple[str, ...]:
    name = node.value if isinstance(node, ScalarNode) else ""
    if name in lists:
        return lists[name]
    if name in list_names():
        return shipped(name)
    problems.add(node, f"there is no word list '{shortened(name)}'", choice(name, [*lists, *list_names()]))
    return ()


def _regexes(node: Node, problems: Problems) -> tuple[str, ...]:
    found = []
    for item in items(node):
        pattern = item.value if isinstance(item, ScalarNode) else ""
        trouble = regex_problem(pattern)
        if trouble:
            problems.add(item, trouble, "Use RE2's syntax: no look-around and no back-references.")
        found.append(pattern)
    return tuple(found)
