"""Measures how well audits agree with marked articles, by the scorers that come with the marks.

`python -m auditor.scoring FOLDER` audits the articles in FOLDER, runs the scorers and writes a small table of numbers.
docs/accuracy.md says how FOLDER is laid out, where its parts come from and what the numbers mean. The scorers are
programs of their own, so that nobody has to trust this package's idea of being right; nothing else here needs them.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from auditor.errors import AuditorError, InputError, SettingsError
from auditor.rules.measured import measured

_FLAG_ROW = re.compile(r"^(anonymous|relayed|figure)\s+\d+\s+\d+\s+[\d.]+\s+[\d.]+\s+([\d.]+)", re.MULTILINE)
_MACRO_ROW = re.compile(r"^macro\s+([\d.]+)", re.MULTILINE)
# The type of mark that a rule's findings are compared with, by the rule's family.
_MARKED_AS = {"ANON": "anonymous", "FIG": "figure", "REL": "relayed"}
_QUOTED = re.compile(r"(<!-- generated: accuracy -->\n).*?(<!-- end -->)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Marks:
    """A folder of marked articles.

    Attributes:
        flag_parts: files `NAME.jsonl` of flags, each beside the folder `NAME` that holds its articles.
        flag_scorer: the program that scores flags.
        corpus: the compartment of the attribution corpus (`text/`, `attributions/`), or null.
        attribution_scorer, converter: the programs that score attributions and prepare audits for it.
    """

    flag_parts: tuple[Path, ...]
    flag_scorer: Path
    corpus: Path | None
    attribution_scorer: Path
    converter: Path


def find_marks(folder: Path) -> Marks:
    """Find the marked articles in a folder: `gold/` and `corpora/` in it, or the two beside each other.

    Raises:
        InputError: there are no marked articles, or the scorer is missing.
    """
    gold = folder / "gold" if (folder / "gold").is_dir() else folder
    corpora = next((place for place in (folder / "corpora", gold.parent / "corpora") if place.is_dir()), folder)
    parts = tuple(path for path in sorted(gold.glob("*.jsonl")) if path.with_suffix("").is_dir())
    if not parts:
        raise InputError("no marked articles here", where=str(folder), fix="docs/accuracy.md says how it is laid out.")
    if not (gold / "score_flags.py").is_file():
        raise InputError("the scorer is missing", where=str(gold / "score_flags.py"))
    corpus = corpora / "polnear" / "dev"
    return Marks(
        flag_parts=parts,
        flag_scorer=gold / "score_flags.py",
        corpus=corpus if corpus.is_dir() else None,
        attribution_scorer=corpora / "score_attributions.py",
        converter=corpora / "audits_to_predictions.py",
    )


def measure(marks: Marks, out: Path) -> tuple[dict[str, float], dict[str, str]]:
    """Audit all marked articles and score them.

    Returns:
        The numbers by name ("dev-read macro F1"), in the order of the table, and the tool as the audits state it.
    """
    numbers: dict[str, float] = {}
    audits = [_audit(part.with_suffix(""), out / part.stem) for part in marks.flag_parts]
    for part, audit in zip(marks.flag_parts, audits, strict=True):
        printed = _run(marks.flag_scorer, str(part), str(audit))
        numbers |= {f"{part.stem} {name}": value for name, value in read_flag_scores(printed).items()}
    if marks.corpus is not None:
        numbers |= _attribution_numbers(marks, marks.corpus, out / "attributions")
    return numbers, _tool(audits[0])


def read_flag_scores(printed: str) -> dict[str, float]:
    """Read the F1 of each flag, and their mean, from what the flag scorer printed.

    Raises:
        InputError: the scorer's table is not there.
    """
    rows = {f"{kind} F1": float(score) for kind, score in _FLAG_ROW.findall(printed)}
    macro = _MACRO_ROW.search(printed)
    if len(rows) != 3 or macro is None:
        raise InputError(f"the flag scorer printed no table but: {printed[:200]!r}")
    return {**rows, "macro F1": float(macro[1])}


def read_attribution_scores(scores: dict[str, Any]) -> dict[str, float]:
    """Pick the numbers worth printing from the attribution scorer's figures."""
    return {
        "attributions joint F1": scores["all"]["joint"]["f"],
        "attributions joint F1, direct": scores["direct"]["joint"]["f"],
        "attributions joint F1, indirect": scores["indirect"]["joint"]["f"],
        "attributions found (IoU 50) F1": scores["all"]["iou50"]["f"],
        "attributions with the right source": scores["all"]["src acc"],
    }


def table(numbers: dict[str, float], tool: dict[str, str]) -> str:
    """Write the numbers as a Markdown table, headed by what was measured."""
    head = (
        f"{tool['name']} {tool['version']}, pipeline {tool['model']} {tool['model_version']}, "
        f"tagger {tool['tagger_version']}, rules {tool['rules_hash'][:12]}"
    )
    rows = [f"| {name} | {value:.3f} |" for name, value in numbers.items()]
    return "\n".join([head, "", "| measured on marked articles | |", "|---|---|", *rows, ""])


def rule_table(audits: Iterable[str], marks: Iterable[str]) -> str:
    """Count for each rule of the present table how many findings there are and how many stand at a mark of their type.

    Args:
        audits: audit documents, one a line.
        marks: marked articles, one a line; one with `types` was marked for these types alone.
    """
    marked = {one["doc"]: one for one in map(json.loads, marks)}
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for audit in map(json.loads, audits):
        article = marked.get(audit["article"]["id"])
        if article is None:
            continue
        for finding in audit["findings"]:
            kind = _MARKED_AS.get(finding["rule"][:-3]) if finding["rule"] in measured() else None
            if finding["span"] and kind in article.get("types", _MARKED_AS.values()):
                found[finding["rule"]] += 1
                right[finding["rule"]] += any(
                    flag["type"] == kind
                    and flag["start"] < finding["span"]["end"]
                    and finding["span"]["start"] < flag["end"]
                    for flag in article["flags"]
                )
    on = f"on {len(marked)} articles; the marks were made by a language model, and no journalist has checked them"
    return "\n".join([f"# {on}", *(f"{code}\t{found[code]}\t{right[code]}" for code in sorted(found)), ""])


def shortfalls(numbers: dict[str, float], floor: dict[str, float]) -> list[str]:
    """Say which numbers lie below their floor. A floor for something that was not measured is a shortfall too."""
    return [
        f"{name}: {numbers[name]:.3f} is below the floor of {least:.3f}" if name in numbers else f"{name}: not measured"
        for name, least in floor.items()
        if numbers.get(name, -1.0) < least
    ]


def quote(page: str, table: str) -> str:
    """Put the table between the markers of a page.

    Raises:
        SettingsError: the page has no markers.
    """
    if not _QUOTED.search(page):
        raise SettingsError("the page has no place for the table", fix="Put in '<!-- generated: accuracy -->'.")
    return _QUOTED.sub(lambda match: f"{match[1]}{table}{match[2]}", page)


def _attribution_numbers(marks: Marks, corpus: Path, out: Path) -> dict[str, float]:
    audits = _audit(corpus / "text", out)
    predictions, scores = out / "predictions.jsonl", out / "scores.json"
    predictions.write_text(_run(marks.converter, str(audits), str(corpus)), encoding="utf-8")
    _run(marks.attribution_scorer, "--gold", str(corpus), str(predictions), "--json", str(scores))
    by_file = json.loads(scores.read_text(encoding="utf-8"))
    return read_attribution_scores(next(iter(by_file.values())))


def _audit(articles: Path, out: Path) -> Path:
    """Audit a folder in a process of its own, with default settings, and give the file of audits."""
    command = [
        sys.executable,
        "-m",
        "auditor",
        "batch",
        str(articles),
        "--out",
        str(out),
        "--format",
        "jsonl",
        "--rerun",
    ]
    run = subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    # 3 says that some articles could not be audited; the scorers count their marks as missed.
    if run.returncode not in (0, 3):
        raise InputError(f"the batch ended with status {run.returncode}", where=str(articles))
    return out / "audits.jsonl"


def _run(program: Path, *arguments: str) -> str:
    run = subprocess.run([sys.executable, str(program), *arguments], capture_output=True, text=True, check=False)
    if run.returncode != 0:
        raise InputError(f"the scorer failed: {run.stderr.strip() or run.stdout.strip()}", where=str(program))
    return run.stdout


def _tool(audits: Path) -> dict[str, str]:
    with audits.open(encoding="utf-8") as lines:
        tool: dict[str, str] = json.loads(next(lines))["tool"]
    return tool


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m auditor.scoring", description="Measure accuracy on marked articles."
    )
    parser.add_argument("folder", type=Path, help="the folder with marked articles (docs/accuracy.md)")
    parser.add_argument("--out", type=Path, default=Path("build"), help="where accuracy.md and accuracy.json go")
    parser.add_argument("--floor", type=Path, help="a JSON file of names and least values; any lower one is a failure")
    parser.add_argument("--ship", type=Path, metavar="FILE", help="a second copy of accuracy.json, for the reports")
    parser.add_argument("--rules", type=Path, metavar="FILE", help="the table of the rules' findings, to be renewed")
    parser.add_argument("--quote", type=Path, metavar="PAGE", help="a page that quotes the table, to be renewed")
    return parser.parse_args(arguments)


def main(arguments: list[str] | None = None) -> int:
    """Measure, write the table and compare with the floor; 1 below the floor, 2 when nothing could be measured."""
    options = _options(arguments)
    try:
        numbers, tool = measure(find_marks(options.folder), options.out / "accuracy")
        written = table(numbers, tool)
        (options.out / "accuracy.md").write_text(written, encoding="utf-8")
        values = {"tool": tool, "numbers": {name: round(value, 4) for name, value in numbers.items()}}
        for place in filter(None, (options.out / "accuracy.json", options.ship)):
            place.write_text(json.dumps(values, indent=1) + "\n", encoding="utf-8")
        if options.rules:
            part = find_marks(options.folder).flag_parts[0]
            with (options.out / "accuracy" / part.stem / "audits.jsonl").open(encoding="utf-8") as audits:
                written_rules = rule_table(audits, part.read_text(encoding="utf-8").splitlines())
            options.rules.write_text(written_rules, encoding="utf-8")
        if options.quote:
            options.quote.write_text(quote(options.quote.read_text(encoding="utf-8"), written), encoding="utf-8")
        floor = json.loads(options.floor.read_text(encoding="utf-8")) if options.floor else {}
    except AuditorError as error:
        print(error, file=sys.stderr)
        return 2
    print(written)
    short = shortfalls(numbers, floor)
    for line in short:
        print(line, file=sys.stderr)
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
