"""Earlier audits as a baseline."""

from __future__ import annotations

import json

import pytest
from standin import bridge_audit, refused

from auditor.decisions.baseline import load_baseline, rules_of
from auditor.document import to_json
from auditor.errors import InputError

AUDIT = bridge_audit()


def written(tmp_path, text: str):
    path = tmp_path / "audits.jsonl"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "text",
    [
        f"{to_json(AUDIT)}\n{to_json(refused(AUDIT))}\n",
        f"[{to_json(AUDIT, indent=2)}, {to_json(refused(AUDIT))}]",
    ],
    ids=["lines", "array"],
)
def test_fingerprints_are_read_by_article(tmp_path, text):
    assert load_baseline(written(tmp_path, text)) == {"desk/bridge": {"f1", "f2"}, "other": set()}


def test_one_audit_alone_will_do(tmp_path):
    assert set(load_baseline(written(tmp_path, to_json(AUDIT, indent=2)))) == {"desk/bridge"}


def test_the_version_does_not_matter(tmp_path):
    data = json.loads(to_json(AUDIT)) | {"schema_version": "0.1"}
    assert load_baseline(written(tmp_path, json.dumps(data)))


def test_the_rules_of_findings_are_read_too(tmp_path):
    assert rules_of(written(tmp_path, to_json(AUDIT))) == {"f1": "ANON001", "f2": "SRC001"}
    with pytest.raises(InputError, match="no audit"):
        rules_of(written(tmp_path, "[1]"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{}\n", "holds something that is no audit"),
        ("[1]", "holds something that is no audit"),
        (f"{to_json(AUDIT)}\nnonsense\n", "audits.jsonl:2: this is not JSON"),
    ],
)
def test_what_is_no_audit_is_told_with_its_place(tmp_path, text, said):
    with pytest.raises(InputError, match=said):
        load_baseline(written(tmp_path, text))


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(InputError, match="the audits cannot be read"):
        load_baseline(tmp_path / "none.jsonl")
