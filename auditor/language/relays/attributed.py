"""Relays that only the attributions show: a pronoun or a phrase that the ledger of sources resolved to an outlet."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from auditor.language.annotations import Attribution, Identity, Source
from auditor.language.outlets import OutletKind, Reading
from auditor.language.relays.candidates import Mention, MentionKind
from auditor.language.relays.frame import REPORT, Frame

_OUTLETS = frozenset({Identity.OUTLET, Identity.OWN_OUTLET})
_RELATIVE = frozenset({"which", "that", "who", "what"})
LONGEST = 4


def attributed_outlets(
    doc: Doc, attributions: tuple[Attribution, ...], sources: tuple[Source, ...]
) -> Iterator[tuple[Mention, Frame]]:
    """Find short source phrases that stand for an outlet, one for each phrase."""
    outlets = {source.id: source for source in sources if source.identity in _OUTLETS}
    seen: set[int] = set()
    for attribution in attributions:
        source, phrase = outlets.get(attribution.source_id or ""), attribution.source
        if source is None or phrase is None or not attribution.sourcing or phrase.start in seen:
            continue
        tokens = doc.char_span(phrase.start, phrase.end, alignment_mode="contract")
        cue = doc.char_span(attribution.anchor, attribution.anchor + 1, alignment_mode="expand")
        if tokens is None or cue is None or len(tokens) > LONGEST or tokens[0].lower_ in _RELATIVE:
            continue
        seen.add(phrase.start)
        why = f"“{phrase.text}” is a source of this article and stands for {source.label}."
        mention = Mention(tokens, MentionKind.NAMED, source.label, Reading.COMMON, True, OutletKind.UNKNOWN)
        yield mention, Frame(REPORT, cue[0], why, beside=True)
