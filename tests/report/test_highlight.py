import time

from hypothesis import given
from hypothesis import strategies as st

from auditor.report.highlight import Label, Mark, cut

TEXTS = st.text(st.characters(codec=None), max_size=60)
OFFSETS = st.integers(min_value=-5, max_value=70)
MARKS = st.lists(
    st.builds(Mark, OFFSETS, OFFSETS, st.sampled_from(["source", "cue", "finding high"]), finding=st.integers(0, 3)),
    max_size=12,
)


@given(TEXTS, MARKS, st.lists(OFFSETS), st.lists(OFFSETS))
def test_segments_joined_are_the_text_whatever_the_marks(text, marks, targets, edges):
    segments = cut(text, marks, targets, edges)
    assert "".join(segment.text for segment in segments) == text
    assert all(segment.text for segment in segments)
    assert [segment.start for segment in segments] == sorted({segment.start for segment in segments})


@given(TEXTS, MARKS)
def test_every_character_carries_exactly_the_kinds_of_the_marks_over_it(text, marks):
    for segment in cut(text, marks):
        for offset in range(segment.start, segment.start + len(segment.text)):
            assert set(segment.kinds) == {mark.kind for mark in marks if mark.start <= offset < mark.end}


def test_overlapping_marks_are_cut_at_each_edge():
    segments = cut("abcdef", [Mark(0, 4, "source"), Mark(2, 6, "cue")])
    assert [(segment.text, segment.kinds) for segment in segments] == [
        ("ab", ("source",)),
        ("cd", ("cue", "source")),
        ("ef", ("cue",)),
    ]


def test_a_label_stands_once_where_its_mark_ends():
    label = Label("source", "S1")
    segments = cut("abcdef", [Mark(0, 4, "source", label), Mark(2, 3, "cue")])
    assert [segment.labels for segment in segments] == [(), (), (label,), ()]


def test_the_innermost_finding_wins_and_the_outer_one_returns():
    segments = cut("abcdef", [Mark(0, 6, "finding low", finding=1), Mark(2, 4, "finding high", finding=2)])
    assert [segment.finding for segment in segments] == [1, 2, 1]


def test_a_control_of_writing_direction_stands_alone_and_is_named():
    segments = cut("ab\u202ecd", [])
    assert [segment.text for segment in segments] == ["ab", "\u202e", "cd"]
    assert [segment.name for segment in segments] == ["", "RLO", ""]


def test_targets_begin_a_segment():
    assert [segment.start for segment in cut("abcdef", [], targets=[3]) if segment.target] == [3]


def test_ten_thousand_nested_marks_do_not_take_quadratic_time():
    marks = [Mark(index, 20000 - index, "finding high", finding=index + 1) for index in range(10000)]
    began = time.process_time()
    segments = cut("x" * 20000, marks)
    assert len(segments) == 19999
    # Quadratic work on a hundred million pairs takes minutes; the bound is far above what is needed.
    assert time.process_time() - began < 5
