"""`auditor schema`: the schema as JSON."""

from __future__ import annotations

import json

from jsonschema import Draft202012Validator

from auditor.document import json_schema


def test_it_is_the_schema_of_the_audit_document(auditor):
    result = auditor("schema")
    assert result.exit_code == 0
    data = json.loads(result.stdout)
    Draft202012Validator.check_schema(data)
    assert data == json_schema()
