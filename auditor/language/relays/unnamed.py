"""Outlets without a name as the source: "local media said", "according to press reports", "state television showed"."""

from __future__ import annotations

from auditor.language.annotations import RelayKind
from auditor.language.relays.frames import REPORT, Frame, find_frame
from auditor.language.relays.mentions import Mention

_SAYING = frozenset(
    "say suggest indicate claim allege state note report show describe add emerge surface circulate reveal quote put tell cite".split()
)
_NAMING = frozenset("confirm deny dismiss reject cite note discuss quote reference".split())


def find_unnamed_frame(mention: Mention) -> Frame | None:
    """Tell whether the unnamed outlet or report is used as the source of something."""
    if mention.tokens[-1].lower_ in ("reports", "report", "reporting"):
        return _report(mention)
    frame = find_frame(mention.tokens)
    if frame is None or frame.kind is RelayKind.OUTLET_INTERVIEW and mention.tokens[-1].lower_ in ("media", "press"):
        # "Told the press", "spoke to local media": words given to everybody are a press call, not a relay.
        return None
    return frame


def _report(mention: Mention) -> Frame | None:
    head = next(
        (token for token in mention.tokens if token.lower_ in ("reports", "report", "reporting")), mention.tokens[-1]
    )
    governor = head.head
    lemma = governor.lemma_.lower()
    if head.dep_ in ("nsubj", "nsubjpass") and lemma in _SAYING:
        return Frame(REPORT, governor, f"Reports without an outlet's name are the source (“{governor.text}”).")
    if head.dep_ == "pobj" and governor.lower_ == "to" and governor.head.lower_ == "according":
        return Frame(REPORT, governor.head, "“According to” names reports without an outlet.")
    modified = len(mention.tokens) > 1
    if (
        modified
        and head.dep_ == "pobj"
        and governor.lower_ in ("by", "through", "in", "from", "amid", "after", "following", "on", "to")
    ):
        return Frame(REPORT, governor, "The article goes by reports without an outlet's name.")
    if head.dep_ == "dobj" and (lemma in ("cite", "quote") or modified and lemma in _NAMING):
        return Frame(REPORT, governor, f"Reports without an outlet's name are named as the source (“{governor.text}”).")
    return None
