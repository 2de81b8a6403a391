"""Outlets that a newsroom adds, and its own."""

from __future__ import annotations

import pytest
import spacy

from auditor.language.annotations import RelayKind
from auditor.language.house_outlets import (
    HouseOutlet,
    HouseOutlets,
    house_outlets_of,
    keep_house_outlets,
    outlets_of,
)
from auditor.language.outlets import OutletKind, load_outlets
from auditor.language.pipeline import annotate
from auditor.reading.plain import article_from_text

HOUSE = HouseOutlets(own=("Ostvik Post",), added=(HouseOutlet("Quayside Weekly", aliases=("QW Online",)),))


def doc_of(house: HouseOutlets | None):
    doc = spacy.blank("en").make_doc("Nothing.")
    keep_house_outlets(doc, house)
    return doc


def test_without_a_newsroom_the_list_is_the_programs():
    assert outlets_of(doc_of(None)) is load_outlets()
    assert house_outlets_of(doc_of(None)) == HouseOutlets()


def test_added_outlets_are_found_by_every_form():
    outlets = outlets_of(doc_of(HOUSE))
    assert [name.name for name in outlets.match("She told Quayside Weekly and QW Online.")] == ["Quayside Weekly"] * 2
    assert outlets.named("Ostvik Post").kind is OutletKind.NEWSPAPER
    assert outlets.named("Reuters") is not None


def test_the_list_is_built_once():
    assert outlets_of(doc_of(HOUSE)) is outlets_of(doc_of(HOUSE))


@pytest.mark.model
def test_words_told_to_an_outlet_of_the_house_are_its_own(nlp):
    text = "Quay Shut\n\nThe quay is shut, Ana Reyes told Ostvik Post. Nobody was hurt, she told Quayside Weekly."
    article = article_from_text(text)
    (strangers,) = annotate(nlp, [article])
    (house,) = annotate(nlp, [article], HOUSE)
    kinds = {relay.span.text: relay.kind for relay in house.annotations.relays}
    assert kinds == {"Ostvik Post": RelayKind.OWN_OUTLET, "Quayside Weekly": RelayKind.OUTLET_INTERVIEW}
    assert RelayKind.OWN_OUTLET not in {relay.kind for relay in strangers.annotations.relays}
