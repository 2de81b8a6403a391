"""Whether the frame around a name is enough for how much the name says by itself, and how sure the reading is."""

from __future__ import annotations

from auditor.language.annotations import Certainty, RelayKind
from auditor.language.lexicon import words
from auditor.language.outlets import OutletKind, Reading
from auditor.language.relays.candidates import Mention, MentionKind
from auditor.language.relays.frame import Frame, is_time
from auditor.language.sentences import sentence_of


def is_enough(mention: Mention, frame: Frame) -> bool:
    """Tell whether a name that is also an ordinary word stands where only an outlet can stand."""
    if mention.outlet_kind is OutletKind.LEAKS:
        return frame.cue.pos_ == "VERB" and frame.cue.i > mention.tokens.start and frame.kind.value == "outlet_report"
    if mention.reading in (Reading.PLAIN, Reading.PATTERN):
        return True
    if _is_lookalike(mention):
        return False
    if _has_outlet_noun(mention):
        return True
    begins_sentence = all(
        token.is_punct for token in mention.tokens.doc[sentence_of(mention.tokens[0]).start : mention.tokens.start]
    )
    first = mention.tokens[0].text
    if mention.reading is Reading.SHORT:
        before = mention.tokens.doc[mention.tokens.start - 1].lower_ if mention.tokens.start else ""
        return first == "The" or before in ("the", "a", "an") or mention.known_before
    if mention.reading is Reading.QUALIFIED:
        if frame.kind is RelayKind.OUTLET_INTERVIEW and mention.known_before and not begins_sentence:
            return True
        titled = first == "The" and not begins_sentence and frame.kind is not RelayKind.OUTLET_REPORT
        return titled or (mention.outlet_kind is OutletKind.PROGRAMME and _is_on_or_quoted(mention))
    if first == "The":
        return True
    if len(mention.tokens) == 1 and frame.kind is RelayKind.OUTLET_REPORT and _is_part_of_name(mention):
        return False
    if mention.tokens[0].ent_type_ == "PERSON" and not mention.known_before:
        return False
    if begins_sentence:
        # In "Variety says" the singular verb and the missing article show that the word is a name.
        return mention.known_before or (
            frame.cue.tag_ == "VBZ" and frame.cue.lemma_ in ("say", "report", "write", "note", "claim", "quote")
        )
    return first[0].isupper()


def _has_outlet_noun(mention: Mention) -> bool:
    doc, tokens = mention.tokens.doc, mention.tokens
    after = doc[tokens.end].lower_ if tokens.end < len(doc) else ""
    before = doc[tokens.start - 1].lower_ if tokens.start else ""
    return after in words("outlet_nouns") or before in words("outlet_nouns") or (before == "agency")


def _is_lookalike(mention: Mention) -> bool:
    """Tell whether a short form begins the name of something else: "the Post Office", "Times Square"."""
    doc, end = mention.tokens.doc, mention.tokens.end
    longer = doc[mention.tokens.end - 1 : min(end + 1, len(doc))].text.lower()
    return longer in words("outlet_lookalikes")


def _is_part_of_name(mention: Mention) -> bool:
    """Tell whether a common word stands in a longer name: "Vice President", "the Harbour Campaign"."""
    doc, start, end = mention.tokens.doc, mention.tokens.start, mention.tokens.end
    around = (doc[start - 1] if start else None, doc[end] if end < len(doc) else None)
    return any(
        near is not None and near.pos_ == "PROPN" and near.ent_type_ != "PERSON" and not is_time(near)
        for near in around
    )


def _is_on_or_quoted(mention: Mention) -> bool:
    doc, start, end = mention.tokens.doc, mention.tokens.start, mention.tokens.end
    before = doc[start - 1] if start else None
    quoted = before is not None and before.is_quote and end < len(doc) and (doc[end].is_quote or doc[end].text == ",")
    return before is not None and (before.lower_ == "on" or quoted)


def certainty_of(mention: Mention, frame: Frame) -> Certainty:
    """Say how sure the reading is: a plain name in a parsed frame is the surest."""
    if frame.beside or (mention.reading in (Reading.SHORT, Reading.QUALIFIED) and not mention.known_before):
        return Certainty.POSSIBLE if mention.reading is Reading.PATTERN else Certainty.LIKELY
    if mention.kind is MentionKind.UNNAMED or mention.reading in (Reading.PATTERN, Reading.COMMON):
        return Certainty.LIKELY
    return Certainty.FIRM
