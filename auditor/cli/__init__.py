"""The `auditor` command: options, exit codes and printing; no logic.

Exit codes: 0 done, 1 `--fail-on` met, 2 could not do it, 3 finished but some articles were not audited,
130 interrupted. Language libraries are imported by the commands that need them, so that help is quick.
"""

from __future__ import annotations

import click

from auditor import __version__
from auditor.cli.archive import dashboard, query
from auditor.cli.audit import audit
from auditor.cli.batch import batch
from auditor.cli.compare import compare
from auditor.cli.config import config
from auditor.cli.decisions import decide, decisions
from auditor.cli.errors import OneLineGroup
from auditor.cli.explain import explain
from auditor.cli.policies import policies
from auditor.cli.report import report
from auditor.cli.rules import rules
from auditor.cli.schema import schema

EPILOG = """\b
Exit codes:
  0    done
  1    an open finding as severe as --fail-on says
  2    it could not be done; one line says why
  3    done, but some articles were not audited
  130  interrupted"""


@click.group(cls=OneLineGroup, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="auditor", message="%(prog)s %(version)s")
def cli() -> None:
    """Show how a news article is sourced.

    \b
    Examples:
      auditor report story.txt --open
      auditor report https://example.org/story -o story-report.html
      auditor audit story.txt
      auditor batch archive/ --out audits/

    Marks words from people who are not named, figures that nobody confirms, and words that came through another
    outlet or a platform. Each finding shows its words, its rule and what would clear it. Whether a story is true is
    not judged.
    """  # noqa: D301 - click needs the sign itself


for command in (
    report,
    audit,
    batch,
    dashboard,
    query,
    compare,
    explain,
    decide,
    decisions,
    policies,
    config,
    rules,
    schema,
):
    cli.add_command(command)


def main() -> None:
    """Run the command line of the process."""
    cli(prog_name="auditor")
