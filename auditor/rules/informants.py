"""Which unnamed people told something to the article, as against those whose public acts or feelings it reports.

"Aides said" tells what somebody passed on; "lawmakers condemned the raid" tells what was done in public, and "his wife
said" is somebody whom the article identifies by a relation. Reasons for anonymity and ways of knowing are asked of the
first kind only.
"""

from __future__ import annotations

import re

from auditor.language.annotations import Attribution, Channel, Identity, Source

UNNAMED = frozenset({Identity.UNNAMED_INDIVIDUAL, Identity.UNNAMED_GROUP})

_TELLING = frozenset(
    (
        "say tell add note explain state report warn confirm deny acknowledge admit concede insist claim "
        "assert allege argue contend maintain suggest indicate hint imply reveal disclose divulge recall "
        "recount describe predict estimate believe think suspect expect fear speculate know caution stress "
        "emphasise emphasize reiterate repeat reply comment mention remark observe relate convey detail "
        "outline inform assure brief complain call cite quote whisper mutter put according per learn "
        "understand"
    ).split()
)
# Somebody imagined ("a reader would ask"), nobody at all, or an office that speaks by its acts ("a judge ruled").
_NOBODY = re.compile(
    r"^(?:(?:\w+ )*(?:users|commenters|posters)$|nobody|no one|none|anyone|anybody|everyone|everybody|who\w*"
    r"|(?:an?|the|another"
    r"|one) (?:\w+ )?(?:reader|viewer|visitor|narrator|reporter|journalist|moderator|interviewer|questioner"
    r"|host|anchor|voice|company|ranking))\b",
    re.IGNORECASE,
)
_KIN = re.compile(
    r"^(?:(?:his|her|their|my|our|your)|.{1,40}[’']s?)\s+(?:\w+\s+){0,2}?(?:wife|husband|mother|father|parents"
    r"|son|daughter|brother|sister|family"
    r"|grand\w+|uncle|aunt|cousin|widow|partner|fianc\w+|boyfriend|girlfriend|children|kids)\b",
    re.IGNORECASE,
)
# Somebody whom the article identifies after all: a name behind a role, an office that one person holds, an age.
_IDENTIFIED = re.compile(
    r"\b(?!(?:at|of|in|from|for|to|with|the|and|by)\b)[a-z]+ [A-Z][a-z]+ [A-Z][a-z]+$"
    r"|^[A-Z][\w. ]*[’']s? (?:[a-z]+ ){0,2}"
    r"(?:strategist|chief of staff|manager|chief|boss|doctor|coach|biographer"
    r"|predecessor|successor|running mate|opponent|rival|deputy|landlord|owner)$"
    r"|^(?:the )?\d+-year-old\b"
)
# "The witnesses" without another description points back at people whom the article has introduced, mostly by name;
# groups and firms are bodies, and a crowd speaks in public: nobody of them confides something.
_POINTS_BACK = re.compile(r"^(?:the|these|those|both) [a-z]+$", re.IGNORECASE)
_BODIES = re.compile(
    r"\b(?:groups|organi[sz]ations|companies|firms|agencies|networks|unions|banks|campaigns|outlets|regulators)$"
    r"|^\w+[’']s boss$|^another$"
    r"|^(?:[\w’'.-]+ ){0,2}(?:demonstrators|protest[eo]rs|marchers|voters|fans|supporters|delegates|crowds?)$",
    re.IGNORECASE,
)
_IN_PUBLIC = re.compile(
    r"\bwrote in a (?:letter|statement|report|petition)|\bin (?:a|an open) letter\b|\bin (?:court|a ruling)\b"
    r"|\bruled\b|\bheard\b"
    r"|\bin a (?:joint )?statement\b",
    re.IGNORECASE,
)
_IMAGINED = re.compile(r"\b(?:would|might|could|should)\b", re.IGNORECASE)


def _says_anonymous(source: Source) -> bool:
    return source.anonymity is not None and (source.anonymity.formula or source.anonymity.terms) is not None


def is_kin(words: str) -> bool:
    """Tell whether somebody is described as a relative of somebody: "his wife", "Ek's daughter"."""
    return _KIN.match(words) is not None


def informs(attribution: Attribution, source: Source | None) -> bool:
    """Tell whether an unnamed person or group passes something on here."""
    if source is None or source.identity not in UNNAMED or attribution.channel is Channel.DECLINED_COMMENT:
        return False
    if _POINTS_BACK.match(source.label) and not _says_anonymous(source):
        return False
    if any(pattern.search(source.label) for pattern in (_NOBODY, _KIN, _IDENTIFIED, _BODIES)):
        return False
    # "Not paying an architect who said …": the sentence is about them and only says by the way what they said.
    if attribution.source is not None and attribution.source.text.endswith(" who"):
        return False
    cue = " ".join(span.text for span in attribution.cue)
    if _IN_PUBLIC.search(cue) or _IMAGINED.search(cue):
        return False
    return attribution.cue_lemma.split(" ")[0] in _TELLING or not attribution.cue_lemma
