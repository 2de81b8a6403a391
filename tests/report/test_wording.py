from auditor.findings import Severity
from auditor.language.annotations import (
    AttributionKind,
    Certainty,
    Channel,
    FigureStatus,
    Identity,
    ReasonKind,
    RelayKind,
)
from auditor.report import wording


def test_every_class_has_its_words():
    assert set(wording.IDENTITIES) == set(wording.STANDING_OF) == set(Identity)
    assert set(wording.STANDING_OF.values()) <= set(wording.STANDINGS)
    assert set(wording.STATUSES) == set(FigureStatus)
    assert set(wording.RELAYS) == set(RelayKind)
    assert set(wording.CHANNELS) == set(Channel)
    assert set(wording.ATTRIBUTIONS) == set(AttributionKind)
    assert set(wording.CERTAINTIES) == set(Certainty)
    assert set(wording.SEVERITIES) == set(Severity)
    assert set(wording.REASONS) == set(ReasonKind)


def test_a_house_family_keeps_its_letters():
    assert wording.family_name(wording.family_of("DESK12")) == "DESK"
    assert wording.family_name("ANON") == "Anonymity"


def test_large_numbers_are_written_as_readers_say_them():
    written = [wording.number(value) for value in (1500, 1.2e6, 2e9, 1234567, 0.5, float("inf"))]
    assert written == ["1,500", "1.2 million", "2 billion", "1,234,567", "0.5", "inf"]
