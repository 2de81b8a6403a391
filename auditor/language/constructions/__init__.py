"""Constructions of attribution that syntax shows plainly, laid over what the tagger read.

Pure functions over readings: some set their bounds right (clauses, possessives, addressees, conjoined sources) or part
two cues, the others add what the tagger left out (framing phrases, turns of a transcript).
"""

from auditor.language.constructions.bounds import within_bounds
from auditor.language.constructions.conjoined import with_conjoined_cues
from auditor.language.constructions.framing import framed
from auditor.language.constructions.labels import labelled_turns
from auditor.language.constructions.noun_phrases import with_companions, with_full_source

__all__ = ["framed", "labelled_turns", "with_companions", "with_conjoined_cues", "with_full_source", "within_bounds"]
