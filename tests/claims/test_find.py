"""Key claims from the text to the verdict, and their place in the audit document."""

from __future__ import annotations

import pytest

from auditor.audit import audit
from auditor.claims.find import find_claims
from auditor.reading.plain import article_from_text

pytestmark = pytest.mark.model

TEXT = """Orlen mayor to resign on Monday

The mayor of Orlen, Jo Pike, will resign on Monday, two aides said.

The town has 4,000 inhabitants."""


def test_claims_are_numbered_in_the_order_of_the_text(annotated):
    found = find_claims(annotated(TEXT))
    assert [one.id for one in found] == [f"c{number}" for number in range(1, len(found) + 1)]
    assert [one.span.start for one in found] == sorted(one.span.start for one in found)


def test_the_audit_document_carries_them(nlp):
    document = audit(article_from_text(TEXT), nlp=nlp)
    assert [claim.verdict.value for claim in document.claims] == ["unnamed only", "unnamed only"]
    ids = {source.id for source in document.sources}
    assert all(set(claim.supporting_source_ids) <= ids for claim in document.claims)


@pytest.mark.parametrize("text", ["A.", "\n\n", "“", "By Jo Pike"])
def test_hardly_any_text_has_no_claims(annotated, text):
    assert find_claims(annotated(text)) == ()
