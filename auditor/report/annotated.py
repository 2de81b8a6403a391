"""Builds the annotated article: which stretches are marked as what, and the blocks of segments to show.

A mark's kind becomes a class of the style sheet; its label is drawn by the style sheet, so that the words a reader
selects and copies are the article's own, character for character.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator

from auditor.document import AuditDocument
from auditor.report.cards import anchor_of
from auditor.report.context import Block, Layer, Text
from auditor.report.finding_entries import FindingCard
from auditor.report.highlight import Label, Mark, Segment, cut
from auditor.report.ledger import speakerless
from auditor.report.lookup import Lookup, paragraph_numbers
from auditor.report.visible import count_bidi, count_uncarried
from auditor.report.wording import STATUSES, counted
from auditor.text import Span

# Kind of mark, name in the legend, beginning of its label.
_LAYERS = (
    ("source", "Source", "S"),
    ("cue", "Cue: the attributing words", "c"),
    ("content", "Content: what is attributed", ""),
    ("figure", "Figure", "F"),
    ("hedge", "Hedge", "h"),
    ("relay", "Relay: another outlet or platform", "R"),
    ("orphan", "Quotation without a speaker", "Q"),
    ("finding", "Finding", "1"),
    ("aside", "Set aside: read with too little certainty to count", ""),
)

# From here on a browser needs help to open the page at once.
_MANY_SEGMENTS = 3000


def annotate_text(lookup: Lookup, cards: tuple[FindingCard, ...]) -> Text | None:
    """Mark the article; null when its text was left out."""
    document = lookup.document
    if document.text is None:
        return None
    marks = [
        *_attribution_marks(lookup),
        *_figure_marks(lookup),
        *_other_marks(lookup),
        *_finding_marks(document, cards),
        *_aside_marks(lookup),
    ]
    edges = [offset for paragraph in document.paragraphs for offset in (paragraph.start, paragraph.end)]
    marks = list(dict.fromkeys(marks))  # one mention can be the source of two statements
    segments = cut(document.text, marks, _targets(document), edges)
    return Text(
        language=document.article.metadata.language or "",
        blocks=tuple(_blocks(document, segments)),
        layers=_layers(marks),
        notes=tuple(_notes(document.text)),
        long=len(segments) > _MANY_SEGMENTS,
    )


def _attribution_marks(lookup: Lookup) -> Iterator[Mark]:
    for attribution in lookup.document.attributions:
        if attribution.id in lookup.set_aside:
            continue
        link = lookup.links.get(attribution.source_id or "")
        about = link.href[1:] if link else ""
        if attribution.source:
            name = f"Source {link.label}: {link.name}" if link else ""
            label = Label("source", link.label, link.href, name) if link else None
            yield _mark(attribution.source, "source", label, about)
        if attribution.cue:
            *parts, last = attribution.cue
            yield from (_mark(span, "cue", None, about) for span in parts)
            yield _mark(last, "cue", Label("cue", "c", title="cue"), about)
        if attribution.sourcing:
            standing = lookup.standing(attribution)
            yield from (_mark(span, f"content {standing}", None, about) for span in attribution.content)


def _figure_marks(lookup: Lookup) -> Iterator[Mark]:
    for index, figure in enumerate(lookup.document.figures, start=1):
        if figure.id in lookup.set_aside:
            continue
        about = f"figure-{index}"
        name = f"Figure F{index}: {STATUSES[figure.status]}"
        yield _mark(figure.span, "figure", Label("figure", f"F{index}", f"#{about}", name), about)
        if figure.hedge:
            yield _mark(figure.hedge, "hedge", Label("hedge", "h", title="hedge"), about)


def _other_marks(lookup: Lookup) -> Iterator[Mark]:
    for index, relay in enumerate(lookup.document.relays, start=1):
        if relay.id not in lookup.set_aside:
            about = f"relay-{index}"
            label = Label("relay", f"R{index}", f"#{about}", f"Relay R{index}: {relay.outlet}")
            yield _mark(relay.span, "relay", label, about)
    for index, quotation in enumerate(speakerless(lookup), start=1):
        about = f"quotation-{index}"
        label = Label("orphan", f"Q{index}", f"#{about}", f"Quotation Q{index}: no speaker")
        yield _mark(quotation.span, "orphan", label, about)


def _finding_marks(document: AuditDocument, cards: tuple[FindingCard, ...]) -> Iterator[Mark]:
    spans = {anchor_of(finding): finding.span for finding in document.findings}
    for card in cards:
        span = spans[card.anchor]
        if span:
            looks = card.severity if card.open else "settled"
            name = f"Finding {card.number}, {card.severity_name}: {card.title}"
            label = Label(f"finding {looks}", str(card.number), f"#{card.anchor}", name)
            yield Mark(span.start, span.end, f"finding {looks}", label, card.number)


def _aside_marks(lookup: Lookup) -> Iterator[Mark]:
    """Mark faintly what was read with too little certainty to count: it is said, and not counted."""
    document, aside = lookup.document, lookup.set_aside
    spans = [span for item in document.attributions if item.id in aside for span in (*item.cue, *item.content)]
    spans += [figure.span for figure in document.figures if figure.id in aside]
    spans += [relay.span for relay in document.relays if relay.id in aside]
    return (_mark(span, "aside") for span in spans)


def _mark(span: Span, kind: str, label: Label | None = None, about: str = "") -> Mark:
    return Mark(span.start, span.end, kind, label, about=about)


def _targets(document: AuditDocument) -> Iterator[int]:
    """Give every offset that some entry of the report links to."""
    spans: list[Span] = []
    for attribution in document.attributions:
        spans += (
            *attribution.content[:1],
            *attribution.cue[:1],
            *((attribution.source,) if attribution.source else ()),
        )
    for source in document.sources:
        spans += source.mentions
    for finding in document.findings:
        spans += (*((finding.span,) if finding.span else ()), *finding.places)
    for name in document.names:
        spans += (place for spelling in name.spellings for place in spelling.places)
    for quotation in document.quotations:
        spans += (quotation.span, *(alteration.span for alteration in quotation.alterations))
    spans += (signal.span for signal in document.signals if signal.span)
    spans += (figure.span for figure in document.figures)
    spans += (relay.span for relay in document.relays)
    for claim in document.claims:
        spans += (claim.span, *claim.corroboration, *claim.reply)
    spans += (place for policy in document.policies for line in policy.requirements for place in line.places)
    return (span.start for span in spans)


def _blocks(document: AuditDocument, segments: list[Segment]) -> Iterator[Block]:
    """Share the segments out to paragraphs and to what lies between them; every segment is shown once."""
    starts = [segment.start for segment in segments]
    done = 0
    for paragraph, number in zip(document.paragraphs, paragraph_numbers(document), strict=True):
        first, last = bisect_left(starts, paragraph.start), bisect_left(starts, paragraph.end)
        if first > done:
            yield Block(0, "", tuple(segments[done:first]))
        if last > max(first, done):
            yield Block(number, paragraph.zone.value, tuple(segments[max(first, done) : last]))
        done = max(done, first, last)
    if done < len(segments):
        yield Block(0, "", tuple(segments[done:]))


def _layers(marks: Iterable[Mark]) -> tuple[Layer, ...]:
    # A split cue or content counts once a part: what a reader can see and count.
    counts = Counter(mark.kind.split(" ")[0] for mark in marks)
    return tuple(Layer(kind, name, label, counts[kind]) for kind, name, label in _LAYERS if counts[kind])


def _notes(text: str) -> Iterator[str]:
    uncarried, bidi = count_uncarried(text), count_bidi(text)
    if uncarried:
        yield (
            f"{counted(uncarried, 'character')} that a web page cannot carry: shown as a symbol here, "
            "kept unchanged in the data inside this file."
        )
    if bidi:
        yield (
            f"{counted(bidi, 'invisible control')} of writing direction: shown by name here, "
            "so that the words stand in the order in which they are stored."
        )
