"""`auditor batch`: what it writes, says and ends with."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from auditor.cli.batch import _progress

ROOT = Path(__file__).resolve().parent.parent.parent


def ids(path) -> list[str]:
    return [json.loads(line)["article"]["id"] for line in path.read_text(encoding="utf-8").splitlines()]


def test_audits_pages_and_an_index(auditor, folder):
    result = auditor("batch", "bridge.txt", "calm.txt", "--out", "out")
    assert result.exit_code == 0
    assert result.stdout == "out/index.html\n"
    assert result.stderr == "2 audited, 0 not audited\n"
    written = sorted(path.name for path in (folder / "out").iterdir())
    assert written == ["audits.jsonl", "bridge.html", "calm.html", "index.html"]


def test_the_audits_alone(auditor, folder):
    result = auditor("batch", "bridge.txt", "calm.txt", "--out", "out", "--format", "jsonl")
    assert result.stdout == "out/audits.jsonl\n"
    assert [path.name for path in (folder / "out").iterdir()] == ["audits.jsonl"]
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


def test_progress_is_shown_on_a_terminal_only(capsys, monkeypatch):
    with _progress(2) as step:
        step()
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    with _progress(2) as step:
        step()
        step()
    shown = capsys.readouterr()
    assert "2/2" in shown.err
    assert shown.out == ""


@pytest.mark.model
@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_an_interruption_ends_with_130_and_leaves_no_half_file(folder):
    for number in range(800):
        shutil.copy(folder / "bridge.txt", folder / f"story-{number}.txt")
    command = [sys.executable, "-m", "auditor", "batch", "story-*.txt", "--out", "out", "--jobs", "2"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    running = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True, start_new_session=True)
    for _ in range(300):
        if list(folder.glob("out/.audits.jsonl.*")):
            break
        time.sleep(0.1)
    time.sleep(0.5)
    os.killpg(running.pid, signal.SIGINT)  # as the terminal does: to the workers too
    _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert said == "auditor: interrupted\n"
    assert [path.name for path in (folder / "out").iterdir() if path.suffix != ".html"] == []
