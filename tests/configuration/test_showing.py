"""Settings row by row."""

from __future__ import annotations

from pathlib import Path

from auditor.configuration.model import DEFAULT, AddedOutlet, Configuration
from auditor.configuration.showing import rows
from auditor.findings import Severity
from auditor.policies.loader import load_policies


def test_without_settings_everything_is_the_default():
    found = {row.key: row for row in rows(Configuration(), None, ())}
    assert {row.where for row in found.values()} == {DEFAULT}
    assert found["rules.select"].value == "all"
    assert found["decisions"].value == "–"


def test_severities_say_who_set_them():
    origins = (("severities.ANON002", "auditor.toml:3"), ("outlets.add", "auditor.toml:5"))
    known = Configuration(
        severities=(("ANON002", Severity.LOW),),
        added_outlets=(AddedOutlet("Quayside Weekly", "magazine"),),
        file=Path("auditor.toml"),
        origins=origins,
    )
    found = {row.key: row for row in rows(known, Path("d.yaml"), load_policies(["house", "ap"]))}
    assert (found["severities.ANON002"].value, found["severities.ANON002"].where) == ("low", "auditor.toml:3")
    assert found["severities.ANON004"].where == "policy house"
    assert (found["outlets.add"].value, found["outlets.add"].where) == ("Quayside Weekly", "auditor.toml:5")
    assert found["rules.select"].value == "chosen by policy"
    assert found["decisions"].where == "found above the article"
