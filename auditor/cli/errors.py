"""Turns what goes wrong into one line on standard error and an exit code; bugs keep their traceback."""

from __future__ import annotations

import difflib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from auditor.errors import AuditorError
from auditor.forms.safe_text import safe_text

COULD_NOT = 2
INTERRUPTED = 130


class OneLineError(click.ClickException):
    """A problem as the user sees it."""

    exit_code = COULD_NOT

    def show(self, file: Any = None) -> None:  # noqa: ANN401
        """Print the problem, safe for the terminal."""
        complain(self.format_message())


class OneLineGroup(click.Group):
    """A group of commands whose errors are one line each, with a suggestion for a misspelt command."""

    def make_context(self, info_name: str | None, args: list[str], *rest: Any, **extra: Any) -> click.Context:  # noqa: ANN401
        """Read the group's own options."""
        with one_line_errors():
            return super().make_context(info_name, args, *rest, **extra)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401
        """Run the command."""
        with one_line_errors():
            return super().invoke(ctx)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or suggest the nearest one."""
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            known = self.list_commands(ctx)
            ctx.fail(f"There is no command '{args[0]}'.{suggestion(args[0], known)}")
        return super().resolve_command(ctx, args)


def complain(message: str) -> None:
    """Print a line on standard error, safe for the terminal."""
    click.echo(f"auditor: {safe_text(message, keep_lines=True)}", err=True)


def suggestion(word: str, known: list[str]) -> str:
    """Give " Did you mean …?" for a misspelt word, or nothing."""
    given = word.casefold()
    spelled = {name.casefold(): name for name in known}
    near = difflib.get_close_matches(given, spelled, n=20, cutoff=0.6)
    if not near:
        return ""
    # Among near words the one that differs in the fewest places: codes are alike but for a digit or two.
    nearest = max(near, key=lambda name: sum(_alike(one, other) for one, other in zip(given, name, strict=False)))
    return f" Did you mean '{spelled[nearest]}'?"


def _alike(given: str, meant: str) -> bool:
    """Tell whether two letters are the same, or one is easily typed for the other figure."""
    return given == meant or {"o": "0", "l": "1", "i": "1"}.get(given) == meant


@contextmanager
def one_line_errors() -> Iterator[None]:
    """Turn expected errors into one line with exit code 2, an interruption into 130."""
    try:
        yield
    except click.exceptions.NoArgsIsHelpError:
        raise
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "auditor"
        raise OneLineError(f"{error.format_message()} See '{command} --help'.") from error
    except AuditorError as error:
        raise OneLineError(str(error)) from error
    except BrokenPipeError as error:  # the reader of our output has gone; there is nobody to tell
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise click.exceptions.Exit(COULD_NOT) from error
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        raise OneLineError(f"{place}{error.strerror or error}.") from error
    except KeyboardInterrupt as error:
        complain("interrupted")
        raise click.exceptions.Exit(INTERRUPTED) from error
