"""The published JSON Schema of rule files: what makes an editor complete and check them.

Made from the very tables that the loader uses, so that the two cannot differ.
"""

from __future__ import annotations

from typing import Any

from auditor.findings import Severity
from auditor.rules.conditions import CONDITIONS
from auditor.rules.examples import EXAMPLE_KEYS
from auditor.rules.fields import FIELDS, Field, FieldKind
from auditor.rules.loader import CODE, OPTIONAL, REQUIRED, REQUIRED_OF_FINDINGS
from auditor.rules.model import SCOPES, ExampleKind, Over, RuleKind, Scope
from auditor.rules.subjects import MARKS
from auditor.rules.when import GROUPS

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string", "minLength": 1}
_TEXTS: Schema = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}, {"type": "null"}]}
_BOUND: Schema = {
    "anyOf": [
        {"type": "number", "minimum": 0},
        {"type": "string", "pattern": r"^((at least|at most|more than|less than) )?\d{1,9}(\.\d{1,9})?$"},
    ]
}


def rule_schema() -> Schema:
    """Give the JSON Schema of a rule file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Rule file",
        "anyOf": [{"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/rule"}}, {"$ref": "#/$defs/rule"}],
        "$defs": {"rule": _rule(), "examples": _examples(), **{f"tests-{over}": _tests(over) for over in Over}},
    }


def _rule() -> Schema:
    properties: Schema = {key: _TEXT for key in (*REQUIRED, *REQUIRED_OF_FINDINGS, *OPTIONAL)}
    properties |= {
        "code": {"type": "string", "pattern": f"^{CODE.pattern}$"},
        "kind": {"enum": list(RuleKind)},
        "scope": {"enum": list(Scope)},
        "over": {"enum": list(Over)},
        "severity": {"enum": list(Severity)},
        "more_specific_than": _TEXTS,
        "policies": _TEXTS,
        **{key: True for key in ("when", "unless", "raise", "lower")},
        **{str(kind): {"$ref": "#/$defs/examples"} for kind in ExampleKind},
    }
    signal = {"properties": {"kind": {"const": str(RuleKind.SIGNAL)}}, "required": ["kind"]}
    return {
        "type": "object",
        "properties": properties,
        "required": list(REQUIRED),
        "additionalProperties": False,
        "if": signal,
        "else": {"required": list(REQUIRED_OF_FINDINGS)},
        "allOf": [_only_over(over) for over in Over],
    }


def _only_over(over: Over) -> Schema:
    """Say what a rule over one kind of annotation may test and mark."""
    tests = {"$ref": f"#/$defs/tests-{over}"}
    return {
        "if": {"properties": {"over": {"const": str(over)}}},
        "then": {
            "properties": {
                "scope": {"const": str(SCOPES[over])},
                "mark": {"enum": list(MARKS[over])},
                **{key: tests for key in ("when", "unless", "raise", "lower")},
            }
        },
    }


def _tests(over: Over) -> Schema:
    names = [name for name, condition in CONDITIONS.items() if over in condition.over]
    again = {"$ref": f"#/$defs/tests-{over}"}
    fields = {name: _value(field) for name, field in FIELDS[over].items()}
    one = [
        *([{"enum": names}] if names else []),
        {"type": "object", "properties": fields | dict.fromkeys(GROUPS, again), "additionalProperties": False},
    ]
    return {"anyOf": [*one, {"type": "array", "items": {"anyOf": one}}, {"type": "null"}]}


def _value(field: Field) -> Schema:
    return {"description": field.words, **_value_type(field)}


def _value_type(field: Field) -> Schema:
    if field.kind is FieldKind.NUMBER:
        return _BOUND
    if field.kind is FieldKind.FLAG:
        return {"anyOf": [{"type": "boolean"}, {"enum": ["true", "false", "yes", "no"]}]}
    if field.kind is FieldKind.PART:
        return {"enum": ["present", "absent"]}
    if field.kind is FieldKind.CHOICE:
        choices = {"enum": list(field.choices)}
        return {"anyOf": [choices, {"type": "array", "items": choices, "minItems": 1}]}
    return {"anyOf": [_TEXT, {"type": "array", "items": _TEXT, "minItems": 1}]}


def _examples() -> Schema:
    parts: Schema = {key: _TEXT for key in EXAMPLE_KEYS} | {"flags": {"type": "boolean"}}
    article = {"type": "object", "properties": parts, "required": ["text"], "additionalProperties": False}
    return {"anyOf": [{"type": "object", "additionalProperties": {"anyOf": [_TEXT, article]}}, {"type": "null"}]}
