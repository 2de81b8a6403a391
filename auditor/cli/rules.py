"""`auditor rules`: the rules, their pages, and a trial run of a rule file's own sentences."""

from __future__ import annotations

from pathlib import Path

import click

from auditor.cli.errors import COULD_NOT, OneLineGroup, complain, suggestion
from auditor.errors import SettingsError


@click.group(cls=OneLineGroup, short_help="Show the rules, or try a rule file of your own.")
def rules() -> None:
    """Show the rules behind the findings, or try a rule file of your own.

    \b
    Examples:
      auditor rules list
      auditor rules show ANON001
      auditor rules test house-rules.yaml
    """  # noqa: D301 - click needs the sign itself


@rules.command("list", short_help="List every rule.")
def list_rules() -> None:
    """List every rule with its code, its severity and its title."""
    from auditor.forms.rule_page import rule_list
    from auditor.rules.loader import load_rules

    click.echo(rule_list(load_rules()), nl=False)


@rules.command(short_help="Show one rule: why it exists, what clears it, its sentences.")
@click.argument("code")
def show(code: str) -> None:
    """Show one rule: what it says, why it exists, what clears it, and sentences it flags and passes.

    \b
    Example:
      auditor rules show ANON001
    """  # noqa: D301 - click needs the sign itself
    from auditor.forms.rule_page import rule_page
    from auditor.rules.loader import load_rules

    known = {rule.code: rule for rule in load_rules()}
    rule = known.get(code.upper())
    if rule is None:
        fix = f"{suggestion(code, list(known))} 'auditor rules list' shows all codes."
        raise SettingsError(f"there is no rule '{code}'", fix=fix.strip())
    click.echo(rule_page(rule), nl=False)


@rules.command("test", short_help="Try a rule file on its own sentences.")
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("--model", metavar="NAME", help="An installed English spaCy pipeline to use instead of ours.")
@click.pass_context
def try_rules(ctx: click.Context, files: tuple[str, ...], *, model: str | None) -> None:
    """Try each rule of a file on the sentences it carries: the flagged words must be exactly those in [[ ]].

    \b
    Example:
      auditor rules test house-rules.yaml
    """  # noqa: D301 - click needs the sign itself
    from auditor.rules.loader import load_rules

    house = load_rules(*map(Path, files), builtin=False)  # mistakes in the file are told before the models are loaded

    from auditor.language.pipeline import DEFAULT_MODEL, load_pipeline
    from auditor.trial import run_examples

    tried = 0
    problems = []
    for trial in run_examples(house, load_pipeline(model or DEFAULT_MODEL)):
        tried += 1
        if trial.problem:
            problems.append(trial.problem)
    for problem in problems:
        complain(problem)
    click.echo(f"{len(house)} rules, {tried} sentences, {tried - len(problems)} as they should be")
    ctx.exit(COULD_NOT if problems else 0)
