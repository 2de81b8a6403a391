"""What stands beside a cue: a clause, a naming frame ("call it a mistake"), or only a thing that somebody judged.

Verbs of judging ("praised the plan") report a statement when a reason, a name or a claim stands beside them; with a
bare object they report a stance. Nouns of opinion ("expressed doubts about") give a view, nouns of feeling do not.
"""

from __future__ import annotations

from spacy.tokens import Token

from auditor.language import word_classes as people

_OBJECTS = frozenset({"dobj", "obj"})
_JUDGING = frozenset(
    "praise criticise criticize condemn denounce decry deride mock ridicule slam blast lambast lambaste hail laud tout "
    "bemoan applaud dismiss reject rebut rip assail pan knock fault scorn question dispute defend contradict".split()
)
# Objects that are claims or qualities of claims: to doubt them is to say something about them.
_CLAIMS = frozenset(
    "claim allegation accusation report charge suggestion argument assertion theory account version finding statement "
    "characterisation characterization implication figure number estimate rationale logic premise conclusion".split()
)
_QUALITIES = frozenset(
    "wisdom validity legality constitutionality accuracy fairness value need credibility authenticity motive "
    "idea notion".split()
)
_DOUBTING = frozenset({"question", "dispute", "doubt"})
_EXPRESSING = frozenset({"express", "voice", "air", "raise"})
# Nouns of what somebody thinks. Nouns of feeling (anger, sympathy, outrage) need a clause.
_OPINIONS = frozenset(
    "doubt scepticism skepticism reservation misgiving concern worry fear view opinion belief confidence uncertainty "
    "suspicion objection criticism question complaint optimism pessimism caution hope expectation".split()
)
_FRAME_WORDS: dict[str, frozenset[str]] = {
    "on": frozenset({"blame", "pin", "bet"}),
    "to": frozenset({"link", "attribute", "ascribe", "trace", "tie", "liken"}),
    "at": frozenset({"put", "estimate"}),
    "for": (_JUDGING | {"blame", "credit"}) - _DOUBTING - {"dismiss", "reject", "rebut", "defend", "contradict"},
}


def is_judging(lemma: str) -> bool:
    """Tell whether a cue praises, blames or doubts what stands beside it."""
    return lemma in _JUDGING


def is_expressing(lemma: str) -> bool:
    """Tell whether a cue gives voice to the noun beside it: "expressed doubts", "raised questions"."""
    return lemma in _EXPRESSING


def has_clause(head: Token) -> bool:
    """Tell whether a cue governs a clause that gives the content."""
    for child in head.children:
        if child.dep_ in ("ccomp", "pcomp") or (child.dep_ == "acl" and child.tag_ != "VB"):
            return True
    return head.dep_ == "parataxis"


def names_or_explains(head: Token) -> bool:
    """Tell whether the cue has the frame "call it a mistake", "see it as a threat", "blame it on them"."""
    if any(child.dep_ in ("oprd", "xcomp") for child in head.children):
        return True
    # "What they consider a refuge", "what they claim is a choice": the pronoun stands for what is named.
    if any(child.lower_ == "what" for child in head.lefts) and (objects_of(head) or head.dep_ == "csubj"):
        return True
    lemma = head.lemma_.lower()
    if lemma in ("expect", "anticipate") and objects_of(head):
        return True
    return any(
        part.dep_ == "prep"
        and part.i > head.i
        and (part.lower_ == "as" or (part.lower_ == "of" and one is head) or lemma in _FRAME_WORDS.get(part.lower_, ()))
        for one in (head, *objects_of(head), *_agents(head))
        for part in one.children
    )


def judges_a_claim(head: Token) -> bool:
    """Tell whether what is judged is a claim: "rejected the allegation", "questioned the wisdom of it"."""
    known = _CLAIMS | _QUALITIES if head.lemma_.lower() in _DOUBTING else _CLAIMS
    return any(people.singular(one) in known for one in objects_of(head))


def expresses_opinion(head: Token) -> bool:
    """Tell whether the noun that is voiced is an opinion, or has a clause: "voiced anger that it was late"."""
    for one in objects_of(head):
        nouns = [one, *(child for child in one.children if child.dep_ == "conj")]
        if any(people.singular(noun) in _OPINIONS or has_clause(noun) for noun in nouns):
            return True
    return False


def acts_on_somebody(head: Token) -> bool:
    """Tell whether the cue's object is a person: "confirmed a judge"."""
    return any(people.is_person_noun(people.singular(one)) or one.ent_type_ == "PERSON" for one in objects_of(head))


def _agents(head: Token) -> list[Token]:
    """Give the nouns behind "by", on which the parser hangs the rest of the frame: "seen by some as a bribe"."""
    by = (child for child in head.children if child.dep_ == "agent")
    return [noun for child in by for noun in child.children if noun.dep_ == "pobj"]


def objects_of(head: Token) -> list[Token]:
    """Give the direct objects of a verb; of a passive, its subject."""
    found = [child for child in head.children if child.dep_ in _OBJECTS]
    return found or [child for child in head.children if child.dep_ == "nsubjpass"]
