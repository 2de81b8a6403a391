"""The row of counts of one article."""

from __future__ import annotations

from report.factory import invented_document

from auditor.forms.article_row import article_row


def test_it_counts_what_the_profile_counts():
    document = invented_document()
    row = article_row(document)
    assert row["attributions"] == document.profile.attributions
    assert row["named"] + row["unnamed"] + row["relayed"] + row["no_source"] == document.profile.attributions
    assert (row["high"], row["medium"]) == (document.profile.findings["high"], document.profile.findings["medium"])


def test_an_article_that_was_not_audited_has_no_counts(not_audited):
    row = article_row(not_audited)
    assert row["not_audited"] == "The article is not in English."
    assert (row["attributions"], row["figures"], row["high"]) == (None, None, None)
