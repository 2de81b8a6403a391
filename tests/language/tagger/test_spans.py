import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.language.tagger.spans import BEGINNING_CONTENT, Role, Words, best_tags, role_spans

O, B_SOURCE, I_SOURCE, B_CUE, I_CUE, B_CONTENT, I_CONTENT = range(7)  # noqa: E741


def words_with(probabilities, paragraph=None):
    tags = np.array(probabilities, dtype=np.float32)
    count = len(tags)
    return Words(
        start=np.arange(count) * 2,
        end=np.arange(count) * 2 + 1,
        paragraph=np.array(paragraph or [0] * count),
        log_tags=np.log(tags / tags.sum(axis=1, keepdims=True)),
        roles=np.zeros((count, 4), dtype=np.float32),
    )


def sure(*tags):
    return [[0.94 if tag == chosen else 0.01 for tag in range(7)] for chosen in tags]


def well_formed(tags, paragraph):
    for at, tag in enumerate(tags):
        if tag and tag % 2 == 0:
            same_paragraph = at > 0 and paragraph[at - 1] == paragraph[at]
            if not same_paragraph or tags[at - 1] not in (tag, tag - 1):
                return False
    return True


def test_well_formed_tags_are_kept():
    tags = [B_SOURCE, I_SOURCE, B_CUE, B_CONTENT, I_CONTENT, O, B_CONTENT]
    assert best_tags(words_with(sure(*tags))).tolist() == tags


def test_going_on_without_a_beginning_is_mended_by_the_cheapest_change():
    probabilities = sure(O, I_CUE, O)
    probabilities[1][B_CUE] = 0.5
    assert best_tags(words_with(probabilities)).tolist() == [O, B_CUE, O]


def test_a_span_does_not_go_on_into_the_next_paragraph():
    tags = best_tags(words_with(sure(B_CONTENT, I_CONTENT), paragraph=[0, 1]))
    assert well_formed(tags.tolist(), [0, 1])


def test_spans_end_where_role_tag_or_paragraph_changes():
    tags = np.array([B_SOURCE, I_SOURCE, B_SOURCE, B_CUE, O, B_CONTENT, I_CONTENT])
    spans = role_spans(tags, np.array([0] * 7))
    assert spans == {Role.SOURCE: [(0, 2), (2, 3)], Role.CUE: [(3, 4)], Role.CONTENT: [(5, 7)]}


def test_no_words_have_no_spans():
    assert role_spans(np.array([O, O]), np.array([0, 0])) == {Role.SOURCE: [], Role.CUE: [], Role.CONTENT: []}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.floats(0.01, 1), min_size=7, max_size=7), min_size=1, max_size=4))
def test_no_well_formed_sequence_is_more_probable(probabilities):
    words = words_with(probabilities)
    paragraph = [0] * len(probabilities)
    found = best_tags(words).tolist()
    assert well_formed(found, paragraph)

    def score(tags):
        paid = BEGINNING_CONTENT * list(tags).count(B_CONTENT)
        return paid + sum(float(words.log_tags[at, tag]) for at, tag in enumerate(tags))

    best = max(
        score(tags) for tags in itertools.product(range(7), repeat=len(paragraph)) if well_formed(tags, paragraph)
    )
    assert abs(score(found) - best) < 1e-4
