"""Conditions about figures: what they count, who else gives them, how exact they are."""

from __future__ import annotations

import re

from auditor.language.annotations import Figure, FigureStatus
from auditor.rules.conditions.checking import CHECKED, UNCHECKED
from auditor.rules.conditions.condition import Match
from auditor.rules.context import Context
from auditor.rules.surroundings import around, text_around

_SUPPORTED = frozenset({FigureStatus.ATTRIBUTED, FigureStatus.VERIFIED, FigureStatus.UNNAMED_SOURCE})
_ON_RECORD = frozenset({FigureStatus.ATTRIBUTED, FigureStatus.VERIFIED})
_PLAN = re.compile(
    r"\b(?:will|permits?|applications?|contracts?|plans?|planned|capacity|licen[cs]es?|allow(?:s|ed)?|offers?"
    r"|price range|top of the range)\b",
    re.IGNORECASE,
)
_OWN_COUNT = re.compile(
    r"\b(?:our (?:own )?(?:analysis|count|review|tally)|(?:a|an|the|our) (?:\w+ )?(?:count|tally|analysis"
    r"|review) (?:by|of|shows|found))\b",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"\b(?:1[0-9]\d\d|20\d\d)\b|\b(?:Holocaust|First World War|Second World War|World War|Civil War|Cold War)\b"
)
_SIDE_CLAUSE = re.compile(
    r"\b(?:that|which|who|whose|where|when|after|since|if|unless|would|will|could|might|may|should|let[’']s"
    r"|think|expect|plan|imagine|suppose|in which|compared)\b",
    re.IGNORECASE,
)
_POINTING = re.compile(r"\b(?:the|those|these|all|both|its|his|her|their|our)\s+(?:[$€£]\s?)?$", re.IGNORECASE)
_HARM = re.compile(
    r"\b(?:kill(?:ed|s|ing)|dead|deaths?|died|dies|wounded|injured|hurt|missing|drowned|displaced|homeless"
    r"|evacuated|arrested|detained|infected|lost (?:their|his|her) (?:homes?|lives|life|jobs?)|damages?|frauds?"
    r"|stolen|embezzled"
    r"|protesters|protestors|demonstrators|marched|victims)\b",
    re.IGNORECASE,
)
_FEW = 3
_NEAR = 45
_ROUNDED = re.compile(
    r"\b(?:about|around|roughly|approximately|nearly|almost|some|an estimated|estimated(?: at)?|or so"
    r"|in the region of|circa)\s+(?:[$€£¥]\s?)?$",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d[\d,.]*")
_EXACT = 4
_YEARS = range(1500, 2101)

_CASUALTIES = re.compile(
    r"\b(?:dead|death\w*|dies|died|kill\w*|casualt\w+|fatalit\w+|wounded|injur\w+|victim\w*|bod(?:y|ies)|missing)\b",
    re.IGNORECASE,
)

_FIGHTING = re.compile(
    r"\b(?:army|armies|military|navy|air force|armed forces|troops|soldiers|rebels?|militants?|insurgents?"
    r"|fighters|militia\w*"
    r"|guerrillas?|separatists?|defen[cs]e ministry|ministry of defen[cs]e|coalition forces)\b",
    re.IGNORECASE,
)
_ENEMY_LOSS = re.compile(
    r"\b(?:it|they|we|he|its (?:forces|troops|men)|troops|forces|soldiers|fighters|its aircraft) (?:had "
    r"|have )?(?:killed|shot|captured|destroyed|eliminated|wiped out|neutrali[sz]ed|seized)\b"
    r"|\b(?:militants?|rebels?|terrorists?|insurgents?|enemy|gunmen|fighters|guerrillas) (?:were |was "
    r"|had been |have been )?(?:killed|dead|shot|captured)\b"
    r"|\bkilled (?:[\w,]+ ){1,3}(?:militants?|rebels?|terrorists?|insurgents?|enem(?:y|ies)|gunmen|fighters"
    r"|guerrillas)\b",
    re.IGNORECASE,
)
_ORGANISERS = re.compile(r"\b(?:organi[sz]ers?|the campaign|activists|protest leaders?)\b", re.IGNORECASE)
_CROWD = re.compile(
    r"\b(?:march(?:ed|ers)?|attend(?:ed|ees|ance)?|took part|turned out|turnout|gathered|protest(?:ed|ers|ors)?"
    r"|crowd|demonstrat\w+|supporters|joined|came)\b",
    re.IGNORECASE,
)
_COUNTING = re.compile(r"\b(?:puts?|counted|counts?|estimated?s?|reported|recorded|registered)\b", re.IGNORECASE)
_MAKER = re.compile(r"\b(?:company|firm|maker|manufacturer|start-?up|producer|developer)\b", re.IGNORECASE)
_OWN_SUCCESS = re.compile(
    r"\bits (?:\w+ ){1,3}(?:removes?|reduces?|cuts?|kills?|works?|prevents?|detects?|recogni[sz]es?|saves?"
    r"|lasts?|blocks?)\b|\b(?:accurate|effective|satisfied|customers are happy)\b",
    re.IGNORECASE,
)


def counts_casualties(subject: Figure, context: Context) -> Match:
    """The figure counts people killed, hurt or missing."""
    if _CASUALTIES.search(f"{subject.span.text} {subject.value.unit}"):
        return True
    # "put the dead at 90", "90 were killed": the counted word stands a few words away in the same clause.
    text = context.article.text
    before, after = text[max(0, subject.span.start - 30) : subject.span.start], text[subject.span.end :][:30]
    near = f"{re.split(r'[.;:!?,]', before)[-1]} {re.split(r'[.;:!?,]', after)[0]}"
    return _CASUALTIES.search(near) is not None


def same_figure_has_a_source(subject: Figure, context: Context) -> Match:
    """The same number has a source at another place."""
    return any(_same_value(subject, other) and other.status in _SUPPORTED for other in context.annotations.figures)


def same_figure_on_record(subject: Figure, context: Context) -> Match:
    """The same number is given by a named source or a record at another place."""
    return any(_same_value(subject, other) and other.status in _ON_RECORD for other in context.annotations.figures)


def _same_value(one: Figure, other: Figure) -> bool:
    return (
        other is not one
        and one.value.low is not None
        and (one.value.low, one.value.high) == (other.value.low, other.value.high)
    )


def source_in_the_sentences_around(subject: Figure, context: Context) -> Match:
    """A source is given within two sentences of the same paragraph."""
    start, end = around(context, subject.span, before=2, after=2)
    anchors = (one.anchor for one in context.annotations.attributions if one.sourcing and one.source)
    return any(start <= anchor < end for anchor in anchors)


def asserted_as_harm_or_loss(subject: Figure, context: Context) -> Match:
    """The sentence itself, and no side clause, tells of so many people killed, hurt or driven out, or of a loss."""
    article = context.article
    start, end = around(context, subject.span)
    before, after = article.text[start : subject.span.start], article.text[subject.span.end : end]
    if _SIDE_CLAUSE.search(before) or _POINTING.search(before) or "[" in article.text[start:end]:
        return False
    if subject.value.low is None or subject.value.low < _FEW or _headed(article.text[start:end]):
        return False
    near = f"{before[-_NEAR:]} {subject.span.text} {after[:_NEAR]}"
    return _HARM.search(near) is not None


def _headed(sentence: str) -> bool:
    """Tell whether it opens with a heading in capitals, as the items of a digest do."""
    return sum(word.isupper() and len(word) > 2 for word in sentence.split()[:6]) >= 3


def counted_by_the_article_itself(subject: Figure, context: Context) -> Match:
    """The article says that it counted itself, or whose count it is."""
    return _OWN_COUNT.search(text_around(context, subject.span, before=1, after=1)) is not None


def bound_of_a_plan(subject: Figure, context: Context) -> Match:
    """The upper bound is that of a plan, a permit, a contract or an offer, which sets it itself."""
    return _PLAN.search(text_around(context, subject.span)) is not None


def belongs_to_the_past(subject: Figure, context: Context) -> Match:
    """The sentence is about a past year, so that the figure is on record."""
    return _YEAR.search(text_around(context, subject.span)) is not None


def rounding_word_before_exact_number(subject: Figure, context: Context) -> Match:
    """A word of rounding or estimating stands before a number of four or more significant digits."""
    if not _ROUNDED.search(context.article.text, max(0, subject.span.start - 30), subject.span.start):
        return False
    number = _DIGITS.search(subject.span.text)
    if number is None:
        return False
    digits = number.group().rstrip(".,")
    if digits.isdigit() and int(digits) in _YEARS:
        return False
    plain = digits.replace(",", "")
    significant = plain.replace(".", "").lstrip("0") if "." in plain else plain.rstrip("0")
    # "An estimated $121.9m" is the usual way of giving money in millions.
    return len(significant) >= _EXACT + ("." in plain)


def converted_from_another_unit(subject: Figure, context: Context) -> Match:
    """The number is another one converted, in brackets."""
    before = context.article.text[max(0, subject.span.start - 20) : subject.span.start]
    return before.rfind("(") > before.rfind(")")


def counted_by_an_interested_party(subject: Figure, context: Context) -> Match:
    """Who counts has a stake: a fighting party its enemy's losses, organisers their crowd, a maker its own success."""
    source, attribution = context.source_of(subject), context.attribution_of(subject)
    if source is None or attribution is None:
        return False
    who = f"{source.label} {source.role or ''} {source.affiliation or ''}"
    content = " ".join(span.text for span in attribution.content)
    pairs = ((_FIGHTING, _ENEMY_LOSS), (_ORGANISERS, _CROWD), (_MAKER, _OWN_SUCCESS))
    return any(party.search(who) and stake.search(content) for party, stake in pairs)


def another_source_counts_too(subject: Figure, context: Context) -> Match:
    """Another source gives a number beside it."""
    start, end = around(context, subject.span, before=2, after=2)
    own = context.source_of(subject)
    for other in context.annotations.figures:
        if other is subject or not start <= other.span.start < end:
            continue
        source = context.source_of(other)
        if source is not own and (source is not None or _COUNTING.search(text_around(context, other.span))):
            return True
    return False


def doubt_or_check_beside(subject: Figure, context: Context) -> Match:
    """The article says beside it that this could not be verified, or that it was."""
    text = text_around(context, subject.span, before=1, after=1)
    return bool(UNCHECKED.search(text) or CHECKED.search(text))


CONDITIONS = (
    counts_casualties,
    same_figure_has_a_source,
    same_figure_on_record,
    source_in_the_sentences_around,
    asserted_as_harm_or_loss,
    counted_by_the_article_itself,
    bound_of_a_plan,
    belongs_to_the_past,
    rounding_word_before_exact_number,
    converted_from_another_unit,
    counted_by_an_interested_party,
    another_source_counts_too,
    doubt_or_check_beside,
)
