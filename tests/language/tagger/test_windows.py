import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.language.tagger.tagging import WEIGHTS_FOLDER
from auditor.language.tagger.windows import (
    CLS_ID,
    INSIDE,
    ON_MARK,
    OUTSIDE,
    SEP_ID,
    WINDOW_PIECES,
    continuation_ids,
    cut_segments,
    load_word_pieces,
    pack_windows,
    split_into_pieces,
)

WORD_PIECES = load_word_pieces(WEIGHTS_FOLDER / "tokenizer.json")
CONTINUATION = continuation_ids(WORD_PIECES)


def pieces_of(text):
    return split_into_pieces(text, WORD_PIECES, CONTINUATION)


def windows_of(text, **options):
    pieces = pieces_of(text)
    return pieces, list(pack_windows(pieces, cut_segments(text, pieces), **options))


def words_of(text):
    pieces = pieces_of(text)
    heads = np.flatnonzero(pieces.first)
    tails = np.append(heads[1:], len(pieces.ids)) - 1
    return [text[a:b] for a, b in zip(pieces.start[heads], pieces.end[tails], strict=True)]


def test_words_keep_their_characters_and_split_from_punctuation():
    assert words_of('Zürich’s "unbelievableness", he said.') == [
        "Zürich", "’", "s", '"', "unbelievableness", '"', ",", "he", "said", ".",
    ]  # fmt: skip


def test_letter_case_is_a_feature_of_the_whole_word():
    pieces = pieces_of("he He USA 1984 ?")
    assert pieces.features[pieces.first, 0].tolist() == [1, 3, 2, 4, 0]


def test_quotation_state_is_reset_at_each_paragraph():
    text = "a “b\nc” d"
    pieces = pieces_of(text)
    states = dict(zip([text[a] for a in pieces.start], pieces.features[:, 1].tolist(), strict=True))
    assert states == {"a": OUTSIDE, "“": ON_MARK, "b": INSIDE, "c": OUTSIDE, "”": ON_MARK, "d": OUTSIDE}


def test_doubled_apostrophes_are_quotation_marks():
    pieces = pieces_of("``a'' b ''c'' 'd")
    letters = [i for i, at in enumerate(pieces.start) if "``a'' b ''c'' 'd"[at].isalpha()]
    assert pieces.features[letters, 1].tolist() == [INSIDE, OUTSIDE, INSIDE, OUTSIDE]


def test_paragraph_numbers_skip_blank_lines_and_stop_at_three():
    pieces = pieces_of("a\n\n \nb\r\nc\rd\ne")
    assert pieces.paragraph.tolist() == [0, 1, 2, 3, 4]
    assert pieces.features[:, 2].tolist() == [0, 1, 2, 3, 3]


def test_space_before_is_not_counted_at_the_start_of_a_paragraph():
    assert pieces_of(" a b-c\n d").features[:, 3].tolist() == [1, 1, 0, 0, 1]


def test_paragraphs_share_a_window_until_it_is_full():
    pieces, windows = windows_of("\n".join(["one two three"] * 100))
    assert [len(window.ids) for window in windows] == [189, 189, 25]
    assert windows[0].ids[0] == CLS_ID
    assert (windows[0].ids[4::4] == SEP_ID).all()
    joined = np.concatenate([window.piece[window.piece >= 0] for window in windows])
    assert joined.tolist() == list(range(len(pieces.ids)))


def test_first_window_can_be_made_smaller():
    _, windows = windows_of("\n".join(["one two three"] * 20), first_limit=60)
    assert [len(window.ids) for window in windows] == [57, 25]


def test_overlong_paragraph_is_cut_after_a_sentence():
    text = "one two three four five six seven eight nine. " * 40
    _, windows = windows_of(text)
    assert [len(window.ids) - 2 for window in windows] == [190, 190, 20]


def test_overlong_sentence_is_cut_between_words():
    text = "unbelievableness " * 100
    pieces, windows = windows_of(text)
    assert len(windows) > 1
    assert all(pieces.first[window.piece[1]] for window in windows)


@pytest.mark.parametrize("text", ["", " ", "\n\r\n", "\0", "\u200b", "\x1c\x1d"])
def test_texts_without_words_have_no_windows(text):
    pieces, windows = windows_of(text)
    assert len(pieces.ids) == 0
    assert windows == []


def test_half_a_surrogate_pair_keeps_the_offsets():
    assert words_of("a \ud83d b\udc00c d")[-1] == "d"


def test_endless_word_is_one_piece():
    assert words_of("x" * 100_000) == ["x" * 100_000]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=600))
def test_any_text_gives_ordered_offsets_and_full_windows(text):
    pieces, windows = windows_of(text)
    assert (pieces.start < pieces.end).all()
    assert len(pieces.end) == 0 or (pieces.start.min() >= 0 and pieces.end.max() <= len(text))
    assert (np.diff(pieces.start) >= 0).all()
    assert all(len(window.ids) <= WINDOW_PIECES for window in windows)
    joined = [piece for window in windows for piece in window.piece.tolist() if piece >= 0]
    assert joined == list(range(len(pieces.ids)))
