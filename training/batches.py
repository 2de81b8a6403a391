"""Training examples in batches: what the network reads and what it is held to, padded to one length."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from auditor.language.tagger.windows import (
    WINDOW_PIECES,
    Pieces,
    continuation_ids,
    cut_segments,
    load_word_pieces,
    pack_windows,
    split_into_pieces,
)
from training.corpus import IGNORED, Article, CharacterRoles, Example, character_roles, label_window

SMALLEST_FIRST_WINDOW = 60  # in pieces
SORTED_TOGETHER = 30  # batches: long enough to need little padding, short enough to stay shuffled


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article cut into pieces once, to be packed anew for each pass."""

    article: Article
    pieces: Pieces
    segments: list[tuple[int, int]]
    roles: CharacterRoles


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded tensors of several windows; link ``r`` leads from (window, kind, position) to ``targets[r]``."""

    ids: Tensor
    features: Tensor
    mask: Tensor
    tags: Tensor
    allowed: Tensor  # where a pointer may lead: "none" and the first piece of each word
    link_window: Tensor
    link_kind: Tensor
    link_from: Tensor
    targets: Tensor


def prepare(articles: list[Article], tokenizer: Path) -> list[Prepared]:
    """Cut articles into pieces and look up their annotations by character."""
    word_pieces = load_word_pieces(tokenizer)
    continuation = continuation_ids(word_pieces)
    prepared = []
    for article in articles:
        pieces = split_into_pieces(article.text, word_pieces, continuation)
        prepared.append(Prepared(article, pieces, cut_segments(article.text, pieces), character_roles(article)))
    return prepared


def shuffled_batches(prepared: list[Prepared], size: int, chance: random.Random) -> list[list[Example]]:
    """Pack all articles anew, with a first window of random size, and shuffle them into batches."""
    examples = []
    for one in prepared:
        first_limit = chance.randint(SMALLEST_FIRST_WINDOW, WINDOW_PIECES)
        for window in pack_windows(one.pieces, one.segments, first_limit=first_limit):
            examples.append(label_window(window, one.pieces, one.roles, one.article))
    chance.shuffle(examples)
    batches = []
    for start in range(0, len(examples), size * SORTED_TOGETHER):
        alike = sorted(examples[start : start + size * SORTED_TOGETHER], key=lambda example: len(example.tags))
        batches += [alike[at : at + size] for at in range(0, len(alike), size)]
    chance.shuffle(batches)
    return batches


def collate(examples: list[Example]) -> Batch:
    """Pad examples to the longest of them."""
    rows, columns = len(examples), max(len(example.tags) for example in examples)
    ids = torch.zeros(rows, columns, dtype=torch.long)
    features = torch.zeros(rows, columns, 4, dtype=torch.long)
    mask = torch.zeros(rows, columns, dtype=torch.long)
    tags = torch.full((rows, columns), IGNORED)
    allowed = torch.zeros(rows, columns, dtype=torch.bool)
    allowed[:, 0] = True
    links = []
    for row, example in enumerate(examples):
        size = len(example.tags)
        ids[row, :size] = torch.from_numpy(example.window.ids)
        features[row, :size] = torch.from_numpy(example.window.features)
        mask[row, :size] = 1
        tags[row, :size] = torch.from_numpy(example.tags)
        allowed[row, :size] |= torch.from_numpy(example.first)
        links += [(row, kind, at, to) for kind, at, to in example.links]
    where = torch.tensor([link[:3] for link in links], dtype=torch.long).reshape(-1, 3)
    targets = torch.zeros(len(links), columns, dtype=torch.bool)
    for number, link in enumerate(links):
        targets[number, list(link[3])] = True
    return Batch(ids, features, mask, tags, allowed, where[:, 0], where[:, 1], where[:, 2], targets)
