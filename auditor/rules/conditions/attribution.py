"""Conditions about statements: how an unnamed source is described, and whether it reports, judges or supposes."""

from __future__ import annotations

import re

from auditor.findings import Evidence
from auditor.language.annotations import Attribution, Identity, Source
from auditor.language.lexicon import words as listed
from auditor.rules.conditions.condition import Match
from auditor.rules.context import Context
from auditor.rules.informants import informs
from auditor.rules.surroundings import around
from auditor.text import Span

# Source of the idea: the Wall Street Journal's stylebook on "people familiar with".
_CLOSENESS = re.compile(
    r"\b(?:familiar with|close to|briefed (?:on|about)|informed (?:of|about)|involved (?:in|with)|privy to|aware of"
    r"|connected (?:to|with)|with (?:(?:direct|first-?hand|detailed|personal|intimate) )?knowledge of"
    r"|knowledgeable about|inside (?:the|his|her|their)|on both sides of|around (?:him|her|them))\b",
    re.IGNORECASE,
)
_FIRST_HAND = re.compile(r"\b(?:direct|first-?hand|personal) knowledge\b", re.IGNORECASE)
_HEADS = frozenset(
    "official officials person people source sources individual individuals insider insiders those one someone somebody"
    " senior top former current high-ranking high-level man woman men women".split()
)
_WORD = re.compile(r"[\w’'-]+")
# How far the words after a mention are looked at: "people", then "familiar with the matter".
_REACH = 40

_FIRST_PERSON_PLAN = re.compile(
    r"\b(?:I|we|our)\b[^.;]{0,40}\b(?:expect|plan|hope|intend|will|would|may|might|believe|think)\b", re.IGNORECASE
)
_CONJECTURE_CUES = frozenset(
    {"predict", "believe", "think", "suspect", "expect", "speculate", "guess", "fear", "anticipate"}
)
_CONJECTURE = re.compile(
    r"\b(?:(?:may|might) (?:well )?(?:be|have|not have|soon)|could (?:have|soon|well|still|easily|mean|lead"
    r"|spark|trigger|collapse|fail|fall)"
    r"|(?:is|are|was|were|seems?|appears?|looks?) (?:un|more |very |highly )?likely|probably|presumably|on the verge of"
    r"|would probably|would likely|will likely|will probably)\b",
    re.IGNORECASE,
)
_SCHEDULED = re.compile(r"\b(?:as (?:scheduled|planned)|is (?:due|scheduled))\b", re.IGNORECASE)


def described_by_closeness(subject: Attribution | Source, context: Context) -> Match:
    """The source is described by closeness to a matter or a person, such as “familiar with the talks”."""
    return bool(_closeness(subject, context))


def side_rank_or_first_hand_knowledge_stated(subject: Attribution | Source, context: Context) -> Match:
    """A role, a side, an organisation or first-hand knowledge stands beside the closeness."""
    described = _closeness(subject, context)
    match = _CLOSENESS.search(described)
    if match is None:
        return False
    before = set(_WORD.findall(described[: match.start()].casefold()))
    plain = _HEADS | listed("bare_label_words") | listed("bare_label_nouns")
    return bool(before - plain) or bool(_FIRST_HAND.search(described))


def _closeness(subject: Attribution | Source, context: Context) -> str:
    """Give the description that holds words of closeness, empty without one."""
    source = context.source_of(subject)
    if source is None:
        return ""
    text = context.article.text
    candidates = [source.label]
    for mention in source.mentions:
        after = text[mention.end : mention.end + _REACH]
        follows = _CLOSENESS.match(after.lstrip(" ,"))
        candidates.append(mention.text + " " + follows.group() if follows else mention.text)
    return next((one for one in candidates if _CLOSENESS.search(one)), "")


def conjectures(subject: Attribution, context: Context) -> Match:
    """The statement is a prediction or a guess, by its verb or by words such as “probably” and “may have”."""
    content = [span for span in subject.content if not _SCHEDULED.search(span.text)]
    if subject.cue_lemma in _CONJECTURE_CUES and content:
        return tuple(Evidence("words", span) for span in subject.cue)
    return _matches(_CONJECTURE, content, context)


def passes_something_on(subject: Attribution, context: Context) -> Match:
    """Somebody unnamed passes something on here, rather than doing or feeling something in public."""
    return informs(subject, context.source_of(subject))


def speaks_of_own_plans(subject: Attribution, context: Context) -> Match:
    """The statement is about what the speaker's own body plans."""
    return any(_FIRST_PERSON_PLAN.search(span.text) for span in subject.content)


def _matches(pattern: re.Pattern[str], spans: tuple[Span, ...] | list[Span], context: Context) -> tuple[Evidence, ...]:
    found = []
    for span in spans:
        match = pattern.search(context.article.text, span.start, span.end)
        if match:
            found.append(Evidence("words", context.article.span(*match.span())))
    return tuple(found)


def named_person_speaks_next(subject: Attribution, context: Context) -> Match:
    """Somebody who is named speaks in the same sentence or in one of the next two."""
    if subject.source is None:
        return False
    start, end = around(context, subject.source, after=2)
    later = (one for one in context.statements_in(start, end) if one.sourcing and one.anchor > subject.anchor)
    return any(context.identity_of(one) is Identity.NAMED_PERSON for one in later)


CONDITIONS = (
    named_person_speaks_next,
    described_by_closeness,
    side_rank_or_first_hand_knowledge_stated,
    conjectures,
    passes_something_on,
    speaks_of_own_plans,
)
