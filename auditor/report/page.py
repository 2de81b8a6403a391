"""Assembles everything that `article.html` is given from one audit document. No jinja here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from markupsafe import Markup

from auditor.document import AuditDocument
from auditor.report.annotated import annotate_text
from auditor.report.cards import checklist, filters, finding_cards, policy_rows, signal_rows
from auditor.report.context import ArticlePage, Header, Method, RuleRow, Shell
from auditor.report.diagram import draw
from auditor.report.entries import Fact
from auditor.report.finding_entries import FindingCard
from auditor.report.ledger import (
    figure_rows,
    name_rows,
    quotation_rows,
    relay_rows,
    source_rows,
    unsourced_statements,
)
from auditor.report.lookup import make_lookup
from auditor.report.overview import make_overview

_WEB = ("http://", "https://")


def article_page(document: AuditDocument, shell: Shell, *, data: Markup, command: str = "") -> ArticlePage:
    """Build the contents of the page of one article."""
    lookup = make_lookup(document)
    cards = finding_cards(lookup)
    return ArticlePage(
        shell=shell,
        header=_header(document),
        not_audited=document.not_audited or "",
        overview=None if document.not_audited else make_overview(lookup, cards),
        text=None if document.not_audited else annotate_text(lookup, cards),
        sources=source_rows(lookup),
        unsourced=unsourced_statements(lookup),
        figures=figure_rows(lookup),
        relays=relay_rows(lookup),
        quotations=quotation_rows(lookup),
        names=name_rows(lookup),
        findings=cards,
        filters=filters(cards),
        signals=signal_rows(lookup),
        checklist=checklist(lookup, cards),
        policies=policy_rows(cards),
        method=_method(document, cards, command),
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


def _method(document: AuditDocument, cards: tuple[FindingCard, ...], command: str) -> Method:
    tool = document.tool
    facts = (
        Fact("Program", f"{tool.name} {tool.version}"),
        Fact("Language model", f"{tool.model} {tool.model_version}"),
        Fact("Attribution tagger", tool.tagger_version or "none"),
        Fact("Rule set", tool.rules_hash, code=True),
        Fact("Article", document.article.id, code=True),
        Fact("SHA-256 of the text", document.article.sha256, code=True),
        Fact("Form of the audit document", f"version {document.schema_version}"),
    )
    return Method(facts=facts, rules=_rules(document, cards), command=command or "auditor report ARTICLE")


def _rules(document: AuditDocument, cards: tuple[FindingCard, ...]) -> tuple[RuleRow, ...]:
    counts = Counter([*(card.rule for card in cards), *(signal.rule for signal in document.signals)])
    titles = {signal.rule: (signal.title, "") for signal in document.signals}
    titles |= {card.rule: (card.title, card.why) for card in cards}
    return tuple(RuleRow(code, titles[code][0], count, titles[code][1]) for code, count in sorted(counts.items()))
