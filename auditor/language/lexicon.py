"""Word lists: one entry a line in `lexicons/*.txt`, each file headed by what it holds and where it comes from.

Lines that begin with `#` and blank lines are skipped. Entries are lower case unless the file says otherwise.
"""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def words(name: str) -> frozenset[str]:
    """Give the entries of `lexicons/NAME.txt`.

    Raises:
        FileNotFoundError: the package has no such list.
    """
    return frozenset(entries(name))


@cache
def entries(name: str) -> tuple[str, ...]:
    """Give the entries of `lexicons/NAME.txt` in their order."""
    path = resources.files("auditor.language") / "lexicons" / f"{name}.txt"
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))
