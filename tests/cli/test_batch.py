"""`auditor batch`: what it writes, says and ends with."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from auditor.cli.batch import _learn_length, _progress
from auditor.errors import InputError

ROOT = Path(__file__).resolve().parent.parent.parent


def written(folder) -> list[str]:
    """Name the files of a run under their own names: not those by which it goes on later, nor unfinished ones."""
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


def ids(path) -> list[str]:
    return [json.loads(line)["article"]["id"] for line in path.read_text(encoding="utf-8").splitlines()]


def test_audits_pages_and_an_index(auditor, folder):
    result = auditor("batch", "bridge.txt", "calm.txt", "--out", "out")
    assert result.exit_code == 0
    assert result.stdout == "out/index.html\n"
    assert result.stderr == "2 audited, 0 not audited\n"
    assert written(folder / "out") == ["audits.jsonl", "bridge.html", "calm.html", "index.html"]


def test_the_audits_alone(auditor, folder):
    result = auditor("batch", "bridge.txt", "calm.txt", "--out", "out", "--format", "jsonl")
    assert result.stdout == "out/audits.jsonl\n"
    assert written(folder / "out") == ["audits.jsonl"]
    assert ids(folder / "out" / "audits.jsonl") == ["bridge", "calm"]


def test_patterns_are_expanded_here_too(auditor, folder):
    auditor("batch", "[bc]*.txt", "--out", "out", "--format", "jsonl")
    assert ids(folder / "out" / "audits.jsonl") == ["bridge", "calm"]


def test_what_was_not_audited_is_listed_and_ends_with_3(auditor, folder):
    result = auditor("batch", ".", "--out", "out", "--format", "jsonl")
    assert result.exit_code == 3
    assert result.stderr == "2 audited, 2 not audited (see out/not-audited.jsonl)\n"
    lines = (folder / "out" / "not-audited.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["empty", "pont"]


def test_a_single_article_that_cannot_be_read_is_listed_too(auditor):
    result = auditor("batch", "empty.txt", "--out", "out")
    assert result.exit_code == 3


def test_fail_on(auditor):
    assert auditor("batch", "bridge.txt", "--out", "out", "--fail-on", "high").exit_code == 1
    assert auditor("batch", "calm.txt", "--out", "out", "--fail-on", "info").exit_code == 0


def test_an_earlier_run_goes_on(auditor):
    auditor("batch", "bridge.txt", "--out", "out")
    result = auditor("batch", "bridge.txt", "calm.txt", "--out", "out")
    assert result.stderr == "2 audited, 0 not audited, 1 of them finished before\n"


def test_totals_for_other_programs(auditor, folder):
    auditor("batch", ".", "--out", "out", "--summary-json", "totals.json")
    assert json.loads((folder / "totals.json").read_text(encoding="utf-8")) == {
        "summary_version": "1",
        "audited": 2,
        "not_audited": 2,
        "finished_before": 0,
        "worst": "high",
    }


def test_quiet_prints_nothing_but_errors(auditor):
    result = auditor("batch", "bridge.txt", "--out", "out", "--quiet")
    assert (result.stdout, result.stderr) == ("", "")


def test_tables_are_written_when_asked_for(auditor, folder):
    pytest.importorskip("pyarrow")
    auditor("batch", "bridge.txt", "--out", "out", "--format", "jsonl,parquet")
    assert written(folder / "out") == ["audits.jsonl", "tables"]


def test_many_articles_are_counted_beside_the_run_for_the_time_left(capsys, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    counted = threading.Event()

    def again():
        yield from range(7)
        counted.set()

    with _progress(None, again, shown=True) as step:
        assert counted.wait(5)
        time.sleep(0.05)
        step(1, 0)
    assert "1/7" in capsys.readouterr().err


def test_inputs_that_cannot_be_counted_leave_the_error_to_the_run():
    def again():
        raise InputError("gone")

    bar = SimpleNamespace(length=None)
    _learn_length(bar, again)
    assert bar.length is None


def test_progress_is_shown_on_a_terminal_only(capsys, monkeypatch):
    with _progress(2, shown=True) as step:
        step(1, 0)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    with _progress(2, shown=False) as step:
        step(1, 0)
    assert capsys.readouterr().err == ""
    with _progress(2, shown=True) as step:
        step(1, 0)
        step(1, 1)
    shown = capsys.readouterr()
    assert "2/2" in shown.err
    assert "1 not audited" in shown.err
    assert shown.out == ""


@pytest.mark.model
@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_an_interruption_ends_with_130_and_leaves_no_half_file(folder):
    for number in range(800):
        shutil.copy(folder / "bridge.txt", folder / f"story-{number}.txt")
    command = [sys.executable, "-m", "auditor", "batch", "story-*.txt", "--out", "out", "--jobs", "2"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    running = subprocess.Popen(
        command,
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # A shell that runs the tests in the background has told them to ignore interruptions.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    for _ in range(300):
        if list(folder.glob("out/*.html")):
            break
        time.sleep(0.1)
    time.sleep(0.5)
    os.killpg(running.pid, signal.SIGINT)  # as the terminal does: to the workers too
    _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert said == "auditor: interrupted\n"
    assert [name for name in written(folder / "out") if not name.endswith(".html")] == []
