"""Conditions about documents, studies and polls that stand as sources."""

from __future__ import annotations

import re

from auditor.findings import Evidence
from auditor.language.annotations import Attribution
from auditor.language.cues import CueClass, cue_class
from auditor.rules.conditions.condition import Match
from auditor.rules.context import Context
from auditor.rules.surroundings import text_around

_INTERNAL = re.compile(
    r"\b(?:documents?|memos?|memorand(?:um|a)|e-?mails?|files?|dossiers?|recordings?|cables?|notes?|letters?"
    r"|papers|tapes?|drafts?)\b(?! of the (?:interview|speech|letter|debate))",
    re.IGNORECASE,
)
_STUDY = re.compile(
    r"\b(?:stud(?:y|ies)|research|surveys?|polls?|polling|statistics|data|analys[ei]s|experiments?|science)\b",
    re.IGNORECASE,
)
# Papers that are public or whose maker goes without saying.
_PUBLIC = re.compile(
    r"\b(?:court|police|council|company|government|state|federal|public|official|press|campaign)\b", re.IGNORECASE
)
# A maker ("by the University of Borg", "written by", "Fenn's poll"), a date or an address.
_IDENTIFIED = re.compile(
    r"\b(?:by|from|for)\s+(?:the\s+)?(?:[a-z]+\s+){1,3}(?:the\s+)?[A-Z][\w’'-]+"
    r"|\b(?:for|by|from|of) the (?:charity|group|company|bank|union|organi[sz]ation|agency|institute|university|council"
    r"|paper|newspaper|firm|party|campaign|ministry|government|regulator|watchdog|think tank)\b|"
    r"\b(?:by|from|of|for|at|in|commissioned by|conducted by|published in)\s+(?:the\s+)?"
    r"(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*\b)[A-Z][\w’'-]+"
    r"|[A-Z][\w’'-]+(?:’s|'s)\s+(?:\w+\s+)?(?:stud|poll|survey|report|memo|analys|e-?mail|document|letter|data"
    r"|figures)"
    r"|\b(?:dated|written by|signed by|sent by|obtained (?:through|under|from|by))\b|\b(?:19|20)\d\d\b"
    r"|\bon \d{1,2} [A-Z][a-z]+|\b(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December) \d{1,2}\b|https?://"
)
_TELLING = frozenset({CueClass.SPEECH, CueClass.SHOWING})
_POLL = re.compile(r"\b(?:polls?|surveys?|opinion polls?)\b", re.IGNORECASE)
_PROVING = frozenset({"prove", "confirm"})


def is_an_internal_document(subject: Attribution, context: Context) -> Match:
    """The source is a paper, message or recording such as a memo, a file or a video."""
    text = subject.source.text if subject.source else ""
    return bool(_INTERNAL.search(text)) and not _STUDY.search(text) and not _PUBLIC.search(text)


def is_a_study_or_poll(subject: Attribution, context: Context) -> Match:
    """The source is a study, a poll or statistics."""
    return subject.source is not None and _STUDY.search(subject.source.text) is not None


def cue_says_or_shows(subject: Attribution, context: Context) -> Match:
    """The document is said to show or to state something."""
    return cue_class(subject.cue_lemma) in _TELLING and bool(subject.content)


def document_identified_nearby(subject: Attribution, context: Context) -> Match:
    """Its maker, its date or its place of publication stands in the same sentence or beside it."""
    if subject.source is None:
        return False
    # A capital that begins the sentence is no name.
    text = text_around(context, subject.source, before=1, after=1)
    return _IDENTIFIED.search(text) is not None


def poll_said_to_prove(subject: Attribution, context: Context) -> Match:
    """A poll is said to prove or to confirm something."""
    if subject.source is None or subject.cue_lemma not in _PROVING or not _POLL.search(subject.source.text):
        return False
    return tuple(Evidence("cue", span) for span in subject.cue)


CONDITIONS = (
    is_an_internal_document,
    is_a_study_or_poll,
    cue_says_or_shows,
    document_identified_nearby,
    poll_said_to_prove,
)
