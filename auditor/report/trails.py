"""The page of what an archive shows across its articles: quotations on their way, differing quantities, descriptions.

It shows what stands in the articles and when; which wording, value or description is right it cannot know.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.report.context import Shell
from auditor.report.environment import rendered
from auditor.report.look import Look
from auditor.report.shell import make_shell

if TYPE_CHECKING:
    from auditor.archive.across import Across, Reported, Trail
    from auditor.archive.kinship import Carried

# A longer page opens slowly; the tables hold everything.
_MOST_SHOWN = 200
_MOST_CARRIERS = 25
_TITLE = "Across the articles of this archive"


@dataclass(frozen=True, slots=True)
class AcrossPage:
    """Everything `dashboard_across.html` is given, each attribute under its own name.

    Attributes:
        summary: in one or two sentences.
        trails: those with changes first, and of these those with most carriers.
        most_carriers: how many carriers of a quotation are shown.
        totals: how many trails, quantities and descriptions there are, of which `trails` and so on hold the first.
    """

    shell: Shell
    summary: str
    trails: tuple[Trail, ...]
    quantities: tuple[tuple[Reported, ...], ...]
    descriptions: tuple[tuple[Carried, ...], ...]
    most_carriers: int
    totals: tuple[int, int, int]


def render_across(across: Across, *, tool: str = "", look: Look | None = None) -> str:
    """Render the page.

    Raises:
        ReportError: a template is missing or wrong.
    """
    look = look or Look()
    page = AcrossPage(
        shell=make_shell(_TITLE, "Archive", tool, look),
        summary=_summary(across),
        trails=tuple(sorted(across.trails, key=_interest)[:_MOST_SHOWN]),
        quantities=across.quantities[:_MOST_SHOWN],
        descriptions=across.descriptions[:_MOST_SHOWN],
        most_carriers=_MOST_CARRIERS,
        totals=(len(across.trails), len(across.quantities), len(across.descriptions)),
    )
    return rendered("dashboard_across.html", {name: getattr(page, name) for name in page.__slots__}, look.templates)


def _interest(trail: Trail) -> tuple[bool, bool, int]:
    """Put changed attributions first, then changed wordings, then what most articles carry."""
    return (
        not any(version.other_source for version in trail.later),
        not any(version.reworded for version in trail.later),
        -len(trail.later),
    )


def _summary(across: Across) -> str:
    reworded = sum(any(version.reworded for version in trail.later) for trail in across.trails)
    moved = sum(any(version.other_source for version in trail.later) for trail in across.trails)
    return (
        f"{_several(len(across.trails), 'quotation')} of six words or more in several articles: "
        f"{reworded:,} with changed words, {moved:,} attributed to somebody else on the way. "
        f"{_several(len(across.quantities), 'quantity', 'quantities')} with differing values in articles that share a "
        f"quotation. {_several(len(across.descriptions), 'unnamed source')} described in more than one way."
    )


def _several(count: int, one: str, more: str = "") -> str:
    return f"{count:,} {one if count == 1 else more or one + 's'}"
