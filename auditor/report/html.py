"""Renders audit documents as self-contained HTML pages, from the templates of the package or of a house.

A page needs no network, runs no script but its own, and carries a strict Content-Security-Policy.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence

from auditor.document import AuditDocument, to_json
from auditor.report.comparison import Comparison
from auditor.report.comparison_page import ComparisonPage, comparison_page
from auditor.report.context import ArticlePage
from auditor.report.environment import rendered
from auditor.report.index import IndexFailure, IndexPage, IndexRow, index_page
from auditor.report.look import Look
from auditor.report.page import article_page, page_title
from auditor.report.shell import make_shell, trusted
from auditor.report.visible import json_in_script
from auditor.rules.model import Rule


def render_report(
    document: AuditDocument, *, look: Look | None = None, command: str = "", rules: Iterable[Rule] = ()
) -> str:
    """Render the report of one article, audited or not.

    Args:
        document: the audit document.
        look: the newsroom's name, logo, colours and templates.
        command: the command line that makes this report again, for its method section.
        rules: the rules that were applied, for its method section; without them it lists those that gave something.

    Raises:
        ReportError: a template is missing or wrong, or the logo or a colour is.
    """
    look = look or Look()
    title = page_title(document)
    shell = make_shell(f"{title} – source audit", title, f"{document.tool.name} {document.tool.version}", look)
    data = trusted(json_in_script(to_json(document)), "the audit document")
    return _render("article.html", article_page(document, shell, data=data, command=command, rules=rules), look)


def render_index(
    rows: Sequence[IndexRow],
    *,
    not_audited: Sequence[IndexFailure] = (),
    heading: str = "Source audits",
    tool: str = "",
    look: Look | None = None,
) -> str:
    """Render the page of many articles.

    Args:
        rows: from `index.index_row`.
        not_audited: what could not be audited, with reasons.
        heading: heading of the page.
        tool: name and version of the program.
        look: the newsroom's name, logo, colours and templates.

    Raises:
        ReportError: a template is missing or wrong, or the logo or a colour is.
    """
    look = look or Look()
    shell = make_shell(heading, heading, tool, look)
    return _render("batch.html", index_page(rows, not_audited, shell, heading), look)


def render_comparison(comparison: Comparison, *, look: Look | None = None, tool: str = "") -> str:
    """Render the page that compares two versions of an article.

    Raises:
        ReportError: a template is missing or wrong, or the logo or a colour is.
    """
    look = look or Look()
    title = comparison.new.title
    shell = make_shell(f"{title} – what changed in its sourcing", title, tool, look)
    return _render("compare.html", comparison_page(comparison, shell), look)


def _render(name: str, page: ArticlePage | IndexPage | ComparisonPage, look: Look) -> str:
    fields = {field.name: getattr(page, field.name) for field in dataclasses.fields(page)}
    return rendered(name, fields, look.templates)
