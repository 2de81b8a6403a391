"""How often rules were right, in words."""

from __future__ import annotations

from auditor.rules.measured import Measured, measured


def test_it_is_said_in_a_sentence():
    assert Measured(8, 6, "on ten articles").words == "6 of 8 findings stand at a mark (75 %), on ten articles."


def test_the_table_is_sane():
    assert measured()
    for code, row in measured().items():
        assert 0 <= row.right <= row.findings, code
        assert row.on
