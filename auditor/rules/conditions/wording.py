"""Conditions about the verb with which somebody's words are reported."""

from __future__ import annotations

import re

from auditor.language.annotations import Attribution
from auditor.rules.conditions.condition import Match
from auditor.rules.context import Context

# Of a plea or an offence, "admit" and "confess" are terms of court; what is claimed may be a thing, not a statement.
_PLEA = re.compile(
    r"\b(?:guilt|guilty|murder|manslaughter|theft|robbery|fraud|assault|offen[cs]es?|charges?|crimes?|killing"
    r"|perjury|stealing"
    r"|responsibility|asylum|credit|victory|insurance|benefits?|damages|compensation|copyright|land|territory"
    r"|sovereignty|the title|lives?)\b",
    re.IGNORECASE,
)
_DOUBTING = frozenset({"claim", "insist", "allege", "maintain"})
_NEUTRAL = frozenset({"say", "tell", "add", "state", "write", "note", "explain", "announce"})


def verb_is_a_term_of_court_or_claims_a_thing(subject: Attribution, context: Context) -> Match:
    """The verb tells of a plea, an offence or a thing that is claimed, not of how somebody spoke."""
    words = " ".join(span.text for span in subject.content)[:80]
    return _PLEA.search(words) is not None and not re.match(r"\W*(?:that|he|she|it|they|there)\b", words)


def only_this_side_is_doubted(subject: Attribution, context: Context) -> Match:
    """This source only claims or insists, while another in the article simply says."""
    own = [one.cue_lemma for one in context.by_source.get(subject.source_id or "", ())]
    if len(own) < 2 or not set(own) <= _DOUBTING:
        return False
    others = (lemmas for source, lemmas in _lemmas(context).items() if source != subject.source_id)
    return any(len(lemmas) >= 2 and set(lemmas) <= _NEUTRAL for lemmas in others)


def _lemmas(context: Context) -> dict[str, list[str]]:
    return {source: [one.cue_lemma for one in statements] for source, statements in context.by_source.items()}


CONDITIONS = (verb_is_a_term_of_court_or_claims_a_thing, only_this_side_is_doubted)
