"""The named conditions that rule files may use: pure functions of one annotation and its article.

The first sentence of each docstring is shown to readers when the condition held, so it says in plain words what is so.
A condition may give the parts of the text it saw instead of a bare yes. Which annotations a condition understands is
read from the type of its first parameter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import get_args, get_type_hints

from auditor.findings import Evidence
from auditor.language.annotations import (
    AlterationKind,
    Attribution,
    Figure,
    Identity,
    Name,
    Quotation,
    ReasonKind,
    Relay,
    Source,
)
from auditor.language.lexicon import words as lexicon_words
from auditor.rules.context import Context
from auditor.rules.model import Over
from auditor.text import Article, ZoneKind

Match = bool | tuple[Evidence, ...]

_PROMINENT = frozenset({ZoneKind.HEADLINE, ZoneKind.STANDFIRST, ZoneKind.LEAD})
_UNNAMED = frozenset({Identity.UNNAMED_INDIVIDUAL, Identity.UNNAMED_GROUP})

# A clause or phrase right after the noun describes it, unless it only says that the source is not named.
_DESCRIBED = re.compile(
    r",? (?!who (?:asked|spoke|declined|insisted|requested|wished|wanted|refused|did not|do not|would not|cannot)\b)"
    r"(?:who|whose|with|familiar|close|briefed|involved|privy|inside|within|from|at|on|of)\b"
)
_CASUALTIES = re.compile(
    r"\b(?:dead|death\w*|dies|died|kill\w*|casualt\w+|fatalit\w+|wounded|injur\w+|victim\w*|bod(?:y|ies)|missing)\b",
    re.IGNORECASE,
)
# What an insertion may hold without adding to the sense: a name, "sic", or a small word that makes the grammar fit.
_NAME_ONLY = re.compile(r"\[\s*(?:(?:Mr|Mrs|Ms|Dr)\.? )?(?:[A-Z][\w.'’-]*\s*){1,4}\]|\[\s*(?:sic|…|\.\.\.)\s*\]")
_SMALL_WORD = re.compile(
    r"\[\s*(?:he|she|it|they|we|his|her|hers|its|their|our|him|them|us|the|a|an|this|that|these|those|is|are|was|were|be|been"
    r"|has|have|had|do|does|did|to|of|in|on|at|for|and|who|which)\s*\]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Condition:
    """A named condition: what it says in words, which annotations it understands, and the check itself."""

    name: str
    words: str
    explanation: str
    over: frozenset[Over]
    check: Callable[..., Match]


def in_headline_or_lead(subject: Attribution | Source | Figure | Relay | Quotation, context: Context) -> Match:
    """The words stand in the headline or among the first three paragraphs."""
    return context.zone_of(subject) in _PROMINENT


def in_headline(subject: Attribution | Figure | Relay | Quotation, context: Context) -> Match:
    """The words stand in the headline."""
    return context.zone_of(subject) in (ZoneKind.HEADLINE, ZoneKind.STANDFIRST)


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


def counts_casualties(subject: Figure, context: Context) -> Match:
    """The figure counts people killed, hurt or missing."""
    if _CASUALTIES.search(f"{subject.span.text} {subject.value.unit}"):
        return True
    # "put the dead at 90", "90 were killed": the counted word stands a few words away in the same clause.
    text = context.article.text
    before, after = text[max(0, subject.span.start - 30) : subject.span.start], text[subject.span.end :][:30]
    near = f"{re.split(r'[.;:!?,]', before)[-1]} {re.split(r'[.;:!?,]', after)[0]}"
    return _CASUALTIES.search(near) is not None


def insertion_adds_more_than_a_name(subject: Quotation, context: Context) -> Match:
    """Words in brackets, which the speaker did not say, add more than a name."""
    inserted = [part.span for part in subject.alterations if part.kind is AlterationKind.INSERTION]
    return tuple(Evidence("insertion", span) for span in inserted if not _is_aid(span.text))


def _is_aid(inserted: str) -> bool:
    return bool(_NAME_ONLY.fullmatch(inserted) or _SMALL_WORD.fullmatch(inserted))


def altered_twice_in_thirty_words(subject: Quotation, context: Context) -> Match:
    """The quotation was visibly changed at least twice within thirty words."""
    return len(subject.alterations) >= 2 and subject.words <= 30 * len(subject.alterations) / 2


def rests_on_one_source(subject: Article, context: Context) -> Match:
    """Everything attributed in the article comes from one independent source.

    An institution and its spokespeople are one source. Unnamed documents, other outlets and collectives such as
    “critics” do not make a second one.
    """
    if len(context.independent) != 1:
        return False
    return tuple(Evidence("mention", span) for source in context.independent[0] for span in source.mentions)


def the_only_source_is_unnamed(subject: Article, context: Context) -> Match:
    """The only source is not named."""
    return len(context.independent) == 1 and all(source.identity in _UNNAMED for source in context.independent[0])


_CONDITIONS = (
    in_headline_or_lead,
    in_headline,
    label_says_nothing,
    reason_and_basis_stated,
    is_the_only_source,
    counts_casualties,
    insertion_adds_more_than_a_name,
    altered_twice_in_thirty_words,
    rests_on_one_source,
    the_only_source_is_unnamed,
)
_KINDS: dict[type, Over] = {
    Attribution: Over.ATTRIBUTIONS,
    Source: Over.SOURCES,
    Figure: Over.FIGURES,
    Relay: Over.RELAYS,
    Quotation: Over.QUOTATIONS,
    Name: Over.NAMES,
    Article: Over.ARTICLE,
}


def condition_of(check: Callable[..., Match]) -> Condition:
    """Make a condition of a function, its docstring and the type of its first parameter."""
    subject = get_type_hints(check)["subject"]
    kinds = get_args(subject) or (subject,)
    first, _, rest = " ".join((check.__doc__ or "").split()).partition(". ")
    return Condition(
        name=check.__name__,
        words=first.rstrip(".") + ".",
        explanation=rest,
        over=frozenset(_KINDS[kind] for kind in kinds),
        check=check,
    )


CONDITIONS: Mapping[str, Condition] = {check.__name__: condition_of(check) for check in _CONDITIONS}
