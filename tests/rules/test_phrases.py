"""Places that a rule itself looks for."""

from __future__ import annotations

from auditor.rules.loader import rules_from_text
from auditor.rules.phrases import find_phrases
from tests.handmade import article, quotation, span
from tests.rules.test_joining import PHRASES


def test_places_inside_quotation_marks_are_somebody_elses_words():
    made = article("“Allegedly,” he said. Allegedly he left.")
    marks = (quotation("q1", span(made, "“Allegedly,”")),)
    (rule, _) = rules_from_text(PHRASES)
    found = find_phrases([rule], made, marks, match_tokens=lambda patterns: {})
    assert [(one.span.start, one.quoted) for one in found["HOUSE001"]] == [(1, True), (22, False)]


def test_places_of_token_patterns_are_joined_with_those_of_words():
    text = PHRASES.replace("{words: [reportedly, allegedly]}", '{words: [left], tokens: "LOWER:he LOWER:left"}')
    made = article("Allegedly he left.")
    (rule, _) = rules_from_text(text)
    found = find_phrases([rule], made, (), match_tokens=lambda patterns: {patterns[0][0]: ((10, 17),)})
    assert [one.span.text for one in found["HOUSE001"]] == ["he left"]
