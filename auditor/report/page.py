"""Assembles everything that `article.html` is given from one audit document. No jinja here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from auditor.document import AuditDocument
from auditor.report.annotated import annotate_text
from auditor.report.cards import filters, finding_cards, signal_rows
from auditor.report.checklist import checklist
from auditor.report.claim_rows import claim_rows
from auditor.report.context import ArticlePage, Header, Shell
from auditor.report.diagram import draw
from auditor.report.entries import Fact
from auditor.report.ledger import (
    figure_rows,
    name_rows,
    quotation_rows,
    relay_rows,
    source_rows,
    unsourced_statements,
)
from auditor.report.lookup import make_lookup
from auditor.report.method import method_of
from auditor.report.overview import make_overview
from auditor.report.policy_view import policy_lines, policy_sections
from auditor.rules.model import Rule

_WEB = ("http://", "https://")


def article_page(
    document: AuditDocument, shell: Shell, *, data: Markup, command: str = "", rules: Iterable[Rule] = ()
) -> ArticlePage:
    """Build the contents of the page of one article."""
    lookup = make_lookup(document)
    cards = finding_cards(lookup)
    findings = tuple(card for card in cards if card.open)
    signals = signal_rows(lookup)
    return ArticlePage(
        shell=shell,
        header=_header(document),
        not_audited=document.not_audited or "",
        overview=None if document.not_audited else make_overview(lookup, findings, signals),
        text=None if document.not_audited else annotate_text(lookup, cards),
        sources=source_rows(lookup),
        unsourced=unsourced_statements(lookup),
        figures=figure_rows(lookup),
        relays=relay_rows(lookup),
        quotations=quotation_rows(lookup),
        names=name_rows(lookup),
        findings=findings,
        settled=tuple(card for card in cards if not card.open),
        filters=filters(findings),
        signals=signals,
        checklist=checklist(lookup, findings),
        claims=claim_rows(lookup),
        policies=policy_sections(lookup, cards),
        policy_lines=policy_lines(findings),
        method=method_of(document, cards, rules, command),
        diagram=draw(lookup),
        data=data,
    )


def page_title(document: AuditDocument) -> str:
    """Give the title of an article, or its id where it has none."""
    return document.article.metadata.title or document.article.id or "Untitled article"


def _header(document: AuditDocument) -> Header:
    metadata = document.article.metadata
    return Header(
        title=page_title(document),
        publisher=metadata.publisher or "",
        byline=metadata.byline or "",
        published=metadata.published or "",
        facts=tuple(_article_facts(document)),
        notes=document.article.notes,
        notices=document.notices,
    )


def _article_facts(document: AuditDocument) -> Iterator[Fact]:
    article, metadata, tool = document.article, document.article.metadata, document.tool
    if metadata.updated:
        yield Fact("Updated", metadata.updated)
    if metadata.dateline:
        yield Fact("Dateline", metadata.dateline)
    if metadata.url:
        yield Fact("Link", metadata.url, metadata.url if metadata.url.lower().startswith(_WEB) else "")
    yield Fact("Words", f"{article.words:,}")
    yield Fact("SHA-256 of the text", article.sha256, code=True)
    yield Fact("Audited with", f"{tool.name} {tool.version}")
    yield Fact("Rule set", tool.rules_hash[:12], code=True)
    if document.policies:
        yield Fact("Policies", "; ".join(f"{policy.publisher}: {policy.name}" for policy in document.policies))
