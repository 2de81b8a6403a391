"""`auditor rules`: the rules, their pages, and a trial run of a rule file's own sentences."""

from __future__ import annotations

import click

from auditor.cli.errors import OneLineGroup, suggestion
from auditor.errors import SettingsError


@click.group(cls=OneLineGroup, short_help="Show the rules, or try a rule file of your own.")
def rules() -> None:
    r"""Show the rules behind the findings, or try a rule file of your own.

    \b
    Examples:
      auditor rules list
      auditor rules show ANON001
      auditor rules test house-rules.yaml
    """


@rules.command("list", short_help="List every rule.")
def list_rules() -> None:
    """List every rule with its code, its severity and its title."""
    from auditor.forms.rule_page import rule_list
    from auditor.rules.loader import load_rules

    click.echo(rule_list(load_rules()), nl=False)


@rules.command(short_help="Show one rule: why it exists, what clears it, its sentences.")
@click.argument("code")
def show(code: str) -> None:
    r"""Show one rule: what it says, why it exists, what clears it, and sentences it flags and passes.

    \b
    Example:
      auditor rules show ANON001
    """
    from auditor.forms.rule_page import rule_page
    from auditor.rules.loader import load_rules

    known = {rule.code: rule for rule in load_rules()}
    rule = known.get(code.upper())
    if rule is None:
        fix = f"{suggestion(code, list(known))} 'auditor rules list' shows all codes."
        raise SettingsError(f"there is no rule '{code}'", fix=fix.strip())
    click.echo(rule_page(rule), nl=False)
