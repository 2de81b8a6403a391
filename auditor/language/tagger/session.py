"""Runs the network over one window at a time, with onnxruntime on one thread.

The integer arithmetic takes one scale for everything it is given at once, so windows never share a run: what
stands in one window cannot change what is read in another. The weights use seven bits, which keeps the sums
of the older processor instructions exact, as the newer ones' are.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np

# From 1.29 on the runtime sends usage data to its maker and keeps an identifier, unless told not to before its import.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
import onnxruntime  # type: ignore[import-untyped]
from numpy.typing import NDArray

from auditor.errors import ModelError
from auditor.language.tagger.windows import Pieces, Window

onnxruntime.disable_telemetry_events()  # Windows, which asks no environment

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

_ERRORS_ONLY = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network says about one window.

    Row and column 0 stand for "none", the others for the window's words in order. ``tags`` [words + 1, 7]
    holds log probabilities, ``pointers`` [2, words + 1, words + 1] the probabilities of where each row points:
    a cue word to its source (0), a content word to its cue (1).
    """

    words: Ints  # number of the piece that begins each word
    tags: Floats
    pointers: Floats


class Session:
    """An open network file."""

    def __init__(self, path: Path) -> None:
        """Open the file.

        Raises:
            ModelError: it is missing or is no such network.
        """
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.use_deterministic_compute = True
        options.log_severity_level = _ERRORS_ONLY
        try:
            self._session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime raises classes of its own, without a common base
            raise ModelError(
                "the weights of the attribution tagger cannot be read",
                where=str(path),
                fix="Reinstall the package, or name a folder that holds model.onnx and tokenizer.json.",
            ) from error

    def read(self, window: Window, pieces: Pieces) -> Reading:
        """Run the network over one window."""
        begins = (window.piece >= 0) & pieces.first[window.piece]
        begins[0] = True
        words = np.flatnonzero(begins)
        tags, pointers = self._session.run(
            ["tags", "pointers"], {"ids": window.ids, "features": window.features, "words": words}
        )
        return Reading(window.piece[words[1:]], tags, pointers)
