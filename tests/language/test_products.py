"""Products through numpy: close to BLIS's, on one thread, article by article."""

from __future__ import annotations

import numpy as np
import pytest
import spacy
from spacy.language import Language
from thinc.api import NumpyOps

from auditor.language import products
from auditor.language.products import FrugalOps, batches_of_one, with_frugal_products, with_stretches


@pytest.mark.parametrize(("trans1", "trans2"), [(False, False), (False, True), (True, False)])
def test_products_agree_with_blis(trans1: bool, trans2: bool) -> None:
    chance = np.random.default_rng(0)
    x = chance.standard_normal((7, 5) if trans1 else (5, 7)).astype("float32")
    y = chance.standard_normal((3, 7) if trans2 else (7, 3)).astype("float32")
    expected = NumpyOps().gemm(x, y, trans1=trans1, trans2=trans2)
    found = FrugalOps().gemm(x, y, trans1=trans1, trans2=trans2)
    assert np.allclose(found, expected, atol=1e-5)


def test_every_part_of_a_model_gets_them() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec")
    model = with_frugal_products(nlp).get_pipe("tok2vec").model  # type: ignore[attr-defined]
    assert {type(part.ops) for part in model.walk()} == {FrugalOps}


def test_other_operations_stay() -> None:
    class Other(NumpyOps):  # type: ignore[misc]
        pass

    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec")
    model = nlp.get_pipe("tok2vec").model  # type: ignore[attr-defined]
    model.ops = Other()
    with_frugal_products(nlp)
    assert type(model.ops) is Other


@pytest.mark.model
def test_word_vectors_of_an_article_do_not_depend_on_its_neighbours(nlp: Language) -> None:
    texts = ["The mayor said that taxes would rise.", "Nobody was hurt, police said. " * 7]
    alone = [next(iter(nlp.pipe([text], component_cfg=batches_of_one(nlp)))).tensor for text in texts]
    together = [doc.tensor for doc in nlp.pipe(texts, component_cfg=batches_of_one(nlp))]
    assert batches_of_one(nlp) == {"tok2vec": {"batch_size": 1}}
    assert all(np.array_equal(one, other) for one, other in zip(alone, together, strict=True))


@pytest.mark.model
def test_word_vectors_made_in_stretches_are_the_same(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    doc = nlp.make_doc("The mayor said that taxes would rise, and nobody in the hall asked why. " * 9)
    component = nlp.get_pipe("tok2vec")
    whole = component.predict([doc])[0]  # type: ignore[attr-defined]
    monkeypatch.setattr(products, "STRETCH", 20)
    in_stretches = component.predict([doc, nlp.make_doc("")])  # type: ignore[attr-defined]
    assert np.allclose(in_stretches[0], whole, atol=1e-5)
    assert in_stretches[1].shape == (0, whole.shape[1])


def test_models_of_unknown_reach_are_left_alone() -> None:
    nlp = spacy.blank("en")
    component = nlp.add_pipe("tok2vec")
    nlp.initialize()
    layer = next(part for part in component.model.walk() if part.name == "layernorm")  # type: ignore[attr-defined]
    layer.name = "attention"
    with_stretches(nlp)
    assert "predict" not in vars(component)
