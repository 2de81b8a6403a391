"""What a verb makes of an outlet that is its subject, its object, or hangs on it with a preposition."""

from __future__ import annotations

from spacy.tokens import Token

from auditor.language.lexicon import words
from auditor.language.relays.frame import INTERVIEW, REPORT, Frame

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
CITING = frozenset({"cite", "quote"})
_ASKING = frozenset({"interview", "ask", "contact", "challenge", "press", "question", "quiz"})
_PUBLISHING = frozenset({"publish", "report", "run", "print", "carry", "feature", "air", "broadcast", "read", "see"})
_OWN_WORDS = frozenset({"interview", "remark", "comment", "op-ed", "essay", "opinion", "statement"})
_NAMING = frozenset({"describe", "call", "label", "term"})
FIRM_SPEECH = words("relay_speech_verbs") - words("relay_content_verbs")


def as_object(verb: Token) -> Frame | None:
    """Read an outlet that is the verb's object: the one told, or the one cited."""
    lemma = verb.lemma_.lower()
    if lemma in ("tell", "inform", "assure"):
        return Frame(INTERVIEW, verb, f"The outlet is the one who was told (“{verb.text}”).")
    if lemma in CITING:
        return Frame(REPORT, verb, f"The article names the outlet as what it goes by (“{verb.text}”).")
    return None


def as_subject(head: Token, verb: Token) -> Frame | None:
    """Read an outlet that is the verb's subject: the one who speaks or publishes, or the one who was told."""
    if head.dep_ == "nsubjpass":
        told = verb.lemma_ in ("tell", "inform")
        return Frame(INTERVIEW, verb, "The outlet was told.") if told else None
    if verb.lemma_ in ("speak", "talk") and any(child.lower_ in ("to", "with") for child in verb.children):
        return Frame(INTERVIEW, verb, f"The outlet is the one who talked with somebody (“{verb.text}”).")
    known = verb.lemma_.lower() in words("relay_speech_verbs")
    chained = ("xcomp", "conj") if known else ("xcomp",)
    for candidate in (
        verb,
        *(t for t in verb.children if t.dep_ in chained and t.pos_ == "VERB" and not _has_subject(t)),
    ):
        frame = speaks(candidate)
        if frame is not None:
            return frame
    return None


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.children)


def speaks(verb: Token) -> Frame | None:
    """Tell whether a verb with an outlet as its subject gives information."""
    lemma = verb.lemma_.lower()
    if lemma in ("air", "broadcast", "feature", "run", "show") and is_yet_to_be(verb):
        return None
    if lemma not in words("relay_speech_verbs") or any(child.dep_ == "neg" for child in verb.children):
        return None
    if any(child.lower_ in ("itself", "themselves") for child in verb.children):
        # "The network found itself under attack" tells of the network.
        return None
    if lemma in words("relay_content_verbs") and not _carries(verb):
        return None
    if any(child.dep_ == "dobj" and child.lemma_.lower() in words("relay_poll_nouns") for child in verb.children):
        return None
    return Frame(REPORT, verb, f"The outlet is the one who speaks or publishes (“{verb.text}”).")


def _carries(verb: Token) -> bool:
    """Tell whether the verb has a clause, a quotation or something publishable as its object."""
    if verb.lemma_ == "put":
        return any(child.lower_ == "it" or (child.dep_ == "prep" and child.lower_ == "at") for child in verb.children)
    for child in verb.children:
        if child.dep_ in ("ccomp", "xcomp", "oprd"):
            return True
        if child.dep_ == "dobj" and child.lower_ == "it" and verb.lemma_ in _NAMING:
            return True
        if child.dep_ in ("dobj", "pobj") and _is_material(child):
            return True
    return False


def _is_material(noun: Token) -> bool:
    """Tell whether the noun is something publishable, or a run of such things: "a string of editorials"."""
    of = (held for link in noun.children if link.lower_ == "of" for held in link.children)
    return any(one.lemma_.lower() in words("relay_material_nouns") for one in (noun, *of))


def after_preposition_of(word: str, verb: Token) -> Frame | None:
    """Read an outlet that hangs on a verb with this preposition: "said on", "reported by", "confirmed to"."""
    lemma = verb.lemma_.lower()
    if is_yet_to_be(verb) or (verb.tag_ == "VB" and lemma in ("read", "see", "watch")):
        # "Will air on", "read more at": announced or recommended, nothing is relayed.
        return None
    passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children) or (
        verb.dep_ == "acl" and verb.tag_ == "VBN"
    )
    passive = passive or (verb.tag_ == "VBN" and verb.dep_ in ("advcl", "acl", "ROOT"))
    if word == "by" and lemma in words("relay_agent_verbs"):
        if verb.dep_ == "acl" and verb.head.lemma_.lower() in words("relay_poll_nouns"):
            return None
        kind = INTERVIEW if lemma in _ASKING or _is_of_words(verb) else REPORT
        return Frame(kind, verb, f"The outlet is the one by whom it was done (“{verb.text}”).")
    if word == "to" and lemma == "give" and _gives_words(verb):
        return Frame(INTERVIEW, verb, f"The outlet is the one to whom it was given (“{verb.text}”).")
    if word == "to" and lemma in words("relay_telling_verbs"):
        kind = REPORT if lemma in ("leak", "release", "provide") else INTERVIEW
        return Frame(kind, verb, f"The outlet is the one to whom it was given (“{verb.text}”).")
    if word == "with" and lemma in ("speak", "talk", "sit", "interview", "share", "chat", "disclose"):
        return Frame(INTERVIEW, verb, f"The words were exchanged with the outlet (“{verb.text}”).")
    if word in ("on", "in", "for", "during", "at", "via", "over") and lemma in words("relay_appearing_verbs"):
        thing = thing_of(verb)
        if thing is not None and thing.lemma_.lower() in words("relay_poll_nouns"):
            return None
        if passive or lemma in _PUBLISHING:
            kind = INTERVIEW if _is_of_words(verb) else REPORT
            return Frame(kind, verb, f"The outlet is where it appeared (“{verb.text}”).")
        return Frame(INTERVIEW, verb, f"The words were said or written there (“{verb.text}”).")
    return None


def _gives_words(verb: Token) -> bool:
    """Tell whether what was given is somebody's words: "an account she gave to", "gave an interview to"."""
    things = [verb.head] if verb.dep_ == "relcl" else [child for child in verb.children if child.dep_ == "dobj"]
    return any(thing.lemma_.lower() in _OWN_WORDS | {"account", "version", "explanation", "answer"} for thing in things)


def is_yet_to_be(verb: Token) -> bool:
    """Tell whether the programme is only announced: "will be broadcast on", "is scheduled to appear on"."""
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if verb.dep_ == "relcl" and verb.head.lemma_ in _OWN_WORDS:
        return False
    announced = verb.dep_ == "xcomp" and verb.head.lemma_ in ("schedule", "plan", "expect", "set", "due", "invite")
    return announced or bool(auxiliaries & {"will", "shall", "'ll", "’ll", "wo"})


def thing_of(verb: Token) -> Token | None:
    """Give what was published: what the verb describes, its passive subject, or its object."""
    if verb.dep_ in ("acl", "relcl"):
        return verb.head
    return next((child for child in verb.children if child.dep_ in ("nsubjpass", "dobj")), None)


def _is_of_words(verb: Token) -> bool:
    """Tell whether what was published is somebody's own words: "an interview published in the Gazette"."""
    thing = thing_of(verb)
    return thing is not None and thing.lemma_.lower() in _OWN_WORDS
