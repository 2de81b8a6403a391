"""Lines and columns as an editor's window counts them."""

from __future__ import annotations

import pytest

from auditor.forms.places import Places, Position


@pytest.mark.parametrize(
    ("text", "offset", "position"),
    [
        ("abc", 0, Position(1, 1)),
        ("abc", 3, Position(1, 4)),
        ("a\nbc", 2, Position(2, 1)),
        ("a\n\nbc", 4, Position(3, 2)),
        ("😀b\n", 1, Position(1, 2)),
        ("a\n", 2, Position(2, 1)),
    ],
)
def test_both_are_counted_from_one(text, offset, position):
    assert Places(text)(offset) == position


def test_without_the_text_no_position_is_known():
    assert Places(None)(7) is None
