"""Whether an attribution is used as sourcing, or only tells what somebody wants, feels, does, or might say.

The attribution keeps its place in the document either way; `sourcing` says whether counts and findings take it.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from auditor.language import lexicon
from auditor.language import word_classes as people
from auditor.language.annotations import Attribution, AttributionKind, Certainty, Channel
from auditor.language.cues import CueClass, cue_class, cue_head, cue_tokens
from auditor.language.sentences import sentence_of
from auditor.language.sources.antecedents import Antecedents
from auditor.language.sources.frames import (
    acts_on_somebody,
    expresses_opinion,
    has_clause,
    is_expressing,
    is_judging,
    judges_a_claim,
    names_or_explains,
    objects_of,
)
from auditor.language.sources.phrases import Form, Phrase

_HYPOTHETICAL_MODALS = frozenset({"would", "could", "might", "may", "should", "can", "must", "’d", "'d", "shall", "ca"})
_CONDITIONS = frozenset({"if", "unless", "whether", "should"})
_GENERIC_DETERMINERS = frozenset({"any", "no", "every", "whoever", "whatever"})
# Of readings below this probability, fewer than four in ten were right on marked articles (see docs/tagger.md).
_TOO_WEAK = 0.3
# Below this one not even a firm cue makes a reading right more often than not.
_HARDLY_READ = 0.1
_NOT_SOURCING = {
    CueClass.INTENTION: "It tells what they want or plan, not information they gave.",
    CueClass.DEMAND: "It tells what they demand, not information they gave.",
    CueClass.STANCE: "It tells what they support or oppose, not information they gave.",
    CueClass.DECLINING: "They declined or could not be reached; no information came from them.",
}


def not_sourcing_because(doc: Doc, attribution: Attribution, phrase: Phrase | None, antecedents: Antecedents) -> str:
    """Give the reason why an attribution is not sourcing, or an empty string when it is.

    Args:
        doc: the parsed article.
        attribution: with its `channel` and `cue_lemma`.
        phrase: its source phrase as read, or None without one.
        antecedents: knows which tokens stand inside quotation marks.
    """
    tokens = cue_tokens(doc, attribution.cue)
    head = cue_head(tokens)
    if phrase is not None and antecedents.quoted(phrase.head) and (head is None or antecedents.quoted(head.i)):
        return "The source stands inside somebody's quotation."
    if phrase is not None and _is_poll_respondent(phrase):
        return "Respondents of a poll are not sources of the article."
    if phrase is not None and _is_generic(phrase):
        return "Nobody in particular is meant."
    if attribution.probability < _HARDLY_READ:
        return "The reading is too uncertain to count."
    plain = is_firm_speech(attribution.cue_lemma) or (head is not None and names_or_explains(head))
    too_weak = attribution.probability < _TOO_WEAK and not plain
    otherwise = "The reading is too uncertain to count." if too_weak else ""
    if head is None:
        return otherwise
    if (
        not antecedents.quoted(head.i)
        and sentence_of(head).text.rstrip().endswith("?")
        and attribution.kind is AttributionKind.INDIRECT
    ):
        return "It is a question, not a statement of theirs."
    if phrase is not None and _undergoes(doc[phrase.head], head):
        return "It is done to them; they say nothing."
    if phrase is not None and _is_electorate(phrase) and cue_class(attribution.cue_lemma) is CueClass.BELIEF:
        return "It tells what a whole electorate or nation thinks, which nobody said."
    if _is_hypothetical(head) or _is_broken_off(head):
        return "It is what somebody would or might say, not what was said."
    if attribution.channel is Channel.DECLINED_COMMENT:
        return _NOT_SOURCING[CueClass.DECLINING]
    return _by_class(attribution, tokens, head) or otherwise


def _by_class(attribution: Attribution, tokens: list[Token], head: Token) -> str:
    kind = cue_class(attribution.cue_lemma)
    if attribution.cue_lemma in _PERFORMING:
        return "They chanted or cheered; no information came from them."
    factive = "It tells what they came to know, in the article's own voice; no statement of theirs is given."
    if attribution.cue_lemma in _FACTIVE and attribution.kind is not AttributionKind.DIRECT and not _as(head):
        return factive
    quoted = attribution.kind is not AttributionKind.INDIRECT
    if attribution.kind is AttributionKind.DIRECT or (quoted and kind in _QUOTABLE):
        return "" if kind is not CueClass.DECLINING else _NOT_SOURCING[kind]
    if attribution.cue_lemma in _COMMITMENTS and not has_clause(head):
        return _NOT_SOURCING[CueClass.INTENTION]
    if kind is CueClass.UNKNOWN and any(child.dep_ == "auxpass" for child in head.children):
        return _NOT_SOURCING_FEELING
    if kind in _NOT_SOURCING and not (attribution.cue_lemma in _ARGUING and has_clause(head)):
        return _NOT_SOURCING[kind]
    if _withholds(attribution.cue_lemma, head):
        return "It says that they have not said it; no information came from them."
    if _acts(attribution.cue_lemma, kind, head):
        return _ACTION
    if kind is CueClass.FEELING and head.pos_ == "VERB" and objects_of(head):
        return _NOT_SOURCING_FEELING
    if attribution.cue_lemma == "feel" and (not has_clause(head) or _has_participle(head)):
        return _NOT_SOURCING_FEELING
    if is_judging(attribution.cue_lemma):
        reasoned = (
            has_clause(head) or names_or_explains(head) or judges_a_claim(head) or _misread_frame(attribution, head)
        )
        return "" if reasoned else _NOT_SOURCING[CueClass.STANCE]
    if is_expressing(attribution.cue_lemma):
        return "" if has_clause(head) or expresses_opinion(head) else _NOT_SOURCING_FEELING
    if is_firm_speech(attribution.cue_lemma) or has_clause(head):
        return "" if kind is not CueClass.UNKNOWN or attribution.certainty is Certainty.FIRM else _ACTION
    if kind is CueClass.FEELING:
        return _NOT_SOURCING_FEELING
    return "" if names_or_explains(head) and kind in (CueClass.SPEECH, CueClass.BELIEF) else _ACTION


def _acts(cue: str, kind: CueClass, head: Token) -> bool:
    """Tell whether the cue says what they did to somebody or something, not what they said."""
    if not has_clause(head):
        to_somebody = cue in _NEEDS_CLAUSE and acts_on_somebody(head)
        if to_somebody or cue == "hold" or (cue in _MAKING and objects_of(head)):
            return True
    if any(one.lower_ in ("themselves", "himself", "herself") for one in objects_of(head)):
        return True
    return kind is CueClass.SHOWING and cue in _EVIDENCE


def _misread_frame(attribution: Attribution, head: Token) -> bool:
    """Tell whether "as" stands in the content of a verb that was parsed as another word: "rivals deride it as"."""
    return head.pos_ != "VERB" and any(" as " in span.text for span in attribution.content)


def _as(head: Token) -> bool:
    """Tell "friends remembered her as shy" from "friends remembered that"."""
    return any(child.dep_ == "prep" and child.lower_ == "as" for child in head.children)


def _has_participle(head: Token) -> bool:
    """Tell "they feel stung": a state, whatever clause the parser makes of it."""
    return any(child.i == head.i + 1 and child.tag_ in ("VBN", "JJ") for child in head.children)


_QUOTABLE = frozenset({CueClass.SPEECH, CueClass.BELIEF, CueClass.FEELING, CueClass.SOCIAL, CueClass.SHOWING})
# Verbs whose clause the article itself asserts ("they learned that …"): Kiparsky and Kiparsky 1970.
_FACTIVE = frozenset(
    "know learn realise realize recognise recognize remember forget understand notice watch hear witness".split()
)
# "Senators confirmed a judge" is an act, "senators confirmed the strike" a statement.
_NEEDS_CLAUSE = frozenset({"confirm", "observe", "put", "read", "report", "cast", "paint", "draw"})
# "They wrote an agreement", "they published a list": a thing is made, nothing is said.
_MAKING = frozenset({"write", "read", "draft", "record"})
_BROKEN_OFF = frozenset({"stop", "cease", "avoid", "refuse", "fail", "decline", "forget", "neglect"})
_ELECTORATE = frozenset({"voter", "american", "briton", "citizen", "consumer", "millennial", "electorate"})
# People who show or prove something have done it, not said it.
_EVIDENCE = frozenset({"show", "demonstrate", "prove", "illustrate", "reflect", "record", "list"})
# What crowds and performers utter together says nothing that they told anybody.
_PERFORMING = frozenset({"chant", "sing", "cheer", "boo", "jeer", "hoot", "rap", "heckle"})
# Verbs of stance that report a claim when a clause follows: "they protested that he had been elsewhere".
_ARGUING = frozenset({"protest", "object", "counter", "fret"})
_COMMITMENTS = frozenset({"agree", "promise", "pledge", "vow", "threaten", "offer", "volunteer", "swear", "plead"})
_NOT_SOURCING_FEELING = "It tells what they feel, without information they gave."
_ACTION = "It tells what they did; no statement or belief of theirs is given."


def is_polled(label: str) -> bool:
    """Tell whether a source is known by the poll that asked it: "those surveyed", "two in three of the members"."""
    return bool(_POLLED.search(label) or _OUT_OF.search(label) or _MAJORITY.search(label))


def is_firm_speech(lemma: str) -> bool:
    """Tell whether a cue attributes whatever stands beside it, a clause or not."""
    return lemma in lexicon.words("firm_cues")


_WITHHELD = frozenset(
    "say comment announce disclose specify reveal confirm release explain respond identify provide".split()
)


def _withholds(lemma: str, head: Token) -> bool:
    negated = any(child.dep_ == "neg" for child in head.children)
    return negated and lemma in _WITHHELD


_OUT_OF = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine)\s+(?:in|of|out\s+of)\s+(?:every\s+)?(?:\d+|three|four|five|ten)\b",
    re.IGNORECASE,
)
_POLLED = re.compile(r"\b(?:surveyed|polled|respondents?|per\s?cent)\b|%", re.IGNORECASE)
_MAJORITY = re.compile(r"\b(?:majority|plurality|percent|per\s+cent|half|third|quarter)\s+of\b", re.IGNORECASE)


def _is_poll_respondent(phrase: Phrase) -> bool:
    if is_polled(phrase.span.text):
        return True
    return phrase.lemma in people.RESPONDENTS or bool(
        phrase.words & {"percent", "%", "respondents", "polled", "surveyed", "pct"} and phrase.form is not Form.NAME
    )


def _is_generic(phrase: Phrase) -> bool:
    if phrase.lemma == "people" and phrase.end - phrase.start == 1:
        return True
    if phrase.lemma in people.GENERIC and phrase.form in (Form.QUANTIFIER, Form.PRONOUN):
        return phrase.lemma not in ("one", "people")
    return phrase.determiner in _GENERIC_DETERMINERS or bool(phrase.words & _GENERIC_DETERMINERS and not phrase.plural)


def _is_hypothetical(head: Token) -> bool:
    """Tell whether the cue stands under a modal of possibility or in a condition."""
    if head.pos_ not in ("VERB", "AUX"):
        return False
    left = [child for child in head.lefts if child.dep_ in ("aux", "mark", "advmod")]
    modal = any(child.lower_ in _HYPOTHETICAL_MODALS and child.tag_ == "MD" for child in left)
    perfect = any(child.lower_ == "have" for child in left)
    condition = any(child.dep_ == "mark" and child.lower_ in _CONDITIONS for child in left)
    return (modal and not perfect) or condition or _is_mere_purpose(head)


def _is_broken_off(head: Token) -> bool:
    """Tell "stopped confirming", "refused to say": the saying did not take place."""
    return head.dep_ == "xcomp" and head.head.lemma_.lower() in _BROKEN_OFF


def _undergoes(source: Token, head: Token) -> bool:
    """Tell whether the source is the object of an active cue verb: "the remark worried analysts"."""
    if source.dep_ not in ("dobj", "obj") or source.head.i != head.i or head.pos_ != "VERB":
        return False
    return any(child.dep_ in ("nsubj", "csubj") for child in head.children)


def _is_electorate(phrase: Phrase) -> bool:
    """Tell "voters believe" and "Americans think" from "some voters" and "black voters in the city"."""
    return phrase.lemma in _ELECTORATE and phrase.end - phrase.start == 1


# "She went on to say", "he continues to insist": the saying took place.
_REAL_INFINITIVES = frozenset("continue go begin start come seem appear tend rush hasten take proceed".split())


def _is_mere_purpose(head: Token) -> bool:
    """Tell whether the cue is an infinitive that did not take place by itself: "likely to say", "expected to argue"."""
    infinitive = head.tag_ == "VB" and any(child.lower_ == "to" and child.dep_ == "aux" for child in head.children)
    return infinitive and head.dep_ in ("xcomp", "acl", "advcl") and head.head.lemma_.lower() not in _REAL_INFINITIVES
