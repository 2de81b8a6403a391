"""Who passes something on, and who only acts, feels or is spoken of."""

from __future__ import annotations

import pytest

from auditor.language.annotations import Identity
from auditor.rules.informants import informs, is_kin
from tests.rules.conditions.stories import statement


@pytest.mark.parametrize(
    ("who", "cue", "lemma", "identity", "told"),
    [
        ("Two aides", "said", "say", Identity.UNNAMED_GROUP, True),
        ("Two aides", "said", "say", Identity.UNNAMED_COLLECTIVE, False),
        ("an architect who", "said", "say", Identity.UNNAMED_INDIVIDUAL, False),
        ("A narrator", "said", "say", Identity.UNNAMED_INDIVIDUAL, False),
        ("Ek's daughter", "said", "say", Identity.UNNAMED_INDIVIDUAL, False),
        ("lawmakers", "praised", "praise", Identity.UNNAMED_GROUP, False),
        ("a judge", "ruled", "say", Identity.UNNAMED_INDIVIDUAL, False),
    ],
)
def test_only_those_who_pass_something_on_inform(who, cue, lemma, identity, told):
    made, context = statement(f"{who} {cue} it failed.", who, cue, "it failed", lemma, identity)
    assert informs(made, context.source_of(made)) is told


def test_nobody_informs_without_a_source():
    made, _ = statement("Two aides said it failed.", "Two aides", "said", "it failed", "say")
    assert informs(made, None) is False


@pytest.mark.parametrize(("words", "kin"), [("his wife", True), ("Ek's eldest daughter", True), ("an aide", False)])
def test_relatives_are_known_by_a_relation(words, kin):
    assert is_kin(words) is kin
