"""The tables of a run as Parquet files."""

from __future__ import annotations

import pytest
from report.factory import invented_document
from standin import bridge_audit, refused

from auditor.batch import parquet
from auditor.batch.parquet import write_tables
from auditor.document import to_json
from auditor.forms.tables import TABLES

pq = pytest.importorskip("pyarrow.parquet")


def lines(*documents):
    return [(to_json(document).encode() + b"\n", None) for document in documents]


def read(folder, name):
    return pq.read_table(folder / "tables" / name)


@pytest.mark.parametrize("name", TABLES)
def test_rows_come_back_as_they_went_in(tmp_path, name):
    documents = [invented_document(), bridge_audit()]
    write_tables(lines(*documents), tmp_path)
    found = read(tmp_path, name).to_pylist()
    assert [{key: row[key] for key in TABLES[name].columns} for row in found] == [
        row for one in documents for row in TABLES[name].rows(one)
    ]


def test_the_table_of_articles_says_where_the_report_is(tmp_path):
    ((line, _),) = lines(bridge_audit())
    write_tables([(line, "desk/bridge.html")], tmp_path)
    assert read(tmp_path, "articles").column("report").to_pylist() == ["desk/bridge.html"]


def test_a_table_without_rows_still_has_its_columns(tmp_path):
    write_tables([], tmp_path)
    assert read(tmp_path, "findings").column_names == list(TABLES["findings"].columns)


def test_an_article_that_was_not_audited_is_a_row(tmp_path):
    write_tables(lines(refused(bridge_audit())), tmp_path)
    assert read(tmp_path, "articles").column("not_audited").to_pylist() == ["The article is not in English."]


def test_large_tables_are_written_in_parts(tmp_path, monkeypatch):
    monkeypatch.setattr(parquet, "_ROWS_A_PART", 3)
    write_tables(lines(*[bridge_audit()] * 4), tmp_path)
    assert len(list((tmp_path / "tables" / "findings").glob("*.parquet"))) == 3
    assert read(tmp_path, "findings").num_rows == 8


def test_the_schema_carries_its_version(tmp_path):
    write_tables([], tmp_path)
    schema = pq.read_schema(tmp_path / "tables" / "articles" / "part-00000.parquet")
    assert schema.metadata[b"tables_version"] == b"1"


def test_the_same_audits_give_the_same_bytes(tmp_path):
    for name in ("one", "two"):
        write_tables(lines(bridge_audit()), tmp_path / name)
    files = [sorted((tmp_path / name).rglob("*.parquet")) for name in ("one", "two")]
    assert [path.read_bytes() for path in files[0]] == [path.read_bytes() for path in files[1]]


def test_a_failure_leaves_the_tables_of_the_run_before(tmp_path):
    write_tables(lines(bridge_audit()), tmp_path)

    def broken():
        yield from lines(bridge_audit())
        raise RuntimeError("killed")

    with pytest.raises(RuntimeError):
        write_tables(broken(), tmp_path)
    assert read(tmp_path, "articles").num_rows == 1
    assert [path.name for path in tmp_path.iterdir()] == ["tables"]


def test_half_a_surrogate_pair_does_not_stop_it(tmp_path):
    import dataclasses

    document = bridge_audit()
    article = dataclasses.replace(document.article, id="a\ud800b")
    write_tables(lines(dataclasses.replace(document, article=article)), tmp_path)
    assert read(tmp_path, "articles").column("article").to_pylist() == ["a?b"]
