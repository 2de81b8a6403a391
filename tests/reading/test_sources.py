"""Inputs, their contents, and metadata laid over one another."""

from __future__ import annotations

import pickle

from auditor.errors import InputError
from auditor.reading.sources import Content, Input, failing, overlaid, stated_fields
from auditor.text import Metadata


def test_what_is_stated_above_wins_and_the_rest_stays():
    below = Metadata(title="A", byline="B", corrections=("C",))
    assert overlaid(below, Metadata(byline="D")) == Metadata(title="A", byline="D", corrections=("C",))
    assert overlaid(below, Metadata()) == below


def test_fields_that_are_stated():
    assert stated_fields(Metadata(byline="B", corrections=("C",))) == ["byline", "corrections"]


def test_an_input_travels_between_processes_with_its_problem():
    source = failing(Input("a", "a"), InputError("it is broken", where="a", fix="Mend it."))
    assert pickle.loads(pickle.dumps(source)) == source
    assert str(source.problem.error()) == "a: it is broken. Mend it."


def test_an_input_travels_with_its_content():
    source = Input("a", "a", content=Content(b"x", "a.txt", fields=Metadata(title="T")))
    assert pickle.loads(pickle.dumps(source)) == source
