"""Counts what an article does, and says it in plain words. Facts only: no score, no verdict.

Every count comes from the annotations and findings, so that each can be expanded to its places in the text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum

from auditor.document import AnonymityProfile, LargestSource, Profile, Share
from auditor.findings import Finding
from auditor.language.annotations import (
    Annotations,
    Anonymity,
    Attribution,
    FigureStatus,
    Identity,
    Quotation,
    QuotationKind,
    ReasonKind,
    Source,
)
from auditor.rules.context import Context, context_of
from auditor.summary import summary_of
from auditor.text import Article


class Words(StrEnum):
    """Whose words stand inside quotation marks."""

    NAMED = "named"
    SPOKESPERSON = "spokesperson"
    UNNAMED = "unnamed"
    RELAYED = "relayed"
    NO_SPEAKER = "no-speaker"


_WORDS: dict[Identity, Words] = {
    Identity.NAMED_PERSON: Words.NAMED,
    Identity.NAMED_INSTITUTION: Words.NAMED,
    Identity.NAMED_DOCUMENT: Words.NAMED,
    Identity.POLL_NAMED: Words.NAMED,
    Identity.OWN_OUTLET: Words.NAMED,
    Identity.REPORTER: Words.NAMED,
    Identity.OUTLET: Words.RELAYED,
    Identity.SOCIAL_ACCOUNT: Words.RELAYED,
    Identity.UNNAMED_SPOKESPERSON: Words.SPOKESPERSON,
    Identity.UNNAMED_INDIVIDUAL: Words.UNNAMED,
    Identity.UNNAMED_GROUP: Words.UNNAMED,
    Identity.UNNAMED_COLLECTIVE: Words.UNNAMED,
    Identity.DOCUMENT_UNNAMED: Words.UNNAMED,
    Identity.NONE: Words.NO_SPEAKER,
}
_INDIVIDUAL_OR_GROUP = (Identity.UNNAMED_INDIVIDUAL, Identity.UNNAMED_GROUP)


def profile_of(
    article: Article, annotations: Annotations, findings: Sequence[Finding], *, set_aside: int = 0
) -> Profile:
    """Count an article's sources, quotations, figures, relays and findings.

    Args:
        article: the article.
        annotations: what counts, without what was set aside.
        findings: those to count.
        set_aside: how many readings were too uncertain to count.
    """
    context = context_of(article, annotations)
    sourcing = [attribution for attribution in annotations.attributions if attribution.sourcing]
    used = [source for source in annotations.sources if source.id in context.by_source]
    quotations = [quotation for quotation in annotations.quotations if _is_speech(quotation)]
    largest = _largest(context, used, len(sourcing), quotations)
    anonymity = _anonymity(used)
    quoted = _quoted_words(context, quotations)
    by_identity = _by_identity(context, sourcing)
    figures = _counts((figure.status for figure in annotations.figures), FigureStatus)
    return Profile(
        summary=summary_of(context, by_identity, largest, anonymity, set_aside=set_aside),
        attributions=len(sourcing),
        by_identity=by_identity,
        quoted_words=quoted,
        sources=_counts((source.identity for source in used), Identity),
        unnamed_people=_unnamed_people(used),
        largest_source=largest,
        anonymity=anonymity,
        figures=figures,
        relays=_in_order(Counter(str(relay.kind) for relay in annotations.relays)),
        findings=_in_order(Counter(str(finding.severity) for finding in findings)),
    )


def _is_speech(quotation: Quotation) -> bool:
    """Count words once, and only words that somebody is meant to have said."""
    spoken = quotation.kind is QuotationKind.SPEECH or quotation.attribution_id is not None
    return spoken and not quotation.nested


def _by_identity(context: Context, sourcing: Sequence[Attribution]) -> dict[str, Share]:
    counted = Counter(context.identity_of(attribution) for attribution in sourcing)
    return {str(kind): Share(counted[kind], len(sourcing)) for kind in Identity if counted[kind]}


def _quoted_words(context: Context, quotations: Sequence[Quotation]) -> dict[str, Share]:
    counted: Counter[Words] = Counter()
    for quotation in quotations:
        counted[_WORDS[context.identity_of(quotation)]] += quotation.words
    total = counted.total()
    return {str(kind): Share(counted[kind], total) for kind in Words if counted[kind]}


def _unnamed_people(used: Sequence[Source]) -> tuple[int, int | None]:
    ranges = [source.people or (1, 1) for source in used if source.identity in _INDIVIDUAL_OR_GROUP]
    bounds = [most for _, most in ranges if most is not None]
    return sum(least for least, _ in ranges), sum(bounds) if len(bounds) == len(ranges) else None


def _largest(
    context: Context, used: Sequence[Source], total: int, quotations: Sequence[Quotation]
) -> LargestSource | None:
    """Give the source with most statements, the first one in the article where several have as many."""
    if not used:
        return None
    largest = max(used, key=lambda source: len(context.by_source[source.id]))
    words = sum(quotation.words for quotation in quotations if context.source_of(quotation) is largest)
    return LargestSource(
        source_id=largest.id,
        label=largest.label,
        attributions=Share(len(context.by_source[largest.id]), total),
        quoted_words=Share(words, sum(quotation.words for quotation in quotations)),
    )


def _anonymity(used: Sequence[Source]) -> AnonymityProfile:
    disclosed = [source.anonymity or Anonymity() for source in used if source.identity in _INDIVIDUAL_OR_GROUP]
    reasons = Counter(each.reason for each in disclosed)
    return AnonymityProfile(
        sources=len(disclosed),
        reason_specific=reasons[ReasonKind.SPECIFIC],
        reason_stock=reasons[ReasonKind.STOCK],
        reason_none=reasons[ReasonKind.NONE],
        basis=sum(each.basis is not None for each in disclosed),
    )


def _counts(values: Iterable[StrEnum], order: Iterable[StrEnum]) -> dict[str, int]:
    """Count values, in the order of their class; what does not occur is left out."""
    counted = Counter(values)
    return {str(kind): counted[kind] for kind in order if counted[kind]}


def _in_order(counted: Counter[str]) -> dict[str, int]:
    return dict(sorted(counted.items()))
