"""Which statements of an article count as key claims: headline, lead, allegations and the figures that weigh most."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.claims.allegations import find_allegations
from auditor.claims.claim import ClaimKind
from auditor.claims.text_words import Sentence, listed, part_of
from auditor.language.annotations import Annotations, Figure
from auditor.text import Article, Paragraph, Span, ZoneKind

if TYPE_CHECKING:
    from spacy.tokens import Doc

# A reader checks a handful of claims; more would hide them.
_MOST_ALLEGATIONS = 6
_MOST_CASUALTIES = 2

_BYLINE = re.compile(r"by\s+[\w.'’-]+(?:\s+(?:and\s+)?[\w.'’-]+){0,7}\s*$", re.IGNORECASE)
_MONEY = re.compile(r"dollar|euro|pound|yen|yuan|crown|rupee|rouble|ruble|franc|peso|real|[$€£¥₹]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement that counts as a key claim, before its support is looked for.

    Attributes:
        sentence: the words by which its support is found.
        subject: whom an allegation is against, or null.
    """

    kind: ClaimKind
    span: Span
    sentence: Sentence
    subject: Span | None = None
    figure_ids: tuple[str, ...] = ()


def find_candidates(
    doc: Doc, article: Article, annotations: Annotations, sentences: Sequence[Sentence]
) -> tuple[Candidate, ...]:
    """Give the key claims of an article: the headline's, the lead's, allegations in text order, figures."""
    found = [
        *_headline(doc, article),
        *_lead(doc, article, sentences),
        *_allegations(doc, article, sentences),
        *_figures(article, annotations, sentences),
    ]
    return tuple(_without_repeats(found, annotations.figures))


def _headline(doc: Doc, article: Article) -> Iterator[Candidate]:
    for paragraph in article.paragraphs[:1]:
        tokens = doc.char_span(paragraph.start, paragraph.end, alignment_mode="expand")
        if paragraph.zone is not ZoneKind.HEADLINE or tokens is None or "?" in tokens[-1].text:
            continue
        words = part_of(doc, tokens.start, tokens.end)
        # A label ("The week in pictures") claims nothing: it has no verb and no number.
        if words is not None and any(token.pos_ in {"VERB", "AUX", "NUM"} for token in tokens):
            yield Candidate(ClaimKind.HEADLINE, article.span(paragraph.start, paragraph.end), words)


def _lead(doc: Doc, article: Article, sentences: Sequence[Sentence]) -> Iterator[Candidate]:
    """Give the first sentence of the body that says something: a by-line or a dateline alone has no verb."""
    paragraphs = [one for one in article.paragraphs if _can_lead(one, article.text)]
    if not paragraphs:
        return
    for sentence in sentences:
        if sentence.start >= paragraphs[0].start and _has_verb(doc, sentence) and len(sentence.lemmas) > 2:
            yield Candidate(ClaimKind.LEAD, article.span(sentence.start, sentence.end), sentence)
            return


def _has_verb(doc: Doc, sentence: Sentence) -> bool:
    return any(token.pos_ in {"VERB", "AUX"} for token in doc[sentence.first : sentence.last])


def _can_lead(paragraph: Paragraph, text: str) -> bool:
    if paragraph.zone not in {ZoneKind.LEAD, ZoneKind.BODY}:
        return False
    return not _BYLINE.match(text, paragraph.start, paragraph.end)


def _allegations(doc: Doc, article: Article, sentences: Sequence[Sentence]) -> Iterator[Candidate]:
    accused: set[str] = set()
    for sentence in sentences:
        allegation = find_allegations(doc, sentence)
        if allegation is None or len(accused) >= _MOST_ALLEGATIONS:
            continue
        subject = article.span(allegation.start, allegation.end)
        # The first allegation against a party stands for the ones that follow; they support or repeat it.
        name = subject.text.split()[-1].casefold()
        if name not in accused:
            accused.add(name)
            span = article.span(sentence.start, sentence.end)
            yield Candidate(ClaimKind.ALLEGATION, span, sentence, subject)


def _figures(article: Article, annotations: Annotations, sentences: Sequence[Sentence]) -> Iterator[Candidate]:
    """Give the figures that weigh most: the first two of people harmed, then the largest sum of money."""
    placed = [(figure, _around(figure, sentences)) for figure in annotations.figures]
    money = [figure for figure, _ in placed if _MONEY.search(figure.span.text) and figure.value.high]
    largest = max(money, key=lambda figure: (figure.value.high or 0, -figure.span.start), default=None)
    harmed = [
        figure
        for figure, sentence in placed
        if sentence and sentence.lemmas & listed("casualty_words") and not _MONEY.search(figure.span.text)
    ]
    weighty = {figure.id for figure in harmed[:_MOST_CASUALTIES]} | {figure.id for figure in (largest,) if figure}
    for figure, sentence in placed:
        if figure.id in weighty and sentence is not None:
            span = article.span(sentence.start, sentence.end)
            yield Candidate(ClaimKind.FIGURE, span, sentence, figure_ids=(figure.id,))


def _around(figure: Figure, sentences: Sequence[Sentence]) -> Sentence | None:
    position = bisect_right(sentences, figure.span.start, key=lambda sentence: sentence.start) - 1
    return sentences[position] if position >= 0 else None


def _without_repeats(candidates: Sequence[Candidate], figures: Sequence[Figure]) -> Iterator[Candidate]:
    """Leave out a claim that lies in one listed before it, and give each the figures inside it, in text order."""
    kept: list[Candidate] = []
    for candidate in candidates:
        if any(other.span.contains(candidate.span) and not candidate.subject for other in kept):
            continue
        kept.append(candidate)
    for candidate in sorted(kept, key=lambda one: (one.span.start, one.span.end)):
        inside = tuple(figure.id for figure in figures if candidate.span.contains(figure.span))
        yield Candidate(candidate.kind, candidate.span, candidate.sentence, candidate.subject, inside)
