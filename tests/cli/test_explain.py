"""`auditor explain`, on an article and on its audit."""

from __future__ import annotations

import json


def test_an_article_and_its_audit_explain_the_same_finding(auditor, folder):
    auditor("audit", "bridge.txt", "--format", "json", "-o", "bridge.json")
    audit = json.loads((folder / "bridge.json").read_text(encoding="utf-8"))
    fingerprint = audit["findings"][0]["fingerprint"]
    from_article = auditor("explain", "bridge.txt", fingerprint)
    assert from_article.exit_code == 0
    assert from_article.stdout == auditor("explain", "bridge.json", fingerprint).stdout
    assert "What would clear it:" in from_article.stdout


def test_an_unknown_fingerprint_ends_with_2(auditor):
    assert auditor("explain", "bridge.txt", "zzzz").exit_code == 2
