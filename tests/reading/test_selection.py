"""Which files of folders and archives are read."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from auditor.reading.selection import is_article, is_excluded, unpacked_name


@pytest.mark.parametrize("name", ["a.txt", "sub/a.DOCX", "a.jsonl.gz", "a.warc.zst", "a.eml"])
def test_articles(name):
    assert is_article(PurePosixPath(name))


@pytest.mark.parametrize("name", ["a.jpg", ".a.txt", "a.meta.yaml", "metadata.csv", "a.gz", "a.jpg.gz", "a"])
def test_what_is_none(name):
    assert not is_article(PurePosixPath(name))


@pytest.mark.parametrize("pattern", ["drafts", "drafts/", "*.txt", "desk/*/a.txt", "desk/drafts/a.txt", "d?sk"])
def test_patterns_that_exclude(pattern):
    assert is_excluded(PurePosixPath("desk/drafts/a.txt"), [pattern])


@pytest.mark.parametrize("pattern", ["draft", "*.md", "DRAFTS", "a"])
def test_patterns_that_do_not(pattern):
    assert not is_excluded(PurePosixPath("desk/drafts/a.txt"), [pattern])


def test_the_name_inside_a_packed_file():
    assert str(unpacked_name(PurePosixPath("a/b.txt.GZ"))) == "a/b.txt"
    assert str(unpacked_name(PurePosixPath("a/b.txt"))) == "a/b.txt"
