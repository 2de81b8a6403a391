import json

from hypothesis import given
from hypothesis import strategies as st

from auditor.report.visible import bidi_name, count_bidi, count_uncarried, json_in_script, visible

ANY = st.text(st.characters(codec=None))


def test_nul_and_lone_surrogates_become_visible_symbols():
    assert visible("a\x00b\ud800c\x7f") == "a␀b\ufffdc␡"


def test_white_space_of_html_passes_unchanged_but_a_carriage_return_does_not():
    assert visible("a\tb\nc\r") == "a\tb\nc␍"


@given(ANY)
def test_as_many_characters_come_out_as_go_in(text):
    assert len(visible(text)) == len(text)
    assert count_uncarried(visible(text).replace("\ufffd", "")) == 0


def test_controls_of_writing_direction_are_named_and_counted():
    assert bidi_name("\u202e") == "RLO"
    assert bidi_name("a") == ""
    assert count_bidi("a\u202eb\u2069") == 2


@given(st.dictionaries(ANY, ANY))
def test_json_in_a_script_keeps_its_value_and_cannot_end_the_script(data):
    escaped = json_in_script(json.dumps(data, ensure_ascii=False))
    assert json.loads(escaped) == data
    assert "<" not in escaped
    assert "\u2028" not in escaped
