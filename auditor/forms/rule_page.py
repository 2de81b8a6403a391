"""A rule as text for a terminal: what it says, why, what clears it, and sentences it flags and passes."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from auditor.forms.safe_text import one_line
from auditor.rules.model import Example, ExampleKind, Rule, RuleKind

_EXAMPLES = {
    ExampleKind.FLAGS: "Flagged, the words in [[ ]]:",
    ExampleKind.PASSES: "Not flagged:",
    ExampleKind.KNOWN_MISSES: "Known misses:",
}


def rule_list(rules: Iterable[Rule]) -> str:
    """List rules, one a line: code, severity, title."""
    rows = [(rule.code, _standing(rule), rule.title) for rule in rules]
    width = max((len(code) for code, *_ in rows), default=0)
    return "".join(f"{code:<{width}}  {standing:<6}  {one_line(title)}\n" for code, standing, title in rows)


def rule_page(rule: Rule, *, width: int = 88) -> str:
    """Show everything about one rule."""
    parts = [f"{rule.code}  {rule.title}  ({_standing(rule)})", _filled(rule.message, width)]
    for label, text in (
        ("Why", rule.why),
        ("What clears it", rule.clear),
        ("Ask", rule.ask),
        ("Policies", ", ".join(rule.policies)),
        ("Notes", rule.notes),
    ):
        if text:
            parts.append(f"{label}:\n{_filled(text, width)}")
    parts.extend(_sentences(rule, width))
    return "\n\n".join(parts) + "\n"


def _sentences(rule: Rule, width: int) -> Iterator[str]:
    for kind, label in _EXAMPLES.items():
        lines = [_filled(_marked(example), width, "  - ") for example in rule.examples if example.kind is kind]
        if lines:
            yield "\n".join([label, *lines])


def _marked(example: Example) -> str:
    text = example.text
    for start, end in sorted(example.marks, reverse=True):
        text = f"{text[:start]}[[{text[start:end]}]]{text[end:]}"
    return text


def _standing(rule: Rule) -> str:
    return rule.severity.value if rule.kind is RuleKind.FINDING else rule.kind.value


def _filled(text: str, width: int, first: str = "  ") -> str:
    return textwrap.fill(one_line(text), width, initial_indent=first, subsequent_indent=" " * len(first))
