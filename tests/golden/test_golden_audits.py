"""The audits of the seeds, word for word, so that a change of behaviour shows as a difference in a file.

Each file holds one audit in a form made for reading differences: a span is one string, the tool's own versions are left
out, and so is the text, which lies in seeds/. The hash on top makes an edit by hand fail.
"""

from __future__ import annotations

import difflib
import hashlib
import json
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


def compact(value: Any) -> Any:
    """Write spans as "12-17 words"; leave out what is empty and what is the same for every finding of a rule."""
    if isinstance(value, dict):
        if set(value) == {"start", "end", "text"}:
            return f"{value['start']}-{value['end']} {value['text']}"
        kept = {
            key: compact(part)
            for key, part in value.items()
            if key not in ("why", "clear", "ask", "policies", "probability")
        }
        return {key: part for key, part in kept.items() if part not in (None, [], {}, "")}
    if isinstance(value, list):
        return [compact(part) for part in value]
    return value


def digest(audit: Any) -> str:
    return hashlib.sha256(json.dumps(audit, sort_keys=True).encode()).hexdigest()


def shown(audit: dict[str, Any]) -> dict[str, Any]:
    audit = {key: value for key, value in audit.items() if key not in ("tool", "text")}
    audit["article"] = {**audit["article"], "id": Path(audit["article"]["id"]).name}
    return compact(audit)


def difference(before: Any, after: Any) -> list[str]:
    """The first changed lines: a whole audit has a thousand."""
    texts = [json.dumps(audit, ensure_ascii=False, indent=1).split("\n") for audit in (before, after)]
    return list(islice(difflib.unified_diff(*texts, "as it was", "as it is", lineterm="", n=1), 60))


@pytest.fixture(scope="module")
def audits():
    from auditor.cli import cli

    run = CliRunner().invoke(cli, ["audit", *map(str, SEEDS), "--format", "json"], catch_exceptions=False)
    assert run.exit_code == 0, run.stderr
    return {Path(audit["article"]["id"]).name: shown(audit) for audit in json.loads(run.stdout)}


@pytest.mark.model
@pytest.mark.parametrize("seed", [path.stem for path in SEEDS])
def test_audit_is_as_it_was(seed, audits, request):
    audit = audits[seed]
    path = HERE / f"{seed}.json"
    if request.config.getoption("--update-golden", default=False):
        golden = {"made_by": "pytest tests/golden --update-golden", "sha256": digest(audit), "audit": audit}
        path.write_text(json.dumps(golden, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        return
    golden = json.loads(path.read_text(encoding="utf-8"))
    assert digest(golden["audit"]) == golden["sha256"], "edited by hand: run pytest tests/golden --update-golden"
    if audit != golden["audit"]:
        pytest.fail("\n".join(difference(golden["audit"], audit)), pytrace=False)


def test_every_golden_file_belongs_to_a_seed():
    assert {path.stem for path in HERE.glob("*.json")} == {path.stem for path in SEEDS}
