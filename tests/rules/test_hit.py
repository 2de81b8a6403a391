"""One rule that held for one annotation."""

from __future__ import annotations

from auditor.rules.context import context_of
from auditor.rules.hit import hits_of, step_words
from auditor.rules.loader import load_rules
from tests.handmade import story_annotated


def test_a_hit_knows_its_source_and_what_was_matched():
    story = story_annotated()
    context = context_of(story.article, story.annotations)
    rules = [rule for rule in load_rules() if rule.code == "FIG003"]
    (hit,) = hits_of(rules, context, {})
    assert (hit.span.text, hit.source_id, hit.annotation_id) == ("14 ships", "s1", "f1")
    assert [part.role for part in hit.reason.matched][:3] == ["figure", "source", "cue"]


def test_a_step_is_said_with_its_cause():
    assert step_words("raised", "The words stand in the headline.") == (
        "raised by one step: the words stand in the headline"
    )
