"""Measures the speed of the auditor and prints a table: ``python -m benchmarks [--gold FOLDER]``.

Articles are invented ones (``benchmarks/articles.py``), those in ``seeds/``, and, with --gold, the part ``dev`` of the
attribution corpus. The folder --out receives ``speed.json``, ``speed.md`` and ``speed.svg``.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

from auditor.scoring import find_marks
from benchmarks.accuracy import NoAccuracyError, accuracy_of
from benchmarks.articles import invented_article, invented_articles
from benchmarks.chart import chart
from benchmarks.processes import jobs_scaling, peak_memory, start_ups
from benchmarks.rows import Row, length_rows, process_rows, stage_rows, stage_shares, table, whole_rows
from benchmarks.stages import Contenders, seconds_per_word

ROOT = Path(__file__).parent.parent
LENGTHS = (200, 1_000, 10_000, 100_000)
CORPUS_STEP = 2  # every second article of the corpus


def parse_arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--gold", type=Path, help="folder with marked articles (docs/accuracy.md)")
    parser.add_argument("--out", type=Path, default=ROOT / "build", help="folder for the results (%(default)s)")
    parser.add_argument("--rounds", type=int, default=5, help="repetitions, of which medians are taken (%(default)s)")
    parser.add_argument("--longest", type=int, default=LENGTHS[-1], help="words of the longest article (%(default)s)")
    return parser.parse_args()


def texts_for(gold: Path | None) -> dict[str, list[str]]:
    """The articles by set."""
    seeds = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    sets = {"own articles": [*seeds, *invented_articles()]}
    corpus = find_marks(gold).corpus if gold is not None else None
    if corpus is not None:
        files = sorted((corpus / "text").glob("*.txt"))[::CORPUS_STEP]
        sets["PolNeAR dev"] = [path.read_text(encoding="utf-8") for path in files]
    return sets


def per_word_by_length(contenders: Contenders, longest: int) -> dict[int, float]:
    """CPU seconds of a word in articles of several lengths: the least of three for all but the longest."""
    lengths = [words for words in LENGTHS if words < longest] + [longest]
    return {
        words: min(seconds_per_word(contenders, invented_article(words)) for _ in range(3 if words < 50_000 else 1))
        for words in lengths
    }


def measured_rows(contenders: Contenders, texts: list[str], rounds: int) -> tuple[list[Row], dict[str, float]]:
    """Rows of one set of articles, and the shares of its stages."""
    contenders.one_round(texts[:2])  # everything is loaded and warm from here on
    measured = [contenders.one_round(texts) for _ in range(rounds)]
    wholes, stages = [whole for whole, _ in measured], [stage for _, stage in measured]
    shares = stage_shares(stages)
    words = sum(len(text.split()) for text in texts)
    return [*whole_rows(wholes), *stage_rows(shares, stages, words)], shares


def main() -> int:
    """Measure all, print the table and write the results; 2 where no accuracy of this build is known."""
    options = parse_arguments()
    contenders = Contenders()
    tool = contenders.audits(["The mayor said that taxes would rise."])[0].tool
    try:
        accuracy = accuracy_of(tool, options.gold, options.out)
    except NoAccuracyError as error:
        print(error, file=sys.stderr)
        return 2
    rows: dict[str, list[Row]] = {}
    shares: dict[str, dict[str, float]] = {}
    for name, texts in texts_for(options.gold).items():
        rows[name], shares[name] = measured_rows(contenders, texts, options.rounds)
    per_word = per_word_by_length(contenders, options.longest)
    rows["length of the article"] = length_rows(per_word)
    rows["processes"] = process_rows(start_ups(), peak_memory(), jobs_scaling())
    head = f"{tool.name} {tool.version}, pipeline {tool.model} {tool.model_version}, tagger {tool.tagger_version}"
    parts = [f"**{name}**\n\n{table(some)}" for name, some in rows.items()]
    figures = "\n".join(f"| {name} | {value:.3f} |" for name, value in accuracy.items())
    page = "\n\n".join([head, *parts, f"**accuracy of the same build**\n\n| | |\n|---|---|\n{figures}"]) + "\n"
    print(page)
    result = {
        "tool": asdict(tool),
        "accuracy": accuracy,
        "rows": {name: [asdict(row) for row in some] for name, some in rows.items()},
        "shares": shares,
        "seconds_per_word": per_word,
    }
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "speed.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    (options.out / "speed.md").write_text(page, encoding="utf-8")
    drawn = shares.get("PolNeAR dev", shares["own articles"])
    (options.out / "speed.svg").write_text(chart(drawn, per_word, head), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
