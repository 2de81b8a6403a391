"""Builds what `compare.html` is given: two versions of an article, side by side."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.report.comparison import Comparison, SourceChange
from auditor.report.context import Shell
from auditor.report.wording import counted

_KINDS = {
    "now-named": "Now named",
    "no-longer-named": "No longer named",
    "gone": "Gone",
    "added": "Added",
    "changed": "Changed",
}


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """Sources of which the same became.

    Attributes:
        kind: key, as in `SourceChange`.
        name: in words.
        changes: the sources.
    """

    kind: str
    name: str
    changes: tuple[SourceChange, ...]


@dataclass(frozen=True, slots=True)
class ComparisonPage:
    """Everything `compare.html` is given, each attribute under its own name.

    Attributes:
        shell: what every page carries.
        comparison: the two versions and what changed.
        summary: what changed, in a sentence or two.
        sources: what became of the sources, by what became of them.
    """

    shell: Shell
    comparison: Comparison
    summary: str
    sources: tuple[SourceGroup, ...]


def comparison_page(comparison: Comparison, shell: Shell) -> ComparisonPage:
    """Build the contents of the page."""
    return ComparisonPage(
        shell=shell,
        comparison=comparison,
        summary=comparison_summary(comparison),
        sources=source_groups(comparison),
    )


def source_groups(comparison: Comparison) -> tuple[SourceGroup, ...]:
    """Group the changed sources by what became of them; only kinds that occur."""
    groups = (
        SourceGroup(kind, name, tuple(change for change in comparison.sources if change.kind == kind))
        for kind, name in _KINDS.items()
    )
    return tuple(group for group in groups if group.changes)


def comparison_summary(comparison: Comparison) -> str:
    """Say what changed, facts only."""
    sources = [f"{len(group.changes)} {group.name.lower()}" for group in source_groups(comparison)]
    said = (
        f"Sources: {', '.join(sources)}." if sources else "No source changed.",
        _change(len([change for change in comparison.statements if change.kind == "gone"]), "statement", "gone"),
        _change(len([change for change in comparison.statements if change.kind == "added"]), "statement", "added"),
        _change(len(comparison.cleared), "finding", "cleared"),
        _change(len(comparison.raised), "finding", "new"),
        f"{counted(comparison.still, 'finding')} in both versions.",
    )
    return " ".join(part for part in said if part)


def _change(number: int, noun: str, became: str) -> str:
    return f"{counted(number, noun)} {became}." if number else ""
