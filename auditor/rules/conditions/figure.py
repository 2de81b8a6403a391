"""Conditions about a figure."""

from __future__ import annotations

import re

from auditor.language.annotations import Figure
from auditor.rules.conditions.condition import Match
from auditor.rules.context import Context

_CASUALTIES = re.compile(
    r"\b(?:dead|death\w*|dies|died|kill\w*|casualt\w+|fatalit\w+|wounded|injur\w+|victim\w*|bod(?:y|ies)|missing)\b",
    re.IGNORECASE,
)


def counts_casualties(subject: Figure, context: Context) -> Match:
    """The figure counts people killed, hurt or missing."""
    if _CASUALTIES.search(f"{subject.span.text} {subject.value.unit}"):
        return True
    # "put the dead at 90", "90 were killed": the counted word stands a few words away in the same clause.
    text = context.article.text
    before, after = text[max(0, subject.span.start - 30) : subject.span.start], text[subject.span.end :][:30]
    near = f"{re.split(r'[.;:!?,]', before)[-1]} {re.split(r'[.;:!?,]', after)[0]}"
    return _CASUALTIES.search(near) is not None


CONDITIONS = (counts_casualties,)
