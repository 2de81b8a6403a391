"""The published JSON Schema of policy files, made from the tables that the loader uses."""

from __future__ import annotations

from typing import Any

from auditor.findings import Severity
from auditor.policies import lines, loader
from auditor.policies.counts import COUNTS
from auditor.policies.model import ALL_RULES
from auditor.policies.outcome import Outcome
from auditor.rules.model import CODE

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string", "minLength": 1}
_BOUND: Schema = {
    "anyOf": [
        {"type": "integer", "minimum": 0},
        {"type": "string", "pattern": r"^((at least|at most|more than|less than) )?\d{1,6}$"},
    ]
}


def policy_schema() -> Schema:
    """Give the JSON Schema of a policy file."""
    code = {"type": "string", "pattern": f"^{CODE.pattern}$"}
    names = _list({"type": "string", "pattern": f"^({ALL_RULES}|{CODE.pattern}|{loader.FAMILY.pattern})$"})
    properties: Schema = {key: _TEXT for key in loader.KEYS}
    properties |= {
        "url": {"type": "string", "pattern": r"^https?://[^\s/]"},
        "rules": names,
        "ignore": names,
        "severities": {
            "type": "object",
            "propertyNames": code,
            "additionalProperties": {"enum": list(Severity)},
        },
        "requirements": _list(_line(code)),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Policy file",
        "type": "object",
        "properties": properties,
        "required": list(loader.REQUIRED),
        "additionalProperties": False,
    }


def _line(code: Schema) -> Schema:
    properties: Schema = {
        "code": _TEXT,
        "text": _TEXT,
        "visible": {"anyOf": [{"type": "boolean"}, {"enum": ["yes", "no", "true", "false"]}]},
        "applies_to": _list({"enum": list(COUNTS), "description": "; ".join(_described())}),
        "needs": {"type": "object", "properties": dict.fromkeys(COUNTS, _BOUND), "additionalProperties": False},
        "otherwise": {"enum": list(Outcome)},
        **{key: _list(code) for key in lines.CODES},
    }
    unseen = {"properties": {"visible": {"enum": [False, "no", "false"]}}, "required": ["visible"]}
    return {
        "type": "object",
        "properties": properties,
        "required": list(lines.REQUIRED),
        "additionalProperties": False,
        "if": unseen,
        "then": {"properties": dict.fromkeys(lines.JUDGING, False)},
        "else": {"anyOf": [{"required": [key]} for key in lines.JUDGING]},
    }


def _list(item: Schema) -> Schema:
    return {"anyOf": [item, {"type": "array", "items": item, "minItems": 1}]}


def _described() -> list[str]:
    return [f"{name}: {count.words}" for name, count in COUNTS.items()]
