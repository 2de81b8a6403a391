"""Identities: the very strings of the audit document, and which of them are people nobody names."""

from __future__ import annotations

from auditor.language.identities import Anonymity, Certainty, Identity, ReasonKind


def test_four_identities_are_people_whom_the_article_never_names():
    unnamed = [identity for identity in Identity if identity.is_unnamed_people]
    assert [identity.value for identity in unnamed] == [
        "unnamed-individual",
        "unnamed-group",
        "unnamed-spokesperson",
        "unnamed-collective",
    ]


def test_nothing_is_disclosed_until_the_article_says_so():
    assert Anonymity().reason is ReasonKind.NONE
    assert Anonymity().basis is None


def test_certainty_is_ordered_from_the_surest():
    assert list(Certainty) == [Certainty.FIRM, Certainty.LIKELY, Certainty.POSSIBLE]
