"""The training loop: AdamW with warm-up and linear decay, bfloat16 arithmetic, averaged weights.

A run is fixed by its ``Recipe``, the data and the starting weights; sums in bfloat16 still differ between
processors, so equal runs give equal numbers only on equal machines.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.batches import Batch, Prepared, collate, shuffled_batches
from training.corpus import IGNORED
from training.network import Network

UNKNOWN_PIECE = 103  # [MASK]
LOGGED_STEPS = 50
MARKS = 3  # [UNK], [CLS], [SEP] are 100 to 102: a piece above that may be masked


@dataclass(frozen=True, slots=True)
class Recipe:
    """What decides a run, besides data and starting weights."""

    passes: float = 6.0
    minutes: float = 0.0  # when above 0, the run also ends by the clock, with the rates decaying to that end
    batch: int = 8
    encoder_rate: float = 1.5e-4
    head_rate: float = 1e-3
    warm_up: float = 0.06  # share of all steps
    pointer_weight: float = 0.25  # of each pointer's loss beside the tags'
    masked_words: float = 0.05  # share of the pieces hidden from the network in training
    average: float = 0.998  # memory of the averaged weights
    soft_share: float = 0.7  # of the loss that a teacher decides, where there is one
    state_weight: float = 0.5  # of the distance from the teacher's last states
    seed: int = 1
    threads: int = 2
    bfloat16: bool = True


@dataclass(slots=True)
class Losses:
    """Running sums for the log."""

    tags: float = 0.0
    pointers: list[float] = field(default_factory=lambda: [0.0, 0.0])


Objective = Callable[[Network, Batch, Recipe, Losses], Tensor]


def batch_loss(network: Network, batch: Batch, recipe: Recipe, losses: Losses) -> Tensor:
    """Loss of one batch: cross entropy of the tags plus what the pointers leave off their targets."""
    with torch.autocast("cpu", torch.bfloat16, enabled=recipe.bfloat16):
        scores = network(mask_words(batch, recipe.masked_words), batch.features, batch.mask)
    return label_loss(scores, batch, recipe, losses)


def label_loss(scores: tuple[Tensor, Tensor], batch: Batch, recipe: Recipe, losses: Losses) -> Tensor:
    """Loss of a batch's scores against its labels."""
    tag_scores, pointer_scores = scores
    loss = functional.cross_entropy(tag_scores.float().flatten(0, 1), batch.tags.flatten(), ignore_index=IGNORED)
    losses.tags += loss.item()
    if len(batch.link_kind):
        rows = pointer_scores[batch.link_window, batch.link_kind, batch.link_from].float()
        rows = rows.masked_fill(~batch.allowed[batch.link_window], -1e4)
        missed = rows.logsumexp(1) - rows.masked_fill(~batch.targets, -1e4).logsumexp(1)
        for kind in range(2):
            chosen = missed[batch.link_kind == kind]
            if len(chosen):
                losses.pointers[kind] += chosen.mean().item()
                loss = loss + recipe.pointer_weight * chosen.mean()
    return loss


def mask_words(batch: Batch, share: float) -> Tensor:
    """Hide some pieces, so that the network leans on context more than on single words."""
    hidden = (torch.rand(batch.ids.shape) < share) & (batch.ids > 100 + MARKS)
    return batch.ids.masked_fill(hidden, UNKNOWN_PIECE)


class Average:
    """An exponential moving average of the weights, which is what a run hands back."""

    def __init__(self, network: Network, memory: float) -> None:
        self.memory = memory
        self.live = [parameter for parameter in network.parameters() if parameter.requires_grad]
        self.kept = [parameter.detach().clone() for parameter in self.live]
        self.steps = 0

    def update(self) -> None:
        """Move towards the live weights, faster at first so that the start is forgotten."""
        self.steps += 1
        memory = min(self.memory, self.steps / (self.steps + 10))
        torch._foreach_lerp_(self.kept, [parameter.detach() for parameter in self.live], 1 - memory)

    def swap(self) -> None:
        """Exchange live and averaged weights."""
        for live, kept in zip(self.live, self.kept, strict=True):
            stored = live.detach().clone()
            live.data.copy_(kept)
            kept.copy_(stored)


def rate_share(done: float, warm_up: float) -> float:
    """Share of the learning rate after the share ``done`` of the run: up to 1, then linearly to 0."""
    return min((done + 1e-3) / warm_up, (1 - done) / (1 - warm_up), 1.0)


def _optimiser(network: Network, recipe: Recipe) -> torch.optim.Optimizer:
    """AdamW with one rate for the encoder and one for the rest; the word vectors stay as they are."""
    network.words.weight.requires_grad_(False)
    encoder_names = ("positions.", "norm.", "layers.")
    named = [(name, parameter) for name, parameter in network.named_parameters() if parameter.requires_grad]
    encoder = [parameter for name, parameter in named if name.startswith(encoder_names)]
    head = [parameter for name, parameter in named if not name.startswith(encoder_names)]
    groups = [
        {"params": encoder, "lr": recipe.encoder_rate, "weight_decay": 0.01},
        {"params": head, "lr": recipe.head_rate, "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)


def train(
    network: Network, prepared: list[Prepared], recipe: Recipe, checkpoint: Path, *, objective: Objective = batch_loss
) -> None:
    """Train in place; the network ends with the averaged weights, which are stored after each pass too."""
    torch.manual_seed(recipe.seed)
    torch.set_num_threads(recipe.threads)
    chance = random.Random(recipe.seed)
    optimiser = _optimiser(network, recipe)
    peaks = [group["lr"] for group in optimiser.param_groups]
    average, losses = Average(network, recipe.average), Losses()
    batches = shuffled_batches(prepared, recipe.batch, chance)
    total = int(recipe.passes * len(batches))
    network.train()
    began, step, done = time.monotonic(), 0, 0.0
    while done < 1:
        if not batches:
            batches = shuffled_batches(prepared, recipe.batch, chance)
            _store(network, average, checkpoint)
        for group, peak in zip(optimiser.param_groups, peaks, strict=True):
            group["lr"] = peak * rate_share(done, recipe.warm_up)
        optimiser.zero_grad(set_to_none=True)
        objective(network, collate(batches.pop()), recipe, losses).backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(average.live, 1.0)
        optimiser.step()
        average.update()
        step += 1
        seconds = time.monotonic() - began
        done = max(step / total, seconds / 60 / recipe.minutes if recipe.minutes else 0.0)
        if step % LOGGED_STEPS == 0:
            losses = _log(step, total, seconds, losses)
    average.swap()
    network.eval()
    torch.save(network.state_dict(), checkpoint)


def _log(step: int, total: int, seconds: float, losses: Losses) -> Losses:
    """Print the mean losses since the last line, and begin anew."""
    numbers = " ".join(f"{value / LOGGED_STEPS:.3f}" for value in (losses.tags, *losses.pointers))
    print(f"step {step}/{total} {step / seconds:.2f}/s losses {numbers}", flush=True)
    return Losses()


def _store(network: Network, average: Average, checkpoint: Path) -> None:
    """Write the averaged weights of an unfinished run."""
    average.swap()
    torch.save(network.state_dict(), checkpoint)
    average.swap()
