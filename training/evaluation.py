"""Scores trained weights on a compartment they never saw, with the scorer that is given by its path.

The scorer is a stand-alone script with ``read_gold``, ``Attribution``, ``score`` and ``print_report``; it is no
part of this repository, so that the tagger is not measured by its own idea of being right.
"""

from __future__ import annotations

import importlib.util
import time
from pathlib import Path
from types import ModuleType
from typing import Any

from auditor.language.tagger import Tagger


def load_scorer(path: Path) -> ModuleType:
    """Import the scorer from its file.

    Raises:
        FileNotFoundError: there is no such file.
    """
    if not path.is_file():
        raise FileNotFoundError(path)
    spec = importlib.util.spec_from_file_location("attribution_scorer", path)
    assert spec is not None and spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def evaluate(weights: Path, compartment: Path, scorer: ModuleType) -> dict[str, Any]:
    """Tag every article of a compartment and score the result; times are CPU seconds."""
    tagger = Tagger(weights)
    gold = scorer.read_gold(str(compartment))
    predictions = {}
    for name, article in gold.items():
        began = time.process_time()
        tagged = tagger.tag(article.text)
        seconds = time.process_time() - began
        found = [
            scorer.Attribution(article.text, {"source": one.source, "cue": one.cue, "content": one.content})
            for one in tagged
        ]
        predictions[name] = (found, seconds, None)
    figures: dict[str, Any] = scorer.score(gold, predictions)
    return figures
