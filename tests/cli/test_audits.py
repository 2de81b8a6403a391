"""One audit, from a file or made of an article."""

from __future__ import annotations

import pytest

from auditor.batch.articles import Settings
from auditor.cli.audits import audit_of
from auditor.errors import InputError


def test_a_file_that_is_no_audit_is_one_error(tmp_path):
    place = tmp_path / "audit.json"
    place.write_text("{}", encoding="utf-8")
    with pytest.raises(InputError, match="not an audit document"):
        audit_of(str(place), Settings())
    with pytest.raises(InputError):
        audit_of(str(tmp_path / "none.json"), Settings())


def test_several_articles_are_refused(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Bridge shut\n", encoding="utf-8")
    with pytest.raises(InputError, match="not several"):
        audit_of(str(tmp_path), Settings())
