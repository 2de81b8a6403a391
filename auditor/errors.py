"""Every error a user can meet, in one shape: what was wrong, where, and how to put it right.

Bugs are not wrapped: an unexpected exception keeps its own type and traceback.
"""

from __future__ import annotations


class AuditorError(Exception):
    """Say in one line what was wrong, where it was, and what to do about it.

    Args:
        what: what was wrong, a clause without a full stop.
        where: file, `file:line:column`, key or URL; empty when there is no place.
        fix: what the reader can do; empty when nothing can be done.
    """

    def __init__(self, what: str, *, where: str = "", fix: str = "") -> None:
        self.what = what
        self.where = where
        self.fix = fix
        super().__init__(what)

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        remedy = f" {self.fix}" if self.fix else ""
        return f"{place}{self.what}.{remedy}"


class InputError(AuditorError):
    """An article could not be read."""


class NotAudited(AuditorError):  # noqa: N818  # the words the reports use
    """An article was read but cannot be audited: empty, too long, or not English."""


class ModelError(AuditorError):
    """A language model is missing or does not fit."""


class RuleFileError(AuditorError):
    """A rule file is wrong; `problems` holds every problem found in it, each with its place."""

    def __init__(self, problems: list[AuditorError]) -> None:
        self.problems = problems
        super().__init__("; ".join(str(problem) for problem in problems))

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


class ReportError(AuditorError):
    """A report or another form could not be made or written."""


class SettingsError(AuditorError):
    """An option or a setting is wrong."""
