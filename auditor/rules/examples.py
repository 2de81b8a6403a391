"""Reads the sentences that a rule carries: `[[ ]]` marks the words that must be flagged.

An example is a small article: a sentence, several paragraphs, or a mapping with `text` and what is known besides:
publisher, byline, genre, address.
"""

from __future__ import annotations

import re

from yaml.nodes import MappingNode, Node, ScalarNode

from auditor.rules.model import Example, ExampleKind, Scope
from auditor.rules.nodes import Problems, is_empty, pairs, shortened, text_of

_METADATA = ("publisher", "byline", "genre", "url")
EXAMPLE_KEYS = ("text", *_METADATA, "flags")

# "]]]" closes after the first bracket, so that "[[[sic]]]" marks "[sic]".
_MARK = re.compile(r"\[\[|\]\](?!\])")


def read_examples(node: Node, kind: ExampleKind, scope: Scope | None, problems: Problems) -> tuple[Example, ...]:
    """Read the named examples of one kind, noting problems."""
    if is_empty(node):
        return ()
    found = []
    for name, (_, value) in pairs(node, problems, None, f"'{kind}'").items():
        example = _read(name, kind, value, problems)
        if example is not None:
            found.append(_checked(example, scope, value, problems))
    return tuple(found)


def unmarked(text: str) -> tuple[str, tuple[tuple[int, int], ...]] | None:
    """Take the `[[ ]]` out of a text and give where they stood; null when they do not pair up.

    >>> unmarked("[[A clerk]] said so.")
    ('A clerk said so.', ((0, 7),))
    """
    plain: list[str] = []
    marks: list[tuple[int, int]] = []
    opened: int | None = None
    length = last = 0
    for match in _MARK.finditer(text):
        plain.append(text[last : match.start()])
        length += match.start() - last
        last = match.end()
        opening = match.group() == "[["
        if opening is not (opened is None):
            return None
        if opened is not None:
            marks.append((opened, length))
        opened = length if opening else None
    if opened is not None:
        return None
    return "".join(plain) + text[last:], tuple(marks)


def _read(name: str, kind: ExampleKind, node: Node, problems: Problems) -> Example | None:
    known: dict[str, str] = {}
    should_flag = kind is not ExampleKind.PASSES
    if isinstance(node, MappingNode):
        entries = pairs(node, problems, EXAMPLE_KEYS, "an example")
        if "text" not in entries:
            problems.add(node, f"example '{shortened(name)}' has no 'text'", "Add the article's words as 'text:'.")
            return None
        known = {key: text_of(entries, key, problems) for key in _METADATA if key in entries}
        if "flags" in entries and isinstance(entries["flags"][1], ScalarNode):
            should_flag = entries["flags"][1].value.casefold() in ("true", "yes")
        node = entries["text"][1]
    if not isinstance(node, ScalarNode) or is_empty(node):
        problems.add(node, f"example '{shortened(name)}' is not a text", "Write the article's words.")
        return None
    read = unmarked(node.value.strip())
    if read is None:
        problems.add(node, f"the [[ ]] of example '{shortened(name)}' do not pair up", "Close each [[ with ]].")
        return None
    return Example(name, kind, read[0], read[1], flags=should_flag, **known)


def _checked(example: Example, scope: Scope | None, node: Node, problems: Problems) -> Example:
    name = shortened(example.name)
    if not example.flags and example.marks:
        problems.add(node, f"example '{name}' passes but marks words", "Take the [[ ]] out, or move it to 'flags'.")
    if example.flags and not example.marks and scope is not Scope.ARTICLE:
        problems.add(node, f"example '{name}' marks no words", "Put [[ ]] around the words that must be flagged.")
    return example
