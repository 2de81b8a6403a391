"""The README is true: its console examples run, its commands are all there, its links lead somewhere."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from auditor.cli import cli

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def examples() -> list[tuple[str, str]]:
    """The commands of all console blocks, each with the output printed below it."""
    found = []
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL):
        for part in re.split(r"(?m)^\$ ", block)[1:]:
            command, _, output = part.partition("\n")
            found.append((command, output))
    return found


AUDITOR_EXAMPLES = [example for example in examples() if example[0].startswith("auditor ")]
MAKE_EXAMPLES = [command for command, _ in examples() if command.startswith("make ")]


def commands(group: click.Command = cli, path: tuple[str, ...] = ("auditor",)) -> Iterator[tuple[str, click.Command]]:
    if not isinstance(group, click.Group):
        yield " ".join(path), group
        return
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        assert command is not None
        yield from commands(command, (*path, name))


COMMANDS = list(commands())


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder that looks like the checkout to somebody who types the examples in it."""
    place = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "seeds", place / "seeds")
    return place


def test_there_are_examples():
    assert len(AUDITOR_EXAMPLES) >= 6
    assert len(MAKE_EXAMPLES) >= 3
    assert len(AUDITOR_EXAMPLES) + len(MAKE_EXAMPLES) == len(examples())


@pytest.mark.model
@pytest.mark.parametrize(("command", "output"), AUDITOR_EXAMPLES, ids=[command for command, _ in AUDITOR_EXAMPLES])
def test_example_runs_and_prints_what_the_page_shows(command, output, folder):
    words = shlex.split(command)[1:]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = subprocess.run(
        [sys.executable, "-m", "auditor", *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert output in ("", run.stdout)


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
@pytest.mark.parametrize("command", MAKE_EXAMPLES)
def test_make_example_names_a_target(command):
    run = subprocess.run(
        ["make", "--dry-run", *shlex.split(command)[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize(("path", "command"), COMMANDS, ids=[path for path, _ in COMMANDS])
def test_command_is_in_the_readme_and_has_help(path, command):
    assert f"`{path}" in README
    assert command.help
    assert command.get_short_help_str()


@pytest.mark.parametrize(("path", "command"), COMMANDS, ids=[path for path, _ in COMMANDS])
def test_every_option_has_help(path, command):
    options = [option for option in command.params if isinstance(option, click.Option)]
    assert [option.name for option in options if not option.help] == []


def test_options_named_in_the_readme_exist():
    known = {name for _, command in COMMANDS for option in command.params for name in option.opts}
    inline = " ".join(re.findall(r"`([^`\n]*)`", re.sub(r"```.*?```", "", README, flags=re.DOTALL)))
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", inline))
    assert named
    assert named - known - {"--help", "--no-deps", "--version"} == set()


def test_links_to_files_lead_somewhere():
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in link]
    assert len(links) >= 4
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_every_exit_code_of_the_help_is_explained():
    run = subprocess.run(
        [sys.executable, "-m", "auditor", "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    codes = re.findall(r"(?m)^  +(\d+)  ", run.stdout)
    assert len(codes) == 5
    assert [code for code in codes if f"| {code} |" not in README] == []


@pytest.mark.model
def test_the_python_example_runs(capsys):
    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    names: dict[str, object] = {}
    exec(compile(example, "README.md", "exec"), names)
    assert "ANON001" in capsys.readouterr().out
    assert "port official" in str(names["page"])


@pytest.mark.model
def test_the_rule_shown_passes_its_own_sentences(tmp_path):
    (rule,) = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
    (tmp_path / "house-rules.yaml").write_text(rule, encoding="utf-8")
    run = CliRunner().invoke(cli, ["rules", "test", str(tmp_path / "house-rules.yaml")])
    assert run.exit_code == 0, run.output
