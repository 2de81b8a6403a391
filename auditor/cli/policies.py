"""`auditor policies`: the newsroom policies that articles can be held to."""

from __future__ import annotations

import json
from pathlib import Path

import click

from auditor.cli.errors import OneLineGroup
from auditor.errors import RuleFileError


@click.group(cls=OneLineGroup, short_help="Show the newsroom policies that articles can be held to.")
def policies() -> None:
    """Show the policies that --policy can name, or a policy file of your own.

    \b
    Examples:
      auditor policies list
      auditor policies show bbc
      auditor report story.txt --policy bbc
    """  # noqa: D301 - click needs the sign itself


@policies.command("list", short_help="List every policy.")
def list_policies() -> None:
    """List every policy with its name and its publisher."""
    from auditor.forms.policy_page import policy_list
    from auditor.policies.loader import load_policies, policy_names

    click.echo(policy_list(load_policies(policy_names())), nl=False)


@policies.command(short_help="Show one policy: its requirements, and what shows that they are met.")
@click.argument("policy", metavar="NAME-or-FILE")
@click.option("--rules", multiple=True, metavar="FILE-or-FOLDER", help="Rules of your own that the policy names.")
def show(policy: str, *, rules: tuple[str, ...]) -> None:
    """Show one policy: where it comes from, what it asks for, and which rules look for that.

    \b
    Examples:
      auditor policies show nyt
      auditor policies show our-policy.yaml --rules our-rules.yaml
    """  # noqa: D301 - click needs the sign itself
    from auditor.forms.policy_page import policy_page
    from auditor.policies.loader import load_policies, policy_names, unknown_rules

    (found,) = load_policies([policy])
    if policy.casefold() not in policy_names():
        from auditor.rules.loader import load_rules

        problems = unknown_rules([found], load_rules(*map(Path, rules)))
        if problems:
            raise RuleFileError(problems)
    click.echo(policy_page(found), nl=False)


@policies.command(short_help="Print the JSON Schema of policy files.")
def schema() -> None:
    """Print the JSON Schema of policy files, so that an editor completes and checks them.

    \b
    Example:
      auditor policies schema > policy.schema.json
    """  # noqa: D301 - click needs the sign itself
    from auditor.policies.schema import policy_schema

    click.echo(json.dumps(policy_schema(), indent=2, ensure_ascii=False))
