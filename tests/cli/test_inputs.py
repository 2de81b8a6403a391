"""Options about inputs: columns, exclusion, metadata, and what a place stands for."""

from __future__ import annotations

import json

import pytest

from auditor.cli.inputs import counted, metadata_asked, reading_asked, sources_of
from auditor.errors import SettingsError
from auditor.reading.inputs import Input
from auditor.reading.read import Reading
from auditor.reading.records import Columns
from auditor.text import Metadata


def test_options_become_the_way_of_reading():
    values = {"allow_private": True, "text_field": "story", "exclude": ("drafts",), "meta": ("genre=opinion",)}
    assert reading_asked(values) == Reading(
        allow_private=True,
        columns=Columns(text="story"),
        exclude=("drafts",),
        metadata=Metadata(genre="opinion"),
    )


def test_several_corrections_may_be_stated():
    assert metadata_asked(["corrections=One.", "corrections=Two."]).corrections == ("One.", "Two.")


def test_a_value_may_hold_the_sign():
    assert metadata_asked(["url=https://a.example/?b=c"]).url == "https://a.example/?b=c"


@pytest.mark.parametrize("stated", [["colour=red"], ["byline"], ["byline=A", "byline=B"]])
def test_what_states_no_field_is_refused(stated):
    with pytest.raises(SettingsError):
        metadata_asked(stated)


def test_a_corpus_stands_for_its_articles(tmp_path):
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text("\n".join(json.dumps({"id": f"a{number}", "text": "Words."}) for number in range(3)))
    found = [source.id for source in sources_of([str(corpus)], Reading())]
    assert found == [f"corpus/a{number}" for number in range(3)]


def test_few_inputs_are_counted_and_many_come_as_they_are_read():
    few = [Input(str(number), str(number)) for number in range(5)]
    assert counted(iter(few)) == few
    many = [Input(str(number), str(number)) for number in range(100)]
    lazy = counted(iter(many))
    assert not isinstance(lazy, list)
    assert list(lazy) == many


def test_what_is_excluded_is_passed_over(tmp_path):
    for name in ("a.txt", "drafts/b.txt", "c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Words.")
    assert [source.id for source in sources_of([str(tmp_path)], Reading(exclude=("drafts", "c.*")))] == ["a"]
