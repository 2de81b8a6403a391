"""Conditions about a source of the ledger, and about what rests on it."""

from __future__ import annotations

import re

from auditor.findings import Evidence
from auditor.language.annotations import Attribution, Figure, ReasonKind, Source
from auditor.language.lexicon import words as lexicon_words
from auditor.rules.conditions.condition import Match
from auditor.rules.context import Context

# A clause or phrase right after the noun describes it, unless it only says that the source is not named.
_DESCRIBED = re.compile(
    r",? (?!who (?:asked|spoke|declined|insisted|requested|wished|wanted|refused|did not|do not|would not|cannot)\b)"
    r"(?:who|whose|with|familiar|close|briefed|involved|privy|inside|within|from|at|on|of)\b"
)


def label_says_nothing(subject: Attribution | Source, context: Context) -> Match:
    """Nothing in the article describes this source beyond a word such as “source” or “people”.

    The fullest description counts, so a later “the source” of a source described before is not bare.
    """
    source = context.source_of(subject)
    if source is None or source.affiliation or (source.anonymity and source.anonymity.basis):
        return False
    words = set(re.findall(r"[\w’'-]+", source.label.casefold()))
    nouns = lexicon_words("bare_label_nouns")
    # "One" or "several" without a noun mostly picks out members of a group described before.
    if not words & nouns or words - nouns - lexicon_words("bare_label_words"):
        return False
    return not any(_DESCRIBED.match(context.article.text, mention.end) for mention in source.mentions)


def reason_and_basis_stated(subject: Attribution | Source | Figure, context: Context) -> Match:
    """The article says both why the source is not named and how the source knows."""
    source = context.source_of(subject)
    disclosed = source.anonymity if source else None
    if not disclosed or disclosed.reason is ReasonKind.NONE or not disclosed.basis:
        return False
    parts = (("reason", disclosed.reason_span), ("basis", disclosed.basis))
    return tuple(Evidence(role, span) for role, span in parts if span)


def is_the_only_source(subject: Source, context: Context) -> Match:
    """The article has no other independent source."""
    return len(context.independent) == 1 and subject in context.independent[0]


CONDITIONS = (
    label_says_nothing,
    reason_and_basis_stated,
    is_the_only_source,
)
