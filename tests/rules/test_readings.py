"""How the fields of annotations are read."""

from __future__ import annotations

from dataclasses import replace

from auditor.rules import readings
from auditor.rules.context import context_of
from tests.handmade import story_annotated


def story(**metadata: str):
    made = story_annotated()
    article = replace(made.article, metadata=replace(made.article.metadata, **metadata))
    return article, context_of(article, made.annotations)


def test_words_of_a_part_are_joined_and_missing_ones_are_none():
    _, context = story()
    first = context.annotations.attributions[0]
    assert readings.words_of("cue")(first, context) == "said"
    assert readings.words_of("content")(first, context) is None
    assert readings.words_of("span")(context.annotations.figures[0], context) == "14 ships"


def test_parts_of_the_article_are_counted():
    article, context = story()
    assert readings.count_of("attributions")(article, context) == 3
    assert readings.count_of("mentions")(context.annotations.sources[0], context) == 2


def test_metadata_is_read_for_any_annotation():
    article, context = story(genre="opinion")
    assert readings.metadata("genre")(article, context) == "opinion"
    assert readings.metadata("byline")(context.annotations.figures[0], context) is None


def test_statements_are_those_of_the_source():
    _, context = story()
    assert readings.statements(context.annotations.figures[0], context) == 2
