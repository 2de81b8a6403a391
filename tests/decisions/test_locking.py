"""One writer at a time."""

from __future__ import annotations

import subprocess
import sys
import textwrap
import time

import pytest

from auditor.decisions.locking import locked
from auditor.errors import SettingsError

HOLD = """
    import sys, time
    from pathlib import Path
    from auditor.decisions.locking import locked
    with locked(Path(sys.argv[1])):
        print("held", flush=True)
        time.sleep(float(sys.argv[2]))
"""


def holder(path, seconds: float) -> subprocess.Popen:
    code = textwrap.dedent(HOLD)
    process = subprocess.Popen([sys.executable, "-c", code, str(path), str(seconds)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_a_second_one_waits(tmp_path):
    process = holder(tmp_path / "d.yaml", 0.5)
    start = time.monotonic()
    with locked(tmp_path / "d.yaml"):
        assert time.monotonic() - start > 0.2
    process.wait()


def test_nobody_waits_for_ever(tmp_path):
    process = holder(tmp_path / "d.yaml", 30)
    with (
        pytest.raises(SettingsError, match="somebody else is writing this file"),
        locked(tmp_path / "d.yaml", wait=0.1),
    ):
        pass
    process.kill()
    process.wait()


def test_a_holder_that_was_killed_holds_nothing(tmp_path):
    process = holder(tmp_path / "d.yaml", 30)
    process.kill()
    process.wait()
    with locked(tmp_path / "d.yaml", wait=1):
        pass


def test_the_file_itself_is_not_made(tmp_path):
    with locked(tmp_path / "new" / "d.yaml"):
        assert not (tmp_path / "new" / "d.yaml").exists()


def test_a_place_that_is_none_is_told(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(SettingsError, match="cannot be written"), locked(tmp_path / "file" / "d.yaml"):
        pass
