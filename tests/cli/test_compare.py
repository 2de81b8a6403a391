"""`auditor compare`: two versions, from articles or from audits."""

from __future__ import annotations

import pytest


def test_without_a_file_the_comparison_is_printed(auditor):
    result = auditor("compare", "bridge.txt", "calm.txt")
    assert result.exit_code == 0
    assert "old: bridge\nnew: calm\n" in result.stdout
    assert "Findings cleared" in result.stdout


def test_audits_are_compared_as_articles_are(auditor):
    auditor("audit", "bridge.txt", "--format", "json", "-o", "old.json")
    printed = auditor("compare", "old.json", "bridge.txt").stdout
    assert "No source changed." in printed


def test_a_page_is_written_on_request(auditor, folder):
    result = auditor("compare", "bridge.txt", "calm.txt", "-o", "changes.html")
    assert result.stdout == "changes.html\n"
    assert "What changed in the sourcing" in (folder / "changes.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("bridge.txt", "gone.json", "cannot be read"),
        ("bridge.txt", "*.txt", "not several"),
        ("broken.json", "bridge.txt", "not JSON"),
    ],
)
def test_what_cannot_be_compared_is_one_line_of_error(refuses, folder, old, new, said):
    (folder / "broken.json").write_text("{", encoding="utf-8")
    assert said in refuses("compare", old, new)
