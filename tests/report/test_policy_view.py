from report.factory import invented_document, settled_document

from auditor.report.cards import finding_cards
from auditor.report.lookup import make_lookup
from auditor.report.policy_view import policy_lines, policy_sections


def sections(document):
    lookup = make_lookup(document)
    return policy_sections(lookup, finding_cards(lookup))


def test_what_is_not_met_comes_first_with_its_findings_and_places():
    (policy,) = sections(settled_document())
    assert [row.code for row in policy.requirements] == ["DR 2", "DR 4", "DR 1", "DR 3"]
    first = policy.requirements[0]
    assert (first.outcome, first.outcome_name) == ("not-met", "Not met")
    assert [place.where for place in first.places] == ["paragraph 1"]
    # The finding is settled, and still says that the text does not meet the requirement.
    assert [link.href for link in first.findings] == ["#f-1b2c3d"]


def test_outcomes_are_counted():
    (policy,) = sections(settled_document())
    assert [(count.name, count.count) for count in policy.counts] == [
        ("Not met", 1), ("Cannot be seen in a text", 1), ("Met", 1), ("Does not apply", 1),
    ]  # fmt: skip
    assert (policy.href, policy.unverified) == ("https://example.org/rules", "Line 4 is from memory.")


def test_without_a_chosen_policy_there_is_no_section():
    assert sections(invented_document()) == ()


def test_policy_lines_gather_their_findings():
    cards = finding_cards(make_lookup(invented_document()))
    assert [(line.name, len(line.findings)) for line in policy_lines(cards)] == [("AP A2", 6), ("NPR A2", 6)]
