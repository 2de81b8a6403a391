from report.factory import invented_document

from auditor.language.annotations import Value
from auditor.report.ledger import (
    figure_rows,
    name_rows,
    quotation_rows,
    relay_rows,
    source_rows,
    unsourced_statements,
    value_words,
)
from auditor.report.lookup import make_lookup

LOOKUP = make_lookup(invented_document())


def test_a_source_shows_identity_people_statements_and_what_is_disclosed():
    official, memo, director = source_rows(LOOKUP)
    assert (official.identity, official.people, official.counted, official.quoted_words) == (
        "unnamed person",
        "1",
        3,
        16,
    )
    assert [statement.cue for statement in official.statements] == ["told", "said", "said"]
    assert official.disclosed[0].text == "No reason for anonymity is given."
    assert memo.disclosed == ()
    assert director.link.label == "S3"


def test_figures_that_rest_on_something_doubtful_come_first():
    rows = figure_rows(LOOKUP)
    assert [row.label for row in rows] == ["F2", "F1", "F3", "F4"]
    assert [row.value for row in rows] == ["up to 400", "6", "1.2 million", "12"]
    assert rows[0].hedge == "as many as"
    assert rows[2].source.name == "an internal memo"


def test_open_values_are_written_as_such():
    assert value_words(Value(None, None, "")) == "open"
    assert value_words(Value(20000, None, "")) == "20,000 or more"
    assert value_words(Value(0, None, "")) == "0 or more"


def test_a_relay_shows_its_chain_and_how_the_outlet_is_written():
    (relay,) = relay_rows(LOOKUP)
    assert relay.chain == ("a senior port official", "the Coast Ledger", "this article")
    assert relay.as_written == "the Coast Ledger"
    assert relay.source.label == "S1"


def test_only_speech_that_no_cue_governs_lacks_a_speaker():
    (row,) = quotation_rows(LOOKUP)
    assert row.label == "Q1"
    assert [place.text for place in row.alterations] == ["[the crane]"]


def test_spellings_come_with_their_places():
    (name,) = name_rows(LOOKUP)
    assert [spelling.form for spelling in name.spellings] == ["Vessholm", "Veshholm"]


def test_every_statement_here_has_a_source():
    assert unsourced_statements(LOOKUP) == ()
