"""How a run works without being told."""

from __future__ import annotations

from auditor.batch.options import Reports, RunOptions


def test_by_default_every_article_has_a_page_and_nothing_is_done_twice():
    assert RunOptions() == RunOptions(jobs=None, reports=Reports.ALL, tables=False, rerun=False)
