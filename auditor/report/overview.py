"""The first screen: what the article rests on, in one paragraph, a few numbers and two drawings.

Counts only; there is no score. Words are runs between white space, as in the audit document.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from auditor.document import Profile
from auditor.language.annotations import Identity
from auditor.report.finding_entries import FindingCard, SignalRow
from auditor.report.ledger import speakerless
from auditor.report.lookup import Lookup
from auditor.report.wording import IDENTITIES, STANDING_OF, STANDINGS

TOP_FINDINGS = 3

# Where contents overlap, what the reader must know first wins: a quotation that no cue governs is nobody's words,
# even inside a sentence that names a source.
_PRIORITY = ("own", "named", "relayed", "unnamed", "nobody")

# A text of any length is drawn with at most so many bars, so that the page stays small.
_STRIP_STEPS = 1000

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Count:
    """A number worth reading first.

    Attributes:
        value: the number ("9 of 12").
        label: what is counted.
        href: section with the details.
        standing: key of `wording.STANDINGS` for its colour, or empty.
    """

    value: str
    label: str
    href: str
    standing: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a drawing.

    Attributes:
        x: where it begins, in thousandths of the whole.
        width: how long it is, in thousandths of the whole.
        standing: key of `wording.STANDINGS`.
    """

    x: float
    width: float
    standing: str


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole.

    Attributes:
        label: what is counted.
        count: how many.
        total: out of how many.
        standing: key of `wording.STANDINGS`.
        width: the share in thousandths.
    """

    label: str
    count: int
    total: int
    standing: str
    width: float


@dataclass(frozen=True, slots=True)
class Overview:
    """The first screen.

    Attributes:
        summary: one plain-language paragraph.
        counts: the numbers worth reading first.
        statements: statements by the identity of their source, most first.
        strip: the text from its first word to its last, by what the words rest on; empty without text.
        words: words of the text by what they rest on; empty without text.
        top: the most serious findings, at most three.
        done_well: what the article does well, at most three.
        settled: number of findings that wait for nobody.
    """

    summary: str
    counts: tuple[Count, ...]
    statements: tuple[Share, ...]
    strip: tuple[Bar, ...]
    words: tuple[Share, ...]
    top: tuple[FindingCard, ...]
    done_well: tuple[SignalRow, ...]
    settled: int


def make_overview(lookup: Lookup, findings: tuple[FindingCard, ...], signals: tuple[SignalRow, ...] = ()) -> Overview:
    """Build the first screen of an audited article; `findings` are the open ones, the most serious first."""
    document = lookup.document
    standings = text_standings(lookup) if document.text else b""
    return Overview(
        summary=document.profile.summary if document.profile else "",
        counts=_counts(lookup),
        statements=_statements(document.profile) if document.profile else (),
        strip=tuple(_strip(standings)) if standings else (),
        words=_words(document.text or "", standings) if standings else (),
        top=_top(findings),
        done_well=signals[:TOP_FINDINGS],
        settled=sum(not finding.open for finding in document.findings),
    )


def text_standings(lookup: Lookup) -> bytes:
    """Say for each character what it rests on, as an index into the order of `_PRIORITY`."""
    length = len(lookup.document.text or "")
    standings = bytearray(length)
    spans = [
        (_PRIORITY.index(lookup.standing(attribution)), span)
        for attribution in lookup.document.attributions
        if lookup.counts(attribution)
        for span in attribution.content
    ]
    spans += [(_PRIORITY.index("nobody"), quotation.span) for quotation in speakerless(lookup)]
    for rank, span in sorted(spans):
        start, end = max(0, span.start), min(length, span.end)
        standings[start:end] = bytes([rank]) * max(0, end - start)
    return bytes(standings)


def _top(findings: tuple[FindingCard, ...]) -> tuple[FindingCard, ...]:
    """Choose the most serious findings, one a rule: the second of a kind tells a hurried reader nothing new."""
    first: dict[str, FindingCard] = {}
    for card in findings:
        if card.severity in ("high", "medium"):
            first.setdefault(card.rule, card)
    return tuple(first.values())[:TOP_FINDINGS]


def _strip(standings: bytes) -> Iterator[Bar]:
    """Join neighbouring steps of one kind; each step shows the character in its middle."""
    length = len(standings)
    steps = min(length, _STRIP_STEPS)
    sampled = [standings[min(length - 1, (2 * step + 1) * length // (2 * steps))] for step in range(steps)]
    position = 0
    for rank, run in groupby(sampled):
        width = len(list(run))
        yield Bar(_thousandths(position, steps), _thousandths(width, steps), _PRIORITY[rank])
        position += width


def _words(text: str, standings: bytes) -> tuple[Share, ...]:
    counts = Counter(_PRIORITY[standings[match.start()]] for match in _WORD.finditer(text))
    total = counts.total()
    return tuple(
        Share(name, counts[key], total, key, _thousandths(counts[key], total))
        for key, name in STANDINGS.items()
        if counts[key]
    )


def _statements(profile: Profile) -> tuple[Share, ...]:
    shares = [
        Share(
            label=IDENTITIES[Identity(key)],
            count=share.count,
            total=share.total,
            standing=STANDING_OF[Identity(key)],
            width=_thousandths(share.count, share.total),
        )
        for key, share in profile.by_identity.items()
        if share.count
    ]
    return tuple(sorted(shares, key=_most_first))


def _most_first(share: Share) -> tuple[int, str]:
    return (-share.count, share.label)


def _counts(lookup: Lookup) -> tuple[Count, ...]:
    document = lookup.document
    statements = [attribution for attribution in document.attributions if lookup.counts(attribution)]
    unnamed = sum(lookup.standing(attribution) == "unnamed" for attribution in statements)
    aside = lookup.set_aside
    sources = [item for item in document.sources if item.identity is not Identity.NONE and item.id not in aside]
    figures = [figure for figure in document.figures if figure.id not in aside]
    named = sum(STANDING_OF[source.identity] == "named" for source in sources)
    loose = sum(figure.status in ("hedged", "unnamed-source") for figure in figures)
    foreign = sum(relay.kind != "own_outlet" and relay.id not in aside for relay in document.relays)
    return (
        Count(_of(unnamed, len(statements)), "statements from unnamed sources", "#sources", "unnamed"),
        Count(_of(named, len(sources)), "sources named", "#sources", "named"),
        Count(_of(loose, len(figures)), "figures hedged or from an unnamed source", "#figures"),
        Count(str(foreign), "relayed through other outlets or platforms", "#relays", "relayed"),
        Count(str(len(speakerless(lookup))), "quoted without a speaker", "#quotations", "nobody"),
    )


def _of(count: int, total: int) -> str:
    return f"{count} of {total}" if total else "0"


def _thousandths(part: int, whole: int) -> float:
    return round(1000 * part / whole, 1) if whole else 0.0
