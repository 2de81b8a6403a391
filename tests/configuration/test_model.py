"""Settings as values."""

from __future__ import annotations

from pathlib import Path

from auditor.configuration.model import DEFAULT, Configuration


def test_settings_know_their_folder_and_origins():
    found = Configuration(file=Path("desk/auditor.toml"), origins=(("publisher", "auditor.toml:1"),))
    assert found.folder == Path("desk")
    assert (found.origin("publisher"), found.origin("policy")) == ("auditor.toml:1", DEFAULT)
    assert Configuration().folder is None
