"""Attributions: source, cue and content joined, from what the tagger read and what syntax adds.

Whose words they are, over the whole article, is decided later (`sources`); here each attribution stands alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from auditor.language.annotations import Attribution, AttributionKind, Certainty, Channel, Quotation
from auditor.language.constructions import (
    embedded,
    framed,
    labelled_turns,
    with_companions,
    with_conjoined_cues,
    with_determiner,
    with_full_source,
    with_own_subject,
    within_bounds,
)
from auditor.language.cues import CueClass, cue_class, cue_lemma, cue_tokens
from auditor.language.supplement import supplement, with_subjects, without_modifiers, without_questions
from auditor.language.tagger import TaggedAttribution
from auditor.text import Article, Span, ZoneKind

# Shares of a content's characters inside quotation marks. The marks themselves, "that" and a comma stay outside.
_DIRECT_SHARE = 0.9
_MIXED_SHARE = 0.05

_OPENING_MARKS = frozenset("“\"'‘«„`")

# Probabilities of the tagger's reading. On articles it was not trained on, readings above 0.8 were right nine times in
# ten, those below 0.5 about every second time.
_FIRM = 0.8
_LIKELY = 0.5


def find_attributions(
    doc: Doc, article: Article, quotations: tuple[Quotation, ...], *, tagged: tuple[TaggedAttribution, ...]
) -> tuple[Attribution, ...]:
    """Make attributions of what the tagger read, in text order.

    Args:
        doc: the parsed article.
        article: the same article; offsets are into its text.
        quotations: what stands between quotation marks.
        tagged: the tagger's readings, in any order.
    """
    marked = _Quoted(quotations)
    made = (_attribution(doc, article, marked, reading) for reading in _readings(doc, tagged))
    found = [one for one in made if _says_something(one)]
    found.sort(key=_order)
    return tuple(replace(attribution, id=f"a{number}") for number, attribution in enumerate(found, 1))


def _says_something(attribution: Attribution) -> bool:
    """Tell whether the content has a letter or a figure; a lone mark is nobody's statement."""
    return any(character.isalnum() for part in attribution.content for character in part.text)


def _readings(doc: Doc, tagged: tuple[TaggedAttribution, ...]) -> Iterator[TaggedAttribution]:
    """Set the tagger's readings right where syntax shows how, and add what it shows plainly."""
    readings = with_subjects(doc, without_questions(doc, without_modifiers(doc, tagged)))
    readings = tuple(with_full_source(doc, with_own_subject(doc, reading)) for reading in readings)
    readings = with_conjoined_cues(doc, tuple(with_determiner(doc, reading) for reading in readings))
    readings = (*readings, *supplement(doc, readings))
    readings = (*readings, *embedded(doc, readings))
    readings = (*readings, *framed(doc, readings))
    readings = (*readings, *labelled_turns(doc.text, readings))
    return (within_bounds(doc, reading) for reading in with_companions(doc, readings))


class _Quoted:
    """Quick look-up of how much of a span stands inside quotation marks."""

    def __init__(self, quotations: tuple[Quotation, ...]) -> None:
        outer = [quotation.span for quotation in quotations if not quotation.nested]
        self.spans = sorted((span.start, span.end) for span in outer)
        self.starts = [start for start, _ in self.spans]

    def characters(self, span: Span) -> int:
        """Count the characters of a span that are quoted."""
        position = max(0, bisect_right(self.starts, span.start) - 1)
        quoted = 0
        for start, end in self.spans[position:]:
            if start >= span.end:
                break
            quoted += max(0, min(end, span.end) - max(start, span.start))
        return quoted


def _attribution(doc: Doc, article: Article, marked: _Quoted, reading: TaggedAttribution) -> Attribution:
    cue = tuple(article.span(start, end) for start, end in reading.cue)
    content = _within_reach(article, cue, tuple(article.span(start, end) for start, end in reading.content))
    source = article.span(*reading.source[0]) if reading.source else None
    tokens = cue_tokens(doc, cue)
    lemma = cue_lemma(tokens)
    anchor = (cue or content)[0].start
    paragraph = article.paragraph_at(anchor)
    return Attribution(
        id="",
        kind=_kind(marked, content),
        channel=_channel(lemma, " ".join(token.lower_ for token in tokens), source),
        source=source,
        source_id=None,
        cue=cue,
        cue_lemma=lemma,
        content=content,
        certainty=_certainty(reading.probability),
        paragraph=paragraph.index if paragraph else 0,
        zone=paragraph.zone if paragraph else ZoneKind.BODY,
        probability=round(reading.probability, 3),
    )


def _within_reach(article: Article, cue: tuple[Span, ...], content: tuple[Span, ...]) -> tuple[Span, ...]:
    """Keep the content that a cue can govern: its paragraph, and others that begin with a quotation mark.

    A sentence of the article's own that ends in a quotation has no speaker merely because the paragraph before has one.
    """
    if not cue:
        return content
    home = article.paragraph_at(cue[0].start)
    kept = []
    for span in content:
        paragraph = article.paragraph_at(span.start)
        if (
            paragraph is None
            or home is None
            or paragraph.index == home.index
            or article.text[paragraph.start] in _OPENING_MARKS
        ):
            kept.append(span)
    return tuple(kept) or content


def _kind(marked: _Quoted, content: tuple[Span, ...]) -> AttributionKind:
    quoted = sum(marked.characters(span) for span in content)
    total = sum(span.end - span.start for span in content)
    if quoted >= _DIRECT_SHARE * total:
        return AttributionKind.DIRECT
    return AttributionKind.MIXED if quoted > _MIXED_SHARE * total else AttributionKind.INDIRECT


def _certainty(probability: float) -> Certainty:
    if probability >= _FIRM:
        return Certainty.FIRM
    return Certainty.LIKELY if probability >= _LIKELY else Certainty.POSSIBLE


_CHANNEL_WORDS: tuple[tuple[Channel, tuple[str, ...]], ...] = (
    (Channel.INTERVIEW, ("interview", "told")),
    (Channel.COURT, ("testif", "ruled", "pleaded", "testimony")),
    (Channel.STATEMENT, ("statement", "announce")),
)
_SOURCE_WORDS: tuple[tuple[Channel, tuple[str, ...]], ...] = (
    (Channel.POLL, ("poll", "survey", "respondents", "percent of", "per cent of")),
    (Channel.COURT, ("court", "judge", "indictment", "lawsuit", "jury", "affidavit", "prosecution")),
    (Channel.DOCUMENT, ("report", "study", "document", "memo", "filing", "email", "letter", "records", "research")),
)
_CLASS_CHANNELS = {
    CueClass.DECLINING: Channel.DECLINED_COMMENT,
    CueClass.SOCIAL: Channel.SOCIAL,
    CueClass.BELIEF: Channel.BELIEF,
    CueClass.FEELING: Channel.BELIEF,
    CueClass.SPEECH: Channel.SPEECH,
}


def _channel(lemma: str, cue: str, source: Span | None) -> Channel:
    """Tell by which way the words came, from the cue's own words and the source's noun."""
    if source is not None:
        words = source.text.lower()
        for channel, signs in _SOURCE_WORDS:
            if any(sign in words for sign in signs):
                return channel
    for channel, signs in _CHANNEL_WORDS:
        if any(sign in cue for sign in signs):
            return channel
    return _CLASS_CHANNELS.get(cue_class(lemma), Channel.UNKNOWN)


def _order(attribution: Attribution) -> tuple[int, int]:
    first = min(span.start for span in (*attribution.content, *attribution.cue))
    return (min(first, attribution.source.start) if attribution.source else first, attribution.anchor)
