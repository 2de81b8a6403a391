"""From a trained network to a folder that ``load_tagger`` opens, checked on the way and measured where asked."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

from training.evaluation import evaluate
from training.export import check_export, export, quantise
from training.network import Network


def deliver(network: Network, out: Path, *, dev: Path, scorer: ModuleType | None) -> None:
    """Write ``model.float.onnx`` and ``model.onnx``; with a scorer, print how well the second reads.

    Args:
        network: as it was trained.
        out: the folder, which holds ``tokenizer.json`` already.
        dev: a compartment of the corpus to measure on.
        scorer: as ``load_scorer`` gives it.
    """
    export(network, out / "model.float.onnx")
    print(f"exported; largest difference {check_export(network, out / 'model.float.onnx'):.1g}")
    quantise(out / "model.float.onnx", out / "model.onnx")
    if scorer:
        scorer.print_report({"dev": evaluate(out, dev, scorer)}, False)
