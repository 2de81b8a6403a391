"""The rules' pages as Markdown, a file a family, and the table of all rules for a README.

Made from the rule files alone, so that pages cannot say anything else than the rules do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from auditor.forms.rule_page import EXAMPLE_HEADINGS, marked, standing, texts_of
from auditor.rules.evaluation import describe_rule
from auditor.rules.measured import Measured
from auditor.rules.model import Example, Rule

START = "<!-- rules: made by `make docs`, do not edit -->"
END = "<!-- end of rules -->"
FAMILIES = {
    "ANON": "Anonymity",
    "FIG": "Figures",
    "REL": "Relayed material",
    "QUO": "Quotations",
    "SRC": "Sources as a whole",
    "HED": "Hedges and passive attribution",
    "NAM": "Names",
    "POS": "What an article does well",
}


def rule_docs(rules: Iterable[Rule], measured: Mapping[str, Measured]) -> dict[str, str]:
    """Give the pages: file name → Markdown, an index and a page for each family."""
    rules = tuple(rules)
    families = dict.fromkeys(rule.family for rule in rules)
    pages = {"README.md": "\n".join(["# Rules", "", *_index(families), "", *_table(rules, ""), ""])}
    for family in families:
        own = [rule for rule in rules if rule.family == family]
        parts = [f"# {FAMILIES.get(family, family)} ({family})"]
        parts += [part for rule in own for part in _page(rule, rules, measured.get(rule.code))]
        pages[f"{family}.md"] = "\n\n".join(parts) + "\n"
    return pages


def with_table(text: str, rules: Iterable[Rule], folder: str) -> str:
    """Put the table of all rules between the marks of a text.

    Raises:
        ValueError: the marks are not there.
    """
    before, opening, rest = text.partition(START)
    _, closing, after = rest.partition(END)
    if not opening or not closing:
        raise ValueError(f"no place for the rules: {START} … {END}")
    return "\n".join([before + START, *_table(tuple(rules), folder), END]) + after


def _index(families: Iterable[str]) -> Iterator[str]:
    yield "Made from the rule files by `make docs`. `auditor rules show CODE` shows the same in a terminal."
    yield ""
    for family in families:
        yield f"- [{FAMILIES.get(family, family)}]({family}.md)"


def _table(rules: Iterable[Rule], folder: str) -> Iterator[str]:
    yield "| rule | severity | what it flags |"
    yield "|---|---|---|"
    for rule in rules:
        page = f"{folder}{rule.family}.md#{rule.code.lower()}"
        yield f"| [{rule.code}]({page}) | {standing(rule)} | {_cell(rule.title)} |"


def _page(rule: Rule, rules: Iterable[Rule], measured: Measured | None) -> Iterator[str]:
    yield f'<a id="{rule.code.lower()}"></a>\n\n## {rule.code} {rule.title}'
    yield f"*{standing(rule)}, about {_about(rule)}.* {_plain(rule.message)}"
    for heading, text in texts_of(rule, rules, measured):
        if text:
            yield f"**{heading}.** {_plain(text)}"
    for heading, asked in describe_rule(rule).items():
        yield f"**{heading}:**\n\n" + "\n".join(f"- {_plain(words)}" for words in asked)
    for kind, heading in EXAMPLE_HEADINGS.items():
        examples = [example for example in rule.examples if example.kind is kind]
        if examples:
            yield f"**{heading}:**\n\n" + "\n".join(f"- {_shown(example)}" for example in examples)


def _about(rule: Rule) -> str:
    return {"span": "a place in the text", "source": "a source", "article": "the whole article"}[rule.scope]


def _shown(example: Example) -> str:
    return f"{_plain(example.name)}: {_plain(marked(example))}"


def _plain(text: str) -> str:
    """Put a text on one line, with the signs that Markdown would read as its own made plain."""
    flat = " ".join(text.split())
    for sign in ("\\", "`", "*", "_", "<", ">", "#", "|"):
        flat = flat.replace(sign, "\\" + sign)
    return flat.replace("[", "\\[").replace("]", "\\]")


def _cell(text: str) -> str:
    return _plain(text)
