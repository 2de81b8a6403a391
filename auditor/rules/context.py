"""An article's annotations, indexed once, so that conditions look things up instead of searching.

Built by the engine for each article. Nothing here finds anything new in the text; which sources count as independent
of one another is decided in `independence`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from auditor.claims.claim import Claim
from auditor.claims.text_words import Sentence, sentences_of
from auditor.language.annotations import (
    Annotations,
    Attribution,
    Figure,
    Identity,
    Name,
    Quotation,
    Relay,
    Source,
)
from auditor.rules.independence import independent_groups
from auditor.rules.phrases import Phrase
from auditor.text import Article, Span, ZoneKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Annotation = Attribution | Source | Figure | Relay | Quotation | Name | Claim | Phrase
Subject = Annotation | Article

_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Context:
    """One article as conditions see it.

    Attributes:
        words: number of words of the article.
        attributions: by id.
        sources: by id.
        by_source: the attributions used as sourcing, by id of their source.
        quotations: quotations by the id of the attribution that governs them.
        independent: groups of sources that count as one source each; relays and unnamed documents are no group.
        claims: the article's key claims.
        sentences: in order, with the words that carry their content.
        doc: the tokens, for conditions that read grammar; null where only the annotations matter.
    """

    article: Article
    annotations: Annotations
    words: int
    attributions: Mapping[str, Attribution]
    sources: Mapping[str, Source]
    by_source: Mapping[str, tuple[Attribution, ...]]
    quotations: Mapping[str, tuple[Quotation, ...]]
    independent: tuple[tuple[Source, ...], ...]
    claims: tuple[Claim, ...]
    sentences: tuple[Sentence, ...]
    doc: Doc | None

    def attribution_of(self, subject: Subject) -> Attribution | None:
        """Give the attribution that an annotation is, or that carries it."""
        if isinstance(subject, Attribution):
            return subject
        if isinstance(subject, Figure | Relay | Quotation):
            return self.attributions.get(subject.attribution_id or "")
        return None

    def source_of(self, subject: Subject) -> Source | None:
        """Give the source that an annotation is, or on which it rests."""
        if isinstance(subject, Source):
            return subject
        attribution = self.attribution_of(subject)
        return self.sources.get(attribution.source_id or "") if attribution else None

    def identity_of(self, subject: Subject) -> Identity:
        """Give the kind of source that an annotation is or rests on; `none` without one."""
        source = self.source_of(subject)
        return source.identity if source else Identity.NONE

    def sentence_at(self, offset: int) -> int:
        """Give the index of the sentence that holds this character offset, or of the nearest before it; -1 for none."""
        return bisect_right(self.sentences, offset, key=_start) - 1

    def sentences_around(self, span: Span, *, before: int = 0, after: int = 0) -> tuple[Sentence, ...]:
        """Give the sentences that a span touches, and so many neighbours on each side."""
        first, last = self.sentence_at(span.start), self.sentence_at(max(span.start, span.end - 1))
        return self.sentences[max(0, first - before) : last + 1 + after] if last >= 0 else ()

    def statements_in(self, start: int, end: int) -> tuple[Attribution, ...]:
        """Give the attributions whose source, cue or content touches these character offsets, end exclusive."""
        return tuple(
            attribution
            for attribution in self.annotations.attributions
            if any(part.start < end and start < part.end for part in parts_of(attribution))
        )

    def is_quoted(self, span: Span) -> bool:
        """Tell whether a span lies inside quotation marks, and so is somebody else's words."""
        return any(quotation.span.contains(span) for quotation in self.annotations.quotations)

    def tokens(self, span: Span | Sentence) -> tuple[Token, ...]:
        """Give the tokens that lie in a span, none without a document."""
        if self.doc is None:
            return ()
        found = self.doc.char_span(span.start, span.end, alignment_mode="contract")
        return tuple(found) if found is not None else ()

    def zone_of(self, subject: Subject) -> ZoneKind | None:
        """Give the part of the article where an annotation begins; for a source, where it is first used."""
        if isinstance(subject, Attribution):
            return subject.zone
        span = first_place(subject)
        paragraph = self.article.paragraph_at(span.start) if span else None
        return paragraph.zone if paragraph else None


def context_of(
    article: Article,
    annotations: Annotations,
    claims: tuple[Claim, ...] = (),
    *,
    doc: Doc | None = None,
    sentences: tuple[Sentence, ...] | None = None,
) -> Context:
    """Index what was found in an article; without its tokens, conditions that read sentences find none."""
    if sentences is None:
        sentences = sentences_of(doc) if doc else ()
    sourcing = [attribution for attribution in annotations.attributions if attribution.sourcing]
    by_source = _grouped((attribution.source_id, attribution) for attribution in sourcing)
    used = [source for source in annotations.sources if source.id in by_source]
    return Context(
        article=article,
        annotations=annotations,
        words=article.words,
        attributions={attribution.id: attribution for attribution in annotations.attributions},
        sources={source.id: source for source in annotations.sources},
        by_source=by_source,
        quotations=_grouped((quotation.attribution_id, quotation) for quotation in annotations.quotations),
        independent=independent_groups(used),
        claims=claims,
        sentences=sentences,
        doc=doc,
    )


def first_place(subject: Subject) -> Span | None:
    """Give the first place of an annotation, null for the whole article."""
    if isinstance(subject, Article):
        return None
    if isinstance(subject, Attribution):
        parts = parts_of(subject)
        return parts[0] if parts else None
    if isinstance(subject, Source):
        return subject.mentions[0] if subject.mentions else None
    if isinstance(subject, Name):
        return min((place for spelling in subject.spellings for place in spelling.places), default=None)
    return subject.span


def parts_of(attribution: Attribution) -> tuple[Span, ...]:
    """Give source, cue and content of an attribution."""
    return ((attribution.source,) if attribution.source else ()) + attribution.cue + attribution.content


def _start(sentence: Sentence) -> int:
    return sentence.start


def _grouped(pairs: Iterable[tuple[_Key | None, _Value]]) -> dict[_Key, tuple[_Value, ...]]:
    groups: defaultdict[_Key, list[_Value]] = defaultdict(list)
    for key, value in pairs:
        if key is not None:
            groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
