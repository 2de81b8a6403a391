"""Conditions about an article's sources taken together: who carries how much of it, and who is not heard."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from auditor.findings import Evidence
from auditor.language.annotations import Attribution, Channel, Identity, QuotationKind, ReasonKind, Source
from auditor.language.lexicon import words as listed
from auditor.language.word_classes import is_person_noun
from auditor.rules.conditions.condition import Match
from auditor.rules.context import Context
from auditor.rules.informants import informs
from auditor.text import Article, Span, ZoneKind

_UNNAMED = frozenset({Identity.UNNAMED_INDIVIDUAL, Identity.UNNAMED_GROUP})
_NO_VOICE = frozenset({Identity.NONE, Identity.REPORTER, Identity.OWN_OUTLET})
# Below four statements a share says little (catalogue of the rules, profile).
_ENOUGH = 4
_ENOUGH_QUOTED = 40
_HALF = 0.5
_OFFICIAL_SHARE = 0.8
_ONE_SIDED = 0.85
_REPEATS = 4
_PER_THOUSAND = 6

_OFFICIAL = re.compile(
    r"\b(?:government|ministr(?:y|ies)|ministers?|minister of|secretary of state|prime minister|president"
    r"|chancellor|premier|governor|mayor|council(?!l?or for)|police|sheriff|constabulary"
    r"|army|navy|air force|military|armed forces|troops|general|colonel|commander|admiral|pentagon|kremlin"
    r"|white house|downing street|state department|treasury|home office|foreign office"
    r"|prosecutors?|attorney general|district attorney|officials?|authorit(?:y|ies)|department of|(?:justice"
    r"|interior|health|defen[cs]e|foreign|transport|education|finance) (?:department|ministry|minister)"
    r"|fire (?:brigade|service|department)|coast ?guard"
    r"|embassy|ambassador|intelligence (?:service|agency)"
    r"|fbi|cia|border patrol|customs)\b",
    re.IGNORECASE,
)
_FORMER = re.compile(r"\b(?:former|ex|retired|ousted|candidate|nominee)\b", re.IGNORECASE)
_DISPUTE = re.compile(
    r"\b(?:strik(?:e|es|ers|ing)(?! (?:by|on|against|at) )|walk-?outs?|lawsuits?|sue[sd]?|suing|legal action"
    r"|pay (?:row|dispute|talks)|dispute[sd]?|row (?:over|with|between)|stand-?off|lock-?out|industrial action"
    r"|custody battle|boundary dispute)\b",
    re.IGNORECASE,
)
_PRONOUNS = frozenset({"", "he", "she", "they", "him", "them", "who", "it"})
_NO_ANSWER = re.compile(
    r"\b(?:not|n[’']t|never)\s+(?:\w+ )?(?:respond|reply|return|answer|comment)|\bno comment\b", re.IGNORECASE
)
_COMMENT = re.compile(
    r"\b(?:comment|respon|reply|answer|discuss|interview|request|call|message|speak|talk)",
    re.IGNORECASE,
)
_SMALL = frozenset(
    {
        "the",
        "a",
        "an",
        "this",
        "that",
        "one",
        "two",
        "three",
        "four",
        "five",
        "several",
        "some",
        "another",
        "its",
        "his",
        "her",
        "their",
    }
)


def mostly_unnamed(subject: Article, context: Context) -> Match:
    """More than half of the statements, or of the quoted words, come from people whom the article never names."""
    statements = _statements(context)
    unnamed = [one for one in statements if context.identity_of(one) in _UNNAMED]
    by_count = len(statements) >= _ENOUGH and len(unnamed) > _HALF * len(statements)
    quoted = _quoted_words(context)
    total = quoted.total()
    by_words = total >= _ENOUGH_QUOTED and sum(quoted[kind] for kind in _UNNAMED) > _HALF * total
    if not unnamed or not (by_count or by_words):
        return False
    return _mentions(unnamed)


def every_unnamed_source_has_a_reason(subject: Article, context: Context) -> Match:
    """A reason for anonymity is given for all of them."""
    used = [
        source
        for source in context.annotations.sources
        if source.id in context.by_source and source.identity in _UNNAMED
    ]
    return bool(used) and all(one.anonymity is not None and one.anonymity.reason is not ReasonKind.NONE for one in used)


def quotes_unnamed_people(subject: Article, context: Context) -> Match:
    """The article rests partly on people whom it never names."""
    return _mentions([one for one in _statements(context) if context.identity_of(one) in _UNNAMED])


def same_label_again_and_again(subject: Article, context: Context) -> Match:
    """The same words stand for unnamed people at least four times, and six times in a thousand words."""
    places: defaultdict[str, list[Span]] = defaultdict(list)
    for one in _statements(context):
        if one.source and context.identity_of(one) in _UNNAMED:
            words = [word for word in re.findall(r"[\w’'-]+", one.source.text.casefold()) if word not in _SMALL]
            places[" ".join(words)].append(one.source)
    # A pronoun is no label.
    counted = [spans for label, spans in places.items() if label not in _PRONOUNS and len(spans) >= _REPEATS]
    dense = [spans for spans in counted if 1000 * len(spans) >= _PER_THOUSAND * context.words]
    return tuple(Evidence("mention", span) for span in max(dense, key=len)) if dense else False


def nearly_all_from_officials(subject: Article, context: Context) -> Match:
    """More than four in five statements come from authorities and their people."""
    statements = [one for one in _statements(context) if context.identity_of(one) not in _NO_VOICE]
    officials = [one for one in statements if (source := context.source_of(one)) and _is_official(source)]
    several = (
        len({(context.sources[one.source_id or ""].label.split() or [""])[-1].casefold() for one in officials}) > 1
    )
    if not several or len(statements) < _ENOUGH or len(officials) <= _OFFICIAL_SHARE * len(statements):
        return False
    return _mentions(officials)


def _is_official(source: Source) -> bool:
    if _FORMER.search(f"{source.label} {source.role or ''}"):
        return False
    return _OFFICIAL.search(f"{source.label} {source.role or ''} {source.affiliation or ''}") is not None


def dispute_told_by_one_side(subject: Article, context: Context) -> Match:
    """The opening tells of a dispute, and one source or body gives nearly all that is attributed."""
    opening = " ".join(
        subject.text[one.start : one.end]
        for one in subject.paragraphs
        if one.zone in (ZoneKind.HEADLINE, ZoneKind.STANDFIRST) or (one.zone is ZoneKind.LEAD and one.index <= 1)
    )
    if not _DISPUTE.search(opening) or _declines(context):
        return False
    statements = [one for one in _statements(context) if one.source_id and context.identity_of(one) not in _NO_VOICE]
    sides = _sides(statements, context)
    side, count = max(Counter(sides.values()).items(), key=_count, default=("", 0))
    if len(statements) < _ENOUGH or count < _ONE_SIDED * len(statements):
        return False
    return _mentions([one for one in statements if sides[one.id] == side])


def _sides(statements: Sequence[Attribution], context: Context) -> dict[str, object]:
    """Give each statement the body or person it comes from; a short name of a body belongs to the fuller one."""
    groups: dict[str, object] = {
        source.id: number for number, group in enumerate(context.independent) for source in group
    }
    bodies = [one for one in context.sources.values() if one.identity is Identity.NAMED_INSTITUTION]
    for short in bodies:
        fuller = next((one for one in bodies if _label_words(short) < _label_words(one)), None)
        if fuller is not None:
            groups[short.id] = groups.get(fuller.id, fuller.id)
    return {one.id: groups.get(one.source_id or "", one.source_id) for one in statements}


def _label_words(source: Source) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", source.label.casefold())) - _SMALL


def _count(pair: tuple[object, int]) -> int:
    return pair[1]


def _declines(context: Context) -> bool:
    return any(_is_declining(one) for one in context.annotations.attributions)


def _is_declining(attribution: Attribution) -> bool:
    """Tell whether it says that somebody gave no comment or no answer."""
    cue = " ".join(span.text for span in attribution.cue)
    if attribution.channel is Channel.DECLINED_COMMENT:
        return _COMMENT.search(" ".join((cue, *(span.text for span in attribution.content)))) is not None
    return _NO_ANSWER.search(cue) is not None


def a_party_declines_while_its_people_talk(subject: Article, context: Context) -> Match:
    """A party gives no comment, and an unnamed source is described by the same name or noun."""
    declined = [one.source for one in context.annotations.attributions if one.source and _is_declining(one)]
    for party in declined:
        for one in _statements(context):
            if one.source is None or one.source == party or not informs(one, context.source_of(one)):
                continue
            source = context.source_of(one)
            if source and _content_words(party.text) & _content_words(source.label):
                return Evidence("mention", party), Evidence("mention", one.source)
    return False


def _content_words(text: str) -> frozenset[str]:
    """Give the words that tell one party from another: names and nouns, without people's roles."""
    words = (word.casefold().removesuffix("’s").removesuffix("'s") for word in re.findall(r"[\w’'-]+", text))
    plain = listed("bare_label_words") | listed("bare_label_nouns")
    return frozenset(
        word
        for word in words
        if len(word) > 2 and word not in plain and not is_person_noun(word.removesuffix("s")) and word not in _LINKS
    )


_LINKS = frozenset(
    "for with from who close familiar former senior company firm government state minister president".split()
)


def _statements(context: Context) -> list[Attribution]:
    return [
        one
        for one in context.annotations.attributions
        if one.sourcing and one.source_id and one.channel is not Channel.DECLINED_COMMENT
    ]


def _mentions(statements: Sequence[Attribution]) -> tuple[Evidence, ...]:
    return tuple(Evidence("mention", one.source) for one in statements if one.source)


def _quoted_words(context: Context) -> Counter[Identity]:
    counted: Counter[Identity] = Counter()
    for quotation in context.annotations.quotations:
        if not quotation.nested and (quotation.kind is QuotationKind.SPEECH or quotation.attribution_id):
            counted[context.identity_of(quotation)] += quotation.words
    return counted


CONDITIONS = (
    mostly_unnamed,
    every_unnamed_source_has_a_reason,
    quotes_unnamed_people,
    same_label_again_and_again,
    nearly_all_from_officials,
    dispute_told_by_one_side,
    a_party_declines_while_its_people_talk,
)
