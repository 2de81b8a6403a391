"""Conditions about a quotation."""

from __future__ import annotations

import re

from auditor.findings import Evidence
from auditor.language.annotations import AlterationKind, Quotation
from auditor.rules.conditions.condition import Match
from auditor.rules.context import Context

# What an insertion may hold without adding to the sense: a name, "sic", or a small word that makes the grammar fit.
_NAME_ONLY = re.compile(
    r"\[\s*(?:(?:Mr|Mrs|Ms|Dr)\.? |[Tt]he )?(?:[A-Z][\w.'’-]*\s*){1,4}\]|\[\s*(?:sic|…|\.\.\.)\s*\]"
)
_SMALL_WORD = re.compile(
    r"\[\s*(?:he|she|it|they|we|his|her|hers|its|their|our|him|them|us|the|a|an|this|that|these|those|is|are|was"
    r"|were|be|been"
    r"|has|have|had|do|does|did|to|of|in|on|at|for|and|or|but|so|if|as|who|which|doesn[’']t|don[’']t|didn[’']t"
    r"|isn[’']t)\s*\]",
    re.IGNORECASE,
)


def insertion_adds_more_than_a_name(subject: Quotation, context: Context) -> Match:
    """Words in brackets, which the speaker did not say, add more than a name."""
    inserted = [part.span for part in subject.alterations if part.kind is AlterationKind.INSERTION]
    return tuple(Evidence("insertion", span) for span in inserted if not _is_aid(span.text))


def altered_twice_in_thirty_words(subject: Quotation, context: Context) -> Match:
    """The quotation was visibly changed at least twice within thirty words."""
    return len(subject.alterations) >= 2 and subject.words <= 30 * len(subject.alterations) / 2


def _is_aid(inserted: str) -> bool:
    return bool(_NAME_ONLY.fullmatch(inserted) or _SMALL_WORD.fullmatch(inserted))


CONDITIONS = (
    insertion_adds_more_than_a_name,
    altered_twice_in_thirty_words,
)
