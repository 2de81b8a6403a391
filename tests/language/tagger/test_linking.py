import numpy as np
import pytest

from auditor.language.tagger.linking import Pointers, certainty, link
from auditor.language.tagger.session import Reading
from auditor.language.tagger.spans import Role, Words

SOURCE, CUE, CONTENT = 0, 1, 2


def words_with(count, roles=(), paragraph=None):
    probabilities = np.full((count, 4), 0.02, dtype=np.float32)
    for at, role, share in roles:
        probabilities[at, role] = share
    place = np.arange(count)
    return Words(place, place + 1, np.array(paragraph or [0] * count), np.zeros((count, 7)), probabilities)


def reading(first, count, source_of=(), cue_of=()):
    """A window of words ``first``.. whose rows all point at none, but for the (row, column, share) given."""
    pointers = np.zeros((2, count + 1, count + 1), dtype=np.float32)
    pointers[:, :, 0] = 1.0
    for kind, links in ((0, source_of), (1, cue_of)):
        for row, column, share in links:
            pointers[kind, row - first + 1, column - first + 1] = share
            pointers[kind, row - first + 1, 0] -= share
    return Reading(np.arange(first, first + count), np.zeros((count + 1, 7)), pointers)


def spans(source=(), cue=(), content=()):
    return {Role.SOURCE: list(source), Role.CUE: list(cue), Role.CONTENT: list(content)}


def test_pointers_choose_among_the_spans():
    one = reading(0, 6, source_of=[(2, 0, 0.3), (2, 5, 0.6)], cue_of=[(3, 2, 0.9), (4, 2, 0.9)])
    (linked,) = link(words_with(6), spans([(0, 2), (5, 6)], [(2, 3)], [(3, 5)]), Pointers([one]))
    assert (linked.source, linked.cue, linked.content) == ((5, 6), (2, 3), [(3, 5)])
    assert linked.source_share == pytest.approx(0.6)
    assert linked.content_shares == pytest.approx([0.9])


def test_cue_that_points_at_none_has_no_source():
    one = reading(0, 3, cue_of=[(2, 1, 0.9)])
    (linked,) = link(words_with(3), spans([(0, 1)], [(1, 2)], [(2, 3)]), Pointers([one]))
    assert linked.source is None
    assert linked.source_share == pytest.approx(1.0)


def test_content_on_both_sides_of_the_cue_is_one_attribution():
    one = reading(0, 4, source_of=[(1, 2, 0.9)], cue_of=[(0, 1, 0.9), (3, 1, 0.8)])
    (linked,) = link(words_with(4), spans([(2, 3)], [(1, 2)], [(0, 1), (3, 4)]), Pointers([one]))
    assert linked.content == [(0, 1), (3, 4)]


def test_weakly_linked_part_of_a_split_content_is_dropped():
    one = reading(0, 4, source_of=[(1, 2, 0.9)], cue_of=[(0, 1, 0.9), (3, 1, 0.5)])
    (linked,) = link(words_with(4), spans([(2, 3)], [(1, 2)], [(0, 1), (3, 4)]), Pointers([one]))
    assert linked.content == [(0, 1)]
    assert linked.content_shares == pytest.approx([0.9])


def test_content_takes_up_likely_words_of_its_paragraph():
    words = words_with(6, roles=[(2, 3, 0.4), (3, 3, 0.4), (5, 3, 0.4)], paragraph=[0, 0, 0, 0, 0, 1])
    one = reading(0, 6, cue_of=[(4, 0, 0.9)])
    (linked,) = link(words, spans([], [(0, 1)], [(4, 5)]), Pointers([one]))
    assert linked.content == [(2, 5)]


def test_content_takes_nothing_from_another():
    words = words_with(4, roles=[(2, 3, 0.4)])
    one = reading(0, 4, source_of=[(1, 2, 0.9)], cue_of=[(3, 1, 0.9)])
    (linked,) = link(words, spans([(2, 3)], [(1, 2)], [(3, 4)]), Pointers([one]))
    assert linked.content == [(3, 4)]


def test_content_that_points_at_none_is_left_out():
    assert link(words_with(3), spans([], [(0, 1)], [(2, 3)]), Pointers([reading(0, 3)])) == []


def test_source_grows_where_the_pointer_names_untagged_words():
    words = words_with(5, roles=[(0, 1, 0.4), (1, 1, 0.5), (2, 1, 0.1)])
    one = reading(0, 5, source_of=[(3, 1, 0.8)], cue_of=[(4, 3, 0.9)])
    (linked,) = link(words, spans([], [(3, 4)], [(4, 5)]), Pointers([one]))
    assert linked.source == (0, 2)


def test_source_does_not_grow_over_the_end_of_its_paragraph():
    words = words_with(5, roles=[(0, 1, 0.4), (1, 1, 0.5)], paragraph=[0, 1, 1, 1, 1])
    one = reading(0, 5, source_of=[(3, 1, 0.8)], cue_of=[(4, 3, 0.9)])
    (linked,) = link(words, spans([], [(3, 4)], [(4, 5)]), Pointers([one]))
    assert linked.source == (1, 2)


def test_cue_grows_where_content_points_at_untagged_words():
    words = words_with(4, roles=[(1, 2, 0.4), (2, 2, 0.3)])
    one = reading(0, 4, source_of=[(1, 0, 0.9), (2, 0, 0.9)], cue_of=[(3, 1, 0.5), (3, 2, 0.3)])
    (linked,) = link(words, spans([(0, 1)], [], [(3, 4)]), Pointers([one]))
    assert (linked.source, linked.cue) == ((0, 1), (1, 3))
    assert linked.content_shares == pytest.approx([0.8])


def test_span_over_two_windows_counts_both():
    first = reading(0, 3, cue_of=[(1, 0, 0.8), (2, 0, 0.8)])
    second = reading(3, 2)
    (linked,) = link(words_with(5), spans([], [(0, 1)], [(1, 4)]), Pointers([first, second]))
    assert linked.content == [(1, 4)]
    assert linked.content_shares == pytest.approx([1.6 / 3])


def test_certainty_falls_with_every_part():
    words = words_with(3, roles=[(0, 1, 0.9), (1, 2, 0.8), (2, 3, 0.7)])
    one = reading(0, 3, source_of=[(1, 0, 0.9)], cue_of=[(2, 1, 0.5)])
    (linked,) = link(words, spans([(0, 1)], [(1, 2)], [(2, 3)]), Pointers([one]))
    assert certainty(words, linked) == pytest.approx(0.9 * 0.8 * 0.7 * 0.9 * 0.5, rel=1e-5)
