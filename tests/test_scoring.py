"""The table of accuracy: what is read from the scorers, what is written, what falls below the floor."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from auditor import scoring
from auditor.errors import InputError, SettingsError

PRINTED = """\
2 gold articles have no audit (every mark in them counts as missed): a, b
type        gold found   P     R     F1    subtype right
anonymous     14    12  0.917 0.786 0.846 0.909
relayed       10    11  0.818 0.900 0.857 1.000
figure         8     7  0.857 0.750 0.800 0.833  95 % 0.700-0.900
macro                               0.834        95 % 0.800-0.870
  recall anonymous/group: 0.500 of 4
"""

TOOL = {
    "name": "source-auditor",
    "version": "1.2.3",
    "model": "en_test",
    "model_version": "3.8.0",
    "tagger_version": "7",
    "rules_hash": "0123456789abcdef",
}


def test_flag_scores_are_read_from_the_printed_table():
    assert scoring.read_flag_scores(PRINTED) == {
        "anonymous F1": 0.846,
        "relayed F1": 0.857,
        "figure F1": 0.8,
        "macro F1": 0.834,
    }


def test_a_scorer_that_prints_no_table_is_an_error():
    with pytest.raises(InputError, match="printed no table but: 'oops'"):
        scoring.read_flag_scores("oops")


def test_attribution_scores_are_picked_from_the_figures():
    figures = {"joint": {"f": 0.5}, "iou50": {"f": 0.6}, "src acc": 0.7}
    picked = scoring.read_attribution_scores({"all": figures, "direct": figures, "indirect": figures})
    assert list(picked.values()) == [0.5, 0.5, 0.5, 0.6, 0.7]


def test_the_table_says_what_was_measured():
    written = scoring.table({"part macro F1": 0.83449}, TOOL)
    assert written.splitlines()[0] == ("source-auditor 1.2.3, pipeline en_test 3.8.0, tagger 7, rules 0123456789ab")
    assert "| part macro F1 | 0.834 |" in written


def test_numbers_below_their_floor_are_named():
    floor = {"a": 0.5, "b": 0.5, "c": 0.5}
    assert scoring.shortfalls({"a": 0.5, "b": 0.4999}, floor) == [
        "b: 0.500 is below the floor of 0.500",
        "c: not measured",
    ]


def test_a_page_quotes_the_table_between_its_markers():
    page = "before\n<!-- generated: accuracy -->\nold\n<!-- end -->\nafter\n"
    assert scoring.quote(page, "new\n") == "before\n<!-- generated: accuracy -->\nnew\n<!-- end -->\nafter\n"


def test_a_page_without_markers_is_refused():
    with pytest.raises(SettingsError):
        scoring.quote("nothing here", "new")


def marked_folder(root: Path) -> Path:
    gold = root / "gold"
    (gold / "part").mkdir(parents=True)
    (gold / "part" / "one.txt").write_text("Headline\nA sentence.\n", encoding="utf-8")
    (gold / "part.jsonl").write_text("{}\n", encoding="utf-8")
    (gold / "unpaired.jsonl").write_text("{}\n", encoding="utf-8")
    (gold / "score_flags.py").write_text(f"print({PRINTED!r})\n", encoding="utf-8")
    return root


def test_marks_are_found_below_the_folder_or_in_it(tmp_path):
    root = marked_folder(tmp_path)
    for folder in (root, root / "gold"):
        marks = scoring.find_marks(folder)
        assert [path.name for path in marks.flag_parts] == ["part.jsonl"]
        assert marks.corpus is None


def test_an_empty_folder_is_refused_in_one_line(tmp_path, capsys):
    assert scoring.main([str(tmp_path), "--out", str(tmp_path / "out")]) == 2
    assert capsys.readouterr().err == (
        f"{tmp_path}: no marked articles here. docs/accuracy.md says how it is laid out.\n"
    )


def test_measuring_writes_the_table_and_fails_below_the_floor(tmp_path, monkeypatch, capsys):
    def audited(articles: Path, out: Path) -> Path:
        out.mkdir(parents=True)
        (out / "audits.jsonl").write_text(f'{{"tool": {str(TOOL).replace(chr(39), chr(34))}}}\n', encoding="utf-8")
        return out / "audits.jsonl"

    monkeypatch.setattr(scoring, "_audit", audited)
    floor = tmp_path / "floor.json"
    floor.write_text('{"part figure F1": 0.9}', encoding="utf-8")
    folder, out, shipped = marked_folder(tmp_path / "marks"), tmp_path / "out", tmp_path / "shipped.json"
    assert scoring.main([str(folder), "--out", str(out), "--floor", str(floor), "--ship", str(shipped)]) == 1
    assert shipped.read_text(encoding="utf-8") == (out / "accuracy.json").read_text(encoding="utf-8")
    assert "part figure F1: 0.800 is below the floor of 0.900" in capsys.readouterr().err
    assert "| part macro F1 | 0.834 |" in (out / "accuracy.md").read_text(encoding="utf-8")


def test_rules_are_compared_with_the_marks_of_their_type_alone():
    def finding(rule, start, end):
        return {"rule": rule, "span": {"start": start, "end": end}}

    def audit(id, *findings):
        return json.dumps({"article": {"id": id}, "findings": findings})

    marks = [
        json.dumps({"doc": "a", "flags": [{"type": "anonymous", "start": 10, "end": 20}]}),
        json.dumps({"doc": "b", "flags": [], "types": ["figure"]}),
    ]
    audits = [
        audit("a", finding("ANON001", 15, 18), finding("ANON001", 30, 35), finding("REL001", 12, 14)),
        audit("b", finding("ANON001", 1, 2)),
        audit("unmarked", finding("ANON001", 1, 2)),
    ]
    head, *rows = scoring.rule_table(audits, marks).splitlines()
    assert "language model" in head
    assert rows == ["ANON001\t2\t1", "REL001\t1\t0"]
