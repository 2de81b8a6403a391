"""What changed in the sourcing between two versions of an article, as text for a terminal.

The page of the report layer says the same. Everything that comes from the articles is made safe to print.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from auditor.forms.safe_text import one_line
from auditor.report.comparison import Comparison, FindingChange, StatementChange
from auditor.report.comparison_page import comparison_summary, source_groups
from auditor.report.passages import Passage

_BOLD, _OLD, _NEW = "1", "31", "32"
_SHOWN_CHARACTERS = 100


def comparison_text(comparison: Comparison, *, colour: bool = False, width: int = 88) -> str:
    """Write a comparison for a terminal, `width` columns wide.

    Words of the old version alone stand in [- -], those of the new one in {+ +}; or in colours.
    """
    sections = (
        ("", _head(comparison)),
        ("Numbers, old and new", _numbers(comparison)),
        ("Sources", _sources(comparison)),
        ("Findings cleared", _findings(comparison.cleared)),
        ("New findings", _findings(comparison.raised)),
        ("Attributed statements", _statements(comparison.statements)),
        ("Changed sentences about sources", (_passage(passage, colour=colour) for passage in comparison.passages)),
    )
    parts = []
    for heading, lines in sections:
        wrapped = [_wrapped(line, width) for line in lines]
        if wrapped:
            parts.append("\n".join([*([_painted(heading, _BOLD, colour=colour)] if heading else []), *wrapped]))
    return "\n\n".join(parts) + "\n"


def _head(comparison: Comparison) -> Iterator[str]:
    yield one_line(comparison.new.title)
    yield f"old: {one_line(comparison.old.id)}"
    yield f"new: {one_line(comparison.new.id)}"
    yield comparison_summary(comparison)
    yield from (f"! {one_line(note)}" for note in comparison.notes)


def _numbers(comparison: Comparison) -> Iterator[str]:
    for count in comparison.counts:
        if count.old != count.new:
            yield f"  {count.old:>5} → {count.new:<5} {count.name}"


def _sources(comparison: Comparison) -> Iterator[str]:
    for group in source_groups(comparison):
        for change in group.changes:
            sides = (
                f"{one_line(name)} ({identity})"
                for name, identity in ((change.old, change.old_identity), (change.new, change.new_identity))
                if name
            )
            yield f"  {group.name}: {' → '.join(sides)}, {change.old_statements} → {change.new_statements} statements"


def _findings(findings: tuple[FindingChange, ...]) -> Iterator[str]:
    for finding in findings:
        words = f" “{_shortened(finding.words)}”" if finding.words else ""
        yield f"  {finding.severity_name}: {finding.rule} {finding.title}{words}"


def _statements(statements: tuple[StatementChange, ...]) -> Iterator[str]:
    names = {"gone": "Gone", "added": "Added", "other-source": "Other source"}
    for change in statements:
        who = " → ".join(one_line(name) for name in (change.old_source, change.new_source) if name)
        yield f"  {names[change.kind]}: “{_shortened(change.words)}” ({who})"


def _passage(passage: Passage, *, colour: bool) -> str:
    pieces = []
    for piece in passage.pieces:
        words = one_line(piece.text) if piece.text.strip() else " "
        before, after = piece.text[:1].isspace() * " ", piece.text[-1:].isspace() * " "
        words = f"{before}{words}{after}" if piece.text.strip() else words
        if piece.kind == "removed":
            words = _painted(words, _OLD, colour=True) if colour else f"[-{words}-]"
        elif piece.kind == "added":
            words = _painted(words, _NEW, colour=True) if colour else f"{{+{words}+}}"
        pieces.append(words)
    return f"  {''.join(pieces)}"


def _painted(words: str, code: str, *, colour: bool) -> str:
    return f"\x1b[{code}m{words}\x1b[0m" if colour else words


def _shortened(words: str) -> str:
    line = one_line(words)
    return line if len(line) <= _SHOWN_CHARACTERS else f"{line[:_SHOWN_CHARACTERS].rsplit(' ', 1)[0]} …"


def _wrapped(line: str, width: int) -> str:
    indent = " " * (len(line) - len(line.lstrip()))
    hanging = f"{indent}  " if indent else ""
    return textwrap.fill(line.strip(), width, initial_indent=indent, subsequent_indent=hanging, break_long_words=False)
