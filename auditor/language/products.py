"""Matrix products of spaCy's models through numpy, on one thread.

thinc multiplies with BLIS, which took nearly three times as long here as the OpenBLAS that numpy brings. Sums may
differ in their last bits from those of BLIS, as BLIS's own differ between processors. Short batches keep what the
layers pass on in the processor's cache, and let an article's vectors depend on that article alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline import Tok2Vec
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps
from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]

# Tokens. Longer documents leave the processor's cache, and each token's vector then costs nearly three times as much.
STRETCH = 2000

# Layers that treat each token by itself; "expand_window", the only other one known here, looks at its neighbours.
_BY_TOKEN = frozenset(
    "extract_features list2ragged ragged2list ints-getitem hashembed maxout layernorm dropout".split()
)

FLOATS = Any  # a two-dimensional array of float32; thinc's own types say no more


@lru_cache(maxsize=1)
def _thread_pools() -> ThreadpoolController:
    """The libraries of this process that start threads of their own."""
    return ThreadpoolController()


class FrugalOps(NumpyOps):  # type: ignore[misc]
    """thinc's operations with numpy's products. On several threads these would cost three times the processor time."""

    def __init__(self) -> None:
        super().__init__(use_blis=False)

    def gemm(self, x: FLOATS, y: FLOATS, *, out: FLOATS = None, trans1: bool = False, trans2: bool = False) -> FLOATS:
        """Multiply two matrices, each as it is or transposed."""
        with _thread_pools().limit(limits=1, user_api="blas"):
            return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)


def with_frugal_products(nlp: Language) -> Language:
    """Let the models of a pipeline multiply with numpy where they would with BLIS."""
    operations = FrugalOps()
    models = (getattr(component, "model", None) for _, component in nlp.pipeline)
    for part in (part for model in models if isinstance(model, Model) for part in model.walk()):
        if type(part.ops) is NumpyOps:
            part.ops = operations
    return nlp


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Some tokens of a document, as far as a model that makes word vectors asks for them."""

    doc: Doc
    start: int
    end: int

    def to_array(self, columns: list[int | str]) -> NDArray[np.uint64]:
        features = self.doc.to_array(columns)[self.start : self.end]
        return features.astype(np.uint64, copy=False)


def with_stretches(nlp: Language) -> Language:
    """Let the word vectors of long documents be made stretch by stretch; they are the same as all at once."""
    for _, component in nlp.pipeline:
        if isinstance(component, Tok2Vec):
            reach = _reach(component.model)
            if reach is not None:
                _make_in_stretches(component, reach)
    return nlp


def _make_in_stretches(component: Tok2Vec, reach: int) -> None:
    whole = component.predict

    def predict(docs: Sequence[Doc]) -> list[FLOATS]:
        if all(len(doc) <= STRETCH for doc in docs):
            vectors: list[FLOATS] = whole(docs)
            return vectors
        return [_vectors(component.model, doc, reach) for doc in docs]

    component.predict = predict  # type: ignore[method-assign, assignment]


def _vectors(model: Model[Any, Any], doc: Doc, reach: int) -> FLOATS:
    """One document's vectors; each stretch is read with the neighbours that its ends look at."""
    parts = []
    for start in range(0, max(len(doc), 1), STRETCH):
        before, end = max(0, start - reach), min(len(doc), start + STRETCH)
        vectors = model.predict([_Stretch(doc, before, min(len(doc), end + reach))])[0]
        parts.append(vectors[start - before : end - before])
    return np.concatenate(parts)


def _reach(model: Model[Any, Any]) -> int | None:
    """How many tokens away a token's vector looks; null where that is unknown."""
    reach = 0
    for part in model.walk():
        if part.name == "expand_window":
            reach += int(part.attrs["window_size"])
        elif not part.layers and part.name not in _BY_TOKEN:
            return None
    return reach


def batches_of_one(nlp: Language) -> dict[str, dict[str, int]]:
    """Settings for ``nlp.pipe`` under which shared word vectors are made for one document at a time."""
    return {name: {"batch_size": 1} for name, component in nlp.pipeline if isinstance(component, Tok2Vec)}
