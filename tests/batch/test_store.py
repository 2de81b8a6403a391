"""Finished articles survive any end of a run, and are never doubled."""

from __future__ import annotations

import subprocess
import sys

import pytest

from auditor.batch.store import FOLDER, UNFINISHED, Finished, Store
from auditor.errors import ReportError, SettingsError

A, B, C = ("desk/a.txt", "a"), ("desk/b.txt", "b"), ("desk/c.txt", "c")


def finished(article, key="k", line=None):
    return Finished(*article, key, line or f'{{"id": "{article[1]}", "key": "{key}"}}\n')


def published_in(store, *articles):
    """Publish a run of these articles."""
    store.begin()
    keys = [store.want(*article) for article in articles]
    store.publish("audits.jsonl")
    return keys


def published(folder):
    return (folder / "audits.jsonl").read_text(encoding="utf-8").splitlines()


def test_audits_are_published_in_the_order_asked_for(tmp_path):
    with Store(tmp_path) as store:
        store.record([finished(B)])
        store.record([finished(A)])
        published_in(store, A, B)
    assert published(tmp_path) == ['{"id": "a", "key": "k"}', '{"id": "b", "key": "k"}']


def test_a_later_run_knows_what_was_finished(tmp_path):
    with Store(tmp_path) as store:
        store.record([finished(A, "k1")])
        published_in(store, A)
    with Store(tmp_path) as store:
        assert store.want(*A) == "k1"
        assert store.want(*B) is None
        store.record([finished(B, "k2")])
        published_in(store, A, B)
    assert len(published(tmp_path)) == 2


def test_an_article_audited_again_replaces_its_old_audit(tmp_path):
    with Store(tmp_path) as store:
        store.record([finished(A, "old"), finished(B)])
        published_in(store, A, B)
        store.record([finished(A, "new")])
        published_in(store, A, B)
    assert published(tmp_path) == ['{"id": "a", "key": "new"}', '{"id": "b", "key": "k"}']


def test_an_article_that_is_no_longer_asked_for_is_forgotten(tmp_path):
    with Store(tmp_path) as store:
        store.record([finished(A), finished(B)])
        published_in(store, B)
        assert store.want(*A) is None
    assert published(tmp_path) == ['{"id": "b", "key": "k"}']


def test_what_a_kill_left_half_written_is_cut_off(tmp_path):
    with Store(tmp_path) as store:
        store.record([finished(A)])
    with (tmp_path / UNFINISHED).open("ab") as file:
        file.write(b'{"id": "b", "ke')
    with Store(tmp_path) as store:
        store.record([finished(C)])
        published_in(store, A, C)
    assert published(tmp_path) == ['{"id": "a", "key": "k"}', '{"id": "c", "key": "k"}']


def test_lines_that_somebody_deleted_are_audited_again(tmp_path):
    with Store(tmp_path) as store:
        store.record([finished(A)])
    (tmp_path / UNFINISHED).unlink()
    with Store(tmp_path) as store:
        assert store.want(*A) is None


def test_publishing_twice_changes_nothing(tmp_path):
    with Store(tmp_path) as store:
        store.record([finished(A)])
        published_in(store, A)
        before = (tmp_path / "audits.jsonl").stat().st_ino
        published_in(store, A)
    assert (tmp_path / "audits.jsonl").stat().st_ino == before
    assert len(list((tmp_path / FOLDER).glob("lines-*"))) == 1


def test_a_published_file_that_was_deleted_comes_back(tmp_path):
    with Store(tmp_path) as store:
        store.record([finished(A)])
        published_in(store, A)
        (tmp_path / "audits.jsonl").unlink()
        published_in(store, A)
    assert len(published(tmp_path)) == 1


def test_names_of_any_bytes_are_kept_apart(tmp_path):
    first, second = ("a\udcff.txt", "a\udcff"), ("a\udcfe.txt", "a\udcfe")
    with Store(tmp_path) as store:
        store.record([finished(first, "1", "{}\n"), finished(second, "2", "{}\n")])
        assert (store.want(*first), store.want(*second)) == ("1", "2")


def test_two_runs_cannot_write_into_one_folder(tmp_path):
    code = f"from pathlib import Path\nfrom auditor.batch.store import Store\nStore(Path({str(tmp_path)!r}))"
    with Store(tmp_path):
        other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "another run is writing into this folder" in other.stderr
    with pytest.raises(SettingsError), Store(tmp_path), Store(tmp_path):
        pass


def test_the_lock_ends_with_the_run(tmp_path):
    code = (
        "import os, signal\nfrom pathlib import Path\nfrom auditor.batch.store import Finished, Store\n"
        f"store = Store(Path({str(tmp_path)!r}))\n"
        "store.record([Finished('p', 'a', 'k', '{}\\n')])\nos.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", code], check=False)
    with Store(tmp_path) as store:
        assert store.want("p", "a") == "k"


def test_a_damaged_record_says_what_to_do(tmp_path):
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "finished.sqlite").write_bytes(b"no database at all, only words" * 40)
    with pytest.raises(ReportError, match="damaged"):
        Store(tmp_path)


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(ReportError, match="cannot write"):
        Store(tmp_path / "file")


def test_a_failed_article_is_listed_and_tried_again(tmp_path):
    with Store(tmp_path) as store:
        store.begin()
        store.want(*A)
        store.want(*B)
        store.record([finished(A)])
        store.fail(*B, "no such file")
        assert list(store.failures()) == [(*B, "no such file")]
        store.publish("audits.jsonl")
    with Store(tmp_path) as store:
        store.begin()
        assert list(store.failures()) == []
        assert [store.want(*article) for article in (A, B)] == ["k", None]


def test_what_is_known_of_the_articles_of_a_run_comes_in_their_order(tmp_path):
    with Store(tmp_path) as store:
        store.begin()
        for article in (C, A):
            store.want(*article)
        store.record([finished(A), finished(B), Finished(*C, "k", "{}\n", "high", "not English", "[1]")])
        assert [(one.id, one.worst, one.row) for one in store.finished()] == [("c", "high", "[1]"), ("a", None, None)]
        assert list(store.failures()) == [(*C, "not English")]
