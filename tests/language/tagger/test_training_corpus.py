"""What the network is taught, from an invented annotation; needs no torch."""

import sys
from pathlib import Path

import pytest

from auditor.language.tagger.tagging import WEIGHTS_FOLDER
from auditor.language.tagger.windows import (
    continuation_ids,
    cut_segments,
    load_word_pieces,
    pack_windows,
    split_into_pieces,
)

sys.path.insert(0, str(Path(__file__).parents[3]))

from training.corpus import (
    CONTENT_TO_CUE,
    CUE_TO_SOURCE,
    IGNORED,
    character_roles,
    label_window,
    read_compartment,
)

TEXT = "Rain is near,\r\nAnn Lee warned.\nIt was said to snow."
STANDOFF = """T1\tSource 15 22\tAnn Lee
T2\tCue 23 29\twarned
T3\tContent 0 12\tRain is near
E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3
T4\tCue 34 42\twas said
T5\tContent 43 50;50 51\tto snow .
E2\tAttribution:T4 Cue:T4 Content:T5
T6\tCue 31 33\tIt
E3\tAttribution:T6 Cue:T6
"""
O, B_SOURCE, I_SOURCE, B_CUE, I_CUE, B_CONTENT, I_CONTENT = range(7)  # noqa: E741


@pytest.fixture
def compartment(tmp_path):
    for folder in ("text", "attributions"):
        (tmp_path / folder).mkdir()
    (tmp_path / "text" / "a.txt").write_bytes(TEXT.encode())
    (tmp_path / "attributions" / "a_2222.ann").write_text("T1\tCue 0 1\tR\n", encoding="utf-8")
    (tmp_path / "attributions" / "a_1111.ann").write_text(STANDOFF, encoding="utf-8")
    return tmp_path


@pytest.fixture
def example(compartment):
    (article,) = read_compartment(compartment)
    word_pieces = load_word_pieces(WEIGHTS_FOLDER / "tokenizer.json")
    pieces = split_into_pieces(article.text, word_pieces, continuation_ids(word_pieces))
    (window,) = pack_windows(pieces, cut_segments(article.text, pieces))
    return label_window(window, pieces, character_roles(article), article)


def test_line_ends_and_first_annotator_are_kept(compartment):
    (article,) = read_compartment(compartment)
    assert article.text == TEXT
    assert [event["content"] for event in article.events] == [[(0, 12)], [(43, 50), (50, 51)]]


def test_each_word_has_a_tag_and_marks_have_none(example):
    # [CLS] rain is near , [SEP] ann lee warned . [SEP] it was said to snow . [SEP]
    assert example.tags.tolist() == [
        IGNORED, B_CONTENT, I_CONTENT, I_CONTENT, O,
        IGNORED, B_SOURCE, I_SOURCE, B_CUE, O,
        IGNORED, O, B_CUE, I_CUE, B_CONTENT, I_CONTENT, I_CONTENT, IGNORED,
    ]  # fmt: skip


def test_links_lead_to_source_to_cue_and_to_none(example):
    links = {(kind, at): to for kind, at, to in example.links}
    assert links[CUE_TO_SOURCE, 8] == (6, 7)
    assert links[CONTENT_TO_CUE, 1] == (8,)
    assert links[CUE_TO_SOURCE, 12] == (0,)
    assert links[CONTENT_TO_CUE, 14] == (12, 13)


def test_folder_without_annotations_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match="attributions"):
        read_compartment(tmp_path)
