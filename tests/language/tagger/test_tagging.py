import json
import pickle
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.errors import ModelError
from auditor.language.tagger import TAGGER_VERSION, load_tagger
from auditor.language.tagger.tagging import LEAST_PROBABILITY, WEIGHTS_FOLDER

pytestmark = pytest.mark.model

GOLDEN = Path(__file__).parent / "invented_article.json"
FRAGMENTS = ["said Ann Lee", '"', "“", "”", "''", "``", " ", "\n", "\r", "the mayor told them that ", "x" * 200, "\0"]


def as_texts(text, attribution):
    return {
        role: [text[start:end] for start, end in getattr(attribution, role)] for role in ("source", "cue", "content")
    }


def assert_valid(text, attributions):
    for attribution in attributions:
        assert attribution.content
        assert LEAST_PROBABILITY <= attribution.probability <= 1
        for start, end in (*attribution.source, *attribution.cue, *attribution.content):
            assert 0 <= start < end <= len(text)
            assert text[start:end] == text[start:end].strip()


def test_plain_sentence():
    text = "The mayor said that taxes would rise."
    (found,) = load_tagger().tag(text)
    assert (found.source, found.cue, found.content) == (((0, 9),), ((10, 14),), ((15, 36),))
    assert found.probability > 0.8


def test_content_split_by_its_cue_is_one_attribution(tagger):
    text = "“We will sue,” said Ann Lee, a lawyer, “and we will win.”"
    (found,) = tagger.tag(text)
    assert as_texts(text, found) == {
        "source": ["Ann Lee, a lawyer"],
        "cue": ["said"],
        "content": ["“We will sue,”", "“and we will win.”"],
    }


def test_british_marks_read_like_american_ones(tagger, invented_article):
    british = invented_article.translate(str.maketrans("“”", "‘’"))
    spans = [(one.source, one.cue, one.content) for one in tagger.tag(british)]
    assert spans == [(one.source, one.cue, one.content) for one in tagger.tag(invented_article)]


def test_invented_article_gives_the_stored_attributions(tagger, invented_article):
    golden = json.loads(GOLDEN.read_text(encoding="utf-8"))
    assert golden["tagger"] == TAGGER_VERSION
    found = tagger.tag(invented_article)
    assert [as_texts(invented_article, one) for one in found] == [
        {role: stored[role] for role in ("source", "cue", "content")} for stored in golden["attributions"]
    ]
    # Processors differ in the last bits of their sums, hence not exactly.
    assert [one.probability for one in found] == pytest.approx(
        [stored["probability"] for stored in golden["attributions"]], abs=0.02
    )


def test_what_was_tagged_before_changes_nothing(tmp_path, invented_article):
    other = "A spokesman denied it.\n" * 30
    alone = load_tagger().tag(invented_article)
    for name in ("model.onnx", "tokenizer.json"):
        shutil.copy(WEIGHTS_FOLDER / name, tmp_path / name)
    busy = load_tagger(tmp_path)
    busy.tag(other)
    assert busy.tag(invented_article) == alone
    assert busy.tag(invented_article) == alone


def test_attributions_come_in_text_order(tagger, invented_article):
    starts = [min(span[0] for span in (*one.source, *one.cue, *one.content)) for one in tagger.tag(invented_article)]
    assert len(starts) > 5
    assert starts == sorted(starts)


def test_a_folder_is_opened_once():
    assert load_tagger() is load_tagger(WEIGHTS_FOLDER)


def test_tagger_travels_to_another_process_by_name(tagger):
    assert pickle.loads(pickle.dumps(tagger)) is tagger


def test_missing_word_pieces_say_where(tmp_path):
    shutil.copy(WEIGHTS_FOLDER / "model.onnx", tmp_path / "model.onnx")
    with pytest.raises(ModelError) as caught:
        load_tagger(tmp_path)
    assert "tokenizer.json" in caught.value.where


@pytest.mark.parametrize(
    "text",
    ["", " \n\t", "\0", "😀😀", "\ud800", "he said \udc00 \ud83d", "\r\r", "x" * 100_000, '"' * 3000, "\x1c said \x85"],
)
def test_odd_texts_raise_nothing(tagger, text):
    assert_valid(text, tagger.tag(text))


def test_one_endless_paragraph(tagger):
    text = "“We will sue,” said Ann Lee, a lawyer. The mayor told reporters that taxes would rise. " * 60
    found = tagger.tag(text)
    assert len(found) == 120
    assert_valid(text, found)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=20)), max_size=20))
def test_any_text_gives_valid_offsets(parts):
    text = "".join(parts)
    assert_valid(text, load_tagger().tag(text))
