"""A student with fewer layers learns from a trained tagger: its layers are some of the teacher's to begin with.

It is held to the labels and, more strongly, to what the teacher says of each word: tags, pointers, last states.

Source: Hinton et al. 2015, "Distilling the Knowledge in a Neural Network", https://arxiv.org/abs/1503.02531; layers
dropped as in Sajjad et al. 2023, "On the effect of dropping layers of pre-trained transformer models".
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import replace

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.batches import Batch
from training.learning import IGNORED, Losses, Objective, Recipe, label_loss, mask_words
from training.network import Layer, Network

# Of all choices of four layers, those that agree best with the whole of the shipped six before any training
# (divergence of the tags 0.20; 0.33 with every second layer and the last).
KEPT_LAYERS = (0, 1, 3, 4)


def student_of(teacher: Network, kept: Sequence[int] = KEPT_LAYERS) -> Network:
    """A copy of the teacher with only some of its layers, in order."""
    student = copy.deepcopy(teacher)
    student.shape = replace(teacher.shape, layers=len(kept))
    student.layers = nn.ModuleList(student.layers[number] for number in kept)
    return student


def narrowed(network: Network, inner: int, batches: Sequence[Batch]) -> Network:
    """A copy of a network with fewer inner neurons in each layer: those that move the layer's output most.

    Args:
        network: the network.
        inner: how many neurons a layer keeps.
        batches: what they are weighed on: mean size of a neuron's answer times the length of what it adds.
    """
    sizes = _answers(network.eval(), batches)
    narrow = copy.deepcopy(network)
    narrow.shape = replace(network.shape, inner=inner)
    for layer, size in zip(narrow.layers, sizes, strict=True):
        assert isinstance(layer, Layer)
        kept = (size * layer.outer.weight.norm(dim=0)).topk(inner).indices.sort().values
        layer.inner.weight = nn.Parameter(layer.inner.weight.detach()[kept].clone())
        layer.inner.bias = nn.Parameter(layer.inner.bias.detach()[kept].clone())
        layer.outer.weight = nn.Parameter(layer.outer.weight.detach()[:, kept].clone())
        layer.inner.out_features = layer.outer.in_features = inner
    return narrow


def _answers(network: Network, batches: Sequence[Batch]) -> list[Tensor]:
    """Mean size of each inner neuron's answer, layer by layer."""
    sums = [torch.zeros(network.shape.inner) for _ in network.layers]
    hooks = []
    for layer, total in zip(network.layers, sums, strict=True):
        assert isinstance(layer, Layer)

        def note(_: nn.Module, __: tuple[Tensor, ...], raw: Tensor, total: Tensor = total) -> None:
            total.add_(functional.gelu(raw).abs().flatten(0, 1).sum(0))

        hooks.append(layer.inner.register_forward_hook(note))
    with torch.inference_mode():
        for batch in batches:
            network.encode(batch.ids, batch.features, batch.mask)
    for hook in hooks:
        hook.remove()
    return sums


def objective(teacher: Network) -> Objective:
    """The loss of a student: part labels, part teacher. The teacher reads each batch with no piece hidden."""
    teacher.eval().requires_grad_(False)

    def loss(student: Network, batch: Batch, recipe: Recipe, losses: Losses) -> Tensor:
        with torch.autocast("cpu", torch.bfloat16, enabled=recipe.bfloat16):
            with torch.no_grad():
                aim = teacher.encode(batch.ids, batch.features, batch.mask)
                aimed_tags, aimed_pointers = teacher.score(aim)
            states = student.encode(mask_words(batch, recipe.masked_words), batch.features, batch.mask)
            scores = student.score(states)
        words = batch.tags != IGNORED
        soft = _divergence(scores[0][words], aimed_tags[words])
        soft = soft + recipe.pointer_weight * _pointer_divergence(scores[1], aimed_pointers, batch)
        apart = functional.mse_loss(states[words].float(), aim[words].float())
        hard = label_loss(scores, batch, recipe, losses)
        return recipe.soft_share * soft + (1 - recipe.soft_share) * hard + recipe.state_weight * apart

    return loss


def _divergence(scores: Tensor, aimed: Tensor) -> Tensor:
    """Mean Kullback-Leibler divergence from what is aimed at; rows are scores before normalisation."""
    logs, wanted = scores.float().log_softmax(-1), aimed.float().log_softmax(-1)
    return functional.kl_div(logs, wanted, reduction="batchmean", log_target=True)


def _pointer_divergence(scores: Tensor, aimed: Tensor, batch: Batch) -> Tensor:
    """The sum of both pointers' divergences, over the words that point at something."""
    total = scores.new_zeros((), dtype=torch.float32)
    for kind in range(2):
        chosen = batch.link_kind == kind
        if chosen.any():
            window, at = batch.link_window[chosen], batch.link_from[chosen]
            closed = ~batch.allowed[window]
            pair = (each[window, kind, at].float().masked_fill(closed, -1e4) for each in (scores, aimed))
            total = total + _divergence(*pair)
    return total
