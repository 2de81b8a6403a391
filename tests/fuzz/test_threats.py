"""Every test that the page about threats names is there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_tests_that_the_page_names_exist():
    named = set(re.findall(r"`(tests/[\w/]+\.py)`", (ROOT / "docs" / "threats.md").read_text(encoding="utf-8")))
    assert len(named) > 15
    assert [name for name in sorted(named) if not (ROOT / name).is_file()] == []
