"""What only an archive shows, as tables."""

from __future__ import annotations

import pytest

from auditor.archive.across import Across, Reported, Trail, Version, changes
from auditor.archive.across_tables import ACROSS_TABLES, write_across
from auditor.archive.kinship import Carried
from auditor.errors import ReportError

pq = pytest.importorskip("pyarrow.parquet")

FIRST = Carried("a", "Post", "2026-03-01", "a.html", "“We knew it all.”", "an aide", "unnamed-individual", None)
LATER = Carried("b", "Echo", "2026-03-02", None, "“We guessed it all.”", "a friend", "unnamed-individual", "Post")
ACROSS = Across(
    (Trail(FIRST, (Version(LATER, changes(FIRST.words, LATER.words), True),)),),
    (
        (
            Reported("a", "Post", None, None, "40 ships", "ship", 40.0, "own-voice"),
            Reported("b", "Echo", None, None, "45 ships", "ship", 45.0, "hedged"),
        ),
    ),
    ((FIRST, LATER),),
)


def rows(folder, name):
    return pq.read_table(folder / "tables" / name).to_pylist()


def test_a_trail_is_a_row_for_each_carrier_in_order(tmp_path):
    write_across(ACROSS, tmp_path)
    first, later = rows(tmp_path, "quotation_trails")
    assert (first["trail"], first["place"], first["article"], first["gone"], first["reworded"]) == (
        1,
        1,
        "a",
        None,
        False,
    )
    assert (later["trail"], later["place"], later["gone"], later["new"]) == (1, 2, "knew", "guessed")
    assert (later["reworded"], later["other_source"], later["relay"]) == (True, True, "Post")


def test_quantities_and_descriptions_say_where_they_stand(tmp_path):
    write_across(ACROSS, tmp_path)
    assert [(row["article"], row["value"]) for row in rows(tmp_path, "differing_quantities")] == [
        ("a", 40.0),
        ("b", 45.0),
    ]
    assert [row["source"] for row in rows(tmp_path, "described_in_several_ways")] == ["an aide", "a friend"]


def test_tables_without_rows_have_their_columns(tmp_path):
    write_across(Across((), (), ()), tmp_path)
    for name, table in ACROSS_TABLES.items():
        assert pq.read_table(tmp_path / "tables" / name).column_names == list(table.columns)


def test_a_second_time_replaces_the_first(tmp_path):
    write_across(ACROSS, tmp_path)
    write_across(Across((), (), ()), tmp_path)
    assert rows(tmp_path, "quotation_trails") == []
    assert [path.name for path in tmp_path.iterdir()] == ["tables"]


def test_what_cannot_be_written_is_one_error(tmp_path):
    (tmp_path / "tables").write_text("in the way")
    with pytest.raises(ReportError, match="tables"):
        write_across(ACROSS, tmp_path)
