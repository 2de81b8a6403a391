"""The steps as spaCy components: what they declare, what they set, how they work in anybody's pipeline."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from auditor.language import components
from auditor.language.annotations import Annotations
from auditor.reading.plain import article_from_text
from auditor.text import Metadata


def test_every_layer_is_an_extension_of_the_document():
    assert [layer for layer in components.LAYERS if not Doc.has_extension(layer)] == []
    assert set(components.LAYERS) == set(Annotations.__dataclass_fields__)


def test_a_bare_document_gets_its_article_by_the_plain_text_rules():
    doc = spacy.blank("en")("Harbour shut\nThe harbour is shut.")
    assert components.article_of(doc) == article_from_text("Harbour shut\nThe harbour is shut.")


def test_a_prepared_document_keeps_its_article():
    article = article_from_text("The harbour is shut.", metadata=Metadata(publisher="Harbour Times"))
    doc = components.prepare(spacy.blank("en"), article)
    assert components.article_of(doc) is article
    assert components.annotations_of(doc) == Annotations()


def test_a_sentence_begins_at_each_paragraph():
    doc = components.mark_paragraphs(spacy.blank("en")("Harbour shut\nThe harbour is shut. It rains.\nMore"))
    assert [token.text for token in doc if token.is_sent_start] == ["Harbour", "The", "More"]


def test_each_step_declares_what_it_needs_and_an_earlier_one_sets():
    steps = ("quotations", "attributions", "sources", "relays", "figures", "names")
    known: set[str] = set()
    for step in steps:
        meta = spacy.language.Language.get_factory_meta(f"auditor_{step}")
        needed = {value for value in meta.requires if value.startswith("doc._.")}
        assert needed <= known, step
        known |= set(meta.assigns)
        assert f"doc._.{step}" in meta.assigns


@pytest.mark.model
def test_one_step_after_another_gives_what_the_whole_gives(nlp):
    text = "“It is late,” an official told Radio Nord. Up to 40 people waited."
    whole = nlp(text)
    apart = spacy.load(nlp.meta["lang"] + "_" + nlp.meta["name"])
    apart.add_pipe("auditor_paragraphs", first=True)
    for step in ("quotations", "attributions", "sources", "relays", "figures", "names"):
        apart.add_pipe(f"auditor_{step}")
    assert components.annotations_of(apart(text)) == components.annotations_of(whole)
    assert whole._.attributions
