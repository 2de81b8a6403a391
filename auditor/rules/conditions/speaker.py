"""Conditions about where a quotation's speaker stands, and whether it can be told from another."""

from __future__ import annotations

import re

from auditor.findings import Evidence
from auditor.language.annotations import Attribution, Identity, Quotation, Source
from auditor.rules.conditions.condition import Match
from auditor.rules.context import Context
from auditor.text import Span

_SENTENCE_END = re.compile(r"[.!?…]+[”\"’']?\s+(?=[“\"‘A-Z])")
# A reader holds about so much in mind before asking who is speaking.
_MANY_WORDS, _MANY_SENTENCES = 40, 3
_WITNESSES = re.compile(
    r"\b(?:residents?|neighbou?rs?|villagers?|witness(?:es)?|eyewitness(?:es)?|survivors?|passengers?|tenants?"
    r"|bystanders?"
    r"|protesters?|demonstrators?|shoppers?|fans?|voters?|students?|pupils?|parents?|patients?|refugees?"
    r"|customers?|mothers?|fathers?"
    r"|tourists?|visitors?|shopkeepers?|man|woman|girl|boy)\b",
    re.IGNORECASE,
)
_DIALOGUE = re.compile(r"^\s*(?:Q|A|[A-Z][\w. ]{0,30}):\s", re.MULTILINE)


def speaker_comes_late(subject: Quotation, context: Context) -> Match:
    """At least forty words, or three sentences, are quoted before the reader learns who speaks."""
    statement = context.attribution_of(subject)
    if statement is None or statement.source is None or statement.source.start < subject.span.end:
        return False
    if _known_before(statement, subject, context):
        return False
    text = subject.span.text
    before = text[: max(0, min(len(text), statement.source.start - subject.span.start))]
    sentences = len(_SENTENCE_END.findall(before)) + 1
    if len(before.split()) < _MANY_WORDS and sentences < _MANY_SENTENCES:
        return False
    return (Evidence("speaker", statement.source),)


def _known_before(statement: Attribution, subject: Quotation, context: Context) -> bool:
    """Tell whether the speaker was named or used as a source in the paragraph, or the one before."""
    source = context.sources.get(statement.source_id or "")
    here = context.article.paragraph_at(subject.span.start)
    if source is None or here is None:
        return False
    before = context.article.paragraphs[max(0, here.index - 1)]
    if any(before.start <= mention.start < subject.span.start for mention in source.mentions):
        return True
    name = source.label.split()[-1] if source.identity is Identity.NAMED_PERSON and source.label else ""
    return (
        bool(name)
        and re.search(rf"\b{re.escape(name)}\b", context.article.text[before.start : subject.span.start]) is not None
    )


def speaker_is_a_witness(subject: Quotation | Source, context: Context) -> Match:
    """The speaker tells as a witness, resident or passer-by."""
    source = context.source_of(subject)
    return source is not None and _WITNESSES.search(source.label) is not None


def uncued_between_two_people(subject: Quotation, context: Context) -> Match:
    """The words follow another quotation without a cue of their own, and the next sentence is about somebody else."""
    paragraph = context.article.paragraph_at(subject.span.start)
    if paragraph is None or _DIALOGUE.search(context.article.text) or _has_own_cue(subject, context):
        return False
    inside = [one for one in context.annotations.quotations if _speech_in(one, paragraph.start, paragraph.end)]
    earlier = [one for one in inside if one.span.end <= subject.span.start and context.source_of(one)]
    follower = _person_after(subject.span.end, paragraph.end, context)
    if not earlier or follower is None:
        return False
    speaker = context.source_of(earlier[-1])
    if speaker is None or speaker.identity is not Identity.NAMED_PERSON or _same(follower.text, speaker.label):
        return False
    return (Evidence("speaker", earlier[-1].span), Evidence("other person", follower))


def _speech_in(quotation: Quotation, start: int, end: int) -> bool:
    return not quotation.nested and quotation.words >= 1 and start <= quotation.span.start < end


def _has_own_cue(subject: Quotation, context: Context) -> bool:
    """Tell whether a cue stands in the quotation's own sentences, outside the marks."""
    around = context.sentences_around(subject.span)
    cues = [cue for one in context.annotations.attributions for cue in one.cue]
    return any(
        around[0].start <= cue.start < around[-1].end and not subject.span.contains(cue) and not context.is_quoted(cue)
        for cue in cues
    )


def _person_after(start: int, end: int, context: Context) -> Span | None:
    """Give the name with which the next sentence of the paragraph begins, outside quotation marks."""
    following = next((one for one in context.sentences if start <= one.start < end), None)
    if following is None or context.doc is None:
        return None
    first = context.doc[following.first]
    if first.pos_ != "PROPN" or context.is_quoted(context.article.span(first.idx, first.idx + 1)):
        return None
    return context.article.span(first.idx, first.idx + len(first.text))


def _same(name: str, label: str) -> bool:
    return bool(set(name.casefold().split()) & set(label.casefold().split()))


CONDITIONS = (speaker_comes_late, speaker_is_a_witness, uncued_between_two_people)
