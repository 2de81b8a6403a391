"""The values of the language layer: their published spellings and the few things they know of themselves."""

from __future__ import annotations

import dataclasses

import pytest

from auditor.language import annotations
from auditor.language.annotations import Attribution, AttributionKind, Certainty, Channel, Identity
from auditor.text import Span, ZoneKind

CUE, SOURCE, CONTENT = Span(10, 14, "said"), Span(15, 18, "she"), Span(0, 9, "It is so,")


def attribution(**parts) -> Attribution:
    values = {
        "id": "a1",
        "kind": AttributionKind.INDIRECT,
        "channel": Channel.STATEMENT,
        "source": SOURCE,
        "source_id": None,
        "cue": (CUE,),
        "cue_lemma": "say",
        "content": (CONTENT,),
        "certainty": Certainty.FIRM,
        "paragraph": 0,
        "zone": ZoneKind.BODY,
    }
    return Attribution(**{**values, **parts})


def test_an_attribution_is_stated_at_its_cue_else_its_source_else_its_content():
    assert attribution().anchor == 10
    assert attribution(cue=()).anchor == 15
    assert attribution(cue=(), source=None).anchor == 0


def test_the_unnamed_people_are_four_kinds():
    assert {identity.value for identity in Identity if identity.is_unnamed_people} == {
        "unnamed-individual",
        "unnamed-group",
        "unnamed-spokesperson",
        "unnamed-collective",
    }


def test_identities_are_the_published_ones():
    assert {identity.value for identity in Identity} == {
        "named-person",
        "named-institution",
        "named-document",
        "outlet",
        "own-outlet",
        "social-account",
        "poll-named",
        "reporter",
        "unnamed-individual",
        "unnamed-group",
        "unnamed-spokesperson",
        "unnamed-collective",
        "document-unnamed",
        "none",
    }


def test_relay_kinds_and_figure_statuses_are_the_published_ones():
    assert [kind.value for kind in annotations.RelayKind] == [
        "outlet_report",
        "outlet_interview",
        "own_outlet",
        "social",
    ]
    assert {status.value for status in annotations.FigureStatus} == {
        "hedged",
        "unnamed-source",
        "attributed",
        "unattributed",
        "verified",
        "plain",
    }


VALUES = [kind for kind in vars(annotations).values() if dataclasses.is_dataclass(kind)]


@pytest.mark.parametrize("kind", VALUES)
def test_every_value_is_frozen_and_slotted(kind):
    assert kind.__dataclass_params__.frozen
    assert hasattr(kind, "__slots__")
