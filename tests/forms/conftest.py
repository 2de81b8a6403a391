"""An audit document made by hand."""

from __future__ import annotations

import pytest
from standin import bridge_audit, refused

from auditor.document import AuditDocument


@pytest.fixture
def document() -> AuditDocument:
    return bridge_audit()


@pytest.fixture
def not_audited(document) -> AuditDocument:
    return refused(document)
