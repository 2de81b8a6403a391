"""`auditor rules`: the rules, their pages, and a trial run of a rule file's own sentences."""

from __future__ import annotations

import click

from auditor.cli.errors import OneLineGroup


@click.group(cls=OneLineGroup, short_help="Show the rules, or try a rule file of your own.")
def rules() -> None:
    r"""Show the rules behind the findings, or try a rule file of your own.

    \b
    Examples:
      auditor rules list
      auditor rules show ANON001
      auditor rules test house-rules.yaml
    """
