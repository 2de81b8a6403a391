"""`auditor rules`: the rules, their pages, a first file of one's own, and a trial run of a file's own sentences."""

from __future__ import annotations

import json
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
      auditor rules new house-rules.yaml
      auditor rules test house-rules.yaml
    """  # noqa: D301 - click needs the sign itself


@rules.command("list", short_help="List every rule.")
def list_rules() -> None:
    """List every rule with its code, its severity and its title."""
    from auditor.forms.rule_page import rule_list
    from auditor.rules.loader import load_rules

    click.echo(rule_list(load_rules()), nl=False)


@rules.command(short_help="Show one rule: why it exists, what it asks, what clears it, its sentences.")
@click.argument("code")
@click.option("--rules", multiple=True, metavar="FILE-or-FOLDER", help="Show rules of your own too.")
def show(code: str, *, rules: tuple[str, ...]) -> None:
    """Show one rule: what it says, why it exists, what clears it, and sentences it flags and passes.

    \b
    Example:
      auditor rules show ANON001
    """  # noqa: D301 - click needs the sign itself
    from auditor.forms.rule_page import rule_page
    from auditor.rules.loader import load_rules
    from auditor.rules.measured import measured

    known = {rule.code: rule for rule in load_rules(*map(Path, rules))}
    rule = known.get(code.upper())
    if rule is None:
        fix = f"{suggestion(code, list(known))} 'auditor rules list' shows all codes."
        raise SettingsError(f"there is no rule '{code}'", fix=fix.strip())
    click.echo(rule_page(rule, known.values(), measured=measured().get(rule.code)), nl=False)


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


@rules.command(short_help="Write a first rule file, with comments, that passes its own test.")
@click.argument("file", metavar="FILE.yaml")
@click.option("--code", default="HOUSE001", show_default=True, help="The code of its rule.")
def new(file: str, *, code: str) -> None:
    """Write a rule file to start from: one rule with comments that say what can be written where.

    \b
    Example:
      auditor rules new house-rules.yaml
      auditor rules test house-rules.yaml
    """  # noqa: D301 - click needs the sign itself
    from auditor.forms.rule_skeleton import rule_skeleton
    from auditor.rules.loader import rules_from_text
    from auditor.writing import write_whole

    text = rule_skeleton(code)
    rules_from_text(text, file=file)  # a code that is none is told before anything is written
    path = Path(file)
    if path.exists():
        raise SettingsError("the file exists", where=file, fix="Choose another name.")
    write_whole(path, [text])
    click.echo(file)


@rules.command(short_help="Print the JSON Schema of rule files.")
def schema() -> None:
    """Print the JSON Schema of rule files, with which editors complete and check them.

    \b
    Example:
      auditor rules schema > rules.schema.json
    """  # noqa: D301 - click needs the sign itself
    from auditor.rules.schema import rule_schema

    click.echo(json.dumps(rule_schema(), indent=2, ensure_ascii=False))


@rules.command(short_help="Write the pages of all rules as Markdown.")
@click.argument("folder")
@click.option("--readme", metavar="FILE", help="Renew the table of rules between its marks in this file.")
@click.option("--rules", "files", multiple=True, metavar="FILE-or-FOLDER", help="Rules of your own too.")
def docs(folder: str, *, readme: str | None, files: tuple[str, ...]) -> None:
    """Write a page for each family of rules, and an index.

    \b
    Example:
      auditor rules docs rule-pages --rules house-rules.yaml
    """  # noqa: D301 - click needs the sign itself
    from auditor.forms.rule_docs import rule_docs, with_table
    from auditor.rules.loader import load_rules
    from auditor.rules.measured import measured
    from auditor.writing import write_whole

    known = load_rules(*map(Path, files))
    for name, text in rule_docs(known, measured()).items():
        write_whole(Path(folder) / name, [text])
    if readme:
        path = Path(readme)
        try:
            renewed = with_table(path.read_text(encoding="utf-8"), known, f"{folder.rstrip('/')}/")
        except (OSError, ValueError) as error:
            raise SettingsError(f"the table cannot be renewed: {error}", where=readme) from error
        write_whole(path, [renewed])
