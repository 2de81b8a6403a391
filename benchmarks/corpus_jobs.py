"""Compares a batch with two jobs to two plain audits side by side, each of half the corpus, in turns.

    python -m benchmarks.corpus_jobs build/corpus.jsonl

Both include their start-up. The plain audits read the articles, audit them and write the lines, nothing more.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_PLAIN = """
import json, sys
from auditor.batch.workers import one_thread_a_process
one_thread_a_process()
from auditor.audit import audit_many
from auditor.forms.jsonl import jsonl_line
from auditor.reading.records import article_from_record
half, lines = int(sys.argv[2]), open(sys.argv[1], encoding="utf-8")
records = (json.loads(line) for number, line in enumerate(lines) if number % 2 == half)
with open(sys.argv[3], "w", encoding="utf-8") as out:
    for document in audit_many(article_from_record(one, id=one["id"], where="") for one in records):
        out.write(jsonl_line(document))
"""


def _plain(corpus: Path, folder: Path) -> float:
    began = time.monotonic()
    halves = [
        subprocess.Popen([sys.executable, "-c", _PLAIN, str(corpus), str(half), str(folder / f"{half}.jsonl")])
        for half in (0, 1)
    ]
    assert [half.wait() for half in halves] == [0, 0]
    return time.monotonic() - began


def _batch(corpus: Path, folder: Path) -> float:
    began = time.monotonic()
    command = [sys.executable, "-m", "auditor", "batch", str(corpus), "--out", str(folder / "audits"), "--jobs", "2"]
    subprocess.run([*command, "--format", "jsonl", "--quiet", "--rerun"], check=True)
    return time.monotonic() - began


def compared(corpus: Path, rounds: int) -> dict[str, float]:
    """Give the seconds of each, medians of rounds taken in turns, and the throughput of the batch against the plain."""
    plain, batch = [], []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(rounds):
            plain.append(_plain(corpus, Path(folder)))
            batch.append(_batch(corpus, Path(folder)))
    seconds = statistics.median(plain), statistics.median(batch)
    articles = corpus.read_bytes().count(b"\n")
    ratio = statistics.median(one / other for one, other in zip(plain, batch, strict=True))
    return {"articles": articles, "plain": seconds[0], "batch": seconds[1], "batch against plain": round(ratio, 3)}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks.corpus_jobs")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    print(json.dumps(compared(asked.corpus, asked.rounds)))
