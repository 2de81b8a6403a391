"""Reading a decisions file: what is whole counts, what is not is told with its place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.decisions.entries import FILE_NAME, book_from_text, is_fingerprint, load
from auditor.errors import SettingsError
from auditor.findings import Decision, DecisionState

FILE = """\
# Harbour desk
- fingerprint: 0123456789ab
  article: desk/harbour
  rule: ANON004
  words: a port official
  state: accepted
  by: Ana Reyes
  reason: He would lose his job.
  date: 2026-03-01
  until: 2026-09-01
- fingerprint: "aaaabbbbcccc"
  state: false alarm
  by: Jo Pike
  reason: A ship's name.
  date: 2026-03-02
"""


def test_decisions_are_read():
    first, second = book_from_text(FILE).entries
    reason = "He would lose his job."
    assert first.decision == Decision(DecisionState.ACCEPTED, "Ana Reyes", reason, "2026-03-01", "2026-09-01")
    assert (first.fingerprint, first.article, first.rule, first.words) == (
        "0123456789ab",
        "desk/harbour",
        "ANON004",
        "a port official",
    )
    assert (second.article, second.decision.until, second.where) == (None, None, f"{FILE_NAME}:11")


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n"])
def test_a_file_may_be_empty(text):
    book = book_from_text(text)
    assert (book.entries, book.problems) == ((), ())


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  reason: He would lose his job.\n", "", ":2:3: the decision has no 'reason'."),
        ("reason: He would lose his job.", "reason:", ":8:10: 'reason' is not a text."),
        ("  by: Ana Reyes\n", "", "the decision has no 'by'."),
        ("  date: 2026-03-01\n", "", "the decision has no 'date'."),
        ("state: accepted", "state: acepted", ":6:10: state 'acepted' is not known. Use accepted, false alarm, fixed"),
        ("2026-09-01", "soon", "'until' is 'soon', which is no day."),
        ("2026-09-01", "2026-01-01", "'until' lies before 'date'."),
        ("2026-03-01", "2026-02-31", "'date' is '2026-02-31', which is no day."),
        ("0123456789ab", "01234", ":2:16: '01234' is no fingerprint."),
        ("rule: ANON004", "rul: ANON004", ":4:3: a decision has no key 'rul'. Use"),
    ],
)
def test_a_decision_that_is_not_whole_is_left_out_and_told(old, new, said):
    book = book_from_text(FILE.replace(old, new, 1))
    assert [entry.fingerprint for entry in book.entries] == ["aaaabbbbcccc"]
    ((article, problem),) = book.problems
    assert article == "desk/harbour"
    assert said in problem
    assert problem.endswith("This decision does not count.")


@pytest.mark.parametrize("text", ["- [", "a: b\n", "just words\n", "- &a x\n- *a\n"])
def test_a_file_that_is_none_is_told_for_every_article(text):
    book = book_from_text(text)
    assert book.entries == ()
    assert book.problems
    assert all(about is None for about, _ in book.problems)


def test_of_two_decisions_about_one_finding_the_later_counts():
    twice = FILE + FILE[FILE.index('- fingerprint: "aaaa') :].replace("A ship's name.", "A tug.")
    book = book_from_text(twice)
    assert [entry.decision.reason for entry in book.entries] == ["He would lose his job.", "A tug."]
    assert book.problems == ((None, f"{FILE_NAME}:11: this decision does not count: {FILE_NAME}:16 comes later."),)


class TestFiles:
    def test_one_that_is_not_there_holds_nothing(self, tmp_path):
        assert load(tmp_path / "none.yaml").entries == ()

    def test_one_that_was_asked_for_must_be_there(self, tmp_path):
        with pytest.raises(SettingsError, match="no such decisions file"):
            load(tmp_path / "none.yaml", missing_ok=False)

    def test_one_in_another_encoding_is_told(self, tmp_path):
        (tmp_path / "d.yaml").write_bytes("# Hafenbüro\n".encode("latin-1"))
        assert "not UTF-8" in load(tmp_path / "d.yaml").problems[0][1]

    def test_a_folder_in_its_place_is_told(self, tmp_path):
        assert "cannot be read" in load(tmp_path).problems[0][1]


def test_fingerprints_are_known_by_their_form():
    assert is_fingerprint("0123456789ab")
    assert not is_fingerprint("0123456789AB")
    assert not is_fingerprint("0123456789abc")


@given(st.integers(0, len(FILE)), st.text(max_size=4))
@settings(max_examples=200, deadline=None)
def test_no_edit_stops_an_audit(place, inserted):
    book = book_from_text(FILE[:place] + inserted + FILE[place:])
    assert all(entry.decision.reason and entry.decision.by for entry in book.entries)
