"""From the trained network to the ONNX file the package ships.

The exported graph reads one window, without a batch axis: integer quantisation takes one scale for all it
is given, so windows that shared a batch would change each other's results. It answers for words only (the
first pieces, and [CLS] for "none"), which also spares the last layer some work.
"""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import onnxruntime  # type: ignore[import-untyped]
import torch
from torch import Tensor, nn
from torch.nn import functional

from training.network import POINTERS, Layer, Network

OPSET = 17
LARGEST_DIFFERENCE = 1e-3  # between the network and its float32 graph, in log probabilities and probabilities


class WindowGraph(nn.Module):
    """The network for a single window.

    Inputs: ``ids`` [pieces], ``features`` [pieces, 4], ``words`` [words]: the positions to answer for,
    position 0 first. Outputs: ``tags`` [words, 7] as log probabilities, ``pointers`` [2, words, words] as
    probabilities of where each word points.
    """

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        # Ready for each distance, so that the graph need not work out buckets for each pair of pieces.
        self.furthest = network.shape.positions - 1
        self.biases: Tensor
        self.register_buffer("biases", network.by_distance(torch.arange(-self.furthest, self.furthest + 1)).detach())

    def forward(self, ids: Tensor, features: Tensor, words: Tensor) -> tuple[Tensor, Tensor]:
        """Compute both outputs."""
        network = self.network
        place = torch.cumsum(torch.ones_like(ids), 0) - 1
        states = network.words(ids) + network.positions(place)
        for number, table in enumerate(network.features):
            states = states + table(features[:, number])
        states = network.norm(states)
        last = len(network.layers) - 1
        for number, layer in enumerate(network.layers):
            assert isinstance(layer, Layer)
            states = _layer(layer, states, words if number == last else None)
        tags = torch.log_softmax(_linear(network.tag, states), -1)
        scores = self._point(states) + self._bias(words)
        return tags, torch.softmax(scores, -1)

    def _bias(self, words: Tensor) -> Tensor:
        """What is added to the pointers' scores: by distance, or for "none" in the first column."""
        by_distance = self.biases[:, words[None, 1:] - words[:, None] + self.furthest]
        none = self.network.none[:, None, None].expand(-1, words.shape[0], 1)
        return torch.cat([none, by_distance], 2)

    def _point(self, states: Tensor) -> Tensor:
        """Bilinear pointer scores among the words."""
        width = self.network.shape.pointer
        query = _linear(self.network.query, states).view(-1, POINTERS, width).permute(1, 0, 2)
        key = _linear(self.network.key, states).view(-1, POINTERS, width).permute(1, 2, 0)
        return (query @ key) / math.sqrt(width)


def _layer(layer: Layer, states: Tensor, words: Tensor | None) -> Tensor:
    """One transformer layer; with ``words`` only those positions are carried on."""
    hidden = layer.attention_out.in_features
    width = hidden // layer.heads
    parts = _linear(layer.attention_in, states).view(-1, 3, layer.heads, width)
    query = parts[:, 0] if words is None else parts[words, 0]
    query, key, value = query.permute(1, 0, 2), parts[:, 1].permute(1, 2, 0), parts[:, 2].permute(1, 0, 2)
    weights = torch.softmax(query @ key / math.sqrt(width), -1)
    mixed = (weights @ value).permute(1, 0, 2).reshape(-1, hidden)
    if words is not None:
        states = states[words]
    states = layer.attention_norm(states + _linear(layer.attention_out, mixed))
    result: Tensor = layer.norm(states + _linear(layer.outer, functional.gelu(_linear(layer.inner, states))))
    return result


def _linear(linear: nn.Linear, states: Tensor) -> Tensor:
    """A matrix product and a sum: quantisers know them better than the fused operation."""
    return states @ linear.weight.t() + linear.bias


def sample_inputs(pieces: int, seed: int = 0) -> tuple[Tensor, Tensor, Tensor]:
    """Invented inputs of the right form, for tracing and for comparing graphs."""
    chance = np.random.default_rng(seed)
    ids = torch.from_numpy(chance.integers(1000, 20000, pieces))
    ids[0] = 101
    features = torch.from_numpy(np.stack([chance.integers(0, size, pieces) for size in (5, 3, 4, 2)], 1))
    return ids, features, torch.arange(0, pieces, 2)


def export(network: Network, path: Path) -> None:
    """Write the network as a float32 ONNX graph."""
    axes = {
        "ids": {0: "pieces"},
        "features": {0: "pieces"},
        "words": {0: "words"},
        "tags": {0: "words"},
        "pointers": {1: "words", 2: "words"},
    }
    with torch.no_grad():
        torch.onnx.export(
            WindowGraph(network).eval(),
            sample_inputs(37),
            str(path),
            input_names=["ids", "features", "words"],
            output_names=["tags", "pointers"],
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )


def check_export(network: Network, path: Path) -> float:
    """Compare a float32 graph with the network it came from, on invented windows of several lengths.

    Returns:
        The largest difference of any output.

    Raises:
        ValueError: the difference is too large to come from rounding.
    """
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    worst = 0.0
    for seed, pieces in enumerate((3, 50, 192)):
        ids, features, words = sample_inputs(pieces, seed)
        inputs = {"ids": ids.numpy(), "features": features.numpy(), "words": words.numpy()}
        found = session.run(["tags", "pointers"], inputs)
        with torch.inference_mode():
            tags, pointers = network.eval()(ids[None], features[None], torch.ones_like(ids[None]))
        expected = (
            torch.log_softmax(tags[0, words], -1),
            torch.softmax(pointers[0][:, words][:, :, words], -1),
        )
        for one, other in zip(expected, found, strict=True):
            worst = max(worst, float(np.abs(one.numpy() - other).max()))
    if worst > LARGEST_DIFFERENCE:
        raise ValueError(f"the exported graph differs from the network by {worst:.2g}")
    return worst


def quantise(source: Path, target: Path) -> None:
    """Store the matrices as 8-bit integers, one scale for each output.

    Only seven of the bits are used: the instructions of processors without VNNI add two products in 16 bits,
    which eight bits would overflow, so the same file would give other results there.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic  # type: ignore[import-untyped]

    quantize_dynamic(
        str(source),
        str(target),
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        extra_options={"MatMulConstBOnly": True},
    )
