"""From measured times to the rows of the table: a ratio, its target, and whether it is met."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.stages import MODELS, NOT_AUDIT, Times


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. ``target`` is the most that is wanted; null where a number is only told."""

    name: str
    measured: float
    unit: str = "×"
    target: float | None = None

    @property
    def met(self) -> bool | None:
        """Whether the target is met; null where there is none."""
        return None if self.target is None else self.measured <= self.target


def whole_rows(rounds: Sequence[Times]) -> list[Row]:
    """The audit against the plain pipeline, and against textacy's extractor on top of it."""

    def median(ratio: str, base: Sequence[str]) -> float:
        return statistics.median(times[ratio] / sum(times[name] for name in base) for times in rounds)

    return [
        Row("audit against the plain pipeline", median("audit", ["plain pipeline"]), target=0.9),
        Row(
            "audit against the plain pipeline with textacy's extractor", median("audit", ["plain pipeline", "textacy"])
        ),
    ]


def stage_shares(rounds: Sequence[Times]) -> Times:
    """Each stage's share of the audit, medians over the rounds; the report's is told against the same whole."""
    totals = [sum(seconds for name, seconds in times.items() if name not in NOT_AUDIT) for times in rounds]
    return {
        name: statistics.median(times[name] / total for times, total in zip(rounds, totals, strict=True))
        for name in rounds[0]
    }


def stage_rows(shares: Times, rounds: Sequence[Times], words: int) -> list[Row]:
    """What the stages are held to."""
    own = sum(share for name, share in shares.items() if name not in MODELS | NOT_AUDIT)
    report = statistics.median(times["report"] for times in rounds) / words * 1_000
    return [
        Row("everything beside the models, share of the audit", own, "", 0.2),
        Row("rules, share of the audit", shares["rules"], "", 0.05),
        Row("rendering the report of 1,000 words", report * 1_000, "ms", 40),
    ]


def length_rows(per_word: dict[int, float]) -> list[Row]:
    """Cost of a word in long articles against one in an article of 1,000 words."""
    base = per_word[1_000]
    longest = max(per_word)
    return [
        Row(f"a word among {words:,} against one among 1,000", value / base, target=1.3 if words == longest else None)
        for words, value in per_word.items()
        if words != 1_000
    ]


def process_rows(starts: dict[str, float], peaks: dict[str, int], jobs: dict[int, float]) -> list[Row]:
    """Start-up, memory and jobs."""
    allowed = 2 * starts["import click"] + 0.05
    most = max(jobs)
    return [
        Row("auditor --help against 2 × importing click + 50 ms", starts["auditor --help"] / allowed, target=1.0),
        Row("first audit against loading the models", starts["first audit"] / starts["models"], target=1.25),
        Row("peak memory against the plain pipeline's", peaks["audit"] / peaks["plain pipeline"], target=1.4),
        Row(f"batch with {most} jobs against one job", jobs[most] / jobs[1]),
    ]


def table(rows: Sequence[Row]) -> str:
    """The rows as a Markdown table."""
    lines = ["| | measured | target | |", "|---|---|---|---|"]
    for row in rows:
        target = "" if row.target is None else f"≤ {row.target:g} {row.unit}".rstrip()
        verdict = {True: "met", False: "missed", None: ""}[row.met]
        lines.append(f"| {row.name} | {row.measured:.2f} {row.unit} | {target} | {verdict} |".replace("  |", " |"))
    return "\n".join(lines)
