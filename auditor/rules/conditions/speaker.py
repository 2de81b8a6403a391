"""Conditions about where a quotation's speaker stands, and whether it can be told from another."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from auditor.findings import Evidence
from auditor.language.annotations import Attribution, Identity, Quotation, Source
from auditor.language.lexicon import words as lexicon_words
from auditor.rules.conditions.condition import Match
from auditor.rules.context import Context
from auditor.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_SENTENCE_END = re.compile(r"[.!?…]+[”\"’']?\s+(?=[“\"‘A-Z])")
# A reader holds about so much in mind before asking who is speaking.
_MANY_WORDS, _MANY_SENTENCES, _FEW_WORDS = 40, 3, 15
# Fewer words inside a sentence of the article are a term, a motto or a title rather than somebody's speech.
_EMBEDDED = 7
# A dash and a name under the words: a list of voices, not a story.
_SIGNED = re.compile(r"\s*[―—–-]+\s*\Z")
_WITNESSES = re.compile(
    r"\b(?:residents?|neighbou?rs?|villagers?|witness(?:es)?|eyewitness(?:es)?|survivors?|passengers?|tenants?"
    r"|bystanders?"
    r"|protesters?|demonstrators?|shoppers?|fans?|voters?|students?|pupils?|parents?|patients?|refugees?"
    r"|customers?|mothers?|fathers?"
    r"|tourists?|visitors?|shopkeepers?|man|woman|girl|boy)\b",
    re.IGNORECASE,
)
_CALLING = frozenset({"describe", "call", "brand", "dub", "denounce", "condemn", "dismiss"})
_TITLES = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "sir"})
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
    words = len(before.split())
    if words < _MANY_WORDS and (sentences < _MANY_SENTENCES or words < _FEW_WORDS):
        return False
    if _SIGNED.match(context.article.text, subject.span.end, statement.source.start):
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


def short_part_of_a_sentence(subject: Quotation, context: Context) -> Match:
    """The words are a short part of a sentence of the article: a term, a motto or a title."""
    around = context.sentences_around(subject.span)
    return bool(around) and subject.words < _EMBEDDED and around[0].start < subject.span.start


def introduced_by_a_colon(subject: Quotation, context: Context) -> Match:
    """A colon leads from a sentence that names somebody to the words."""
    before = context.article.text[: subject.span.start].rstrip()
    if not before.endswith(":"):
        return False
    end = context.article.span(len(before) - 1, len(before))
    around = context.sentences_around(end)
    tokens = [token for sentence in around for token in context.tokens(sentence) if token.idx < end.start]
    return any(token.pos_ == "PROPN" or token.lower_ in ("he", "she", "they") for token in tokens)


def called_so_by_nobody(subject: Quotation, context: Context) -> Match:
    """The sentence says that something was called so, not by whom."""
    statement = context.attribution_of(subject)
    return statement is not None and statement.source is None and statement.cue_lemma in _CALLING


def speaker_is_a_witness(subject: Quotation | Source, context: Context) -> Match:
    """The speaker tells as a witness, resident or passer-by."""
    source = context.source_of(subject)
    return source is not None and _WITNESSES.search(source.label) is not None


def uncued_between_two_people(subject: Quotation, context: Context) -> Match:
    """The words follow another quotation without a cue of their own, and the next sentence is about somebody else."""
    paragraph = context.article.paragraph_at(subject.span.start)
    if paragraph is None:
        return False
    inside = [one for one in context.annotations.quotations if _speech_in(one, paragraph.start, paragraph.end)]
    earlier = [one for one in inside if one.span.end <= subject.span.start and context.source_of(one)]
    if not earlier or _has_own_cue(subject, context):
        return False
    follower = _person_after(subject.span.end, paragraph.end, context)
    if follower is None or _DIALOGUE.search(context.article.text):
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
    """Give the name with which the next sentence of the paragraph begins, outside quotation marks; no speaker's."""
    following = next((one for one in context.sentences if start <= one.start < end), None)
    if following is None or context.doc is None or context.statements_in(following.start, following.end):
        return None
    tokens = context.doc[following.first : following.last]
    name = list(takewhile(_of_a_name, tokens))
    if len(name) < 2 or any(token.lemma_ in lexicon_words("speech_verbs") for token in tokens[:6]):
        return None
    span = context.article.span(name[0].idx, name[-1].idx + len(name[-1].text))
    return None if context.is_quoted(span) else span


def _of_a_name(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.ent_type_ in ("PERSON", "")


def _same(name: str, label: str) -> bool:
    return bool((set(name.casefold().split()) & set(label.casefold().split())) - _TITLES)


CONDITIONS = (
    speaker_comes_late,
    short_part_of_a_sentence,
    introduced_by_a_colon,
    called_so_by_nobody,
    speaker_is_a_witness,
    uncued_between_two_people,
)
