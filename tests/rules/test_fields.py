"""The fields that rules may test."""

from __future__ import annotations

import pytest

from auditor.language.annotations import Anonymity, FigureStatus, Identity, ReasonKind
from auditor.rules.context import context_of
from auditor.rules.fields import FIELDS, FieldKind
from auditor.rules.model import Over
from auditor.rules.subjects import subjects
from tests.handmade import article, figure, source, span, story_annotated


def value(over: Over, name: str, subject, context=None):
    story = story_annotated()
    return FIELDS[over][name].get(subject, context or context_of(story.article, story.annotations))


@pytest.mark.parametrize("over", list(Over))
def test_every_field_can_be_read_from_every_annotation_of_its_kind(over):
    story = story_annotated()
    context = context_of(story.article, story.annotations)
    assert FIELDS[over]
    for subject in subjects(over, context):
        for field in FIELDS[over].values():
            found = field.get(subject, context)
            assert found is None or isinstance(found, str | bool | int | float), field.name
            assert field.kind is not FieldKind.CHOICE or found is None or found in field.choices


def test_every_choice_has_choices_and_words():
    fields = [field for by_name in FIELDS.values() for field in by_name.values()]
    assert [field.name for field in fields if field.kind is FieldKind.CHOICE and not field.choices] == []
    assert [field.name for field in fields if not field.words[0].isupper()] == []


def test_disclosure_is_read_from_the_source():
    made = article("She asked not to be named.")
    disclosed = Anonymity(ReasonKind.STOCK, formula=span(made, "asked not to be named"))
    subject = source("s1", "she", Identity.UNNAMED_INDIVIDUAL, anonymity=disclosed)
    assert value(Over.SOURCES, "reason", subject) == "stock"
    assert value(Over.SOURCES, "formula", subject) == "asked not to be named"
    assert value(Over.SOURCES, "basis", subject) is None


def test_nothing_disclosed_is_no_reason():
    assert value(Over.SOURCES, "reason", source("s1", "x", Identity.NAMED_PERSON)) == "none"


def test_a_figure_without_hedge_has_none():
    made = article("14 ships turned back.")
    assert value(Over.FIGURES, "hedge", figure("f", span(made, "14 ships"), FigureStatus.PLAIN)) is None
