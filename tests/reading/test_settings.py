"""How inputs are read: sensible without any choice."""

from __future__ import annotations

from auditor.reading.records import Columns
from auditor.reading.settings import Reading
from auditor.text import Metadata


def test_nothing_private_is_fetched_and_nothing_is_kept_unless_asked():
    known = Reading()
    assert (known.allow_private, known.save_page, known.exclude) == (False, None, ())
    assert (known.metadata, known.columns) == (Metadata(), Columns())


def test_settings_can_be_keys():
    assert hash(Reading()) == hash(Reading())
