"""The plain-language paragraph at the top of a report, made from the counts by a fixed template.

Short sentences, digits for numbers, facts only: it says what the article states and does not state.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from auditor.document import AnonymityProfile, LargestSource, Share
from auditor.language.annotations import FigureStatus, Identity, QuotationKind, Relay, RelayKind
from auditor.rules.context import Context
from auditor.rules.subjects import counted, quoted

# Below four statements a share says little; half is the bound of the single-source profile.
_ENOUGH_STATEMENTS = 4

# What statements rest on: words for one source of the kind, for several, and the noun phrase when none is counted.
_KINDS: dict[Identity, tuple[str, str]] = {
    Identity.NAMED_PERSON: ("named person", "named people"),
    Identity.NAMED_INSTITUTION: ("named institution", "named institutions"),
    Identity.NAMED_DOCUMENT: ("named document", "named documents"),
    Identity.POLL_NAMED: ("named poll", "named polls"),
    Identity.OWN_OUTLET: ("report of the publisher's own", "reports of the publisher's own"),
    Identity.REPORTER: ("reporter's own observation", "reporters' own observations"),
    Identity.UNNAMED_INDIVIDUAL: ("unnamed person", "unnamed people"),
    Identity.UNNAMED_GROUP: ("unnamed group of people", "unnamed groups of people"),
    Identity.UNNAMED_SPOKESPERSON: ("unnamed spokesperson", "unnamed spokespeople"),
    Identity.UNNAMED_COLLECTIVE: ("open-ended group", "open-ended groups"),
    Identity.DOCUMENT_UNNAMED: ("unnamed document", "unnamed documents"),
    Identity.OUTLET: ("other outlet", "other outlets"),
    Identity.SOCIAL_ACCOUNT: ("account on social media", "accounts on social media"),
}
_SHOWN_BY_LABEL = frozenset(
    {Identity.UNNAMED_INDIVIDUAL, Identity.UNNAMED_GROUP, Identity.DOCUMENT_UNNAMED, Identity.OUTLET}
)
_FIGURES: dict[FigureStatus, tuple[str, str]] = {
    FigureStatus.HEDGED: ("is hedged", "are hedged"),
    FigureStatus.UNNAMED_SOURCE: ("rests on an unnamed source", "rest on unnamed sources"),
    FigureStatus.UNATTRIBUTED: ("has no source", "have no source"),
}
_RELAYS: dict[RelayKind, str] = {
    RelayKind.OUTLET_INTERVIEW: "Words were given to {names}.",
    RelayKind.OUTLET_REPORT: "Information is taken from {names}.",
    RelayKind.SOCIAL: "Words are taken from social media ({names}).",
}


def summary_of(
    context: Context,
    by_identity: Mapping[str, Share],
    largest: LargestSource | None,
    anonymity: AnonymityProfile,
    *,
    set_aside: int = 0,
) -> str:
    """Give the summary paragraph; the last sentence says how many readings were too uncertain to count."""
    sentences = [
        *_statements(context, by_identity),
        *_dependence(context, largest),
        *_disclosure(anonymity),
        *_quotations(context),
        *_figures(context),
        *_relays(context.annotations.relays),
        *_set_aside(set_aside),
    ]
    return " ".join(sentences)


def _statements(context: Context, by_identity: Mapping[str, Share]) -> Iterator[str]:
    total = sum(share.count for share in by_identity.values())
    if not total:
        yield "The article attributes nothing to a source."
        return
    parts = [_resting(context, Identity(kind), share.count) for kind, share in by_identity.items()]
    yield f"{counted(total, 'attributed statement')}: {_listed(parts)}."


def _resting(context: Context, kind: Identity, count: int) -> str:
    if kind is Identity.NONE:
        return f"{count} {'has' if count == 1 else 'have'} no source"
    verb = "rests" if count == 1 else "rest"
    return f"{count} {verb} on {_sources_of_kind(context, kind)}"


def _sources_of_kind(context: Context, kind: Identity) -> str:
    sources = [source for source in context.annotations.sources if source.identity is kind]
    used = [source for source in sources if source.id in context.by_source]
    phrase = counted(len(used), *_KINDS[kind])
    if len(used) == 1 and kind in _SHOWN_BY_LABEL:
        return f"{phrase} ({quoted(used[0].label)})"
    return phrase


def _dependence(context: Context, largest: LargestSource | None) -> Iterator[str]:
    if largest is None:
        return
    share = largest.attributions
    if len(context.independent) == 1 and share.total > 1:
        yield f"There is 1 independent source: {quoted(context.independent[0][0].label)}."
    elif share.total >= _ENOUGH_STATEMENTS and share.count * 2 > share.total:
        yield f"One source, {quoted(largest.label)}, carries {share.count} of {share.total} attributed statements."


def _disclosure(anonymity: AnonymityProfile) -> Iterator[str]:
    total = anonymity.sources
    if not total:
        return
    given = total - anonymity.reason_none
    if not given:
        yield "No reason for anonymity is given."
    elif given == total:
        yield "A reason for anonymity is given" + (f" for all {total} unnamed sources." if total > 1 else ".")
    else:
        yield f"A reason for anonymity is given for {given} of {total} unnamed sources."


def _quotations(context: Context) -> Iterator[str]:
    spoken = [each for each in context.annotations.quotations if each.kind is QuotationKind.SPEECH and not each.nested]
    orphans = sum(quotation.attribution_id is None for quotation in spoken)
    if orphans:
        yield f"{counted(orphans, 'quotation')} {'has' if orphans == 1 else 'have'} no speaker."


def _figures(context: Context) -> Iterator[str]:
    statuses = Counter(figure.status for figure in context.annotations.figures)
    parts = [
        f"{statuses[status]} {singular if statuses[status] == 1 else plural}"
        for status, (singular, plural) in _FIGURES.items()
        if statuses[status]
    ]
    if parts:
        total = statuses.total()
        yield f"Of {counted(total, 'figure')}, {_listed(parts)}." if total > 1 else f"The only figure {parts[0][2:]}."


def _relays(relays: Sequence[Relay]) -> Iterator[str]:
    for kind, sentence in _RELAYS.items():
        names = dict.fromkeys(_carrier(relay) for relay in relays if relay.kind is kind)
        if names:
            yield sentence.format(names=_listed(list(names))).replace(" (social media)", "")


def _set_aside(count: int) -> Iterator[str]:
    if count:
        yield f"{counted(count, 'reading')} too uncertain to count {'is' if count == 1 else 'are'} set aside."


def _carrier(relay: Relay) -> str:
    """Give an outlet as the text names it; a post may be stated by a verb alone, so there the platform's usual name."""
    if relay.kind is RelayKind.SOCIAL:
        # A post stated by a verb alone ("tweeted") names no platform.
        return relay.outlet if relay.outlet[:1].isupper() else "social media"
    name = relay.span.text.removeprefix("The ").removeprefix("the ")
    return name[:1].lower() + name[1:] if relay.unnamed_outlet else name


def _listed(parts: Sequence[str]) -> str:
    """Join parts as a sentence does: "a", "a and b", "a, b and c"."""
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last
