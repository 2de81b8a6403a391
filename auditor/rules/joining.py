"""Joins what rules say about the same words: one finding a place, the most specific rule shown, the others named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from auditor.rules.hit import Hit, unique
from auditor.rules.model import Fold
from auditor.text import Span


def merged(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Join what one rule says about the very same words, and what it says only once per source or per article."""
    groups: defaultdict[tuple[object, ...], list[Hit]] = defaultdict(list)
    for hit in hits:
        groups[_key(hit)].append(hit)
    for group in groups.values():
        yield _joined(group)


def most_specific(hits: Sequence[Hit]) -> list[Hit]:
    """Keep, on words that overlap, the rules that no more specific one speaks for; name the others with it."""
    above: defaultdict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        for code in hit.rule.more_specific_than:
            above[code].append(hit)
    kept = []
    below: defaultdict[int, list[Hit]] = defaultdict(list)
    for hit in hits:
        covering = [other for other in above.get(hit.rule.code, ()) if _overlap(hit, other)]
        for other in covering:
            below[id(other)].append(hit)
        if not covering:
            kept.append(hit)
    return [_with_others(hit, below[id(hit)]) if id(hit) in below else hit for hit in kept]


def _overlap(one: Hit, other: Hit) -> bool:
    """Tell whether two findings are about words that overlap; one about the whole article is about its places."""
    return any(mine.overlaps(its) for mine in _extent(one) for its in _extent(other))


def _extent(hit: Hit) -> tuple[Span, ...]:
    """Give the words a finding is about; one that speaks once for several places is about all of them."""
    if hit.span is None:
        return hit.places
    return (hit.span, *hit.places) if hit.rule.once_per else (hit.span,)


def _key(hit: Hit) -> tuple[object, ...]:
    if hit.rule.once_per is Fold.ARTICLE:
        return (hit.rule.code,)
    if hit.rule.once_per is Fold.SOURCE and hit.source_id:
        return hit.rule.code, hit.source_id
    return (hit.rule.code, hit.span) if hit.span else (hit.rule.code, hit.annotation_id, hit.message)


def _joined(group: Sequence[Hit]) -> Hit:
    first = group[0]
    if len(group) == 1:
        return first
    gravest = max(group, key=_rank)
    reason = replace(
        gravest.reason,
        matched=unique(part for hit in group for part in hit.reason.matched),
        conditions=tuple(dict.fromkeys(words for hit in group for words in hit.reason.conditions)),
        notes=tuple(dict.fromkeys(note for hit in group for note in hit.reason.notes)),
    )
    spans = (span for hit in group for span in (hit.span, *hit.places) if span and span != first.span)
    return replace(first, severity=gravest.severity, reason=reason, places=tuple(dict.fromkeys(spans)))


def _with_others(hit: Hit, others: Sequence[Hit]) -> Hit:
    """Name the rules that are not shown on their own, and keep what they would have said."""
    said = tuple(f"{other.rule.title}: {other.message}" for other in others)
    reason = replace(hit.reason, notes=hit.reason.notes + said)
    return replace(hit, also=tuple(sorted({other.rule.code for other in others})), reason=reason)


def _rank(hit: Hit) -> int:
    return hit.severity.rank
