import dataclasses

import pytest
from report.factory import invented_document

from auditor.report.comparing import compare


def test_a_comparison_cannot_be_changed():
    comparison = compare(invented_document(), invented_document())
    with pytest.raises(dataclasses.FrozenInstanceError):
        comparison.still = 0
    assert comparison.new.title == "Harbour crane passed inspection it never had, official says"
