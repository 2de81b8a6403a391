"""The report of an article as its newsroom wants it: its look, the rules in force, the command that repeats it."""

from __future__ import annotations

import shlex
from pathlib import Path

from auditor.batch.articles import Desk, Settings, desk_of, prepared_for, report_command
from auditor.document import AuditDocument
from auditor.reading.inputs import Input
from auditor.report.html import render_report
from auditor.report.look import Look


def report_page(document: AuditDocument, source: Input, settings: Settings, *, templates: Path | None = None) -> str:
    """Render the report of one article.

    Args:
        document: its audit.
        source: what it was read from.
        settings: of the run.
        templates: a folder of templates that override the program's.

    Raises:
        ReportError: a template, a colour or the logo is wrong.
    """
    desk = desk_of(source, settings)
    command = report_command(source, settings)
    if templates:
        command += f" --templates {shlex.quote(str(templates))}"
    rules = prepared_for(desk, settings).rules
    return render_report(document, look=look_of(desk, templates), command=command, rules=rules)


def look_of(desk: Desk, templates: Path | None = None) -> Look:
    """Give how the reports of a newsroom look."""
    chosen = desk.configuration.report
    return Look(logo=chosen.logo, colours=chosen.colours, templates=templates)
