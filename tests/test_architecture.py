"""The shape of the code: imports go down the layers, files and functions stay small, every module has its tests."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "auditor"

MODULE_LINES = 300
FUNCTION_LINES = 40
POSITIONAL_PARAMETERS = 4
NESTING = 3
TEMPLATE_LINES = 120
RULE_FILE_LINES = 500

VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "misc"}
BLOCKS = (ast.If, ast.For, ast.While, ast.With, ast.Try, ast.Match)

MODULES = sorted(PACKAGE.rglob("*.py"))


def place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def depth(node: ast.AST, elif_of: ast.AST | None = None) -> int:
    """Blocks inside one another, where `elif` continues its `if` and a nested function starts afresh."""
    own = isinstance(node, BLOCKS) and node is not elif_of
    below = 0
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            continue
        continued = node.orelse[0] if isinstance(node, ast.If) and len(node.orelse) == 1 else None
        below = max(below, depth(child, continued if isinstance(continued, ast.If) else None))
    return below + own


def test_the_package_was_found():
    assert len(MODULES) > 20


def test_imports_follow_the_contracts():
    """They stand in pyproject.toml: the layers, and which layer may know models, templates and the command line."""
    code = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True, no_logo=True))"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_modules_are_short():
    assert {place(path): lines(path) for path in MODULES if lines(path) > MODULE_LINES} == {}


def test_templates_and_rule_files_are_short():
    templates = {place(path): lines(path) for path in (ROOT / "templates").rglob("*.html*")}
    rules = {place(path): lines(path) for path in (PACKAGE / "rules").rglob("*.yaml")}
    assert templates
    assert rules
    assert {name: count for name, count in templates.items() if count > TEMPLATE_LINES} == {}
    assert {name: count for name, count in rules.items() if count > RULE_FILE_LINES} == {}


def test_functions_are_short():
    lengths = {
        f"{place(path)}:{node.lineno} {node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for path in MODULES
        for node in functions(path)
    }
    assert {name: length for name, length in lengths.items() if length > FUNCTION_LINES} == {}


def test_functions_take_few_positional_parameters():
    counts = {}
    for path in MODULES:
        for node in functions(path):
            names = [argument.arg for argument in (*node.args.posonlyargs, *node.args.args)]
            counts[f"{place(path)}:{node.lineno} {node.name}"] = len(
                [name for name in names if name not in ("self", "cls")]
            )
    assert {name: count for name, count in counts.items() if count > POSITIONAL_PARAMETERS} == {}


def test_functions_are_not_deeply_nested():
    depths = {f"{place(path)}:{node.lineno} {node.name}": depth(node) for path in MODULES for node in functions(path)}
    assert {name: level for name, level in depths.items() if level > NESTING} == {}


def test_file_names_say_what_is_inside():
    assert [place(path) for path in MODULES if path.stem in VAGUE_NAMES or path.parent.name in VAGUE_NAMES] == []


def possible_tests(path: Path) -> list[Path]:
    """`auditor/a/b.py` is tested by `tests/a/test_b.py`; a subpackage may be tested as a whole by `tests/test_a.py`."""
    *folders, stem = path.relative_to(PACKAGE).with_suffix("").parts
    tests = ROOT / "tests"
    places = [tests.joinpath(*folders) / f"test_{stem.lstrip('_')}.py"]
    if len(folders) > 1:
        places.append(tests.joinpath(*folders[:-1]) / f"test_{folders[-1]}.py")
        places.append(tests.joinpath(*folders[:-1]) / f"test_{folders[-1]}_{stem.lstrip('_')}.py")
    return places


def test_every_module_has_its_tests():
    named = [path for path in MODULES if path.name not in ("__init__.py", "__main__.py")]
    untested = [place(path) for path in named if not any(test.exists() for test in possible_tests(path))]
    assert untested == []


def texts() -> Iterator[tuple[str, str]]:
    """Every text file of the repository but the articles and the locks, with its place."""
    folders = ["auditor", "templates", "tests", "docs", "training", "requirements", ".ci"]
    paths = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file()]
    for path in sorted([*paths, *ROOT.glob("*.md"), ROOT / "Makefile", ROOT / "pyproject.toml"]):
        if "__pycache__" in path.parts or path.suffix in (".onnx", ".pyc", ".png", ".npz", ".bin"):
            continue
        try:
            yield place(path), path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def strings_outside_docstrings(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            yield node.value


def test_no_code_knows_a_single_rule():
    """A rule is data: its code may stand in rule files, policies and examples of help texts, not in the program."""
    code = re.compile(r"\b[A-Z]{3,4}\d{3}\b")
    assert [place(path) for path in MODULES for text in strings_outside_docstrings(path) if code.search(text)] == []


def test_no_template_knows_a_single_rule():
    code = re.compile(r"\b(?:ANON|FIG|REL|QUO|SRC|NAM|POS|HED)\d{3}\b")
    pages = [path for path in (ROOT / "templates").rglob("*") if path.is_file()]
    assert pages
    assert [place(path) for path in pages if code.search(path.read_text(encoding="utf-8"))] == []


def test_no_file_names_a_place_on_one_machine():
    pattern = re.compile(r"(?<![\w.~}])/(?:work|root|home)/\w")
    assert [name for name, text in texts() if pattern.search(text)] == []


def test_only_the_ci_script_knows_the_neighbouring_folder():
    neighbour = "/".join(("..", "shared"))
    assert [name for name, text in texts() if neighbour in text] == [".ci/run"]


@pytest.mark.parametrize("command", ["import auditor", "import auditor.cli"])
def test_importing_loads_no_language_library(command):
    heavy = "{'spacy', 'textacy', 'onnxruntime', 'tokenizers', 'numpy', 'trafilatura', 'jinja2'}"
    code = f"import sys; {command}; print(sorted({heavy} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_the_public_interface_is_all_there():
    import auditor

    missing = [name for name in auditor.__all__ if not hasattr(auditor, name)]
    assert missing == []


def test_the_function_audit_survives_importing_its_module():
    code = "import auditor.audit, auditor; from auditor import audit; print(callable(audit), callable(auditor.audit))"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "True True"
