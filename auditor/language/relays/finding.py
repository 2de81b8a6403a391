"""Finds each place where relaying is stated, and says what is relayed, by whom and through which hops."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from auditor.language.annotations import Attribution, Certainty, QuotationKind, Relay, RelayKind, Source
from auditor.language.house_outlets import house_outlets_of, outlets_of
from auditor.language.outlets import OutletKind, Outlets, Reading
from auditor.language.relays.anaphora import find_later_mentions
from auditor.language.relays.attributed import attributed_outlets
from auditor.language.relays.candidates import Mention, MentionKind
from auditor.language.relays.chains import chain_of, link
from auditor.language.relays.frame import Frame
from auditor.language.relays.frames import find_frame
from auditor.language.relays.mentions import find_mentions
from auditor.language.relays.own import Publisher, describe, find_publisher, is_own, of_house, only_agency
from auditor.language.relays.readings import certainty_of, is_enough
from auditor.language.relays.social import find_social_frame, names_platform_beside
from auditor.language.relays.unnamed import find_unnamed_frame
from auditor.text import Article, Span, ZoneKind


@dataclass(frozen=True, slots=True)
class Stated:
    """A mention with the frame that makes it a relay."""

    mention: Mention
    frame: Frame


def find_relays(
    doc: Doc, article: Article, attributions: tuple[Attribution, ...], sources: tuple[Source, ...]
) -> tuple[Relay, ...]:
    """Find each place where relaying is stated, in text order."""
    mentions = find_mentions(doc)
    stated = [Stated(mention, frame) for mention in mentions if (frame := _frame(mention)) is not None]
    stated = _without_doubles(_outside_quotations(doc, [*stated, *_headline(doc, article, mentions)]))
    stated = [*stated, *_new(find_later_mentions(doc, mentions, [one.mention for one in stated]), stated)]
    stated = [*stated, *_new(attributed_outlets(doc, attributions, sources), stated)]
    stated = sorted(stated, key=lambda one: one.mention.start)
    outlets = outlets_of(doc)
    publisher = find_publisher(article, outlets)
    if not publisher.names:
        publisher = only_agency(doc, [one.mention for one in stated if one.mention.kind is MentionKind.NAMED], outlets)
    publishers = (publisher, of_house(house_outlets_of(doc).own, outlets))
    relays = (_relay(article, one, publishers, outlets) for one in stated)
    return tuple(
        replace(link(relay, one.frame, doc, attributions), id=f"r{number}", chain=chain_of(one.mention, one.frame))
        for number, (relay, one) in enumerate(zip(relays, stated, strict=True), start=1)
    )


def _frame(mention: Mention) -> Frame | None:
    if mention.kind in (MentionKind.PLATFORM, MentionKind.POST):
        return find_social_frame(mention)
    if mention.kind in (MentionKind.UNNAMED, MentionKind.OURS):
        return find_unnamed_frame(mention)
    frame = find_frame(mention.tokens, programme=mention.outlet_kind in (OutletKind.PROGRAMME, OutletKind.PODCAST))
    return frame if frame is not None and is_enough(mention, frame) else None


def _outside_quotations(doc: Doc, stated: list[Stated]) -> list[Stated]:
    """Leave out talk about posts inside a quotation: it is the speaker who mentions them."""
    quotations = doc._.quotations if Doc.has_extension("quotations") else ()
    spans = [quotation.span for quotation in quotations if quotation.kind is QuotationKind.SPEECH]
    return [one for one in stated if not (_is_of_speaker(one) and _lies_in(one.mention, spans))]


def _is_of_speaker(one: Stated) -> bool:
    return one.frame.kind is RelayKind.SOCIAL or one.mention.kind is MentionKind.OURS


def _lies_in(mention: Mention, spans: list[Span]) -> bool:
    return any(span.start <= mention.start and mention.end <= span.end for span in spans)


def _headline(doc: Doc, article: Article, mentions: tuple[Mention, ...]) -> list[Stated]:
    """Read "Gazette: Bridge unsafe" in a headline, where the colon stands for the verb."""
    ends = {paragraph.start: paragraph.end for paragraph in article.paragraphs if paragraph.zone is ZoneKind.HEADLINE}
    return [
        Stated(
            mention,
            Frame(RelayKind.OUTLET_REPORT, doc[mention.tokens.end], "In the headline the colon stands for “says”."),
        )
        for mention in mentions
        if mention.start in ends
        and mention.tokens.end < len(doc)
        and doc[mention.tokens.end].text == ":"
        and mention.kind is MentionKind.NAMED
        and mention.reading is Reading.PLAIN
    ]


def _without_doubles(stated: list[Stated]) -> list[Stated]:
    """Leave out a tweeting word beside the platform's name: one statement, one mark."""
    platforms = [one.mention.tokens for one in stated if one.mention.kind is MentionKind.PLATFORM]
    carried = {one.frame.cue.i for one in stated if one.frame.kind is not RelayKind.OUTLET_REPORT}
    stated = [
        one
        for one in stated
        if not (one.frame.journalist and one.frame.kind is RelayKind.OUTLET_REPORT and one.frame.cue.i in carried)
    ]
    return [
        one
        for one in stated
        if one.mention.kind is not MentionKind.POST or not names_platform_beside(one.mention.tokens, platforms)
    ]


def _new(found: Iterable[tuple[Mention, Frame]], stated: list[Stated]) -> list[Stated]:
    """Leave out what overlaps with a relay found before."""
    taken = {token.i for one in stated for token in one.mention.tokens}
    return [Stated(mention, frame) for mention, frame in found if not any(t.i in taken for t in mention.tokens)]


def _relay(article: Article, one: Stated, publishers: tuple[Publisher, ...], outlets: Outlets) -> Relay:
    mention, frame = one.mention, one.frame
    kind = frame.kind
    evidence = [frame.why]
    certainty = certainty_of(mention, frame)
    if mention.kind is MentionKind.NAMED:
        evidence.append(describe(outlets.named(mention.name)) or f"“{mention.name}” has the shape of an outlet's name.")
        publisher = next((each for each in publishers if is_own(mention.name, each, outlets)), None)
        if publisher is not None:
            kind = RelayKind.OWN_OUTLET
            evidence.append(publisher.why)
            certainty = max(certainty, publisher.certainty, key=list(Certainty).index)
    if mention.kind is MentionKind.OURS:
        kind = RelayKind.OWN_OUTLET
        evidence.append("The article means its own publisher.")
    # The tokeniser keeps the full stop of a sentence on single capitals: "apologised on X."
    bare = (
        mention.tokens.text.rstrip(".")
        if len(mention.tokens) == 1 and len(mention.tokens.text) == 2
        else mention.tokens.text
    )
    span = article.span(mention.start, mention.start + len(bare))
    cue = article.span(frame.cue.idx, frame.cue.idx + len(frame.cue.text)) if frame.cue.text.strip() else None
    unnamed = mention.kind is MentionKind.UNNAMED
    return Relay("", span, mention.name, kind, certainty, unnamed_outlet=unnamed, cue=cue, evidence=tuple(evidence))
