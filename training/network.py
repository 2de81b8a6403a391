"""The tagger's network: a small BERT encoder with four extra input features, a tag layer and two pointers.

The first pointer leads from each cue word to its source, the second from each content word to its cue; both
may point at position 0, which means "none". The encoder is written out so that its graph exports plainly.

Source: the encoder is MiniLM (Wang et al. 2020), https://arxiv.org/abs/2002.10957.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from auditor.language.tagger.windows import FEATURE_SIZES

TAG_COUNT = 7
POINTERS = 2
DISTANCE_BUCKETS = 41


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the network; the defaults are MiniLM-L6's."""

    layers: int = 6
    hidden: int = 384
    heads: int = 12
    inner: int = 1536
    vocabulary: int = 30522
    positions: int = 512
    pointer: int = 96
    dropout: float = 0.1


class Layer(nn.Module):
    """One transformer layer (post-norm)."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.attention_in = nn.Linear(shape.hidden, 3 * shape.hidden)
        self.attention_out = nn.Linear(shape.hidden, shape.hidden)
        self.attention_norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.inner = nn.Linear(shape.hidden, shape.inner)
        self.outer = nn.Linear(shape.inner, shape.hidden)
        self.norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.dropout = nn.Dropout(shape.dropout)

    def forward(self, states: Tensor, penalty: Tensor) -> Tensor:
        """Map states [windows, positions, hidden] to the next layer's."""
        windows, positions, hidden = states.shape
        width = hidden // self.heads
        parts = self.attention_in(states).view(windows, positions, 3, self.heads, width).permute(2, 0, 3, 1, 4)
        query, key, value = parts[0], parts[1], parts[2]
        weights = torch.softmax(query @ key.transpose(-1, -2) / math.sqrt(width) + penalty, -1)
        mixed = (weights.to(value.dtype) @ value).transpose(1, 2).reshape(windows, positions, hidden)
        states = self.attention_norm(states + self.dropout(self.attention_out(mixed)))
        changed = self.outer(functional.gelu(self.inner(states)))
        result: Tensor = self.norm(states + self.dropout(changed))
        return result


class Network(nn.Module):
    """Word pieces and features in, tag scores and pointer scores out."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(shape.vocabulary, shape.hidden)
        self.positions = nn.Embedding(shape.positions, shape.hidden)
        self.features = nn.ModuleList(nn.Embedding(size, shape.hidden) for size in FEATURE_SIZES)
        self.norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.dropout = nn.Dropout(shape.dropout)
        self.tag = nn.Linear(shape.hidden, TAG_COUNT)
        self.query = nn.Linear(shape.hidden, POINTERS * shape.pointer)
        self.key = nn.Linear(shape.hidden, POINTERS * shape.pointer)
        self.distance = nn.Parameter(torch.zeros(POINTERS, DISTANCE_BUCKETS))
        self.none = nn.Parameter(torch.zeros(POINTERS))
        self._initialise()

    def _initialise(self) -> None:
        """Start the parts that no base model brings."""
        for feature in self.features:
            nn.init.zeros_(feature.weight)  # type: ignore[arg-type]
        for linear, spread in ((self.tag, 0.02), (self.query, 0.05), (self.key, 0.05)):
            nn.init.normal_(linear.weight, std=spread)
            nn.init.zeros_(linear.bias)

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Score windows.

        Args:
            ids: word pieces [windows, positions].
            features: [windows, positions, 4].
            mask: 1 where there is a piece or mark, 0 for padding [windows, positions].

        Returns:
            Tag scores [windows, positions, 7] and pointer scores [windows, 2, positions, positions].
        """
        return self.score(self.encode(ids, features, mask))

    def encode(self, ids: Tensor, features: Tensor, mask: Tensor) -> Tensor:
        """The last layer's states [windows, positions, hidden]; inputs as for ``forward``."""
        place = torch.cumsum(torch.ones_like(ids[:1]), 1) - 1
        states = self.words(ids) + self.positions(place)
        for number, table in enumerate(self.features):
            states = states + table(features[:, :, number])
        states = self.dropout(self.norm(states))
        penalty = (1.0 - mask.to(states.dtype))[:, None, None, :] * -1e4
        for layer in self.layers:
            states = layer(states, penalty)
        return self.dropout(states)  # type: ignore[no-any-return]

    def score(self, states: Tensor) -> tuple[Tensor, Tensor]:
        """What ``forward`` returns, from the last states."""
        place = torch.arange(states.shape[1], device=states.device)
        return self.tag(states), self._point(states) + self._distance_bias(place)

    def _point(self, states: Tensor) -> Tensor:
        """Bilinear scores of both pointers."""
        windows, positions, _ = states.shape
        width = self.shape.pointer
        query = self.query(states).view(windows, positions, POINTERS, width).permute(0, 2, 1, 3)
        key = self.key(states).view(windows, positions, POINTERS, width).permute(0, 2, 3, 1)
        scores: Tensor = (query @ key) / math.sqrt(width)
        return scores

    def _distance_bias(self, place: Tensor) -> Tensor:
        """What the pointers prefer before they look at any word: some distances, or "none"."""
        at_none = (place == 0)[None, None, :].to(self.distance.dtype)
        bias = self.by_distance(place[None, :] - place[:, None])
        return bias * (1 - at_none) + self.none[:, None, None] * at_none

    def by_distance(self, apart: Tensor) -> Tensor:
        """Both pointers' biases for distances in pieces: single steps up to 10, then steps of 5 up to 60."""
        far = apart.clamp(-60, 60).abs()
        bucket = torch.where(far <= 10, far, 10 + torch.div(far - 10, 5, rounding_mode="floor")).clamp(max=20)
        return self.distance[:, bucket * torch.sign(apart) + 20]


def load_base(network: Network, path: Path) -> None:
    """Fill the encoder from a BERT checkpoint (``model.safetensors`` with Hugging Face's names)."""
    stored = load_file(str(path))
    with torch.no_grad():
        network.words.weight.copy_(stored["embeddings.word_embeddings.weight"])
        # All pieces have the same token type, so its vector joins the positions.
        network.positions.weight.copy_(
            stored["embeddings.position_embeddings.weight"] + stored["embeddings.token_type_embeddings.weight"][0]
        )
        _copy(network.norm, stored, "embeddings.LayerNorm")
        for number, layer in enumerate(network.layers):
            assert isinstance(layer, Layer)
            _load_layer(layer, stored, f"encoder.layer.{number}")


def _load_layer(layer: Layer, stored: dict[str, Tensor], name: str) -> None:
    """Fill one layer; query, key and value are joined into one matrix."""
    for part in ("weight", "bias"):
        three = [stored[f"{name}.attention.self.{which}.{part}"] for which in ("query", "key", "value")]
        getattr(layer.attention_in, part).copy_(torch.cat(three))
    _copy(layer.attention_out, stored, f"{name}.attention.output.dense")
    _copy(layer.attention_norm, stored, f"{name}.attention.output.LayerNorm")
    _copy(layer.inner, stored, f"{name}.intermediate.dense")
    _copy(layer.outer, stored, f"{name}.output.dense")
    _copy(layer.norm, stored, f"{name}.output.LayerNorm")


def _copy(module: nn.Linear | nn.LayerNorm, stored: dict[str, Tensor], name: str) -> None:
    """Fill the weight and bias of one module."""
    module.weight.copy_(stored[f"{name}.weight"])
    module.bias.copy_(stored[f"{name}.bias"])


def load_checkpoint(path: Path) -> Network:
    """Open a network that was trained before, of whatever depth and inner width it is."""
    stored = torch.load(path, weights_only=True)
    layers = 1 + max(int(name.split(".")[1]) for name in stored if name.startswith("layers."))
    network = Network(Shape(layers=layers, inner=len(stored["layers.0.inner.bias"])))
    network.load_state_dict(stored)
    return network
