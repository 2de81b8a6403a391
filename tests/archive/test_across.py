"""What only an archive shows."""

from __future__ import annotations

import dataclasses

import pytest
from report.factory import invented_document

from auditor.archive.across import Piece, across, changes
from auditor.batch.parquet import write_tables
from auditor.document import to_json

pytest.importorskip("duckdb")


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """The invented article, and a later copy of it in which the cargo has shrunk and the source has another name."""
    folder = tmp_path_factory.mktemp("across")
    first = invented_document()
    metadata = dataclasses.replace(first.article.metadata, publisher="Fenland Herald", published="2026-06-01")
    article = dataclasses.replace(first.article, id="copy", metadata=metadata)
    sources = tuple(
        dataclasses.replace(source, label="a harbour insider") if source.id == "s1" else source
        for source in first.sources
    )
    figures = tuple(
        dataclasses.replace(figure, value=dataclasses.replace(figure.value, low=250.0, high=250.0))
        if "400" in figure.span.text
        else figure
        for figure in first.figures
    )
    later = dataclasses.replace(first, article=article, sources=sources, figures=figures)
    write_tables(((to_json(one).encode() + b"\n", None) for one in (first, later)), folder)
    return across(folder)


def test_a_quotation_is_followed_from_its_first_carrier(found):
    trail = next(trail for trail in found.trails if "Nobody wanted" in trail.first.words)
    assert trail.first.article == invented_document().article.id
    assert [version.carried.article for version in trail.later] == ["copy"]
    assert trail.later[0].other_source


def test_differing_values_of_one_quantity_are_listed(found):
    pairs = [[figure.value for figure in group] for group in found.quantities]
    assert sorted(pairs[0]) == [250.0, 400.0]
    assert len(pairs) == 1


def test_an_unnamed_source_described_in_two_ways(found):
    described = [tuple(one.source for one in group) for group in found.descriptions]
    assert ("a senior port official", "a harbour insider") in described


def test_wordings_are_compared_word_by_word():
    assert changes("the cable was done", "the old cable was finished") == (
        Piece("same", "the"),
        Piece("new", "old"),
        Piece("same", "cable was"),
        Piece("gone", "done"),
        Piece("new", "finished"),
    )


def test_marks_and_capitals_are_no_change_of_wording():
    assert changes("“We saw it,", "'we saw it.'") == (Piece("same", "'we saw it.'"),)


def test_an_archive_of_strangers_has_nothing_in_common(tmp_path):
    write_tables([(to_json(invented_document()).encode() + b"\n", None)], tmp_path)
    found = across(tmp_path)
    assert (found.trails, found.quantities, found.descriptions) == ((), (), ())
