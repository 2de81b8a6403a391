"""The rules' own word lists."""

from __future__ import annotations

import pytest

from auditor.rules.wordlists import entries, list_names, listed


@pytest.mark.parametrize("name", list_names())
def test_a_list_holds_each_entry_once_without_comments(name):
    assert entries(name)
    assert len(entries(name)) == len(listed(name))
    assert not [entry for entry in entries(name) if entry.startswith("#") or entry != entry.strip()]
