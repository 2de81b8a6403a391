"""`auditor schema`: the JSON Schema of the audit document."""

from __future__ import annotations

import json

import click


@click.command(short_help="Print the JSON Schema of the audit's JSON form.")
def schema() -> None:
    """Print the JSON Schema that every audit in JSON follows, for programs that read audits.

    \b
    Example:
      auditor schema > audit.schema.json
    """  # noqa: D301 - click needs the sign itself
    from auditor.document import json_schema

    click.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))
