"""The numbers of the dashboard, asked of an archive's tables: values only, drawn by the report layer."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from auditor.archive.tables import Archive

# Groups and descriptions beyond these are left to `auditor query`; the page says how many there are.
_MOST_GROUPS = 200
_MOST_DESCRIPTIONS = 60
_MOST_SINGLE = 500
_GROUPINGS = (("publisher", "publishers"), ("section", "sections"), ("byline", "bylines"), ("month", "months"))


@dataclass(frozen=True, slots=True)
class Group:
    """Articles that share a publisher, a section, a by-line or a month.

    Attributes:
        with_high: articles with at least one open finding of high severity.
    """

    name: str
    articles: int
    statements: int
    named: int
    unnamed: int
    relayed: int
    no_source: int
    with_high: int
    high: int
    medium: int


@dataclass(frozen=True, slots=True)
class Grouping:
    """One way to group the articles, the largest groups first; `left_out` groups are not listed."""

    key: str
    groups: tuple[Group, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Description:
    """Words by which unnamed people are described, without their article."""

    words: str
    sources: int
    articles: int
    statements: int
    without_reason: int


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How much one rule found."""

    rule: str
    title: str
    findings: int
    articles: int
    false_alarms: int


@dataclass(frozen=True, slots=True)
class PolicyLine:
    """How the articles stand to one requirement."""

    policy: str
    code: str
    text: str
    met: int
    not_met: int
    not_applicable: int
    not_visible: int


@dataclass(frozen=True, slots=True)
class Lone:
    """An article that rests on one unnamed source alone."""

    article: str
    publisher: str | None
    published: str | None
    title: str | None
    report: str | None
    source: str
    statements: int


@dataclass(frozen=True, slots=True)
class Listed:
    """One article of the list that can be searched."""

    title: str
    publisher: str
    published: str
    report: str
    statements: int
    unnamed: int
    high: int
    medium: int


@dataclass(frozen=True, slots=True)
class Numbers:
    """Everything that the dashboard shows.

    Attributes:
        not_audited: reasons with their counts, most first.
    """

    articles: int
    statements: int
    named: int
    unnamed: int
    relayed: int
    no_source: int
    with_high: int
    groupings: tuple[Grouping, ...]
    descriptions: tuple[Description, ...]
    rules: tuple[RuleCount, ...]
    policies: tuple[PolicyLine, ...]
    lone: tuple[Lone, ...]
    lone_total: int
    not_audited: tuple[tuple[str, int], ...]
    listed: tuple[Listed, ...]


def numbers_of(folder: Path) -> Numbers:
    """Ask everything that the dashboard shows of the run in `folder`.

    Raises:
        InputError: the run has no tables.
        SettingsError: DuckDB is not installed.
    """
    with Archive(folder) as archive:
        totals = archive.ask(
            "SELECT count(*), coalesce(sum(attributions), 0), coalesce(sum(named), 0), coalesce(sum(unnamed), 0), "
            "coalesce(sum(relayed), 0), coalesce(sum(no_source), 0), count(*) FILTER (high > 0) FROM audited"
        ).rows[0]
        (lone_total,) = archive.ask("SELECT count(*) FROM on_one_unnamed").rows[0]
        articles, statements, named, unnamed, relayed, no_source, with_high = (int(value) for value in totals)
        return Numbers(
            articles=articles,
            statements=statements,
            named=named,
            unnamed=unnamed,
            relayed=relayed,
            no_source=no_source,
            with_high=with_high,
            groupings=tuple(_grouping(archive, *pair) for pair in _GROUPINGS),
            descriptions=tuple(
                Description(*row) for row in archive.ask(f"SELECT * FROM descriptions LIMIT {_MOST_DESCRIPTIONS}").rows
            ),
            rules=tuple(RuleCount(*row) for row in archive.ask("SELECT * FROM rules").rows),
            policies=tuple(PolicyLine(*row) for row in archive.ask("SELECT * FROM policy_lines").rows),
            lone=tuple(Lone(*row) for row in archive.ask(f"SELECT * FROM on_one_unnamed LIMIT {_MOST_SINGLE}").rows),
            lone_total=lone_total,
            not_audited=_not_audited(archive),
            listed=_listed(archive),
        )


def _grouping(archive: Archive, key: str, view: str) -> Grouping:
    (total,) = archive.ask(f"SELECT count(*) FROM {view}").rows[0]
    rows = archive.ask(f"SELECT * FROM {view} LIMIT {_MOST_GROUPS}").rows
    groups = tuple(Group(str(name), *(int(value or 0) for value in counts)) for name, *counts in rows)
    return Grouping(key, groups, total - len(groups))


def _not_audited(archive: Archive) -> tuple[tuple[str, int], ...]:
    question = (
        "SELECT not_audited, count(*) AS n FROM articles WHERE not_audited IS NOT NULL GROUP BY 1 "
        "ORDER BY n DESC, not_audited LIMIT 50"
    )
    return tuple((str(reason), int(count)) for reason, count in archive.ask(question).rows)


def _listed(archive: Archive) -> tuple[Listed, ...]:
    question = (
        "SELECT coalesce(title, article), coalesce(publisher, ''), coalesce(published, ''), coalesce(report, ''), "
        "coalesce(attributions, 0), coalesce(unnamed, 0), high, medium FROM audited "
        "ORDER BY high DESC, medium DESC, article"
    )
    return tuple(Listed(*row) for row in archive.ask(question).rows)
