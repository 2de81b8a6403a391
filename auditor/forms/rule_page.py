"""A rule as text for a terminal: what it says and asks, why, what clears it, and sentences it flags and passes."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from auditor.forms.safe_text import one_line
from auditor.rules.evaluation import describe_rule
from auditor.rules.measured import Measured
from auditor.rules.model import Example, ExampleKind, Rule, RuleKind

EXAMPLE_HEADINGS = {
    ExampleKind.FLAGS: "Flagged, the words in [[ ]]",
    ExampleKind.PASSES: "Not flagged",
    ExampleKind.KNOWN_MISSES: "Known misses",
}


def rule_list(rules: Iterable[Rule]) -> str:
    """List rules, one a line: code, severity, title."""
    rows = [(rule.code, standing(rule), rule.title) for rule in rules]
    width = max((len(code) for code, *_ in rows), default=0)
    return "".join(f"{code:<{width}}  {stands:<6}  {one_line(title)}\n" for code, stands, title in rows)


def rule_page(rule: Rule, others: Iterable[Rule] = (), *, measured: Measured | None = None, width: int = 88) -> str:
    """Show everything about one rule.

    Args:
        rule: the rule.
        others: all rules, so that those that speak of this one can be named.
        measured: how often it was right on marked articles, where that was measured.
        width: characters a line.
    """
    parts = [f"{rule.code}  {rule.title}  ({standing(rule)})", _filled(rule.message, width)]
    parts += [f"{label}:\n{_filled(text, width)}" for label, text in texts_of(rule, others, measured) if text]
    parts += [
        "\n".join([f"{heading}:", *(_filled(words, width, "  - ") for words in asked)])
        for heading, asked in describe_rule(rule).items()
    ]
    parts.extend(_sentences(rule, width))
    return "\n\n".join(parts) + "\n"


def texts_of(rule: Rule, others: Iterable[Rule], measured: Measured | None) -> Iterator[tuple[str, str]]:
    """Give what is said about a rule besides its tests and sentences: heading, text; empty texts included."""
    yield "Why", rule.why
    yield "What clears it", rule.clear
    yield "Ask", rule.ask
    yield "Policies", ", ".join(rule.policies)
    yield "Shown instead of", ", ".join(rule.more_specific_than)
    yield "Clears", ", ".join(rule.clears)
    yield "Lowers", ", ".join(rule.lowers)
    others = tuple(others)
    yield "Not shown beside", ", ".join(one.code for one in others if rule.code in one.more_specific_than)
    yield "Cleared by", ", ".join(one.code for one in others if rule.code in one.clears)
    yield "Lowered by", ", ".join(one.code for one in others if rule.code in one.lowers)
    yield "Measured", measured.words if measured else ""
    yield "Notes", rule.notes


def standing(rule: Rule) -> str:
    """Give a rule's severity, or say that it is a signal."""
    return rule.severity.value if rule.kind is RuleKind.FINDING else rule.kind.value


def marked(example: Example) -> str:
    """Give an example's text with its marks."""
    text = example.text
    for start, end in sorted(example.marks, reverse=True):
        text = f"{text[:start]}[[{text[start:end]}]]{text[end:]}"
    return text


def _sentences(rule: Rule, width: int) -> Iterator[str]:
    for kind, label in EXAMPLE_HEADINGS.items():
        lines = [_filled(marked(example), width, "  - ") for example in rule.examples if example.kind is kind]
        if lines:
            yield "\n".join([f"{label}:", *lines])


def _filled(text: str, width: int, first: str = "  ") -> str:
    return textwrap.fill(one_line(text), width, initial_indent=first, subsequent_indent=" " * len(first))
