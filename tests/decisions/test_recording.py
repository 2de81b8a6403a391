"""Writing decisions: one at a time, whole, and nothing else changes."""

from __future__ import annotations

import multiprocessing
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditor.decisions.entries import Entry, book_from_text, load
from auditor.decisions.recording import Changed, record, recorded
from auditor.errors import SettingsError
from auditor.findings import Decision, DecisionState

PRINT, OTHER = "0123456789ab", "aaaabbbbcccc"
DECISION = Decision(DecisionState.ACCEPTED, "Ana Reyes", "She must stay safe.", "2026-03-01")
ENTRY = Entry(PRINT, DECISION, "desk/harbour", "ANON004", "a port official")

FILE = """\
# Harbour desk, agreed on 1 March

- fingerprint: aaaabbbbcccc   # the tug
  state: false alarm
  by: Jo Pike
  reason: >-
    The name of a ship,
    not of a person.
  date: 2026-03-02

# Below: the strike
- {fingerprint: ccccddddeeee, state: asked, by: Jo Pike, reason: Called the union., date: 2026-03-03}
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "auditor-decisions.yaml"


def test_the_first_decision_makes_the_file(path):
    record(path, ENTRY)
    assert recorded(path, PRINT, "desk/harbour") == replace(ENTRY, where="auditor-decisions.yaml:3")
    assert path.read_text(encoding="utf-8").startswith("# Decisions about findings")


def test_a_decision_reads_as_an_editor_would_write_it(path):
    record(path, ENTRY)
    assert path.read_text(encoding="utf-8").splitlines()[2:] == [
        "- fingerprint: 0123456789ab",
        "  article: desk/harbour",
        "  rule: ANON004",
        "  words: a port official",
        "  state: accepted",
        "  by: Ana Reyes",
        "  reason: She must stay safe.",
        "  date: 2026-03-01",
    ]


def test_another_is_added_at_the_end_and_nothing_else_changes(path):
    path.write_text(FILE, encoding="utf-8")
    record(path, ENTRY)
    text = path.read_text(encoding="utf-8")
    assert text.startswith(FILE)
    assert [entry.fingerprint for entry in load(path).entries] == [OTHER, "ccccddddeeee", PRINT]


def test_a_new_decision_takes_the_place_of_the_old_one(path):
    path.write_text(FILE, encoding="utf-8")
    record(path, Entry(OTHER, replace(DECISION, until="2026-09-01")))
    text = path.read_text(encoding="utf-8")
    start, end = FILE.index("- fingerprint: aaaa"), FILE.index("\n# Below")
    assert text.startswith(FILE[:start])
    assert text.endswith(FILE[end:])
    assert recorded(path, OTHER, None).decision == replace(DECISION, until="2026-09-01")


def test_the_last_one_of_a_file_without_a_final_line_end_is_replaced_too(path):
    path.write_text(FILE.rstrip("\n"), encoding="utf-8")
    record(path, Entry("ccccddddeeee", DECISION))
    assert [entry.decision.by for entry in load(path).entries] == ["Jo Pike", "Ana Reyes"]


def test_the_same_finding_of_another_article_is_another_decision(path):
    record(path, ENTRY)
    record(path, replace(ENTRY, article="desk/strike"))
    assert [entry.article for entry in load(path).entries] == ["desk/harbour", "desk/strike"]


def test_an_entry_that_is_not_whole_stays_for_its_author(path):
    path.write_text("- fingerprint: bbbbbbbbbbbb\n  state: accepted\n", encoding="utf-8")
    record(path, ENTRY)
    assert len(load(path).entries) == 1
    assert "bbbbbbbbbbbb" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (replace(ENTRY, fingerprint="f1"), "'f1' is no fingerprint"),
        (replace(ENTRY, decision=replace(DECISION, reason=" ")), "a decision needs 'reason'"),
        (replace(ENTRY, decision=replace(DECISION, by="")), "a decision needs 'by'"),
        (replace(ENTRY, decision=replace(DECISION, date="today")), "'today' is no day"),
        (replace(ENTRY, decision=replace(DECISION, until="2026-02-01")), "the last day lies before"),
    ],
)
def test_what_would_not_count_is_not_written(path, entry, said):
    with pytest.raises(SettingsError, match=said):
        record(path, entry)
    assert not path.exists()


@pytest.mark.parametrize("text", ["- [", "a: b\n", "[{fingerprint: aaaabbbbcccc}]\n", "words\n"])
def test_a_file_that_is_none_is_left_alone(path, text):
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match="must be put right first"):
        record(path, ENTRY)
    assert path.read_text(encoding="utf-8") == text


def test_a_link_is_not_followed(path, tmp_path):
    (tmp_path / "secret").write_text("", encoding="utf-8")
    path.symlink_to(tmp_path / "secret")
    with pytest.raises(SettingsError, match="is a link"):
        record(path, ENTRY)
    assert (tmp_path / "secret").read_text(encoding="utf-8") == ""


def test_two_editors_notice_each_other(path):
    record(path, ENTRY)
    seen = recorded(path, PRINT, "desk/harbour")
    theirs = replace(ENTRY, decision=replace(DECISION, by="Jo Pike"))
    record(path, theirs, seen=seen, check_seen=True)
    with pytest.raises(Changed, match="was changed by Jo Pike in the meantime"):
        record(path, ENTRY, seen=seen, check_seen=True)
    with pytest.raises(Changed):
        record(path, ENTRY, seen=None, check_seen=True)


def write_some(path, first: int) -> None:
    for number in range(first, first + 12):
        record(path, Entry(f"{number:012x}", DECISION))


def test_editors_who_write_at_once_lose_nothing(path):
    context = multiprocessing.get_context("spawn")
    editors = [context.Process(target=write_some, args=(path, first)) for first in (0, 100, 200)]
    for editor in editors:
        editor.start()
    for editor in editors:
        editor.join()
    expected = {f"{first + number:012x}" for first in (0, 100, 200) for number in range(12)}
    assert {entry.fingerprint for entry in load(path).entries} == expected
    assert load(path).problems == ()


@given(st.text(min_size=1), st.text(min_size=1), st.sampled_from(DecisionState))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_words_can_be_a_reason(path, reason, by, state):
    path.unlink(missing_ok=True)
    decision = replace(DECISION, state=state, reason=f"r {reason}", by=f"b {by}")
    record(path, replace(ENTRY, decision=decision))
    record(path, Entry(OTHER, DECISION))
    found = recorded(path, PRINT, "desk/harbour").decision
    assert (found.state, found.reason.split()[0]) == (state, "r")
    assert len(book_from_text(path.read_text(encoding="utf-8")).entries) == 2
