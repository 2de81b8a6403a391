"""Inputs to audits in order; what cannot be read becomes a failure, except when it is all there is."""

from __future__ import annotations

import pytest
from standin import audited_by_hand, bridge_audit

from auditor.batch import articles
from auditor.batch.articles import CHUNK, Failure, Settings, audit_inputs, published, read_or_fail, report_command
from auditor.errors import InputError
from auditor.reading.inputs import Input
from auditor.reading.read import Reading
from auditor.text import Article


@pytest.fixture(autouse=True)
def _without_model(monkeypatch):
    monkeypatch.setattr(articles, "audited", audited_by_hand)


@pytest.fixture
def write(tmp_path):
    def make(name: str, text: str) -> Input:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return Input(str(tmp_path / name), name)

    return make


def test_results_are_in_the_order_of_the_inputs(write):
    sources = [write(f"{number}.txt", "" if number % 7 == 3 else "Words.") for number in range(2 * CHUNK + 5)]
    results = list(audit_inputs(sources, Settings()))
    assert len(results) == len(sources)
    for number, (source, result) in enumerate(zip(sources, results, strict=True)):
        if number % 7 == 3:
            assert result == Failure(source, f"{source.place}: there is nothing in it. Give an article's text.")
        else:
            assert result.article.id == source.id


def test_the_only_input_is_not_a_failure_but_an_error(write):
    with pytest.raises(InputError, match="nothing in it"):
        list(audit_inputs([write("a.txt", "")], Settings()))


def test_no_inputs_are_no_results():
    assert list(audit_inputs([], Settings())) == []


def test_reading_says_why_it_failed(write, tmp_path):
    assert isinstance(read_or_fail(write("a.txt", "Words."), Reading()), Article)
    missing = Input(str(tmp_path / "no.txt"), "no")
    assert read_or_fail(missing, Reading()) == Failure(missing, f"{missing.place}: no such file. Check the spelling.")


def test_the_text_is_left_out_when_the_settings_say_so():
    assert published(bridge_audit(), Settings()).text is not None
    assert published(bridge_audit(), Settings(keep_text=False)).text is None


def test_the_command_of_a_report_can_be_typed_again():
    source = Input("my desk/it's.txt", "its")
    assert report_command(source, Settings()) == """auditor report 'my desk/it'"'"'s.txt'"""
    chosen = Settings(model="m", reading=Reading(publisher="Ostvik Post"))
    assert report_command(Input("a.txt", "a"), chosen) == "auditor report a.txt --publisher 'Ostvik Post' --model m"
