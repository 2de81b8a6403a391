"""How inputs are read: limits, what is passed over, and what the user says about the articles."""

from __future__ import annotations

from dataclasses import dataclass, field

from auditor.reading.records import Columns
from auditor.text import Metadata

MAX_BYTES = 20_000_000
MAX_CONTAINER_BYTES = 500_000_000


@dataclass(frozen=True, slots=True)
class Reading:
    """How inputs are read.

    Attributes:
        publisher: the outlet that published the articles, whatever they say themselves; null to use what they say.
        allow_private: fetch URLs on private and loopback addresses too.
        max_bytes: size limit of one article in bytes.
        max_container_bytes: size limit of an archive that must be held in memory, because it came in another one.
        metadata: what the user says about the articles; it wins over everything that they say.
        columns: which columns of corpora hold what.
        exclude: patterns of names and relative paths that folders and archives pass over.
        save_page: folder in which fetched pages are kept as they came; null to keep none.
    """

    publisher: str | None = None
    allow_private: bool = False
    max_bytes: int = MAX_BYTES
    max_container_bytes: int = MAX_CONTAINER_BYTES
    metadata: Metadata = field(default_factory=Metadata)
    columns: Columns = field(default_factory=Columns)
    exclude: tuple[str, ...] = ()
    save_page: str | None = None
