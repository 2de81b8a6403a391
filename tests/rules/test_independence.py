"""Which sources count as one."""

from __future__ import annotations

import pytest

from auditor.language.annotations import Identity
from auditor.rules.independence import independent_groups
from tests.handmade import source


def groups(*sources):
    return [[each.label for each in group] for group in independent_groups(sources)]


def test_an_institution_and_its_spokespeople_are_one():
    assert groups(
        source("1", "the Northern Police", Identity.NAMED_INSTITUTION),
        source("2", "a spokesman", Identity.UNNAMED_SPOKESPERSON, affiliation="Northern Police"),
        source("3", "Jo Ek", Identity.NAMED_PERSON, role="spokesman", affiliation="the Northern Police"),
    ) == [["the Northern Police", "a spokesman", "Jo Ek"]]


def test_two_people_of_one_body_are_two():
    assert (
        len(
            groups(
                source("1", "Jo Ek", Identity.NAMED_PERSON, affiliation="the council"),
                source("2", "Mia Holt", Identity.NAMED_PERSON, affiliation="the council"),
            )
        )
        == 2
    )


@pytest.mark.parametrize(
    "identity",
    [Identity.OUTLET, Identity.DOCUMENT_UNNAMED, Identity.SOCIAL_ACCOUNT, Identity.UNNAMED_COLLECTIVE],
)
def test_relays_and_unnamed_documents_make_no_second_source(identity):
    person = source("1", "an official", Identity.UNNAMED_INDIVIDUAL)
    assert groups(person, source("2", "other", identity)) == [["an official"]]


def test_an_outlet_alone_is_the_one_source():
    assert groups(source("1", "Radio Nord", Identity.OUTLET)) == [["Radio Nord"]]


def test_a_reporter_who_saw_it_counts():
    assert len(groups(source("1", "a reporter", Identity.REPORTER), source("2", "Ek", Identity.NAMED_PERSON))) == 2


def test_nobody_is_no_source():
    assert groups() == []
    assert groups(source("1", "", Identity.NONE)) == []


def test_a_spokesman_is_joined_to_the_institution_he_is_described_with():
    assert groups(
        source("1", "Northern Police", Identity.NAMED_INSTITUTION),
        source("2", "A spokesman for the Northern Police", Identity.UNNAMED_SPOKESPERSON),
        source("3", "A spokesman for the union", Identity.UNNAMED_SPOKESPERSON),
    ) == [["Northern Police", "A spokesman for the Northern Police"], ["A spokesman for the union"]]
