"""The pages of an archive: how its articles are sourced, by outlet, section, by-line and month, and each article.

Counts with their totals; a share is printed only where the total is large enough to carry one. No ranking, no score.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.report.context import Shell
from auditor.report.environment import rendered
from auditor.report.look import Look
from auditor.report.shell import make_shell

if TYPE_CHECKING:
    from auditor.archive.numbers import Group, Grouping, Listed, Numbers

# Below so many statements a percentage says more than the numbers can carry.
LEAST_FOR_SHARE = 50
_LISTED_A_PAGE = 1000
_THOUSANDTHS = 1000
_STANDINGS = (("named", "named"), ("unnamed", "unnamed"), ("relayed", "relayed"), ("nobody", "no_source"))
_HEADINGS = {"publisher": "By publisher", "section": "By section or genre", "byline": "By by-line", "month": "By month"}


@dataclass(frozen=True, slots=True)
class Bar:
    """One part of a drawn bar, in thousandths of its length."""

    x: float
    width: float
    standing: str


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One group of articles, ready to print."""

    name: str
    articles: str
    statements: str
    unnamed: str
    relayed: str
    no_source: str
    with_high: str
    bars: tuple[Bar, ...]
    sort: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class GroupTable:
    """One way to group the articles."""

    key: str
    heading: str
    rows: tuple[GroupRow, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class DashboardPage:
    """Everything `dashboard.html` is given, each attribute under its own name."""

    shell: Shell
    numbers: Numbers
    summary: str
    bars: tuple[Bar, ...]
    tables: tuple[GroupTable, ...]
    lists: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListPage:
    """Everything `dashboard_articles.html` is given, each attribute under its own name."""

    shell: Shell
    heading: str
    rows: tuple[Listed, ...]
    lists: tuple[str, ...]
    own: str


def render_dashboard(numbers: Numbers, *, tool: str = "", look: Look | None = None) -> Iterator[tuple[str, str]]:
    """Render the pages of an archive: a file name and the page, one after the other.

    Raises:
        ReportError: a template is missing or wrong.
    """
    look = look or Look()
    parts = range(0, len(numbers.listed), _LISTED_A_PAGE)
    lists = tuple(f"articles-{number:03}.html" for number in range(1, len(parts) + 1))
    shell = make_shell("Archive: how its articles are sourced", "Archive", tool, look)
    page = DashboardPage(
        shell=shell,
        numbers=numbers,
        summary=_summary(numbers),
        bars=_bars(numbers),
        tables=tuple(_table(grouping) for grouping in numbers.groupings if _says_something(grouping)),
        lists=lists,
    )
    yield "dashboard.html", rendered("dashboard.html", _fields(page), look.templates)
    for name, start in zip(lists, parts, strict=True):
        end = min(start + _LISTED_A_PAGE, len(numbers.listed))
        heading = f"Articles {start + 1:,} to {end:,} of {len(numbers.listed):,}"
        listed = ListPage(make_shell(heading, heading, tool, look), heading, numbers.listed[start:end], lists, name)
        yield name, rendered("dashboard_articles.html", _fields(listed), look.templates)


def share(count: int, total: int) -> str:
    """Print a count of a total, with a percentage where the total can carry one."""
    if total == 0:
        return "0"
    words = f"{count:,} of {total:,}"
    return f"{words} ({count / total:.0%})" if total >= LEAST_FOR_SHARE else words


def _summary(numbers: Numbers) -> str:
    return (
        f"{numbers.articles:,} articles with {numbers.statements:,} attributed statements: "
        f"{share(numbers.named, numbers.statements)} rest on named sources, "
        f"{share(numbers.unnamed, numbers.statements)} on unnamed ones, "
        f"{share(numbers.relayed, numbers.statements)} came through another outlet or a platform, "
        f"{share(numbers.no_source, numbers.statements)} have no source. "
        f"{share(numbers.with_high, numbers.articles)} articles have an open finding of high severity. "
        f"{numbers.lone_total:,} rest on one unnamed source alone."
    )


def _table(grouping: Grouping) -> GroupTable:
    rows = tuple(_row(group) for group in grouping.groups)
    return GroupTable(grouping.key, _HEADINGS[grouping.key], rows, grouping.left_out)


def _says_something(grouping: Grouping) -> bool:
    """Leave out a grouping whose every article is in the group "not given"."""
    return any(group.name != "not given" for group in grouping.groups)


def _row(group: Group) -> GroupRow:
    counts = (group.articles, group.statements, group.unnamed, group.relayed, group.no_source, group.with_high)
    return GroupRow(
        name=group.name,
        articles=f"{group.articles:,}",
        statements=f"{group.statements:,}",
        unnamed=share(group.unnamed, group.statements),
        relayed=share(group.relayed, group.statements),
        no_source=share(group.no_source, group.statements),
        with_high=share(group.with_high, group.articles),
        bars=_bars(group),
        sort=counts,
    )


def _bars(counts: Group | Numbers) -> tuple[Bar, ...]:
    total = sum(getattr(counts, field) for _, field in _STANDINGS)
    bars, x = [], 0.0
    for standing, field in _STANDINGS:
        width = _THOUSANDTHS * getattr(counts, field) / total if total else 0.0
        if width:
            bars.append(Bar(round(x, 2), round(width, 2), standing))
        x += width
    return tuple(bars)


def _fields(page: DashboardPage | ListPage) -> dict[str, object]:
    return {name: getattr(page, name) for name in page.__slots__}
