"""`auditor explain`: one finding, step by step."""

from __future__ import annotations

import sys

import click

from auditor.cli import options
from auditor.cli.audits import audit_of
from auditor.forms.explanation import explanation_text


@click.command(short_help="Explain one finding, step by step.")
@click.argument("article", metavar="ARTICLE-or-AUDIT.json")
@click.argument("fingerprint")
@options.configuring
def explain(article: str, fingerprint: str, *, asked: options.Asked) -> None:
    """Explain one finding: which words the rule looked at, what held, what moved its severity, what would clear it.

    \b
    Examples:
      auditor explain story.txt 45cca30912b6
      auditor explain story.json 45cc

    FINGERPRINT is the finding's, as every form of the audit gives it, or enough of its beginning.
    """  # noqa: D301 - click needs the sign itself
    text = explanation_text(audit_of(article, asked.settings), fingerprint)
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()
