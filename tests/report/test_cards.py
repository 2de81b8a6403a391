from report.factory import invented_document

from auditor.report.cards import checklist, filters, finding_cards, policy_rows, signal_rows
from auditor.report.lookup import make_lookup

LOOKUP = make_lookup(invented_document())
CARDS = finding_cards(LOOKUP)


def test_the_most_serious_findings_come_first_and_of_these_the_surest():
    assert [card.severity for card in CARDS] == ["high", "medium", "medium", "low", "low", "info"]
    assert [card.firm for card in CARDS if card.severity == "low"] == [True, False]
    assert [card.number for card in CARDS] == [1, 2, 3, 4, 5, 6]


def test_an_anchor_is_made_from_the_fingerprint():
    assert CARDS[0].anchor == "f-0a1b2c"


def test_a_card_leaves_out_the_flagged_words_among_what_matched():
    assert [(fact.term, fact.text) for fact in CARDS[1].matched] == [("cue", "told")]


def test_a_finding_about_a_figure_knows_the_source_behind_it():
    assert [card.source.label for card in CARDS if card.rule == "FIG001"] == ["S1"]


def test_filters_count_every_finding_once():
    choices = filters(CARDS)
    assert [(choice.value, choice.count) for choice in choices.severities] == [
        ("high", 1), ("medium", 2), ("low", 2), ("info", 1),
    ]  # fmt: skip
    assert sum(choice.count for choice in choices.families) == 6


def test_questions_are_grouped_by_whom_to_ask():
    groups = {group.title: [task.question for task in group.tasks] for group in checklist(LOOKUP, CARDS)}
    assert groups == {
        "The reporter": ["Who else confirms the account?", "Why is this person not named?", "Who said this?"],
        "The other outlet or platform": ["Does the other outlet’s report say the same?"],
        "Documents and records": ["Where is the number recorded?", "Which spelling is right?"],
    }


def test_policy_lines_gather_their_findings():
    assert [(row.name, len(row.findings)) for row in policy_rows(CARDS)] == [("AP A2", 6), ("NPR A2", 6)]


def test_signals_are_shown_with_their_place():
    (signal,) = signal_rows(LOOKUP)
    assert signal.place.where == "paragraph 5"
