"""Nothing leaves the machine: the commands run with every way to the network closed, and leave no temporary file."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# Every Python process that is started here, workers too, runs this first. The hook sees what the interpreter and its
# extensions do with sockets; an attempt is written down as well, in case somebody catches the error.
CLOSED = """
import os, sys

ASKING = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")
SENDING = ("socket.connect", "socket.sendto", "socket.sendmsg")

def closed(event, arguments):
    # Family 1 is for processes of this machine alone.
    if event in ASKING or (event in SENDING and arguments[0].family != 1):
        with open(os.environ["ATTEMPTS"], "a") as file:
            file.write(f"{event} {arguments!r}\\n")
        raise ConnectionRefusedError(f"the network is closed: {event}")

sys.addaudithook(closed)
"""

COMMANDS = """
import sys
from auditor.cli import cli
for command in {commands!r}:
    try:
        cli(command, prog_name='auditor')
    except SystemExit as end:
        assert not end.code, (command, end.code)
"""


@pytest.fixture
def closed(tmp_path):
    """The environment without a network, with temporary files in a folder of their own."""
    (tmp_path / "site").mkdir()
    (tmp_path / "temporary").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(CLOSED)
    paths = os.pathsep.join([str(tmp_path / "site"), str(ROOT)])
    changes = {
        "PYTHONPATH": paths,
        "TMPDIR": str(tmp_path / "temporary"),
        "ATTEMPTS": str(tmp_path / "attempts"),
        "HOME": str(tmp_path),
    }
    return {**os.environ, **changes}


def run(program: str, environment: dict[str, str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program],
        env=environment,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def test_the_network_is_closed_here(closed, tmp_path):
    ended = run("import urllib.request; urllib.request.urlopen('http://127.0.0.1:9')", closed, tmp_path)
    assert "the network is closed" in ended.stderr
    assert (tmp_path / "attempts").read_text()


@pytest.mark.model
def test_audit_report_and_batch_ask_nothing_of_the_network_and_leave_no_temporary_file(closed, tmp_path):
    seeds = sorted(str(path) for path in (ROOT / "seeds").glob("*.txt"))
    commands = [
        ["audit", seeds[0]],
        ["report", seeds[0], "-o", str(tmp_path / "out" / "report.html")],
        ["batch", *seeds[1:3], "--out", str(tmp_path / "many"), "--jobs", "2"],
    ]
    (tmp_path / "out").mkdir()
    ended = run(COMMANDS.format(commands=commands), closed, tmp_path)
    assert ended.returncode == 0, ended.stderr
    assert not (tmp_path / "attempts").exists()
    assert (tmp_path / "out" / "report.html").stat().st_size > 10_000
    assert len(list((tmp_path / "many").rglob("*.html"))) >= 2
    # Compiled libraries pass the hook by: the runtime of the tagger begins a session file here when it would send.
    assert list((tmp_path / "temporary").iterdir()) == []
