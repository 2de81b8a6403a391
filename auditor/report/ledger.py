"""Builds the tables of the report: sources, statements, figures, relays, quotations, names.

Each function turns annotations into entries ready to print; none judges anything.
"""

from __future__ import annotations

from collections import defaultdict

from auditor.language.annotations import (
    Anonymity,
    Attribution,
    Certainty,
    Figure,
    FigureStatus,
    Name,
    Quotation,
    QuotationKind,
    Relay,
    Source,
    Value,
)
from auditor.report.claim_rows import corroboration_of
from auditor.report.entries import (
    Fact,
    FigureRow,
    NameRow,
    Place,
    QuotationRow,
    RelayRow,
    SourceRow,
    SpellingRow,
    Statement,
)
from auditor.report.lookup import Lookup, certainty_words
from auditor.report.wording import ATTRIBUTIONS, CHANNELS, IDENTITIES, REASONS, RELAYS, STATUSES, number


def source_rows(lookup: Lookup) -> tuple[SourceRow, ...]:
    """Make the ledger, in the order of the document."""
    statements: defaultdict[str, list[Statement]] = defaultdict(list)
    for attribution in lookup.document.attributions:
        if attribution.source_id:
            statements[attribution.source_id].append(_statement(lookup, attribution))
    return tuple(_source_row(lookup, source, tuple(statements[source.id])) for source in lookup.document.sources)


def unsourced_statements(lookup: Lookup) -> tuple[Statement, ...]:
    """Give the statements that belong to no entry of the ledger."""
    return tuple(
        _statement(lookup, attribution)
        for attribution in lookup.document.attributions
        if attribution.source_id not in lookup.links
    )


def figure_rows(lookup: Lookup) -> tuple[FigureRow, ...]:
    """Make the table of figures, those that rest on something doubtful first, else in text order."""
    order = list(FigureStatus)
    # `plain` figures (a distance, a date span) come last: they need no source.
    ranked = sorted(
        enumerate(lookup.document.figures, start=1), key=lambda pair: (order.index(pair[1].status), pair[1].span.start)
    )
    return tuple(_figure_row(lookup, index, figure) for index, figure in ranked)


def relay_rows(lookup: Lookup) -> tuple[RelayRow, ...]:
    """Make the table of relays, in text order."""
    return tuple(_relay_row(lookup, index, relay) for index, relay in enumerate(lookup.document.relays, start=1))


def speakerless(lookup: Lookup) -> tuple[Quotation, ...]:
    """Give the quotations of speech that no cue attributes; nested ones belong to the speaker of the outer one."""
    return tuple(
        quotation
        for quotation in lookup.document.quotations
        if quotation.kind is QuotationKind.SPEECH and quotation.attribution_id is None and not quotation.nested
    )


def quotation_rows(lookup: Lookup) -> tuple[QuotationRow, ...]:
    """Make the list of quotations without a speaker, then of those that were altered or not closed."""
    without = speakerless(lookup)
    rows = [_quotation_row(lookup, f"Q{index}", quotation) for index, quotation in enumerate(without, start=1)]
    known = {quotation.id for quotation in without}
    others = (
        quotation
        for quotation in lookup.document.quotations
        if quotation.id not in known and (quotation.alterations or not quotation.closed)
    )
    return (*rows, *(_quotation_row(lookup, "", quotation) for quotation in others))


def name_rows(lookup: Lookup) -> tuple[NameRow, ...]:
    """Make the list of names with several spellings."""
    return tuple(_name_row(lookup, name) for name in lookup.document.names)


def value_words(value: Value) -> str:
    """Write a normalised value in words.

    >>> value_words(Value(700, 1500, "fighters")), value_words(Value(20000, None, ""))
    ('700 to 1,500', '20,000 or more')
    """
    if value.low is None and value.high is None:
        return "open"
    if value.low is None or value.high is None:
        return f"up to {number(value.high)}" if value.high is not None else f"{number(value.low or 0)} or more"
    if value.low == value.high:
        return number(value.low)
    return f"{number(value.low)} to {number(value.high)}"


def _statement(lookup: Lookup, attribution: Attribution) -> Statement:
    content = attribution.content or attribution.cue or ((attribution.source,) if attribution.source else ())
    return Statement(
        place=lookup.place(content[0]) if content else Place("", "", ""),
        cue=" … ".join(span.text for span in attribution.cue),
        form=ATTRIBUTIONS[attribution.kind],
        channel=CHANNELS[attribution.channel],
        certainty="" if attribution.certainty is Certainty.FIRM else certainty_words(attribution.certainty),
        not_counted=_not_counted(lookup, attribution),
    )


def _not_counted(lookup: Lookup, attribution: Attribution) -> str:
    if not attribution.sourcing:
        return attribution.not_sourcing_because or "not used as a source"
    return "" if lookup.counts(attribution) else "set aside, because the reading is not sure enough"


def _source_row(lookup: Lookup, source: Source, statements: tuple[Statement, ...]) -> SourceRow:
    link = lookup.links[source.id]
    return SourceRow(
        anchor=link.href.removeprefix("#"),
        link=link,
        identity=IDENTITIES[source.identity],
        described=", ".join(part for part in (source.role, source.affiliation) if part),
        statements=statements,
        counted=source.attributions,
        quoted_words=source.quoted_words,
        people=_people_words(source.people),
        mentions=tuple(lookup.place(mention) for mention in source.mentions),
        disclosed=_disclosed(source.anonymity) if source.anonymity else (),
        corroboration=corroboration_of(lookup, source.id),
        certainty=certainty_words(source.certainty),
        evidence=source.evidence,
        aside=source.id in lookup.set_aside,
    )


def _people_words(people: tuple[int, int | None] | None) -> str:
    if people is None:
        return ""
    least, greatest = people
    if greatest is None:
        return f"{least} or more"
    return str(least) if least == greatest else f"{least} to {greatest}"


def _disclosed(anonymity: Anonymity) -> tuple[Fact, ...]:
    """Say what the article tells about why the source is not named, and in one line what it does not tell."""
    reason = anonymity.reason_span.text if anonymity.reason_span else ""
    told = (
        ("How the source knows", anonymity.basis),
        ("Anonymity stated", anonymity.formula),
        ("Terms", anonymity.terms),
    )
    facts = [Fact("Reason", f"{REASONS[anonymity.reason]} {_quoted(reason)}" if reason else REASONS[anonymity.reason])]
    facts += [Fact(term, _quoted(span.text)) for term, span in told if span]
    untold = (("how the source knows", anonymity.basis), ("that anonymity was agreed", anonymity.formula))
    missing = [words for words, span in untold if not span]
    return (*facts, Fact("Not stated", ", ".join(missing))) if missing else tuple(facts)


def _quoted(words: str) -> str:
    return f"“{words}”"


def _figure_row(lookup: Lookup, index: int, figure: Figure) -> FigureRow:
    low = figure.value.low if figure.value.low is not None else figure.value.high
    return FigureRow(
        anchor=f"figure-{index}",
        label=f"F{index}",
        place=lookup.place(figure.span),
        value=value_words(figure.value),
        unit=figure.value.unit,
        low="" if low is None else repr(float(low)),
        status=figure.status.value,
        status_name=STATUSES[figure.status],
        hedge=figure.hedge.text if figure.hedge else "",
        source=lookup.link_of(figure.attribution_id),
        evidence=figure.evidence,
        certainty=certainty_words(figure.certainty),
        aside=figure.id in lookup.set_aside,
    )


def _relay_row(lookup: Lookup, index: int, relay: Relay) -> RelayRow:
    return RelayRow(
        anchor=f"relay-{index}",
        label=f"R{index}",
        outlet=relay.outlet,
        as_written=relay.span.text if relay.span.text != relay.outlet else "",
        unnamed=relay.unnamed_outlet,
        kind=RELAYS[relay.kind],
        place=lookup.place(relay.span),
        cue=relay.cue.text if relay.cue else "",
        chain=relay.chain,
        source=lookup.link_of(relay.attribution_id),
        evidence=relay.evidence,
        certainty=certainty_words(relay.certainty),
        aside=relay.id in lookup.set_aside,
    )


def _quotation_row(lookup: Lookup, label: str, quotation: Quotation) -> QuotationRow:
    return QuotationRow(
        label=label,
        anchor=f"quotation-{label[1:]}" if label else "",
        place=lookup.place(quotation.span),
        words=quotation.words,
        alterations=tuple(lookup.place(alteration.span) for alteration in quotation.alterations),
        note=""
        if quotation.closed
        else "The closing mark is missing; the quotation is read to the end of its paragraph.",
    )


def _name_row(lookup: Lookup, name: Name) -> NameRow:
    return NameRow(
        spellings=tuple(
            SpellingRow(spelling.form, tuple(lookup.place(place) for place in spelling.places))
            for spelling in name.spellings
        ),
        evidence=name.evidence,
        certainty=certainty_words(name.certainty),
    )
