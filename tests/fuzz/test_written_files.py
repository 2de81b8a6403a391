"""Files that a newsroom writes, and audits read back, with any structure in them: right, or told with the line."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import yaml
from configuration.test_reading import TEXT as SETTINGS
from decisions.test_entries import FILE as DECISIONS
from fuzz.strategies import effort, spoiled, structures
from hypothesis import given
from policies.test_loader import POLICY
from report.factory import invented_document
from rules.test_loader import RULE

from auditor.configuration.reading import configuration_from_text
from auditor.decisions.baseline import load_baseline, rules_of
from auditor.decisions.entries import book_from_text
from auditor.document import AuditDocument, from_json, to_data
from auditor.errors import InputError, RuleFileError
from auditor.policies.loader import policy_from_text
from auditor.reading.records import article_from_record
from auditor.rules.loader import rules_from_text

PLACE = re.compile(r"any\.\w+(:\d+){0,2}: ")


def words_of(text: str) -> list[str]:
    """The keys and values of a file, and values that are nearly right."""
    found = sorted(set(re.findall(r"[\w.-]+", text)))
    return [*found, "at most 3", "at least x", "words", "{quotation}", "[[x]]", "]]", "2026-02-30", "../x", "a\x00b"]


def told(error: RuleFileError) -> None:
    assert error.problems
    for problem in error.problems:
        assert problem.what and problem.fix
        assert PLACE.match(f"{problem.where}: "), problem.where
        assert "\n" not in str(problem)


def as_yaml(data: object) -> str:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


def as_toml(data: object) -> str:
    """A file of inline values; what TOML cannot say is left as words."""
    if not isinstance(data, dict):
        return f"all = {_inline(data)}"
    return "\n".join(f"{json.dumps(str(key))} = {_inline(value)}" for key, value in data.items())


def _inline(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(str(key))} = {_inline(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_inline, value)) + "]"
    return json.dumps(value) if isinstance(value, str | int | bool) else json.dumps(str(value))


def spoiled_or_any(text: str, data: object):
    return spoiled(data, words_of(text)) | structures(words_of(text))


@given(spoiled_or_any(RULE, yaml.safe_load(RULE)).map(as_yaml))
@effort(150)
def test_any_rule_file_is_right_or_told(text):
    try:
        rules_from_text(text, file="any.yaml")
    except RuleFileError as error:
        told(error)


@given(spoiled_or_any(POLICY, yaml.safe_load(POLICY)).map(as_yaml))
@effort(150)
def test_any_policy_is_right_or_told(text):
    try:
        policy_from_text(text, file="any.yaml")
    except RuleFileError as error:
        told(error)


@given(spoiled_or_any(DECISIONS, yaml.safe_load(DECISIONS)).map(as_yaml))
@effort(150)
def test_no_decisions_file_stops_an_audit(text):
    book = book_from_text(text, file="any.yaml")
    assert all(entry.decision.reason and entry.decision.by for entry in book.entries)
    assert all(PLACE.match(problem) for _, problem in book.problems)


@given(spoiled_or_any(SETTINGS, tomllib.loads(SETTINGS)).map(as_toml))
@effort(150)
def test_any_settings_are_right_or_told(tmp_path_factory, text):
    for table in ((), ("tool", "auditor")):
        try:
            configuration_from_text(text, tmp_path_factory.getbasetemp() / "any.toml", table=table)
        except RuleFileError as error:
            assert all(problem.what and problem.fix and "any.toml" in problem.where for problem in error.problems)


AUDIT = to_data(invented_document())


@given(spoiled(AUDIT, ["", "x", "high", "named person", "1.1"]))
@effort(80)
def test_any_audit_is_read_or_told(data):
    try:
        assert isinstance(from_json(json.dumps(data), where="any.json"), AuditDocument)
    except InputError as error:
        assert error.where == "any.json"


@given(
    spoiled({"article": {"id": "a"}, "findings": [{"fingerprint": "b", "rule": "c"}]}, ["article", "id", "findings"])
)
@effort(80)
def test_any_baseline_is_read_or_told(tmp_path_factory, data):
    path = tmp_path_factory.getbasetemp() / "any.jsonl"
    Path(path).write_text(json.dumps(data), encoding="utf-8")
    for read in (load_baseline, rules_of):
        try:
            assert read(path) is not None
        except InputError as error:
            assert str(path) in error.where


RECORD = {"headline": "A", "body": "Words.", "author": ["B"], "date": 1, "url": "https://a.example/", "lang": "en"}


@given(spoiled(RECORD, ["body", "text", "body_html", "<p>x</p>", "versioncreated", "headlines"]))
@effort(80)
def test_any_record_is_an_article_or_told(record):
    if not isinstance(record, dict):
        return
    try:
        article = article_from_record(record, id="a", where="any.json")
    except InputError as error:
        assert error.where == "any.json"
    else:
        assert article.text.strip()
