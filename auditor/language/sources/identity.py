"""The identity of unnamed people, institutions and documents, from the words of a phrase alone.

Boundaries between the classes follow the guideline by which the tool is measured: particular people who conveyed
information are a group, open-ended classes that hold a view are a collective.
"""

from __future__ import annotations

from auditor.language import word_classes as people
from auditor.language.annotations import Identity
from auditor.language.sources.phrases import Form, Phrase

_VAGUE_QUANTITY = frozenset("some many most few others other any much more certain both-sides".split())
_COUNTED = frozenset(
    "a several multiple various two three four five six seven eight nine ten number both dozens scores "
    "numerous another one".split()
)
_GROUP_BODIES = frozenset(
    "group organization organisation ngo charity union family nonprofit association community church "
    "think-tank agency business "
    "household faction firm company".split()
)
# Nouns in the singular that stand for people around somebody: "her inner circle".
_CIRCLES = frozenset({"circle", "entourage", "family"})
# "Hospital staff said": those who work there, not the institution.
_STAFF = frozenset({"staff", "personnel"})
# Words that make a figure a person: "senior figures", "an opposition figure".
_HUMAN = frozenset(
    "senior leading prominent opposition party religious military political public influential establishment "
    "government underworld industry".split()
)
# Adjectives and participles after which "people" and "those" are particular informants ("people familiar with …").
_ACCESS_WORDS = frozenset(
    "familiar close involved briefed aware knowledgeable privy connected informed present".split()
)


def people_identity(phrase: Phrase) -> Identity | None:
    """Give the identity of unnamed people, or None where the phrase does not stand for people."""
    if phrase.form is Form.QUANTIFIER and not people.is_person_noun(phrase.lemma):
        return _quantifier_identity(phrase)
    if (phrase.lemma in _STAFF and not phrase.definite) or (phrase.lemma == "figure" and phrase.words & _HUMAN):
        return Identity.UNNAMED_GROUP if phrase.plural or phrase.lemma in _STAFF else Identity.UNNAMED_INDIVIDUAL
    if people.is_spokesperson(phrase.lemma) or _speaks_for_press(phrase):
        return Identity.UNNAMED_SPOKESPERSON
    if not phrase.plural:
        if phrase.lemma in _CIRCLES:
            return Identity.UNNAMED_GROUP
        return Identity.UNNAMED_INDIVIDUAL if people.is_person_noun(phrase.lemma) else None
    if people.is_person_noun(phrase.lemma) or phrase.lemma in ("people", "folk", "folks"):
        return _plural_identity(phrase)
    if phrase.lemma in _GROUP_BODIES and not phrase.definite:
        return Identity.UNNAMED_GROUP if phrase.determiner in _COUNTED else Identity.UNNAMED_COLLECTIVE
    return None


def is_named_body(phrase: Phrase) -> bool:
    """Tell whether a described source is an institution that can be identified: "the ministry", "police"."""
    return people.is_institution(phrase.lemma)


def _speaks_for_press(phrase: Phrase) -> bool:
    """Tell "the embassy's press officer" and "a representative for the club"."""
    if phrase.lemma in ("officer", "secretary", "aide", "attache", "attaché", "director"):
        return bool(phrase.words & {"press", "media", "communications"})
    return phrase.lemma == "representative" and bool(phrase.words & {"for", "company"})


def _quantifier_identity(phrase: Phrase) -> Identity | None:
    if phrase.lemma in people.GENERIC and phrase.lemma != "one":
        return None
    if phrase.member_of and not people.is_person_noun(phrase.member_of):
        return None
    if phrase.lemma in people.NUMBERED_ONE:
        return Identity.UNNAMED_INDIVIDUAL
    counted = phrase.lemma in _COUNTED or bool(phrase.words & _ACCESS_WORDS)
    return Identity.UNNAMED_GROUP if counted else Identity.UNNAMED_COLLECTIVE


def _plural_identity(phrase: Phrase) -> Identity:
    informant = people.is_informant(phrase.lemma) or bool(phrase.words & _ACCESS_WORDS)
    opinion = people.is_opinion_class(phrase.lemma) and not phrase.words & _ACCESS_WORDS
    if phrase.determiner in _COUNTED:
        return Identity.UNNAMED_GROUP
    if phrase.determiner in _VAGUE_QUANTITY:
        return Identity.UNNAMED_COLLECTIVE if opinion or not informant else Identity.UNNAMED_GROUP
    if informant and (phrase.definite or not opinion or phrase.affiliated):
        return Identity.UNNAMED_GROUP
    if phrase.definite and not opinion:
        return Identity.UNNAMED_GROUP
    return Identity.UNNAMED_COLLECTIVE
