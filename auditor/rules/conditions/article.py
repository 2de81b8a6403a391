"""Conditions about the article as a whole."""

from __future__ import annotations

from auditor.findings import Evidence
from auditor.language.annotations import Identity
from auditor.rules.conditions.condition import Match
from auditor.rules.context import Context
from auditor.text import Article

# One or two attributed remarks do not make an article depend on a source.
_SEVERAL = 3
_UNNAMED = frozenset({Identity.UNNAMED_INDIVIDUAL, Identity.UNNAMED_GROUP})


def rests_on_one_source(subject: Article, context: Context) -> Match:
    """Everything attributed in the article comes from one independent source.

    An institution and its spokespeople are one source. Unnamed documents, other outlets and collectives such as
    “critics” do not make a second one.
    """
    if len(context.independent) != 1:
        return False
    return tuple(Evidence("mention", span) for source in context.independent[0] for span in source.mentions)


def several_statements_are_attributed(subject: Article, context: Context) -> Match:
    """At least three statements are attributed, so that the article does rest on what sources say."""
    return sum(len(statements) for statements in context.by_source.values()) >= _SEVERAL


def the_only_source_is_unnamed(subject: Article, context: Context) -> Match:
    """The only source is not named."""
    return len(context.independent) == 1 and all(source.identity in _UNNAMED for source in context.independent[0])


CONDITIONS = (
    rests_on_one_source,
    several_statements_are_attributed,
    the_only_source_is_unnamed,
)
