"""Documents as sources: whether a report, study or record can be identified by its maker, date or place."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from auditor.language.annotations import Identity
from auditor.language.sources.phrases import Phrase

_COURT = frozenset(
    "court filing lawsuit suit complaint indictment affidavit ruling verdict judgment judgement warrant "
    "testimony".split()
)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def document_identity(doc: Doc, phrase: Phrase) -> tuple[Identity, str]:
    """Say whether a described document is identified, and by what.

    A proper name or a date in the phrase identifies it; so does a court's own paper, a possessive or an article, which
    point back at something the article has introduced. A poll that names its maker is the poll's.
    """
    tokens = doc[phrase.start : phrase.end]
    named = [token for token in tokens if token.pos_ == "PROPN" and token.ent_type_ not in ("NORP", "GPE", "LOC")]
    poll = phrase.lemma in ("poll", "survey")
    if named:
        return Identity.POLL_NAMED if poll else Identity.NAMED_DOCUMENT, "The phrase names who made the document."
    if _YEAR.search(phrase.span.text) or phrase.words & _COURT or phrase.lemma in _COURT:
        return Identity.NAMED_DOCUMENT, "The phrase identifies the document by its date or court."
    if phrase.determiner == "'s":
        return Identity.NAMED_DOCUMENT, "The phrase says whose document it is."
    if phrase.determiner == "the" and not phrase.plural:
        return Identity.NAMED_DOCUMENT, "The phrase points back at a document that the article has introduced."
    return Identity.DOCUMENT_UNNAMED, "Neither maker nor date of the document is given here."
