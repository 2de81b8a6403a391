"""Builds the method page: what made the report, by which rules, how often it is right, how to make it again.

The measured accuracy stands in `accuracy.json` beside this module; `python -m auditor.scoring` writes it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from auditor.document import AuditDocument
from auditor.report.entries import Fact
from auditor.report.finding_entries import FindingCard
from auditor.rules.model import Rule, RuleKind

_MEASURED = Path(__file__).with_name("accuracy.json")

# What the scorers' names mean; the read part comes before the unread one.
_PARTS = ("dev-read", "dev-unread")
_FLAGS = {
    "anonymous F1": "Words from people it never names",
    "relayed F1": "Outlets and platforms through which words came",
    "figure F1": "Figures the article does not stand behind",
    "macro F1": "Mean of the three",
}
_ATTRIBUTIONS = {
    "attributions joint F1": "Who is the source of which words",
    "attributions joint F1, direct": "of quoted words",
    "attributions joint F1, indirect": "of words not quoted",
    "attributions found (IoU 50) F1": "Attributed words found, whoever the source",
    "attributions with the right source": "Of those found: share with the right source",
}


@dataclass(frozen=True, slots=True)
class Score:
    """One measured number, or one for each of two parts of the marked articles.

    Attributes:
        name: what was measured.
        values: the numbers, as printed.
    """

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Accuracy:
    """How often the program was right on marked articles.

    Attributes:
        measured: the program that was measured: its version, pipeline, tagger and rules.
        same: whether this report was made by exactly that program.
        flags: for each flag, the number on articles read while rules were written and on unread ones.
        attributions: on the attribution corpus.
    """

    measured: str
    same: bool
    flags: tuple[Score, ...]
    attributions: tuple[Score, ...]


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule that was applied.

    Attributes:
        code: the rule's code.
        title: the rule's title.
        signal: whether it looks for something done well.
        count: number of findings or signals in this article.
        why: why the rule exists; may be empty.
    """

    code: str
    title: str
    signal: bool
    count: int
    why: str


@dataclass(frozen=True, slots=True)
class Method:
    """How the report was made.

    Attributes:
        facts: program, models, rules, hashes, settings.
        rules: the rules that gave something here.
        silent: the rules that were applied and gave nothing; empty where it is not known which ones.
        accuracy: measured on marked articles, or null when it was not measured.
        command: the command line that makes this report again.
    """

    facts: tuple[Fact, ...]
    rules: tuple[RuleRow, ...]
    silent: tuple[RuleRow, ...]
    accuracy: Accuracy | None
    command: str


def method_of(document: AuditDocument, cards: Sequence[FindingCard], rules: Iterable[Rule], command: str) -> Method:
    """Build the method page.

    Args:
        document: the audit document.
        cards: all finding cards.
        rules: the rules that were applied; empty where that is not known.
        command: the command line that makes this report again.
    """
    tool, settings = document.tool, document.settings
    facts = (
        Fact("Program", f"{tool.name} {tool.version}"),
        Fact("Language model", f"{tool.model} {tool.model_version}"),
        Fact("Attribution tagger", tool.tagger_version or "none"),
        Fact("Rule set", tool.rules_hash, code=True),
        Fact("Policies chosen", ", ".join(settings.policies) or "none"),
        Fact("Readings counted", _counted_readings(settings.min_certainty.value)),
        Fact("Article", document.article.id, code=True),
        Fact("SHA-256 of the text", document.article.sha256, code=True),
        Fact("Form of the audit document", f"version {document.schema_version}"),
    )
    rows = _rule_rows(document, cards, rules)
    return Method(
        facts=facts,
        rules=tuple(row for row in rows if row.count),
        silent=tuple(row for row in rows if not row.count),
        accuracy=accuracy_of(measured(), document),
        command=command or "auditor report ARTICLE",
    )


@cache
def measured() -> Mapping[str, Any]:
    """Read the measured numbers that ship with the package; empty when there are none."""
    if not _MEASURED.is_file():
        return {}
    data: dict[str, Any] = json.loads(_MEASURED.read_text(encoding="utf-8"))
    return data


def accuracy_of(data: Mapping[str, Any], document: AuditDocument) -> Accuracy | None:
    """Lay out measured numbers; null when there are none."""
    if not data:
        return None
    tool, numbers = data["tool"], data["numbers"]
    flags = ((words, [numbers.get(f"{part} {name}") for part in _PARTS]) for name, words in _FLAGS.items())
    attributions = ((words, [numbers.get(name)]) for name, words in _ATTRIBUTIONS.items())
    ours = document.tool
    return Accuracy(
        measured=(
            f"{tool['name']} {tool['version']}, {tool['model']} {tool['model_version']}, "
            f"tagger {tool['tagger_version']}, rules {tool['rules_hash'][:12]}"
        ),
        same=all(tool[key] == getattr(ours, key) for key in ("version", "model", "tagger_version", "rules_hash")),
        flags=_scores(flags),
        attributions=_scores(attributions),
    )


def _scores(rows: Iterable[tuple[str, list[float | None]]]) -> tuple[Score, ...]:
    return tuple(
        Score(words, tuple("not measured" if value is None else f"{value:.2f}" for value in values))
        for words, values in rows
        if any(value is not None for value in values)
    )


def _rule_rows(document: AuditDocument, cards: Sequence[FindingCard], rules: Iterable[Rule]) -> list[RuleRow]:
    counts = Counter([*(card.rule for card in cards), *(signal.rule for signal in document.signals)])
    known = {signal.rule: RuleRow(signal.rule, signal.title, True, 0, "") for signal in document.signals}
    known |= {card.rule: RuleRow(card.rule, card.title, False, 0, card.why) for card in cards}
    known |= {
        rule.code: RuleRow(rule.code, rule.title, rule.kind is RuleKind.SIGNAL, 0, " ".join(rule.why.split()))
        for rule in rules
    }
    return [RuleRow(code, row.title, row.signal, counts[code], row.why) for code, row in sorted(known.items())]


def _counted_readings(least: str) -> str:
    return {"firm": "firm ones only", "likely": "firm and likely ones"}.get(least, "all, with how sure each one is")
