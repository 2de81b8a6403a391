"""The tagger as a whole: from a text to its attributions, with character offsets."""

from __future__ import annotations

import string
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from auditor.errors import ModelError
from auditor.language.tagger.linking import LinkedCue, Pointers, certainty, link
from auditor.language.tagger.session import Session
from auditor.language.tagger.spans import Words, WordSpan, best_tags, gather_words, role_spans
from auditor.language.tagger.windows import (
    continuation_ids,
    cut_segments,
    load_word_pieces,
    pack_windows,
    split_into_pieces,
)

TAGGER_VERSION = "3"

# Attributions below are left out: on the development part of PolNeAR, seven in eight of them are wrong, and
# leaving them out lifts joint F1 by 2. Flat from 0.08 to 0.15.
LEAST_PROBABILITY = 0.1

WEIGHTS_FOLDER = Path(__file__).parent / "weights"

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class TaggedAttribution:
    """Who said what: spans are character offsets into the text, end exclusive, in text order.

    Attributes:
        source: who; empty when there is none.
        cue: the words that attribute.
        content: what; never empty, in several spans when the cue stands between them.
        probability: ``LEAST_PROBABILITY`` to 1, that these are the words and that they belong together: the
            product of what the pointers give to the links and the mean role probabilities of the spans.
    """

    source: Spans
    cue: Spans
    content: Spans
    probability: float


class Tagger:
    """Tags texts; open one with ``load_tagger``. It holds nothing of the texts it has seen."""

    def __init__(self, folder: Path) -> None:
        """Open the network and the word pieces in a folder.

        Raises:
            ModelError: a file is missing or cannot be read.
        """
        self.folder = folder
        self._session = Session(folder / "model.onnx")
        try:
            self._word_pieces = load_word_pieces(folder / "tokenizer.json")
        except Exception as error:  # tokenizers raises Exception itself
            raise ModelError(
                "the word pieces of the attribution tagger cannot be read",
                where=str(folder / "tokenizer.json"),
                fix="Reinstall the package, or name a folder that holds model.onnx and tokenizer.json.",
            ) from error
        self._continuation = continuation_ids(self._word_pieces)

    def __reduce__(self) -> tuple[object, ...]:
        """Travel to another process as the folder's name: the open network cannot."""
        return load_tagger, (self.folder,)

    def tag(self, text: str) -> tuple[TaggedAttribution, ...]:
        """Find the attributions of a text, in text order. Any text will do; the time is linear in its length."""
        pieces = split_into_pieces(text, self._word_pieces, self._continuation)
        if not len(pieces.ids):
            return ()
        windows = pack_windows(pieces, cut_segments(text, pieces))
        readings = [self._session.read(window, pieces) for window in windows]
        words = gather_words(pieces, readings)
        spans = role_spans(best_tags(words), words.paragraph)
        linked_cues = link(words, spans, Pointers(readings))
        found = [_attribution(text, words, linked) for linked in linked_cues]
        return tuple(sorted((one for one in found if one.content and one.probability >= LEAST_PROBABILITY), key=_place))


def _attribution(text: str, words: Words, linked: LinkedCue) -> TaggedAttribution:
    """Turn spans of words into character offsets."""
    return TaggedAttribution(
        source=_offsets(text, words, [linked.source] if linked.source else [], trimmed=",;"),
        cue=_offsets(text, words, [linked.cue]),
        content=_offsets(text, words, sorted(linked.content)),
        probability=certainty(words, linked),
    )


def _offsets(text: str, words: Words, spans: list[WordSpan], *, trimmed: str = "") -> Spans:
    """Character offsets of spans of words, without white space or the ``trimmed`` characters at their ends."""
    unwanted = string.whitespace + trimmed
    found = []
    for first, last in spans:
        start, end = int(words.start[first]), int(words.end[last - 1])
        # Control characters that Python takes for white space can hang on to a word.
        kept = text[start:end].strip().strip(unwanted).strip()
        if kept:
            start += text[start:end].index(kept)
            found.append((start, start + len(kept)))
    return tuple(found)


def _place(attribution: TaggedAttribution) -> tuple[int, Spans, Spans]:
    """Sorting key: where the attribution's first word stands."""
    first = min(span[0] for span in (*attribution.source, *attribution.cue, *attribution.content))
    return first, attribution.cue, attribution.content


@lru_cache(maxsize=4)
def _open(folder: Path) -> Tagger:
    """One tagger for each folder."""
    return Tagger(folder)


def load_tagger(folder: Path | None = None) -> Tagger:
    """Open the tagger in a folder that holds ``model.onnx`` and ``tokenizer.json``, once for each folder.

    Args:
        folder: the weights; those of the package when not given.

    Raises:
        ModelError: a file is missing or cannot be read.
    """
    return _open((folder or WEIGHTS_FOLDER).resolve())
