"""Word lists: read in order, comments skipped, each headed by what it holds."""

from __future__ import annotations

from importlib import resources

import pytest

from auditor.language import lexicon

FOLDER = resources.files("auditor.language") / "lexicons"
LISTS = sorted(entry.name.removesuffix(".txt") for entry in FOLDER.iterdir() if entry.name.endswith(".txt"))


def test_there_are_lists():
    assert len(LISTS) > 5


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_headed_by_what_it_holds(name):
    assert (FOLDER / f"{name}.txt").read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize("name", LISTS)
def test_a_list_names_nothing_twice(name):
    entries = lexicon.entries(name)
    assert entries
    assert sorted({entry for entry in entries if entries.count(entry) > 1}) == []
    assert lexicon.words(name) == frozenset(entries)


@pytest.mark.parametrize("name", LISTS)
def test_comments_and_blank_lines_are_no_entries(name):
    assert [entry for entry in lexicon.entries(name) if not entry.strip() or entry.startswith("#")] == []


def test_a_list_that_does_not_exist_is_an_error():
    with pytest.raises(FileNotFoundError):
        lexicon.words("no-such-list")
