import dataclasses

from markupsafe import Markup
from report.factory import invented_document, not_audited, settled_document

from auditor.report.context import Shell
from auditor.report.page import article_page, page_title

SHELL = Shell("t", "en", "", Markup(""), Markup(""), "auditor 0.1.0")


def facts(document):
    page = article_page(document, SHELL, data=Markup("{}"), command="auditor report a.txt")
    return {fact.term: fact for fact in page.header.facts}, page


def with_metadata(**changes):
    document = invented_document()
    metadata = dataclasses.replace(document.article.metadata, **changes)
    return dataclasses.replace(document, article=dataclasses.replace(document.article, metadata=metadata))


def test_link_hash_words_program_and_rules_are_at_the_head():
    known, page = facts(invented_document())
    assert known["Link"].href == "https://example.org/crane"
    assert known["SHA-256 of the text"].text == invented_document().article.sha256
    assert known["Audited with"].text == "auditor 0.1.0"
    assert page.method.command == "auditor report a.txt"


def test_only_web_addresses_become_links():
    known, _ = facts(with_metadata(url="javascript:alert(1)"))
    assert known["Link"].text == "javascript:alert(1)"
    assert known["Link"].href == ""


def test_an_article_without_a_title_is_called_by_its_id():
    document = with_metadata(title=None)
    document = dataclasses.replace(document, article=dataclasses.replace(document.article, id="desk/crane"))
    assert page_title(document) == "desk/crane"


def test_an_article_that_was_not_audited_has_no_overview():
    _, page = facts(not_audited("it is empty"))
    assert page.overview is None
    assert page.text is None
    assert page.not_audited == "it is empty"


def test_settled_findings_stand_apart_and_notices_at_the_head():
    _, page = facts(settled_document())
    assert [card.rule for card in page.settled] == ["ANON004", "FIG001"]
    assert len(page.findings) == 4
    assert page.overview.settled == 2
    assert page.header.notices == settled_document().notices
    assert page.policies[0].name == "Desk rules"
