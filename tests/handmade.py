"""Annotations made by hand, so that rules can be tested without any model: spans are given as words of the text."""

from __future__ import annotations

from dataclasses import replace

from auditor.language.annotations import (
    Annotations,
    Attribution,
    AttributionKind,
    Certainty,
    Channel,
    Figure,
    FigureStatus,
    Identity,
    Marks,
    Quotation,
    QuotationKind,
    Relay,
    RelayKind,
    Source,
    Value,
)
from auditor.reading.plain import article_from_text
from auditor.text import Article, Span

STORY = """Harbour gates shut

An official said the gates were bent. The official said 14 ships turned back.

“Nobody here expects to be paid this year.” Radio Nord reported a strike.

The mayor, Lena Ruud, said repairs had begun."""


def article(text: str = STORY, **metadata: str) -> Article:
    made = article_from_text(text, id="story")
    return replace(made, metadata=replace(made.metadata, **metadata))


def span(story: Article, words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = story.text.index(words, start + 1)
    return story.span(start, start + len(words))


def attribution(story: Article, id: str, source: Span | None, source_id: str | None, **changes: object) -> Attribution:
    made = Attribution(
        id=id,
        kind=AttributionKind.INDIRECT,
        channel=Channel.UNKNOWN,
        source=source,
        source_id=source_id,
        cue=(),
        cue_lemma="say",
        content=(),
        certainty=Certainty.FIRM,
        paragraph=story.paragraph_at(source.start).index if source else 0,
        zone=story.paragraph_at(source.start).zone if source else story.paragraphs[0].zone,
    )
    return replace(made, **changes)


def source(id: str, label: str, identity: Identity, *mentions: Span, **changes: object) -> Source:
    made = Source(id, label, identity, Certainty.FIRM, (f"“{label}” is {identity}.",), mentions)
    return replace(made, **changes)


def figure(id: str, place: Span, status: FigureStatus, **changes: object) -> Figure:
    return replace(Figure(id, place, Value(None, None, ""), status, Certainty.FIRM), **changes)


def relay(id: str, place: Span, kind: RelayKind = RelayKind.OUTLET_REPORT, **changes: object) -> Relay:
    return replace(Relay(id, place, place.text, kind, Certainty.FIRM), **changes)


def quotation(id: str, place: Span, **changes: object) -> Quotation:
    made = Quotation(id, place, Marks.DOUBLE, QuotationKind.SPEECH, words=len(place.text.split()))
    return replace(made, **changes)


def annotated(story: Article, **layers: tuple[object, ...]):
    import spacy

    from auditor.language.pipeline import AnnotatedArticle

    return AnnotatedArticle(story, Annotations(**layers), spacy.blank("en").make_doc(story.text))


def story_annotated():
    """The story above with an unnamed official, a figure resting on them, an orphan quotation and a relay."""
    story = article()
    first, second = span(story, "An official"), span(story, "The official")
    mayor = span(story, "The mayor, Lena Ruud")
    return annotated(
        story,
        attributions=(
            attribution(story, "a1", first, "s1", cue=(span(story, "said"),)),
            attribution(story, "a2", second, "s1", cue=(span(story, "said", 1),)),
            attribution(story, "a3", mayor, "s2", cue=(span(story, "said", 2),)),
        ),
        sources=(
            source("s1", "An official", Identity.UNNAMED_INDIVIDUAL, first, second, people=(1, 1)),
            source("s2", "Lena Ruud", Identity.NAMED_PERSON, mayor, role="mayor", people=(1, 1)),
        ),
        figures=(figure("f1", span(story, "14 ships"), FigureStatus.UNNAMED_SOURCE, attribution_id="a2"),),
        relays=(relay("r1", span(story, "Radio Nord")),),
        quotations=(quotation("q1", span(story, "“Nobody here expects to be paid this year.”")),),
    )
