"""Matrix products of spaCy's models through numpy, on one thread.

thinc multiplies with BLIS, which took nearly three times as long here as the OpenBLAS that numpy brings. Sums may
differ in their last bits from those of BLIS, as BLIS's own differ between processors. Short batches keep what the
layers pass on in the processor's cache, and let an article's vectors depend on that article alone.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from spacy.language import Language
from spacy.pipeline import Tok2Vec
from thinc.api import Model, NumpyOps
from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]

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


def batches_of_one(nlp: Language) -> dict[str, dict[str, int]]:
    """Settings for ``nlp.pipe`` under which shared word vectors are made for one document at a time."""
    return {name: {"batch_size": 1} for name, component in nlp.pipeline if isinstance(component, Tok2Vec)}
