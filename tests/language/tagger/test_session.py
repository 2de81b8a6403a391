import numpy as np
import pytest

from auditor.errors import ModelError
from auditor.language.tagger.session import Session
from auditor.language.tagger.tagging import WEIGHTS_FOLDER
from auditor.language.tagger.windows import (
    continuation_ids,
    cut_segments,
    load_word_pieces,
    pack_windows,
    split_into_pieces,
)

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def windows(invented_article):
    word_pieces = load_word_pieces(WEIGHTS_FOLDER / "tokenizer.json")
    pieces = split_into_pieces(invented_article, word_pieces, continuation_ids(word_pieces))
    return pieces, list(pack_windows(pieces, cut_segments(invented_article, pieces)))


def test_reading_has_a_row_for_none_and_each_word(windows):
    pieces, (window, *_) = windows
    reading = Session(WEIGHTS_FOLDER / "model.onnx").read(window, pieces)
    count = len(reading.words)
    assert count > 50
    assert reading.tags.shape == (count + 1, 7)
    assert reading.pointers.shape == (2, count + 1, count + 1)
    assert np.allclose(np.exp(reading.tags).sum(axis=1), 1, atol=1e-4)
    assert np.allclose(reading.pointers.sum(axis=2), 1, atol=1e-4)


def test_a_window_reads_the_same_before_and_after_others(windows):
    pieces, (first, second, *_) = windows
    forwards, backwards = Session(WEIGHTS_FOLDER / "model.onnx"), Session(WEIGHTS_FOLDER / "model.onnx")
    in_order = [forwards.read(window, pieces) for window in (first, second)]
    reversed_order = [backwards.read(window, pieces) for window in (second, first)][::-1]
    for one, other in zip(in_order, reversed_order, strict=True):
        assert one.tags.tobytes() == other.tags.tobytes()
        assert one.pointers.tobytes() == other.pointers.tobytes()


def test_missing_weights_say_where_and_what_to_do(tmp_path):
    with pytest.raises(ModelError) as caught:
        Session(tmp_path / "model.onnx")
    assert str(tmp_path / "model.onnx") in caught.value.where
    assert "Reinstall" in caught.value.fix
