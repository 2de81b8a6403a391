from report.factory import TEXT, invented_document, without_text

from auditor.report.cards import finding_cards
from auditor.report.lookup import make_lookup
from auditor.report.overview import make_overview, text_standings

LOOKUP = make_lookup(invented_document())
OVERVIEW = make_overview(LOOKUP, finding_cards(LOOKUP))


def test_the_first_numbers_say_what_the_article_rests_on():
    assert [(count.value, count.label.split()[0]) for count in OVERVIEW.counts] == [
        ("4 of 6", "statements"),
        ("1 of 3", "sources"),
        ("3 of 4", "figures"),
        ("1", "relayed"),
        ("1", "quoted"),
    ]


def test_the_strip_covers_the_whole_text_without_gaps():
    position = 0.0
    for bar in OVERVIEW.strip:
        assert abs(bar.x - position) < 0.2
        position = bar.x + bar.width
    assert abs(position - 1000) < 0.5
    assert {bar.standing for bar in OVERVIEW.strip} == {"own", "unnamed", "nobody", "named"}


def test_every_word_is_counted_once():
    assert sum(share.count for share in OVERVIEW.words) == len(TEXT.split())


def test_a_quotation_without_a_speaker_is_nobodys_words():
    standings = text_standings(LOOKUP)
    assert standings[TEXT.index("only a question")] == 4
    assert standings[TEXT.index("accident left")] == 0


def test_the_most_serious_findings_are_named_one_a_rule():
    assert [card.rule for card in OVERVIEW.top] == ["SRC001", "ANON004", "QUO001"]


def test_without_text_there_is_no_drawing_but_everything_else():
    lookup = make_lookup(without_text(invented_document()))
    overview = make_overview(lookup, finding_cards(lookup))
    assert overview.strip == overview.words == ()
    assert overview.counts == OVERVIEW.counts
    assert overview.statements == OVERVIEW.statements
