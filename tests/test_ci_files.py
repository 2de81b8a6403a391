"""The GitHub Action and the pre-commit hook say what the command line understands."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from auditor.cli import cli

ROOT = Path(__file__).resolve().parent.parent
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step.get("name", "set-up"): step for step in ACTION["runs"]["steps"]}


def help_of(*command: str) -> str:
    return CliRunner().invoke(cli, [*command, "--help"]).output


def typed(tmp_path: Path, **inputs: str) -> list[str]:
    """What the action's step types, one argument each."""
    program = tmp_path / "auditor"
    program.write_text('#!/bin/sh\nfor word in "$@"; do printf "%s\\n" "$word"; done\n', encoding="utf-8")
    program.chmod(0o755)
    names = {key: value.split("inputs.")[1].split(" ")[0] for key, value in STEPS["Audit"]["env"].items()}
    known = {key: inputs.get(name, ACTION["inputs"][name].get("default", "")) for key, name in names.items()}
    environment = {**os.environ, **known, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    command = ["bash", "-e", "-o", "pipefail", "-c", STEPS["Audit"]["run"]]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def test_the_action_types_articles_as_they_are(tmp_path):
    assert typed(tmp_path, articles="desk/*.txt\n\n  \nmy story; rm -rf.md\n") == [
        *("audit", "--format", "github", "--"),
        *("desk/*.txt", "my story; rm -rf.md"),
    ]


def test_the_action_writes_sarif_and_fails_on_what_it_is_told(tmp_path):
    words = typed(tmp_path, articles="a.txt", format="sarif", **{"fail-on": "high"})
    assert words == ["audit", "--format", "sarif", "--fail-on", "high", "-o", "auditor.sarif", "--", "a.txt"]


@pytest.mark.parametrize("step", ["Install", "Audit"])
def test_no_input_is_pasted_into_a_script(step):
    assert "${{" not in STEPS[step]["run"]


def test_every_option_of_action_and_hook_exists():
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    program, command, *rest = shlex.split(hook["entry"])
    assert (program, command) == ("auditor", "audit")
    for option in [*(word for word in rest if word.startswith("--")), "--format", "--fail-on", "-o"]:
        assert option in help_of("audit")
    for form in ("github", "sarif"):
        assert form in help_of("audit")
