"""JSON lines: one document a line, whatever the text holds."""

from __future__ import annotations

import dataclasses

import pytest

from auditor.document import from_json
from auditor.forms.jsonl import jsonl_line, jsonl_text


def test_each_document_is_one_line(document, not_audited):
    lines = list(jsonl_text([document, not_audited]))
    assert [line.count("\n") for line in lines] == [1, 1]
    assert [from_json(line) for line in lines] == [document, not_audited]


@pytest.mark.parametrize("odd", ["\u2028", "\r", "\x85", "\x00", "\x1e", "\ud800"])
def test_no_character_of_the_text_breaks_the_line(document, odd):
    line = jsonl_line(dataclasses.replace(document, text=f"a{odd}b"))
    line.encode()
    assert line.endswith("}\n")
    assert line.count("\n") == 1
    assert "\r" not in line
    assert from_json(line).text == f"a{odd}b"
