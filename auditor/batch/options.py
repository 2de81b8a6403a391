"""How a run over many articles works: processes, reports, tables. What the audits say does not depend on it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Reports(StrEnum):
    """Which articles get a page: all, those with an open finding, or none."""

    ALL = "all"
    FINDINGS = "findings"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class RunOptions:
    """How a run works.

    Attributes:
        jobs: number of processes; null for one a core, as far as there is work for them.
        reports: which articles get a page.
        tables: whether to write Parquet tables.
        rerun: whether to audit again what an earlier run finished.
    """

    jobs: int | None = None
    reports: Reports = Reports.ALL
    tables: bool = False
    rerun: bool = False
