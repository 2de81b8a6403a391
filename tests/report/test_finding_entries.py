from report.factory import invented_document

from auditor.report.cards import finding_cards, finding_link
from auditor.report.checklist import checklist
from auditor.report.lookup import make_lookup


def test_a_link_to_a_finding_says_number_severity_and_title():
    lookup = make_lookup(invented_document())
    link = finding_link(finding_cards(lookup)[0])
    assert link.href == "#f-0a1b2c"
    assert link.name == "Finding 1, High: Single-source story"


def test_every_task_leads_to_the_findings_that_raise_it():
    lookup = make_lookup(invented_document())
    cards = finding_cards(lookup)
    topics = [topic for group in checklist(lookup, cards) for topic in group.topics]
    numbers = [link.number for topic in topics for task in topic.tasks for link in task.findings]
    assert sorted(numbers) == [card.number for card in cards]
