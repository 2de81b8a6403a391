"""How a named outlet is used: as the speaker, as the one told, as the place of an interview, or merely mentioned.

Read from the parse, with the words beside the name as a second witness where a title led the parser astray.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from auditor.language.annotations import RelayKind
from auditor.language.lexicon import words


@dataclass(frozen=True, slots=True)
class Frame:
    """The use of a mention: its kind, the token that states it, and why, in words."""

    kind: RelayKind
    cue: Token
    why: str
    beside: bool = False
    journalist: bool = False


REPORT, INTERVIEW = RelayKind.OUTLET_REPORT, RelayKind.OUTLET_INTERVIEW
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_INSIDE_PHRASE = frozenset({"compound", "nmod", "poss", "amod", "appos", "npadvmod", "nummod"})
_TIME = frozenset({"DATE", "TIME"})
_CITING = frozenset({"cite", "quote"})
_ASKING = frozenset({"interview", "ask", "contact", "challenge", "press", "question", "quiz"})


def find_frame(name: Tokens) -> Frame | None:
    """Tell how the outlet is used, or nothing when it is only mentioned."""
    if len(name) > 1 and name[0].text == "The":
        # The article may belong to a later noun ("The Gazette report") and would pass for the head.
        name = name[1:]
    head, holder = _phrase_head(name)
    if holder is not None:
        return _held(name, holder)
    return _direct(name, head) or _beside(name)


def _phrase_head(name: Tokens) -> tuple[Token, Token | None]:
    """Climb from the name to the head of its phrase.

    Gives the token whose place in the sentence is the outlet's own ("Reuters" in "Reuters news agency" climbs to "agency"),
    and the noun that the outlet only modifies ("report" in "a Reuters report"), if there is one.
    """
    token = name.root
    for _ in range(6):
        head = token.head
        if head is token:
            break
        if token.dep_ == "conj" and head.pos_ in ("PROPN", "NOUN") and head not in name:
            # In "CNN and the Gazette reported" both have the place of the first.
            token = head
            continue
        if token.dep_ not in _INSIDE_PHRASE or head.pos_ not in ("NOUN", "PROPN", "X", "ADJ"):
            break
        if head in name:
            token = head
            continue
        inner = head.dep_ == "compound" and head.pos_ == "PROPN" and head.head.pos_ in ("NOUN", "PROPN")
        if token.dep_ == "appos" or inner or (head.lemma_.lower() in words("outlet_nouns") and head.i <= name.end + 2):
            token = head
            continue
        return token, head
    return token, None


def _is_person(token: Token) -> bool:
    return token.lemma_.lower() in words("journalist_nouns") or (token.pos_ == "PROPN" and token.ent_type_ == "PERSON")


def _held(name: Tokens, holder: Token) -> Frame | None:
    lemma = holder.lemma_.lower()
    if lemma == "board" and any(child.lemma_ == "editorial" for child in holder.children):
        return _direct(name, holder)
    if lemma in words("relay_poll_nouns"):
        return None
    if lemma in words("relay_interview_nouns") and not _is_subject_of_no_speech(holder):
        return Frame(INTERVIEW, holder, f"“{holder.text}” was given to the outlet.")
    if lemma in words("relay_report_nouns"):
        return Frame(REPORT, holder, f"“{holder.text}” belongs to the outlet.")
    if _is_person(holder):
        return _person(name, holder)
    return _beside(name)


def _is_subject_of_no_speech(holder: Token) -> bool:
    return holder.lemma_.lower() in ("audience", "viewer", "listener", "reader") and holder.dep_ not in (
        "dobj",
        "pobj",
        "dative",
    )


def _person(name: Tokens, person: Token) -> Frame | None:
    """Read an outlet through its journalist: "told the Gazette's Ann Roe", "Gazette editor Ann Roe said"."""
    token = person
    while (
        token.dep_ in ("compound", "appos", "nmod", "poss")
        and token.head.pos_ in ("PROPN", "NOUN")
        and token.head is not token
    ):
        token = token.head
    frame = _direct(name, token)
    if frame is None:
        return None
    if frame.kind is REPORT and (frame.cue.lemma_ == "ask" or not _has_role(name, token)):
        return None
    return Frame(frame.kind, frame.cue, frame.why, frame.beside, journalist=True)


def _has_role(name: Tokens, head: Token) -> bool:
    near = name.doc[max(name.sent.start, name.start - 6) : min(name.sent.end, name.end + 6)]
    return any(token.lemma_.lower() in words("journalist_nouns") for token in near)


def _direct(name: Tokens, head: Token) -> Frame | None:
    if head.dep_ == "pobj" or head.head.dep_ == "prep" and head.dep_ in ("pcomp", "dep"):
        return _after_preposition(name, head.head)
    if head.dep_ in ("dobj", "dative", "iobj") and head.head.pos_ == "VERB":
        return _object(head.head)
    if head.dep_ in _SUBJECTS or head.dep_ == "agent":
        return _subject(head, head.head)
    for child in head.children:
        if child.dep_ == "relcl" and any(t.dep_ == "nsubj" and t.lower_ in ("which", "that") for t in child.children):
            return _subject_of(child) if child.lemma_.lower() in _FIRM_SPEECH else None
    return None


def _object(verb: Token) -> Frame | None:
    lemma = verb.lemma_.lower()
    if lemma in ("tell", "inform", "assure"):
        return Frame(INTERVIEW, verb, f"The outlet is the one who was told (“{verb.text}”).")
    if lemma in _CITING:
        return Frame(REPORT, verb, f"The article names the outlet as what it goes by (“{verb.text}”).")
    return None


_FIRM_SPEECH = words("relay_speech_verbs") - words("relay_content_verbs")


def _subject(head: Token, verb: Token) -> Frame | None:
    if head.dep_ == "nsubjpass":
        told = verb.lemma_ in ("tell", "inform")
        return Frame(INTERVIEW, verb, "The outlet was told.") if told else None
    known = verb.lemma_.lower() in words("relay_speech_verbs")
    chained = ("xcomp", "conj") if known else ("xcomp",)
    for candidate in (
        verb,
        *(t for t in verb.children if t.dep_ in chained and t.pos_ == "VERB" and not _has_subject(t)),
    ):
        frame = _subject_of(candidate)
        if frame is not None:
            return frame
    return None


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in _SUBJECTS for child in verb.children)


def _subject_of(verb: Token) -> Frame | None:
    lemma = verb.lemma_.lower()
    if lemma not in words("relay_speech_verbs") or any(child.dep_ == "neg" for child in verb.children):
        return None
    if lemma in words("relay_content_verbs") and not _carries(verb):
        return None
    return Frame(REPORT, verb, f"The outlet is the one who speaks or publishes (“{verb.text}”).")


def _carries(verb: Token) -> bool:
    """Tell whether the verb has a clause, a quotation or something publishable as its object."""
    for child in verb.children:
        if child.dep_ in ("ccomp", "xcomp", "oprd"):
            return True
        if (
            child.dep_ == "dobj"
            and child.lower_ == "it"
            and verb.lemma_ in ("put", "describe", "call", "label", "term")
        ):
            return True
        if child.dep_ == "prep" and child.lower_ == "at" and verb.lemma_ == "put":
            return True
        if child.dep_ in ("dobj", "pobj") and child.lemma_.lower() in words("relay_material_nouns"):
            return True
    return False


def _after_preposition(name: Tokens, preposition: Token) -> Frame | None:
    word = preposition.lower_
    if word == "to" and _follows_according(preposition):
        return Frame(REPORT, preposition, "“According to” names the outlet.")
    if word == "per":
        return Frame(REPORT, preposition, "“Per” names the outlet.")
    for governor in _governors(preposition):
        frame = _governed(name, word, governor)
        if frame is not None:
            return frame
        passable = ("xcomp", "pcomp", "acl", "advcl", "conj", *(("ccomp",) if word == "on" else ()))
        if governor.pos_ in ("VERB", "AUX") and governor.dep_ not in passable:
            return None
    return None


def _follows_according(preposition: Token) -> bool:
    return preposition.head.lower_ == "according" or (preposition.i > 0 and preposition.nbor(-1).lower_ == "according")


def _governors(preposition: Token) -> Iterator[Token]:
    """Give what the preposition may hang on, nearest first: the parser often hangs it on a date beside it."""
    token = preposition.head
    loose = preposition.lower_ in ("to", "on", "with", "via", "over")
    for _ in range(4):
        yield token
        bound = token.pos_ == "NOUN" and token.ent_type_ not in _TIME and not loose
        if token.head is token or bound:
            return
        token = token.head


def _governed(name: Tokens, word: str, governor: Token) -> Frame | None:
    lemma = governor.lemma_.lower()
    if governor.pos_ in ("VERB", "AUX"):
        return _governed_by_verb(word, governor)
    if governor.pos_ not in ("NOUN", "PROPN"):
        return None
    if word in ("with", "on", "to", "in", "for", "by", "of", "at") and lemma in words("relay_interview_nouns"):
        return Frame(INTERVIEW, governor, f"“{governor.text}” was given to the outlet.")
    if word in ("in", "by", "from", "of", "on", "at") and lemma in words("relay_report_nouns"):
        return Frame(REPORT, governor, f"“{governor.text}” is the outlet's.")
    if word == "of" and lemma == "board" and any(child.lemma_ == "editorial" for child in governor.children):
        return _direct(name, governor) or Frame(INTERVIEW, governor, "The words were given to the editorial board.")
    if word in ("of", "from", "at", "with", "for") and _is_person(governor):
        return _person(name, governor)
    return None


def _governed_by_verb(word: str, verb: Token) -> Frame | None:
    lemma = verb.lemma_.lower()
    passive = (
        any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)
        or verb.dep_ == "acl"
        and verb.tag_ == "VBN"
    )
    passive = passive or (verb.tag_ == "VBN" and verb.dep_ in ("advcl", "acl", "ROOT"))
    if word == "by" and lemma in words("relay_agent_verbs"):
        if verb.dep_ == "acl" and verb.head.lemma_.lower() in words("relay_poll_nouns"):
            return None
        kind = INTERVIEW if lemma in _ASKING or _is_of_words(verb) else REPORT
        return Frame(kind, verb, f"The outlet is the one by whom it was done (“{verb.text}”).")
    if word == "to" and lemma in words("relay_telling_verbs"):
        kind = REPORT if lemma in ("leak", "release", "provide") else INTERVIEW
        return Frame(kind, verb, f"The outlet is the one to whom it was given (“{verb.text}”).")
    if word == "with" and lemma in ("speak", "talk", "sit", "interview", "share", "chat"):
        return Frame(INTERVIEW, verb, f"The words were exchanged with the outlet (“{verb.text}”).")
    if word in ("on", "in", "for", "during", "at", "via", "over") and lemma in words("relay_appearing_verbs"):
        thing = _thing(verb)
        if thing is not None and thing.lemma_.lower() in words("relay_poll_nouns"):
            return None
        if passive or lemma in (
            "publish",
            "report",
            "run",
            "print",
            "carry",
            "feature",
            "air",
            "broadcast",
            "read",
            "see",
        ):
            kind = INTERVIEW if _is_of_words(verb) else REPORT
            return Frame(kind, verb, f"The outlet is where it appeared (“{verb.text}”).")
        return Frame(INTERVIEW, verb, f"The words were said or written there (“{verb.text}”).")
    return None


def _thing(verb: Token) -> Token | None:
    """Give what was published: what the verb describes, its passive subject, or its object."""
    if verb.dep_ in ("acl", "relcl"):
        return verb.head
    return next((child for child in verb.children if child.dep_ in ("nsubjpass", "dobj")), None)


def _is_of_words(verb: Token) -> bool:
    """Tell whether what was published is somebody's own words: "an interview published in the Gazette"."""
    thing = _thing(verb)
    return thing is not None and thing.lemma_.lower() in (
        "interview",
        "remark",
        "comment",
        "op-ed",
        "essay",
        "opinion",
        "statement",
    )


def _beside(name: Tokens) -> Frame | None:
    """Read the words right before and after the name, past articles, adjectives and outlet nouns."""
    doc = name.doc
    before = _word_before(doc, name)
    if before is not None:
        frame = _by_word_before(doc, before)
        if frame is not None:
            return frame
    after = _word_after(doc, name)
    if (
        after is not None
        and after.tag_ in ("VBD", "VBZ", "VBP", "VBN")
        and not (after.tag_ == "VBN" and after.i + 1 < len(doc) and after.nbor(1).lower_ in ("by", "in", "on"))
        and after.lemma_.lower() in ("report", "say", "write", "quote", "reveal", "cite", "note")
    ):
        return Frame(REPORT, after, f"The outlet stands before “{after.text}”.", beside=True)
    shows = after is not None and after.lower_ in ("broadcast", "aired", "showed") and after.i + 1 < len(doc)
    if shows and after.nbor(1).lemma_.lower() in words("relay_material_nouns"):
        return Frame(REPORT, after, f"The outlet stands before “{after.text}”.", beside=True)
    return None


def _by_word_before(doc: Doc, before: Token) -> Frame | None:
    lemma, second = before.lemma_.lower(), doc[before.i - 1] if before.i > before.sent.start else None
    if lemma == "tell" and before.tag_ != "VB":
        return Frame(INTERVIEW, before, f"The outlet is the one who was told (“{before.text}”).", beside=True)
    if before.lower_ in ("citing", "quoting"):
        return Frame(REPORT, before, f"The article names the outlet as what it goes by (“{before.text}”).", beside=True)
    if second is None:
        return None
    if before.lower_ == "to" and second.lower_ == "according":
        return Frame(REPORT, second, "“According to” names the outlet.", beside=True)
    if before.lower_ == "by" and doc[second.i - 1].lemma_.lower() in words("relay_poll_nouns"):
        return None
    if before.lower_ == "by" and second.lemma_.lower() in ("report", "quote", "cite", "obtain", "publish"):
        return Frame(REPORT, second, f"The outlet is the one by whom it was done (“{second.text}”).", beside=True)
    if before.lower_ in ("with", "to", "on", "for") and second.lemma_.lower() in words("relay_interview_nouns"):
        return Frame(INTERVIEW, second, f"“{second.text}” was given to the outlet.", beside=True)
    if before.lower_ == "on":
        return _on_air(doc, before)
    return None


def _on_air(doc: Doc, preposition: Token) -> Frame | None:
    """Read "said Thursday morning on Radio Nord", where the parser may hang the outlet on the time."""
    index = preposition.i - 1
    while index > preposition.sent.start and (doc[index].ent_type_ in _TIME or doc[index].pos_ == "ADV"):
        index -= 1
    verb = doc[index]
    thing = _thing(verb)
    hosted = thing is not None and thing.lemma_.lower() in words("relay_poll_nouns")
    if verb.pos_ == "VERB" and verb.lemma_.lower() in words("relay_appearing_verbs") and not hosted:
        return Frame(INTERVIEW, verb, f"The words were said there (“{verb.text}”).", beside=True)
    return None


def _word_before(doc: Doc, name: Tokens) -> Token | None:
    index = name.start - 1
    while index >= name.sent.start:
        token = doc[index]
        skip = (
            token.pos_ in ("DET", "ADJ")
            or token.is_quote
            or token.lemma_.lower() in words("outlet_nouns")
            or token.text in ("'", "’")
        )
        if not skip:
            return token
        index -= 1
    return None


def _word_after(doc: Doc, name: Tokens) -> Token | None:
    for token in doc[name.end : min(name.sent.end, name.end + 6)]:
        skip = (
            token.pos_ == "ADV"
            or token.is_quote
            or token.lemma_.lower() in words("outlet_nouns")
            or token.ent_type_ in _TIME
        )
        if not (skip or token.pos_ == "AUX" or token.lower_ in ("news", "on", "'s", "’s")):
            return token
    return None
