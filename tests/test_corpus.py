"""The invented corpus: the same again for the same seed, and what was planted in it is found."""

from __future__ import annotations

import json
from itertools import islice

import pytest

from auditor.archive.across import across
from auditor.batch.parquet import write_tables
from auditor.document import to_json
from auditor.forms.article_row import article_row
from auditor.reading.records import article_from_record
from benchmarks.corpus import corpus, shared_quotation, truth_of, write_corpus

MISSED = 0.03


def test_the_same_seed_gives_the_same_corpus():
    assert list(corpus(40)) == list(corpus(40))
    assert list(corpus(40)) != list(corpus(40, seed=2))
    assert list(islice(corpus(200), 40)) == list(corpus(40))


def test_shared_quotations_have_little_in_common():
    words = [set(shared_quotation(number).split()) for number in range(60)]
    assert len({shared_quotation(number) for number in range(169)}) == 169
    assert all(len(one & other) < 0.8 * len(one) for one in words for other in words if one is not other)


def test_the_truth_counts_what_was_planted(tmp_path):
    truth = write_corpus(120, tmp_path / "corpus.jsonl")
    records = [json.loads(line) for line in (tmp_path / "corpus.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(records) == truth["articles"] == 120
    assert sum(" reported that " in record["text"] for record in records) == truth["relays"]
    assert truth["shared quotations"] == 2
    assert json.loads((tmp_path / "corpus.truth.json").read_text(encoding="utf-8")) == truth


@pytest.fixture(scope="module")
def audited(tmp_path_factory, nlp):
    """Sixty articles: all that carry one of three shared quotations, and others."""
    pytest.importorskip("duckdb")
    from auditor.audit import audit_many

    known = list(corpus(180))
    sharing = [one for one in known if one.planted.shared is not None]
    chosen = sharing + [one for one in known if one.planted.shared is None][: 60 - len(sharing)]
    articles = [article_from_record(one.record, id=one.record["id"], where="corpus") for one in chosen]
    documents = list(audit_many(articles))
    folder = tmp_path_factory.mktemp("corpus")
    write_tables(((to_json(document).encode() + b"\n", None) for document in documents), folder)
    return [one.planted for one in chosen], [article_row(document) for document in documents], across(folder)


@pytest.mark.model
def test_the_planted_totals_are_found(audited):
    planted, rows, _ = audited
    truth = truth_of(planted)
    found = {name: sum(row[name] for row in rows) for name in ("unnamed", "relays", "figures")}
    # An outlet that reports is a named source or a relayed one, as far as its name is known.
    found["named"] = sum(row["named"] + row["relayed"] for row in rows) - found["relays"]
    for name, count in found.items():
        assert count == pytest.approx(truth[name], rel=MISSED), name


@pytest.mark.model
def test_every_shared_quotation_is_followed_to_what_became_of_it(audited):
    planted, _, found = audited
    assert len(found.trails) == truth_of(planted)["shared quotations"]
    became = [sorted((version.reworded, version.other_source) for version in trail.later) for trail in found.trails]
    assert sorted(became) == [
        [(False, False), (False, False)],
        [(False, False), (False, True)],
        [(False, False), (True, False)],
    ]
