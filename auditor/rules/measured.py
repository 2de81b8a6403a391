"""How often rules were right on marked articles: a small table that ships with the rules.

Only rules whose findings are among the marks can be measured so; of the others nothing is said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Measured:
    """How many findings of a rule there were on marked articles, and how many of them were at a mark."""

    findings: int
    right: int
    on: str

    @property
    def words(self) -> str:
        """Say it in a sentence."""
        share = round(100 * self.right / self.findings) if self.findings else 0
        return f"{self.right} of {self.findings} findings stand at a mark ({share} %), {self.on}."


@cache
def measured() -> Mapping[str, Measured]:
    """Give the table by rule code: `measured.tsv`, whose first line says on what it was measured."""
    lines = (resources.files("auditor.rules") / "measured.tsv").read_text(encoding="utf-8").splitlines()
    on = next((line.removeprefix("#").strip() for line in lines if line.startswith("#")), "")
    rows = (line.split("\t") for line in lines if line.strip() and not line.startswith("#"))
    return {code: Measured(int(findings), int(right), on) for code, findings, right in rows}
