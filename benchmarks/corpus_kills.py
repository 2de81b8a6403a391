"""Kills a batch at random moments and starts it again: is anything lost, doubled, half-written or done twice?

    python -m benchmarks.corpus_kills build/corpus.jsonl --jobs 2 --kills 10

A run without a kill comes first. Then runs into one folder are ended by SIGKILL, workers and all, at moments drawn from
a seed, and started again; at the end its audits and tables must be those of the first run, byte for byte. Before each
kill the finished articles are read from the folder, and the next run must have skipped at least these.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def _command(corpus: Path, out: Path, jobs: int) -> list[str]:
    words = [sys.executable, "-m", "auditor", "batch", str(corpus), "--out", str(out), "--jobs", str(jobs), "--quiet"]
    return [*words, "--format", "jsonl,parquet", "--summary-json", str(out) + ".json"]


def _finished(out: Path) -> int:
    """Give the number of articles that the folder's record says are finished."""
    try:
        with sqlite3.connect(out / ".auditor" / "finished.sqlite") as database:
            return int(database.execute("SELECT count(*) FROM article").fetchone()[0])
    except sqlite3.OperationalError:  # nothing recorded yet
        return 0


def _content(out: Path) -> dict[str, bytes]:
    files = [out / "audits.jsonl", *sorted((out / "tables").rglob("*.parquet"))]
    return {str(file.relative_to(out)): file.read_bytes() for file in files}


def killed_and_finished(corpus: Path, *, jobs: int, kills: int, seed: int = 5) -> dict[str, object]:
    """Run, kill, run again, compare.

    Raises:
        AssertionError: the outputs differ, or a finished article was audited again.
    """
    chance = random.Random(f"{seed} {jobs}")
    with tempfile.TemporaryDirectory() as folder:
        whole, broken = Path(folder) / "whole", Path(folder) / "broken"
        began = time.monotonic()
        subprocess.run(_command(corpus, whole, jobs), check=True)
        lasted = time.monotonic() - began
        moments, known = [], []
        for _ in range(kills):
            process = subprocess.Popen(_command(corpus, broken, jobs), start_new_session=True)
            moments.append(round(chance.uniform(0, lasted), 1))
            try:
                process.wait(moments[-1])
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
            known.append(_finished(broken))
        subprocess.run(_command(corpus, broken, jobs), check=True)
        totals = json.loads(Path(str(broken) + ".json").read_text(encoding="utf-8"))
        assert known == sorted(known), known
        assert totals["finished_before"] == known[-1], (totals, known)
        assert _content(whole) == _content(broken)
    return {"jobs": jobs, "one run lasts": round(lasted, 1), "killed after": moments, "finished by then": known}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.corpus_kills", description=(__doc__ or "").split(":")[0]
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--kills", type=int, default=10)
    asked = parser.parse_args()
    print(json.dumps(killed_and_finished(asked.corpus, jobs=asked.jobs, kills=asked.kills)))
