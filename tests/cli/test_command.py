"""The command as a whole: help, version, and what it loads."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

import auditor as package
from auditor.cli import cli


def test_the_version_is_the_programs(auditor):
    assert auditor("--version").stdout == f"auditor {package.__version__}\n"


@pytest.mark.parametrize(
    "command",
    [
        "",
        "audit",
        "report",
        "batch",
        "decide",
        "policies",
        "policies show",
        "config show",
        "rules",
        "rules list",
        "rules show",
        "schema",
    ],
)
def test_help_begins_with_what_it_does_and_examples(auditor, command):
    result = auditor(*command.split(), "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith("Usage: auditor")
    if command != "rules list":
        assert re.search(r"\n  Examples?:\n    auditor \w+", result.stdout)
    assert "\\b" not in result.stdout


def test_every_command_has_a_line_in_the_help(auditor):
    text = auditor("--help").stdout
    known = {"audit", "batch", "config", "decide", "decisions", "policies", "report", "rules", "schema"}
    assert known <= set(cli.commands)
    for name, command in cli.commands.items():
        assert command.short_help
        assert f"  {name} " in text


@pytest.mark.parametrize("arguments", [["--help"], ["batch", "--help"], ["schema"], ["audit", "no.txt"]])
def test_what_needs_no_language_loads_none(arguments):
    code = (
        "import sys\n"
        "from auditor.cli import cli\n"
        "try:\n"
        f"    cli({arguments!r}, prog_name='auditor')\n"
        "except SystemExit:\n"
        "    pass\n"
        "print(sorted({'spacy', 'textacy', 'numpy', 'onnxruntime', 'trafilatura'} & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_python_can_run_it_as_a_module():
    done = subprocess.run([sys.executable, "-m", "auditor", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"auditor {package.__version__}\n"


def test_a_reader_that_hangs_up_is_no_error():
    code = f"{sys.executable} -m auditor schema | head -c 10"
    done = subprocess.run(["sh", "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == ""
