"""Reads token patterns in textacy's and spaCy's syntax, checked against what the matcher knows.

`LEMMA:say POS:DET:? POS:NOUN:+` or the same as mappings: `[{LEMMA: say}, {POS: DET, OP: "?"}, {POS: NOUN, OP: "+"}]`.
In the short form several values may be given at once, `LEMMA:say|tell`, and ":" is any token. Nothing is evaluated.
"""

from __future__ import annotations

import re

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from auditor.rules.nodes import Problems, choice, items, pairs, shortened
from auditor.rules.wording import TokenPattern, TokenValue

TEXTS = ("TEXT", "ORTH", "LOWER", "NORM", "LEMMA", "POS", "TAG", "DEP", "SHAPE", "ENT_TYPE")
FLAGS = (
    "IS_ALPHA",
    "IS_ASCII",
    "IS_DIGIT",
    "IS_LOWER",
    "IS_UPPER",
    "IS_TITLE",
    "IS_PUNCT",
    "IS_SPACE",
    "IS_STOP",
    "IS_QUOTE",
    "IS_CURRENCY",
    "LIKE_NUM",
    "LIKE_URL",
)
ATTRIBUTES = (*TEXTS, *FLAGS)
MAX_TOKENS = 20
MAX_PATTERNS = 200
MAX_OPEN = 3

_OFTEN = re.compile(r"[?!+*]|\{\d{1,2}(?:,\d{0,2})?\}|\{,\d{1,2}\}")
_OPEN = re.compile(r"[+*]|\{\d{1,2},\}")
_TRUTH = {"true": True, "false": False, "bool(true)": True, "bool(false)": False}
_SEVERAL = ("IN", "NOT_IN")

Token = tuple[tuple[str, TokenValue], ...]


def read_patterns(node: Node, problems: Problems) -> tuple[TokenPattern, ...]:
    """Read one pattern, or a list of patterns of which any may match; problems are noted."""
    before = len(problems.found)
    whole = isinstance(node, SequenceNode) and any(isinstance(item, MappingNode) for item in items(node))
    alternatives = [node] if whole else items(node)
    if len(alternatives) > MAX_PATTERNS:
        problems.add(node, f"there are {len(alternatives)} token patterns", f"Use at most {MAX_PATTERNS}.")
        return ()
    found = [_pattern(alternative, problems) for alternative in alternatives]
    return tuple(found) if len(problems.found) == before else ()


def _pattern(node: Node, problems: Problems) -> TokenPattern:
    if isinstance(node, ScalarNode):
        tokens = [_short(word, node, problems) for word in node.value.split()]
    else:
        tokens = [_long(item, problems) for item in items(node)]
    _bounded(node, tokens, problems)
    return tuple(tokens)


def _bounded(node: Node, tokens: list[Token], problems: Problems) -> None:
    often = [str(value) for token in tokens for key, value in token if key == "OP"]
    if not 1 <= len(tokens) <= MAX_TOKENS:
        problems.add(node, f"a token pattern has {len(tokens)} tokens", f"Use between 1 and {MAX_TOKENS}.")
    elif sum(1 for word in often if _OPEN.fullmatch(word)) > MAX_OPEN:
        problems.add(node, "a token pattern has too many '+' and '*'", f"Use at most {MAX_OPEN}; write '?' instead.")
    elif len(often) == len(tokens) and all(word in ("?", "*", "!") or word.startswith(("{0", "{,")) for word in often):
        problems.add(node, "a token pattern can be empty", "Let at least one token be without '?' or '*'.")


def _short(word: str, node: ScalarNode, problems: Problems) -> Token:
    """Read one token of the short form, "LEMMA:say:?"."""
    parts = word.split(":")
    if not 2 <= len(parts) <= 3:
        what = f"'{shortened(word)}' is no token of a pattern"
        problems.add(node, what, "Write ATTRIBUTE:value or ATTRIBUTE:value:?, separated by spaces.")
        return ()
    name, value = parts[0], parts[1]
    often = _often(parts[2], node, problems) if len(parts) == 3 else ()
    if not name and not value:
        return often
    return (*_test(name, value.split("|"), node, problems), *often)


def _long(node: Node, problems: Problems) -> Token:
    """Read one token of the long form, "{LEMMA: say, OP: '?'}"."""
    found: list[tuple[str, TokenValue]] = []
    for key, (key_node, value) in pairs(node, problems, None, "a token").items():
        if key == "OP":
            found.extend(_often(getattr(value, "value", ""), value, problems))
        elif isinstance(value, MappingNode):
            found.extend(_several(key, value, problems))
        elif isinstance(value, ScalarNode):
            found.extend(_test(key, [value.value], key_node, problems))
        else:
            problems.add(value, f"'{shortened(key)}' has a list", "Write {IN: [one, two]} for several values.")
    return tuple(found)


def _several(name: str, node: MappingNode, problems: Problems) -> Token:
    found: list[tuple[str, TokenValue]] = []
    for key, (key_node, value) in pairs(node, problems, None, "a value").items():
        if key not in _SEVERAL:
            what = f"'{shortened(key)}' cannot be asked of a token"
            fix = "Use IN or NOT_IN with a list; regular expressions stand in 'regex', not in token patterns."
            problems.add(key_node, what, fix)
        elif name not in TEXTS:
            problems.add(key_node, f"'{shortened(name)}' takes no list", choice(name, TEXTS))
        else:
            found.append((name, (key, tuple(item.value for item in items(value) if isinstance(item, ScalarNode)))))
    return tuple(found)


def _test(name: str, values: list[str], node: Node, problems: Problems) -> Token:
    if name in TEXTS and all(values):
        return ((name, values[0] if len(values) == 1 else ("IN", tuple(values))),)
    if name in FLAGS and values[0].casefold() in _TRUTH:
        return ((name, _TRUTH[values[0].casefold()]),)
    if name in FLAGS:
        problems.add(node, f"'{name}' is '{shortened(values[0])}'", "Use true or false.")
    elif name in TEXTS:
        problems.add(node, f"'{name}' has no value", f"Write for example {name}:word.")
    else:
        problems.add(node, f"tokens have no attribute '{shortened(name)}'", choice(name.upper(), ATTRIBUTES))
    return ()


def _often(given: str, node: Node, problems: Problems) -> Token:
    if _OFTEN.fullmatch(given):
        return (("OP", given),)
    problems.add(
        node, f"'{shortened(given)}' is not how often a token occurs", "Use ?, +, *, ! or a number such as {2}."
    )
    return ()
