"""Builds the page of many articles: one row an article with the counts that matter, and what was not audited.

A row needs little memory, so a batch keeps rows and lets documents go.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.document import AuditDocument
from auditor.language.annotations import RelayKind
from auditor.report.context import Shell
from auditor.report.ledger import speakerless
from auditor.report.lookup import make_lookup
from auditor.report.page import page_title
from auditor.report.wording import STANDING_OF, counted


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One audited article.

    Attributes:
        href: the article's report, relative to the index; empty when none was written.
        title: the article's title, or its id.
        publisher: may be empty.
        published: may be empty.
        words: words of the article.
        statements: statements used as sourcing.
        unnamed_statements: of those, how many rest on an unnamed source.
        named: named sources.
        unnamed: unnamed sources.
        hedged: hedged figures.
        unnamed_figures: figures that rest on an unnamed source.
        relays: relays through other outlets or platforms.
        quotations: quotations without a speaker.
        high: findings of high severity.
        medium: findings of medium severity.
        low: findings of low severity.
        info: notes.
        settled: findings that wait for nobody: decided about, or known from an earlier audit.
    """

    href: str
    title: str
    publisher: str
    published: str
    words: int
    statements: int
    unnamed_statements: int
    named: int
    unnamed: int
    hedged: int
    unnamed_figures: int
    relays: int
    quotations: int
    high: int
    medium: int
    low: int
    info: int
    settled: int = 0


@dataclass(frozen=True, slots=True)
class IndexFailure:
    """One article that was not audited.

    Attributes:
        name: its id, path or address.
        reason: why, in a sentence.
        href: a page about it; may be empty.
    """

    name: str
    reason: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class IndexPage:
    """Everything `batch.html` is given, each attribute under its own name.

    Attributes:
        shell: what every page carries.
        heading: the page's heading.
        summary: how many articles, how many not audited, in a sentence.
        rows: the audited articles.
        failures: those not audited.
    """

    shell: Shell
    heading: str
    summary: str
    rows: tuple[IndexRow, ...]
    failures: tuple[IndexFailure, ...]


def index_row(document: AuditDocument, href: str = "") -> IndexRow:
    """Count what the row of one audited article shows; what was set aside is not counted."""
    lookup = make_lookup(document)
    resting = [lookup.rests_on(item) for item in document.attributions if lookup.counts(item)]
    standings = [STANDING_OF[source.identity] for source in document.sources if source.id not in lookup.set_aside]
    statuses = [figure.status.value for figure in document.figures if figure.id not in lookup.set_aside]
    severities = [finding.severity.value for finding in document.findings if finding.open]
    relays = [relay for relay in document.relays if relay.kind is not RelayKind.OWN_OUTLET]
    return IndexRow(
        href=href,
        title=page_title(document),
        publisher=document.article.metadata.publisher or "",
        published=document.article.metadata.published or "",
        words=document.article.words,
        statements=len(resting),
        unnamed_statements=resting.count("unnamed"),
        named=standings.count("named"),
        unnamed=standings.count("unnamed"),
        hedged=statuses.count("hedged"),
        unnamed_figures=statuses.count("unnamed-source"),
        relays=sum(relay.id not in lookup.set_aside for relay in relays),
        quotations=len(speakerless(lookup)),
        high=severities.count("high"),
        medium=severities.count("medium"),
        low=severities.count("low"),
        info=severities.count("info"),
        settled=sum(not finding.open for finding in document.findings),
    )


def index_page(rows: Sequence[IndexRow], failures: Sequence[IndexFailure], shell: Shell, heading: str) -> IndexPage:
    """Build the contents of the page of many articles."""
    summary = f"{counted(len(rows), 'article')} audited, {len(failures):,} not audited."
    return IndexPage(shell, heading, summary, tuple(rows), tuple(failures))
