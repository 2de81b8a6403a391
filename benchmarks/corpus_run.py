"""Runs a corpus through `auditor batch` and samples what memory the run and its workers hold: does it grow?

    python -m benchmarks.corpus_run build/corpus.jsonl --out build/audits --jobs 2

Linux only (it reads /proc). Writes `memory.csv` and a drawing, `memory.svg`, beside the folder of the audits.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_EVERY = 2.0  # seconds between two samples
_WIDTH, _HEIGHT, _EDGE = 720, 240, 44


@dataclass(frozen=True, slots=True)
class Sample:
    """What was held at one moment: seconds since the start, MiB of the run itself, MiB of it and all its workers."""

    seconds: float
    own: float
    tree: float


def sampled_run(command: Sequence[str]) -> list[Sample]:
    """Run a command and sample its memory until it ends.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    began, samples = time.monotonic(), []
    process = subprocess.Popen(command)
    while process.poll() is None:
        held = {pid: _resident(pid) for pid in _tree(process.pid)}
        samples.append(Sample(time.monotonic() - began, held.get(process.pid, 0.0), sum(held.values())))
        time.sleep(_EVERY)
    if process.returncode not in (0, 3):
        raise subprocess.CalledProcessError(process.returncode, command)
    return samples


def growth(samples: Sequence[Sample]) -> tuple[float, float]:
    """Give the mean MiB of the second and of the last quarter of a run: equal when memory does not grow."""
    quarter = max(1, len(samples) // 4)
    parts = samples[quarter : 2 * quarter] or samples, samples[-quarter:]
    early, late = (sum(one.tree for one in part) / len(part) for part in parts)
    return early, late


def drawing(samples: Sequence[Sample]) -> str:
    """Draw memory over time."""
    until, most = max(one.seconds for one in samples), max(one.tree for one in samples)
    wide, high = _WIDTH - 2 * _EDGE, _HEIGHT - 2 * _EDGE

    def line(values: Sequence[tuple[float, float]], colour: str) -> str:
        points = " ".join(f"{_EDGE + wide * x / until:.1f},{_HEIGHT - _EDGE - high * y / most:.1f}" for x, y in values)
        return f'<polyline fill="none" stroke="{colour}" stroke-width="2" points="{points}"/>'

    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif" '
            'font-size="12"><rect width="100%" height="100%" fill="#fff"/>',
            line([(one.seconds, one.tree) for one in samples], "#1f5f8b"),
            line([(one.seconds, one.own) for one in samples], "#b0622a"),
            f'<text x="{_EDGE}" y="20">MiB: the run with its workers (blue, at most {most:.0f}), the run itself '
            f"(brown)</text>",
            f'<text x="{_EDGE}" y="{_HEIGHT - 16}">0 to {until:.0f} seconds</text></svg>\n',
        ]
    )


def _tree(root: int) -> list[int]:
    """Give a process and all that descend from it."""
    found, waiting = [], [root]
    while waiting:
        pid = waiting.pop()
        found.append(pid)
        for children in Path(f"/proc/{pid}/task").glob("*/children"):
            try:
                waiting += [int(word) for word in children.read_text().split()]
            except OSError:  # ended meanwhile
                continue
    return found


def _resident(pid: int) -> float:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    kib = next((line.split()[1] for line in status.splitlines() if line.startswith("VmRSS")), "0")
    return int(kib) / 1024


def main() -> None:
    """Run, sample, print and write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.corpus_run", description=(__doc__ or "").split(":")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--out", type=Path, default=Path("build/audits"))
    parser.add_argument("--jobs", type=int, default=2)
    asked = parser.parse_args()
    command = [sys.executable, "-m", "auditor", "batch", str(asked.corpus), "--out", str(asked.out)]
    samples = sampled_run([*command, "--jobs", str(asked.jobs), "--format", "jsonl,parquet"])
    rows = [f"{one.seconds:.1f},{one.own:.1f},{one.tree:.1f}\n" for one in samples]
    place = asked.out.parent
    (place / "memory.csv").write_text("seconds,own_mib,all_mib\n" + "".join(rows), encoding="utf-8")
    (place / "memory.svg").write_text(drawing(samples), encoding="utf-8")
    early, late = growth(samples)
    print(json.dumps({"seconds": samples[-1].seconds, "second quarter MiB": early, "last quarter MiB": late}, indent=2))


if __name__ == "__main__":
    main()
