"""From tag probabilities to spans of words: the best sequence of tags that is well formed.

Tags are O, then B (begins) and I (goes on) for source, cue and content. A tag I is only well formed after B or
I of the same role in the same paragraph. Spans are ranges of word numbers, end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from auditor.language.tagger.session import Reading
from auditor.language.tagger.windows import Pieces

# Added to the log probability of a beginning content: without it, contents are cut in two too often.
# Chosen on the development part of PolNeAR (joint F1 +0.4 with it; flat from -0.3 to -0.7).
BEGINNING_CONTENT = -0.5

WordSpan = tuple[int, int]
Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


class Role(IntEnum):
    """The part a word plays; its tags are ``2 * role - 1`` (begins) and ``2 * role`` (goes on)."""

    NONE = 0
    SOURCE = 1
    CUE = 2
    CONTENT = 3


@dataclass(frozen=True, slots=True)
class Words:
    """All words of a text with what the network says of each.

    ``start`` and ``end`` are character offsets, end exclusive; ``log_tags`` [words, 7] are log probabilities;
    ``roles`` [words, 4] are the probabilities of each role.
    """

    start: Ints
    end: Ints
    paragraph: Ints
    log_tags: Floats
    roles: Floats


def gather_words(pieces: Pieces, readings: list[Reading]) -> Words:
    """Join the readings of all windows into one row of words."""
    heads = np.concatenate([reading.words for reading in readings])
    tails = np.append(np.flatnonzero(pieces.first)[1:], len(pieces.ids)) - 1
    log_tags = np.concatenate([reading.tags[1:] for reading in readings])
    tags = np.exp(log_tags)
    roles = np.stack([tags[:, 0], *(tags[:, 2 * role - 1] + tags[:, 2 * role] for role in (1, 2, 3))], axis=1)
    return Words(pieces.start[heads], pieces.end[tails], pieces.paragraph[heads], log_tags, roles)


def best_tags(words: Words) -> Ints:
    """The best well-formed tag of each word, each paragraph on its own; beginning contents pay a little."""
    log_tags = words.log_tags.copy()
    log_tags[:, 2 * Role.CONTENT - 1] += BEGINNING_CONTENT
    tags: Ints = log_tags.argmax(axis=1)
    for start, end in _ill_formed(tags, words.paragraph):
        tags[start:end] = _viterbi(log_tags[start:end].tolist())
    return tags


def _ill_formed(tags: Ints, paragraph: Ints) -> list[WordSpan]:
    """Paragraphs whose single best tags do not fit together: only there is a search needed."""
    goes_on = (tags > 0) & (tags % 2 == 0)
    same_role = np.zeros(len(tags), dtype=bool)
    same_role[1:] = ((tags[1:] + 1) // 2 == (tags[:-1] + 1) // 2) & (paragraph[1:] == paragraph[:-1])
    wrong = np.unique(paragraph[goes_on & ~same_role])
    starts = np.searchsorted(paragraph, wrong, side="left")
    ends = np.searchsorted(paragraph, wrong, side="right")
    return list(zip(starts.tolist(), ends.tolist(), strict=True))


def _viterbi(log_tags: list[list[float]]) -> list[int]:
    """Best well-formed sequence of tags; all allowed steps are equally likely, so only I needs its own look."""
    impossible = float("-inf")
    best = [score if tag == 0 or tag % 2 else impossible for tag, score in enumerate(log_tags[0])]
    backs: list[list[int]] = []
    for row in log_tags[1:]:
        top = max(range(7), key=best.__getitem__)
        back = [top] * 7
        for tag in (2, 4, 6):
            back[tag] = tag if best[tag] > best[tag - 1] else tag - 1
        best = [best[came] + score for came, score in zip(back, row, strict=True)]
        backs.append(back)
    tag = max(range(7), key=best.__getitem__)
    path = [tag]
    for back in reversed(backs):
        tag = back[tag]
        path.append(tag)
    return path[::-1]


def role_spans(tags: Ints, paragraph: Ints) -> dict[Role, list[WordSpan]]:
    """The spans of each role, in text order."""
    role = (tags + 1) // 2
    begins = tags % 2 == 1
    breaks = begins.copy()
    breaks[:1] = True
    breaks[1:] |= (role[1:] != role[:-1]) | (paragraph[1:] != paragraph[:-1])
    starts = np.flatnonzero(breaks)
    ends = np.append(starts[1:], len(tags))
    spans: dict[Role, list[WordSpan]] = {Role.SOURCE: [], Role.CUE: [], Role.CONTENT: []}
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        if role[start]:
            spans[Role(int(role[start]))].append((start, end))
    return spans
