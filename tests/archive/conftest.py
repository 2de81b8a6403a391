"""An archive of two invented articles, one that was refused, and their tables."""

from __future__ import annotations

import dataclasses

import pytest
from report.factory import invented_document
from standin import bridge_audit, refused

from auditor.batch.parquet import write_tables
from auditor.document import to_json


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    pytest.importorskip("duckdb")
    place = tmp_path_factory.mktemp("archive")
    bridge = bridge_audit()
    metadata = dataclasses.replace(bridge.article.metadata, published="2026-03-02", title="<b>Bridge</b> shut")
    bridge = dataclasses.replace(bridge, article=dataclasses.replace(bridge.article, metadata=metadata))
    documents = [(invented_document(), "crane.html"), (bridge, "desk/bridge.html"), (refused(bridge), None)]
    write_tables(((to_json(document).encode() + b"\n", report) for document, report in documents), place)
    return place
