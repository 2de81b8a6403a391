"""The command line in this process, with a stand-in for the auditing that needs models."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result
from standin import audited_by_hand

from auditor.batch import articles
from auditor.cli import cli

STORY = "Bridge Shut After Storm\nThe bridge is shut, a town official said.\nNobody was hurt, Lena Ruud said.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The current folder: two stories, an empty file, and one that is not English."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bridge.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "calm.txt").write_text("Library Opens\nIt opened on Monday.\n", encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "pont.txt").write_text("Le pont est fermé.\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def auditor(folder, monkeypatch):
    """Run the command: `auditor("audit", "bridge.txt")`."""
    monkeypatch.setattr(articles, "audited", audited_by_hand)
    monkeypatch.setenv("COLUMNS", "90")

    def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(cli, arguments, input=stdin, catch_exceptions=False, prog_name="auditor")

    return run


@pytest.fixture
def refuses(auditor):
    """Run a command that cannot be done, and give the one line that says why."""

    def run(*arguments: str, stdin: str | bytes | None = None) -> str:
        result = auditor(*arguments, stdin=stdin)
        assert result.exit_code == 2
        assert result.stdout == ""
        assert result.stderr.count("\n") == 1, result.stderr
        assert result.stderr.startswith("auditor: ")
        return result.stderr.removeprefix("auditor: ").rstrip("\n")

    return run
