"""From an article's text to the arrays the tagger's network reads.

Paragraphs are cut into word pieces with four features each, and packed greedily into windows of at most
``WINDOW_PIECES`` pieces. What a window holds depends on the text alone, never on a batch, so equal texts
always give equal windows. This module knows nothing of the network or of attributions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer as WordPieces

from auditor.language.tagger.marks import double_single_marks

WINDOW_PIECES = 192
CLS_ID, SEP_ID = 101, 102
FEATURE_SIZES = (5, 3, 4, 2)  # letter case, quotation state, paragraph number, space before

OUTSIDE, INSIDE, ON_MARK = 0, 1, 2

_PARAGRAPH = re.compile(r"[^\n\r]+")
_QUOTE_MARK = re.compile("[“”\"]|''|``|‘‘|’’")
_OPENING, _CLOSING = frozenset({"“", "``", "‘‘"}), frozenset({"”", "’’"})
_SURROGATE = re.compile("[\ud800-\udfff]")
_SENTENCE_END = frozenset('.!?”"')

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of a whole text, in order.

    Offsets are characters of the text, end exclusive. ``first`` marks the piece that begins a word;
    ``paragraph`` numbers the non-empty paragraphs from 0; ``features`` has one column for each of
    ``FEATURE_SIZES``.
    """

    ids: Ints
    start: Ints
    end: Ints
    first: Bools
    paragraph: Ints
    features: Ints


@dataclass(frozen=True, slots=True)
class Window:
    """One input of the network.

    ``ids`` and ``features`` include the marks [CLS] and [SEP]; ``piece`` says which piece of the text
    stands at each position, -1 for a mark.
    """

    ids: Ints
    features: Ints
    piece: Ints


def load_word_pieces(path: Path) -> WordPieces:
    """Read a ``tokenizer.json``, with truncation and padding switched off."""
    word_pieces = WordPieces.from_file(str(path))
    word_pieces.no_truncation()
    word_pieces.no_padding()
    return word_pieces


def continuation_ids(word_pieces: WordPieces) -> Bools:
    """Say for each entry of the vocabulary whether it continues a word (``##ing``)."""
    table = np.zeros(word_pieces.get_vocab_size(), dtype=bool)
    for piece, number in word_pieces.get_vocab().items():
        table[number] = piece.startswith("##") and len(piece) > 2
    return table


def split_into_pieces(text: str, word_pieces: WordPieces, continuation: Bools) -> Pieces:
    """Cut a text into word pieces with their offsets, paragraphs and features."""
    spans = [match.span() for match in _PARAGRAPH.finditer(text) if not match.group().isspace()]
    text = double_single_marks(text)
    # Half of a surrogate pair cannot be encoded as UTF-8; the replacement keeps all offsets.
    encoded = word_pieces.encode(_SURROGATE.sub("\ufffd", text), add_special_tokens=False)
    ids = np.array(encoded.ids, dtype=np.int64)
    offsets = np.array(encoded.offsets, dtype=np.int64).reshape(-1, 2)
    # Control characters can leave a piece without any character of its own.
    kept = offsets[:, 1] > offsets[:, 0]
    ids, start, end = ids[kept], offsets[kept, 0], offsets[kept, 1]
    starts = np.array([span[0] for span in spans], dtype=np.int64)
    paragraph = np.searchsorted(starts, start, side="right") - 1
    first = ~continuation[ids]
    first[:1] = True
    first[1:] |= paragraph[1:] != paragraph[:-1]
    features = np.zeros((len(ids), len(FEATURE_SIZES)), dtype=np.int64)
    if len(ids):
        features[:, 0] = _letter_case(text, start, end, first)
        features[:, 1] = _quotation_states(text, spans)[start]
        features[:, 2] = np.minimum(paragraph, FEATURE_SIZES[2] - 1)
        features[:, 3] = [at > 0 and text[at - 1].isspace() for at in start.tolist()]
        features[:, 3] &= start > starts[paragraph]
    return Pieces(ids, start, end, first, paragraph, features)


def _letter_case(text: str, start: Ints, end: Ints, first: Bools) -> Ints:
    """Class of each piece's word: 1 lower case, 2 capitals, 3 capitalised, 4 a number, 0 other."""
    heads = np.flatnonzero(first)
    tails = np.append(heads[1:], len(first)) - 1
    words = [text[a:b] for a, b in zip(start[heads].tolist(), end[tails].tolist(), strict=True)]
    return np.repeat(np.array([_case_of(word) for word in words], dtype=np.int64), tails - heads + 1)


def _case_of(word: str) -> int:
    """Class of one word, see ``_letter_case``."""
    if word.islower():
        return 1
    if len(word) > 1 and word.isupper():
        return 2
    if word[0].isupper():
        return 3
    return 4 if word[0].isdigit() else 0


def _quotation_states(text: str, spans: list[tuple[int, int]]) -> NDArray[np.int8]:
    """Per character: outside or inside double quotation marks, or on one; reset at each paragraph."""
    states = np.zeros(len(text), dtype=np.int8)
    for paragraph_start, paragraph_end in spans:
        inside, position = False, paragraph_start
        for match in _QUOTE_MARK.finditer(text, paragraph_start, paragraph_end):
            if inside:
                states[position : match.start()] = INSIDE
            mark = match.group()
            inside = mark in _OPENING or (mark not in _CLOSING and not inside)
            states[match.start() : match.end()] = ON_MARK
            position = match.end()
        if inside:
            states[position:paragraph_end] = INSIDE
    return states


def cut_segments(text: str, pieces: Pieces) -> list[tuple[int, int]]:
    """Cut the pieces into paragraphs, and overlong paragraphs at a sentence end where there is one.

    Returns ranges of pieces, end exclusive, none longer than a window holds.
    """
    edges = np.flatnonzero(np.diff(pieces.paragraph)) + 1
    bounds = [0, *edges.tolist(), len(pieces.ids)]
    return [part for start, end in pairwise(bounds) if end > start for part in _cut_overlong(text, pieces, start, end)]


def _cut_overlong(text: str, pieces: Pieces, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut the pieces ``start``..``end`` of one paragraph into ranges that fit a window."""
    limit = WINDOW_PIECES - 2
    while end - start > limit:
        cut = _sentence_cut(text, pieces, start + limit // 2, start + limit)
        if cut is None:
            cut = start + limit
            # A word has at most 100 pieces, so a word's first piece is always near.
            while not pieces.first[cut]:
                cut -= 1
        yield start, cut
        start = cut
    yield start, end


def _sentence_cut(text: str, pieces: Pieces, lowest: int, highest: int) -> int | None:
    """Last piece above ``lowest`` and up to ``highest`` that follows the end of a sentence."""
    for cut in range(highest, lowest, -1):
        if pieces.first[cut] and text[pieces.end[cut - 1] - 1] in _SENTENCE_END:
            return cut
    return None


def pack_windows(
    pieces: Pieces, segments: list[tuple[int, int]], *, first_limit: int = WINDOW_PIECES
) -> Iterator[Window]:
    """Pack consecutive segments greedily into windows.

    Args:
        pieces: the pieces of the text.
        segments: ranges of pieces, as ``cut_segments`` gives them.
        first_limit: size of the first window in pieces; training varies it to shift what shares a window.
    """
    members: list[tuple[int, int]] = []
    size, limit = 1, first_limit
    for segment in segments:
        needed = segment[1] - segment[0] + 1
        if members and size + needed > limit:
            yield _window(pieces, members)
            members, size, limit = [], 1, WINDOW_PIECES
        members.append(segment)
        size += needed
    if members:
        yield _window(pieces, members)


def _window(pieces: Pieces, members: list[tuple[int, int]]) -> Window:
    """Join segments into one window: [CLS], then each segment followed by [SEP]."""
    piece = np.full(1 + sum(end - start + 1 for start, end in members), -1, dtype=np.int64)
    position = 1
    for start, end in members:
        piece[position : position + end - start] = np.arange(start, end)
        position += end - start + 1
    ids = np.where(piece < 0, SEP_ID, pieces.ids[piece])
    ids[0] = CLS_ID
    features = np.where(piece[:, None] < 0, 0, pieces.features[piece])
    return Window(ids, features, piece)
