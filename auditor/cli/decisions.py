"""`auditor decide` and `auditor decisions`: what editors decided about findings."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from auditor.batch.articles import Settings, desk_of, name_in_decisions
from auditor.cli import options
from auditor.cli.errors import OneLineGroup, complain
from auditor.configuration.finding import folder_of, new_decisions
from auditor.decisions.entries import load
from auditor.errors import SettingsError
from auditor.findings import Decision, DecisionState
from auditor.reading.inputs import Input, expand

if TYPE_CHECKING:
    from auditor.document import AuditDocument
    from auditor.findings import Finding

_AUDITS = (".json", ".jsonl")


@click.command(short_help="Write down what an editor decided about a finding.")
@click.argument("fingerprint")
@click.option("--state", required=True, type=click.Choice([str(state) for state in DecisionState]), help="What it is.")
@click.option("--by", required=True, metavar="NAME", help="Who decided.")
@click.option("--reason", required=True, metavar="WORDS", help="Why. Without a reason nothing is decided.")
@click.option("--date", metavar="DAY", help="The day of the decision, such as 2026-03-01. Default: today.")
@click.option("--until", metavar="DAY", help="The last day on which it holds. Default: no end.")
@click.option(
    "--article",
    metavar="ARTICLE-or-AUDIT",
    help="The article, or its audit as JSON: the decision then holds for it alone, and the finding is looked up.",
)
@click.option("--decisions", metavar="FILE", help="The decisions file; else the nearest one above the article.")
def decide(
    fingerprint: str,
    *,
    state: str,
    by: str,
    reason: str,
    date: str | None,
    until: str | None,
    article: str | None,
    decisions: str | None,
) -> None:
    """Write down what an editor decided about the finding with this fingerprint.

    \b
    Examples:
      auditor decide 3f2a90c41b7e --state accepted --by "Ana Reyes" --reason "He would lose his job" --article story.txt
      auditor decide 3f2a90c41b7e --state "false alarm" --by "Jo Pike" --reason "A ship's name" --article audits.jsonl

    The finding stays in every form, under what was decided. The fingerprint stands in the report and in the audit.
    Without --article the decision holds for every article with such a finding.
    """  # noqa: D301 - click needs the sign itself
    from auditor.decisions.entries import Entry
    from auditor.decisions.recording import record

    day = date or options.today().isoformat()
    decision = Decision(DecisionState(state), " ".join(by.split()), " ".join(reason.split()), day, until)
    place = Path(decisions) if decisions else _decisions_file(article)
    entry = Entry(fingerprint.strip().casefold(), decision)
    if article is not None:
        name, finding = _found(entry.fingerprint, article, place)
        words = finding.span.text if finding.span else None
        entry = Entry(entry.fingerprint, decision, name, finding.rule, words)
    record(place, entry)
    click.echo(f"{place}: {entry.fingerprint} {state}" + (f" in {entry.article}" if entry.article else ""))


@click.group(cls=OneLineGroup, short_help="Show what editors decided.")
def decisions() -> None:
    """Show what editors decided about findings.

    \b
    Example:
      auditor decisions report
    """  # noqa: D301 - click needs the sign itself


@decisions.command("report", short_help="Count decisions by rule, false alarms first.")
@click.argument("file", required=False, metavar="[DECISIONS]")
@click.option("--format", "form", type=click.Choice(["terminal", "json"]), default="terminal", help="Text or JSON.")
@click.option("--audits", metavar="AUDITS", help="Audits (JSON lines): also name decisions about no finding in them.")
def report_decisions(file: str | None, *, form: str, audits: str | None) -> None:
    """Count what was decided by rule, the rule with most false alarms first; then what in the file does not count.

    \b
    Examples:
      auditor decisions report
      auditor decisions report desk/auditor-decisions.yaml --format json
      auditor decisions report --audits audits/audits.jsonl
    """  # noqa: D301 - click needs the sign itself
    from auditor.decisions.baseline import rules_of
    from auditor.decisions.counting import counts_by_rule

    place = Path(file) if file else _decisions_file(None)
    book = load(place, missing_ok=False)
    rules = rules_of(Path(audits)) if audits else {}
    entries = [replace(entry, rule=entry.rule or rules.get(entry.fingerprint)) for entry in book.entries]
    counts = counts_by_rule(entries)
    if form == "json":
        data = [
            {"rule": count.rule, **{str(state): count.states[state] for state in DecisionState}} for count in counts
        ]
        click.echo(json.dumps(data, indent=2))
    else:
        head = [str(state) for state in DecisionState]
        click.echo("  ".join(["rule        ", *head]))
        for count in counts:
            cells = (f"{count.states[state]:>{len(state)}}" for state in DecisionState)
            click.echo("  ".join([f"{count.rule or 'not recorded':<12}", *cells]))
    for _, problem in book.problems:
        complain(problem)
    for entry in entries if audits else ():
        if entry.fingerprint not in rules:
            complain(f"{entry.where}: no finding of these audits has the fingerprint {entry.fingerprint}.")


def _decisions_file(article: str | None) -> Path:
    """Give the decisions file above an article or the current folder, where it is to be made when there is none."""
    source = Input(article or ".", article or ".")
    desk = desk_of(source, Settings())
    return desk.decisions or new_decisions(folder_of(source.place), desk.configuration)


def _found(fingerprint: str, article: str, place: Path) -> tuple[str, Finding]:
    """Look a finding up in an article or its audit, and give the article's name in the decisions file with it.

    Raises:
        SettingsError: there is no such finding.
    """
    for name, document in _documents(article, place):
        for finding in document.findings:
            if finding.fingerprint == fingerprint:
                return name, finding
    fix = "Take it from a new audit or report: edits of the words themselves change it."
    raise SettingsError(f"no finding has the fingerprint '{fingerprint}'", where=article, fix=fix)


def _documents(article: str, place: Path) -> list[tuple[str, AuditDocument]]:
    """Give audits with the names that the decisions file uses for their articles."""
    if article.casefold().endswith(_AUDITS):
        from auditor.document import from_json

        text = Path(article).read_text(encoding="utf-8")
        lines = text.splitlines() if article.casefold().endswith(_AUDITS[1]) else [text]
        audits = [from_json(line, where=article) for line in lines if line.strip()]
        return [(audit.article.id, audit) for audit in audits]
    from auditor.batch.articles import Failure, audit_inputs

    (source,) = expand([article])
    (document,) = audit_inputs([source], Settings())
    assert not isinstance(document, Failure)
    return [(name_in_decisions(source, place), document)]
