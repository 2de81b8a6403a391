from report.factory import invented_document

from auditor.report.html import render_index
from auditor.report.index import IndexFailure, index_row


def test_a_row_counts_what_matters():
    row = index_row(invented_document(), "crane.html")
    assert (row.statements, row.unnamed_statements, row.named, row.unnamed) == (6, 4, 1, 2)
    assert (row.hedged, row.unnamed_figures, row.relays, row.quotations) == (1, 2, 1, 1)
    assert (row.high, row.medium, row.low, row.info) == (1, 2, 2, 1)


def test_the_index_lists_articles_and_what_was_not_audited():
    page = render_index(
        [index_row(invented_document(), "crane.html")],
        not_audited=[IndexFailure("desk/scan.pdf", "The file has no text layer.")],
        tool="auditor 0.1.0",
    )
    assert 'href="crane.html"' in page
    assert "The file has no text layer." in page
    assert "1 article audited, 1 not audited." in page
    assert page.count("<h1") == 1


def test_an_empty_batch_says_so():
    assert "No article was audited." in render_index([])


def test_names_of_files_are_escaped():
    page = render_index([], not_audited=[IndexFailure("<script>alert(1)</script>", "{{ 7 * 7 }}")])
    assert "<script>alert" not in page
    assert "{{ 7 * 7 }}" in page
