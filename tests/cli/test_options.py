"""Options that commands share, and the exit code they lead to."""

from __future__ import annotations

import dataclasses

import pytest
from standin import bridge_audit, refused

from auditor.batch.articles import Failure
from auditor.cli.options import Tally, settings
from auditor.reading.inputs import Input


def test_settings_gather_the_options():
    chosen = settings(publisher="Ostvik Post", model="m", allow_private=True, no_text=True)
    assert (chosen.model, chosen.keep_text) == ("m", False)
    assert (chosen.reading.publisher, chosen.reading.allow_private) == ("Ostvik Post", True)


def tally(*results) -> Tally:
    made = Tally()
    for result in results:
        made.failure(result) if isinstance(result, Failure) else made.document(result)
    return made


CLEAN = dataclasses.replace(bridge_audit(), findings=())
UNREADABLE = Failure(Input("a.txt", "a"), "a.txt: there is nothing in it.")


@pytest.mark.parametrize(
    ("results", "fail_on", "code"),
    [
        ([], None, 0),
        ([bridge_audit()], None, 0),
        ([bridge_audit()], "high", 1),
        ([CLEAN], "info", 0),
        ([CLEAN, UNREADABLE], None, 3),
        ([CLEAN, refused(CLEAN)], None, 3),
        ([CLEAN, UNREADABLE], "info", 3),
        ([bridge_audit(), UNREADABLE], "medium", 1),
    ],
)
def test_exit_codes(results, fail_on, code):
    assert tally(*results).exit_code(fail_on) == code
