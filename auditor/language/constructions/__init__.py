"""Constructions of attribution that syntax shows plainly, laid over what the tagger read.

Pure functions over readings: some set their bounds right (clauses, possessives, addressees, conjoined sources) or part
two cues, the others add what the tagger left out (framing phrases, turns of a transcript).
"""

from auditor.language.constructions.bounds import within_bounds
from auditor.language.constructions.conjoined import with_conjoined_cues
from auditor.language.constructions.embedded import embedded
from auditor.language.constructions.framing import framed
from auditor.language.constructions.labels import labelled_turns
from auditor.language.constructions.noun_phrases import (
    with_companions,
    with_determiner,
    with_full_source,
    with_own_subject,
)

__all__ = [
    "embedded",
    "framed",
    "labelled_turns",
    "with_companions",
    "with_conjoined_cues",
    "with_determiner",
    "with_full_source",
    "with_own_subject",
    "within_bounds",
]
