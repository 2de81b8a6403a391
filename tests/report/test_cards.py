import dataclasses

from report.factory import invented_document, settled_document

from auditor.report.cards import filters, finding_cards, signal_rows
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


def test_settled_findings_come_last_with_who_decided_and_why():
    cards = finding_cards(make_lookup(settled_document()))
    assert [card.open for card in cards] == [True, True, True, True, False, False]
    decided, known = cards[4:]
    assert (decided.rule, decided.decision.state, decided.decision.by) == ("ANON004", "Accepted", "R. Ilmar, desk")
    assert (decided.decision.reason, decided.decision.until) == ("The editor knows the name.", "2024-12-31")
    assert (known.rule, known.decision) == ("FIG001", None)


def test_signals_are_shown_with_their_place():
    (signal,) = signal_rows(LOOKUP)
    assert signal.places[0].place.where == "paragraph 5"


def test_signals_of_one_rule_are_one_entry_with_every_place():
    document = invented_document()
    (one,) = document.signals
    other = dataclasses.replace(one, span=document.quotations[0].span, policies=("AP R1",))
    (row,) = signal_rows(make_lookup(dataclasses.replace(document, signals=(one, other))))
    assert (row.message, len(row.places), row.policies) == ("The denial is given.", 2, ("BBC P1", "AP R1"))
    differing = dataclasses.replace(other, message="Another denial is given.")
    (row,) = signal_rows(make_lookup(dataclasses.replace(document, signals=(one, differing))))
    assert row.message == ""
    assert [entry.message for entry in row.places] == ["The denial is given.", "Another denial is given."]
