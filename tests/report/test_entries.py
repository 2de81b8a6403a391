import dataclasses

import pytest

from auditor.report import entries
from auditor.report.entries import Place


def test_words_that_bring_their_own_quotation_marks_are_known():
    assert Place("“So it was.”", "", "").has_marks
    assert not Place("so it was", "", "").has_marks
    assert not Place("", "", "").has_marks


def test_a_place_has_a_short_form_for_narrow_columns():
    assert Place("", "paragraph 4", "").short == "¶ 4"
    assert Place("", "headline", "").short == "headline"


def test_entries_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        Place("a", "", "").text = "b"
    assert all(kind.__dataclass_params__.frozen for kind in vars(entries).values() if dataclasses.is_dataclass(kind))
