"""Renders audit documents as self-contained HTML pages, from the templates of the package or of a house.

The only module that uses jinja2. A page needs no network, runs no script but its own, and carries a strict
Content-Security-Policy. A house's folder of templates overrides single templates; `house/NAME` names the original.
"""

from __future__ import annotations

import base64
import dataclasses
import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
)
from markupsafe import Markup

import auditor
from auditor.document import AuditDocument, to_json
from auditor.errors import ReportError
from auditor.report.context import ArticlePage, Shell
from auditor.report.index import IndexFailure, IndexPage, IndexRow, index_page
from auditor.report.page import article_page, page_title
from auditor.report.visible import json_in_script, visible

_PACKAGE = Path(auditor.__file__).parent


def render_report(document: AuditDocument, *, templates: Path | None = None, command: str = "", brand: str = "") -> str:
    """Render the report of one article, audited or not.

    Args:
        document: the audit document.
        templates: a folder whose templates override those of the package.
        command: the command line that makes this report again, for its method section.
        brand: the newsroom's name, shown at the head.

    Raises:
        ReportError: a template is missing or wrong.
    """
    tool = f"{document.tool.name} {document.tool.version}"
    shell = _shell(f"{page_title(document)} – source audit", tool, templates, brand)
    data = _trusted(json_in_script(to_json(document)), "the audit document")
    return _render("article.html", article_page(document, shell, data=data, command=command), templates)


def render_index(
    rows: Sequence[IndexRow],
    *,
    not_audited: Sequence[IndexFailure] = (),
    heading: str = "Source audits",
    tool: str = "",
    templates: Path | None = None,
    brand: str = "",
) -> str:
    """Render the page of many articles.

    Args:
        rows: from `index.index_row`.
        not_audited: what could not be audited, with reasons.
        heading: heading of the page.
        tool: name and version of the program.
        templates: a folder whose templates override those of the package.
        brand: the newsroom's name, shown at the head.

    Raises:
        ReportError: a template is missing or wrong.
    """
    shell = _shell(heading, tool, templates, brand)
    return _render("batch.html", index_page(rows, not_audited, shell, heading), templates)


def templates_folder() -> Path:
    """Give the folder of the package's own templates: inside the package, or beside it in a checkout."""
    inside = _PACKAGE / "templates"
    return inside if inside.is_dir() else _PACKAGE.parent / "templates"


@cache
def environment(templates: Path | None = None) -> Environment:
    """Make the template environment; one for each folder of templates, since compiling is slow.

    Raises:
        ReportError: the folder does not exist.
    """
    if templates is not None and not templates.is_dir():
        raise ReportError("the folder of templates does not exist", where=str(templates), fix="Check --templates.")
    original = FileSystemLoader(templates_folder())
    loaders: list[BaseLoader] = [original, PrefixLoader({"house": original})]
    if templates is not None:
        loaders.insert(0, FileSystemLoader(templates))
    return Environment(
        loader=ChoiceLoader(loaders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=_carried,
    )


def _render(name: str, page: ArticlePage | IndexPage, templates: Path | None) -> str:
    fields = {field.name: getattr(page, field.name) for field in dataclasses.fields(page)}
    try:
        return environment(templates).get_template(name).render(fields)
    except TemplateNotFound as error:
        raise ReportError(f"the template '{error.name}' is missing", fix="Check --templates.") from error
    except TemplateError as error:
        where = f"{getattr(error, 'filename', None) or name}:{getattr(error, 'lineno', '?')}"
        raise ReportError(f"the template is wrong: {error.message}", where=where, fix="Correct it.") from error


def _shell(title: str, tool: str, templates: Path | None, brand: str) -> Shell:
    css, js = _inlined("report.css", templates), _inlined("report.js", templates)
    allowed = f"style-src {_source_hash(css)}; script-src {_source_hash(js)}"
    csp = f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"
    return Shell(title=title, language="en", csp=csp, css=css, js=js, tool=tool, brand=brand)


@cache
def _inlined(name: str, templates: Path | None) -> Markup:
    """Read the style sheet or the script as it will stand in the page."""
    loader = environment(templates).loader
    if loader is None:  # pragma: no cover - an environment is always made with one
        raise ReportError("there are no templates")
    try:
        source, *_ = loader.get_source(environment(templates), name)
    except TemplateNotFound as error:
        raise ReportError(f"the template '{error.name}' is missing", fix="Check --templates.") from error
    return _trusted("\n" + source.strip() + "\n", name)


def _source_hash(inlined: Markup) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(inlined.encode()).digest()).decode()}'"


def _trusted(text: str, name: str) -> Markup:
    """Pass text on unescaped into a style or script element; the only place that does.

    Raises:
        ReportError: the text could end the element that holds it.
    """
    if "</" in text or "<!--" in text:
        raise ReportError("'</' and '<!--' cannot stand in a style sheet or a script", where=name, fix="Escape them.")
    return Markup(text)


def _carried(value: object) -> object:
    """Show what HTML cannot carry as symbols, in everything that a template prints."""
    return visible(value) if type(value) is str else value
