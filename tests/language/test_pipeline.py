"""Loading the models once, and annotating articles in their order."""

from __future__ import annotations

import pytest
import spacy

from auditor.errors import ModelError
from auditor.language import pipeline
from auditor.reading.plain import article_from_text


def test_a_model_that_is_not_installed_is_named_with_the_way_out():
    with pytest.raises(ModelError, match="'no_such_model' is not installed") as caught:
        pipeline.load_pipeline("no_such_model")
    assert pipeline.DEFAULT_MODEL in caught.value.fix


@pytest.mark.parametrize(("language", "steps"), [("de", ("tagger", "parser")), ("en", ())])
def test_a_pipeline_that_is_not_a_full_english_one_is_refused(monkeypatch, language, steps):
    nlp = spacy.blank(language)
    for step in steps:
        nlp.add_pipe(step)
    monkeypatch.setattr(pipeline.spacy, "load", lambda _: nlp)
    with pytest.raises(ModelError, match="is not a full English pipeline"):
        pipeline.load_pipeline("some_model")


@pytest.mark.model
def test_articles_come_out_in_their_order_each_with_its_own_text(nlp):
    articles = [
        article_from_text(f"The harbour is shut, an official said on day {day}.", id=str(day)) for day in range(3)
    ]
    found = list(pipeline.annotate(nlp, articles))
    assert [annotated.article for annotated in found] == articles
    assert [annotated.doc.text for annotated in found] == [article.text for article in articles]


@pytest.mark.model
def test_the_company_an_article_keeps_changes_nothing(nlp):
    texts = [
        "The harbour is shut, an official said.",
        "“It is late,” Ana Reyes told Radio Nord. Up to 40 people waited.",
    ]
    articles = [article_from_text(text) for text in texts]
    together = [annotated.annotations for annotated in pipeline.annotate(nlp, articles)]
    alone = [next(pipeline.annotate(nlp, [article])).annotations for article in articles]
    assert together == alone
