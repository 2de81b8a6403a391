"""Which files of a folder or an archive are read: by the endings that articles have, without what is excluded.

A file that is named by itself is read whatever its ending.
"""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import PurePosixPath

from auditor.reading.sidecar import is_sidecar

_PACKED = frozenset({".gz", ".zst"})
ARTICLE_ENDINGS = frozenset(
    ".txt .text .md .markdown .html .htm .xhtml .docx .pdf .json .xml .nitf .rss .atom .eml .jsonl .ndjson .csv .tsv "
    ".parquet .warc .zip".split()
)


def is_article(path: PurePosixPath, exclude: Sequence[str] = ()) -> bool:
    """Tell whether a file below a folder or in an archive is to be read; its path is relative to that."""
    if path.name.startswith(".") or is_sidecar(path.name) or is_excluded(path, exclude):
        return False
    return unpacked_name(path).suffix.lower() in ARTICLE_ENDINGS


def is_excluded(path: PurePosixPath, exclude: Sequence[str]) -> bool:
    """Tell whether a relative path, or one of its parts, matches one of the patterns; capitals count."""
    names = (str(path), *path.parts)
    return any(fnmatchcase(name, pattern.rstrip("/")) for pattern in exclude for name in names)


def unpacked_name(path: PurePosixPath) -> PurePosixPath:
    """Take the ending of a packed file off its name: `story.txt.gz` holds `story.txt`."""
    return path.with_suffix("") if path.suffix.lower() in _PACKED else path
