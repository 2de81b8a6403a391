from report.factory import invented_document

from auditor.report.claim_rows import claim_rows, corroboration_of
from auditor.report.lookup import make_lookup

LOOKUP = make_lookup(invented_document())


def test_a_claim_says_what_it_rests_on_in_words_and_colour():
    first, second = claim_rows(LOOKUP)
    assert (first.label, first.anchor, first.kind, first.verdict) == ("C1", "claim-1", "headline", "unnamed only")
    assert (first.standing, [link.label for link in first.sources]) == ("unnamed", ["S1"])
    assert first.figures == (("F1", "#figure-1"),)
    assert first.place.where == "paragraph 1"
    assert (second.kind, second.verdict) == ("allegation", "unnamed, corroborated")


def test_an_allegation_shows_whom_it_accuses_and_the_reply():
    first, second = claim_rows(LOOKUP)
    assert not first.accuses
    assert second.accuses
    assert second.subject == "Ines Abarto"
    assert [place.text for place in second.reply] == ["Harbour director Ines Abarto denied"]
    assert [place.text for place in second.corroboration] == ["According to an internal memo"]


def test_the_words_that_confirm_a_claim_stand_with_each_of_its_sources():
    assert [place.text for place in corroboration_of(LOOKUP, "s2")] == ["According to an internal memo"]
    assert corroboration_of(LOOKUP, "s3") == ()
