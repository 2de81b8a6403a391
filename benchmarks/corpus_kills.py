"""Kills a batch at random moments and starts it again: is anything lost, doubled, half-written or done twice?

    python -m benchmarks.corpus_kills build/corpus.jsonl --jobs 2 --kills 10

A run without a kill comes first. Then runs into one folder are ended by SIGKILL, workers and all, after so many
articles as a seed draws, and started again; at the end its audits and tables must be those of the first run, byte for
byte. Before each start the finished articles are counted, and the last run must have skipped all of them.
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


def _wait_for(process: subprocess.Popen[bytes], out: Path, articles: int) -> None:
    """Wait until so many lines are written or the run has ended."""
    lines = out / ".auditor" / "unfinished.jsonl"
    while process.poll() is None and (not lines.exists() or lines.read_bytes().count(b"\n") < articles):
        time.sleep(0.05)


def _content(out: Path) -> dict[str, bytes]:
    files = [out / "audits.jsonl", *sorted((out / "tables").rglob("*.parquet"))]
    return {str(file.relative_to(out)): file.read_bytes() for file in files}


def killed_and_finished(corpus: Path, *, jobs: int, kills: int, seed: int = 5) -> dict[str, object]:
    """Run, kill, run again, compare.

    Raises:
        AssertionError: the outputs differ, or a finished article was audited again.
    """
    chance, articles = random.Random(f"{seed} {jobs}"), corpus.read_bytes().count(b"\n")
    with tempfile.TemporaryDirectory() as folder:
        whole, broken = Path(folder) / "whole", Path(folder) / "broken"
        began = time.monotonic()
        subprocess.run(_command(corpus, whole, jobs), check=True)
        lasted = time.monotonic() - began
        known: list[int] = []
        for _ in range(kills):
            more = chance.randrange(2 * articles // kills)
            process = subprocess.Popen(_command(corpus, broken, jobs), start_new_session=True)
            _wait_for(process, broken, (known or [0])[-1] + more)
            time.sleep(chance.uniform(0, 1))
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
            known.append(_finished(broken))
        subprocess.run(_command(corpus, broken, jobs), check=True)
        totals = json.loads(Path(str(broken) + ".json").read_text(encoding="utf-8"))
        assert known == sorted(known), known
        assert totals["finished_before"] == known[-1], (totals, known)
        assert _content(whole) == _content(broken)
    return {"jobs": jobs, "articles": articles, "one run lasts": round(lasted, 1), "finished at each kill": known}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.corpus_kills", description=(__doc__ or "").split(":")[0]
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--kills", type=int, default=10)
    asked = parser.parse_args()
    print(json.dumps(killed_and_finished(asked.corpus, jobs=asked.jobs, kills=asked.kills)))
