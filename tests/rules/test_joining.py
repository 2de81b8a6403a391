"""Findings on the same words, and findings made only once."""

from __future__ import annotations

from dataclasses import replace

from auditor.engine import apply_rules
from auditor.rules.loader import rules_from_text
from auditor.rules.model import Fold
from tests.handmade import annotated, article, story_annotated

PHRASES = """
- code: HOUSE001
  title: Doubt
  scope: span
  over: phrases
  find: {words: [reportedly, allegedly]}
  severity: low
  message: "{phrase}"
  why: Why.
  clear: Clear.
  ask: Ask?
- code: HOUSE002
  title: Double doubt
  scope: span
  over: phrases
  find: {words: [may reportedly]}
  severity: low
  more_specific_than: [HOUSE001]
  message: "{phrase}"
  why: Why.
  clear: Clear.
  ask: Ask?
"""
STORY = "He may reportedly leave. She allegedly stayed. They reportedly fled."


def found(*changes: object):
    results = apply_rules(changes, annotated(article(STORY)))
    return [(one.rule, one.span.text, one.also, len(one.places)) for one in results.findings]


def test_the_more_specific_rule_stands_for_words_that_overlap():
    assert found(*rules_from_text(PHRASES)) == [
        ("HOUSE002", "may reportedly", ("HOUSE001",), 0),
        ("HOUSE001", "allegedly", (), 0),
        ("HOUSE001", "reportedly", (), 0),
    ]


def test_once_per_article_lists_the_other_places():
    doubt, _ = rules_from_text(PHRASES)
    assert found(replace(doubt, once_per=Fold.ARTICLE)) == [("HOUSE001", "reportedly", (), 2)]


def test_once_per_source_lists_the_other_statements():
    (rule,) = rules_from_text(
        PHRASES.partition("- code: HOUSE002")[0]
        .replace("over: phrases", "over: attributions")
        .replace("find: {words: [reportedly, allegedly]}", "when: [{sourcing: true}]")
        .replace("{phrase}", "{source}")
    )
    results = apply_rules([replace(rule, once_per=Fold.SOURCE)], story_annotated())
    assert [(one.span.text, [place.text for place in one.places]) for one in results.findings] == [
        ("An official", ["The official"]),
        ("The mayor, Lena Ruud", []),
    ]
