"""The published JSON Schema of rule files: what makes an editor complete and check them.

Made from the very tables that the loader uses, so that the two cannot differ.
"""

from __future__ import annotations

from typing import Any

from auditor.findings import Severity
from auditor.rules.entry import OPTIONAL, REQUIRED, REQUIRED_OF_FINDINGS
from auditor.rules.examples import EXAMPLE_KEYS
from auditor.rules.fields import FIELDS, Field, FieldKind
from auditor.rules.lookups import LOOKUPS
from auditor.rules.model import CODE, SCOPES, ExampleKind, Fold, Over, RuleKind, Scope
from auditor.rules.plugins import conditions
from auditor.rules.subjects import MARKS
from auditor.rules.token_syntax import ATTRIBUTES, FLAGS
from auditor.rules.when import GROUPS

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string", "minLength": 1}
_WORDS: Schema = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT, "minItems": 1}]}
_SEVERAL: Schema = {key: {"type": "array", "items": _TEXT, "minItems": 1} for key in ("IN", "NOT_IN")}
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
        "anyOf": [{"$ref": "#/$defs/rules"}, {"$ref": "#/$defs/rule"}, _file()],
        "$defs": {
            "rules": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/rule"}},
            "rule": _rule(),
            "examples": _examples(),
            "wording": _wording(),
            "find": _wording(tokens=_patterns()),
            **{f"tests-{over}": _tests(over) for over in Over},
        },
    }


def _file() -> Schema:
    """Say what a file with word lists of its own looks like."""
    return {
        "type": "object",
        "properties": {"lists": {"type": "object", "additionalProperties": _WORDS}, "rules": {"$ref": "#/$defs/rules"}},
        "required": ["rules"],
        "additionalProperties": False,
    }


def _rule() -> Schema:
    properties: Schema = {key: _TEXT for key in (*REQUIRED, *REQUIRED_OF_FINDINGS, *OPTIONAL)}
    properties |= {
        "code": {"type": "string", "pattern": f"^{CODE.pattern}$"},
        "kind": {"enum": list(RuleKind)},
        "scope": {"enum": list(Scope)},
        "over": {"enum": list(Over)},
        "severity": {"enum": list(Severity)},
        "once_per": {"enum": list(Fold)},
        "find": {"$ref": "#/$defs/find"},
        **{key: _TEXTS for key in ("more_specific_than", "clears", "lowers", "policies")},
        **{key: True for key in ("when", "unless", "raise", "lower")},
        **{str(kind): {"$ref": "#/$defs/examples"} for kind in ExampleKind},
    }
    signal = {"properties": {"kind": {"const": str(RuleKind.SIGNAL)}}, "required": ["kind"]}
    return {
        "type": "object",
        "properties": properties,
        "required": [key for key in REQUIRED if key != "when"],
        "anyOf": [{"required": ["when"]}, {"required": ["find"]}],
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
    names = [name for name, condition in conditions().items() if over in condition.over]
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
        return {"anyOf": [{"enum": ["present", "absent"]}, {"$ref": "#/$defs/wording"}]}
    if field.kind is FieldKind.CHOICE:
        choices = {"enum": list(field.choices)}
        return {"anyOf": [choices, {"type": "array", "items": choices, "minItems": 1}]}
    return {"anyOf": [_WORDS, {"$ref": "#/$defs/wording"}]}


def _wording(**more: Schema) -> Schema:
    """Say what may be looked for in a text."""
    parts: Schema = {key: _WORDS for key in LOOKUPS if key != "tokens"} | more
    return {"type": "object", "properties": parts, "minProperties": 1, "additionalProperties": False}


def _patterns() -> Schema:
    """Say what a token pattern is: the short form, the long one, or a list of them."""
    value = {"anyOf": [{"type": ["string", "boolean"]}, {"type": "object", "properties": _SEVERAL}]}
    tests: Schema = {key: {"type": "boolean"} if key in FLAGS else value for key in ATTRIBUTES}
    token = {"type": "object", "properties": tests | {"OP": _TEXT}, "additionalProperties": False}
    long = {"type": "array", "items": token, "minItems": 1}
    return {"anyOf": [_TEXT, long, {"type": "array", "items": {"anyOf": [_TEXT, long]}, "minItems": 1}]}


def _examples() -> Schema:
    parts: Schema = {key: _TEXT for key in EXAMPLE_KEYS} | {"flags": {"type": "boolean"}}
    article = {"type": "object", "properties": parts, "required": ["text"], "additionalProperties": False}
    return {"anyOf": [{"type": "object", "additionalProperties": {"anyOf": [_TEXT, article]}}, {"type": "null"}]}
