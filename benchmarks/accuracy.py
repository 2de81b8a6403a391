"""The accuracy that belongs to a speed. Without it no speed is printed: the fastest auditor reads nothing.

Where marked articles are given, it is measured anew. Otherwise the shipped record is read, and refused when it was
made with other models or rules than those that were timed.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from auditor.document import Tool
from auditor.scoring import find_marks, measure

SHIPPED = Path(__file__).parent.parent / "auditor" / "report" / "accuracy.json"


class NoAccuracyError(Exception):
    """There is no accuracy of this build."""


def accuracy_of(tool: Tool, gold: Path | None, out: Path) -> dict[str, float]:
    """The accuracy of this build by name.

    Args:
        tool: what the timed audits say made them.
        gold: a folder with marked articles (``docs/accuracy.md``), or null.
        out: where audits of marked articles are kept.

    Raises:
        NoAccuracyError: no marks are given, and the record is missing or another build's.
    """
    wanted = asdict(tool)
    if gold is not None:
        numbers, measured = measure(find_marks(gold), out / "accuracy")
    else:
        try:
            record = json.loads(SHIPPED.read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise NoAccuracyError("No accuracy is known of this build; give marked articles with --gold.") from None
        numbers, measured = record["numbers"], record["tool"]
    differing = sorted(name for name, value in measured.items() if wanted.get(name) != value)
    if differing:
        raise NoAccuracyError(
            f"The record of accuracy is of another build (other {', '.join(differing)}); measure it with --gold."
        )
    return {name: float(value) for name, value in numbers.items()}
