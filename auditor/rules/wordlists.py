"""The rules' own word lists: one entry a line in `lexicons/*.txt`, each file headed by what it holds and why.

Rule files name them as `list: NAME`; conditions read them with `listed`.
"""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def listed(name: str) -> frozenset[str]:
    """Give the entries of `lexicons/NAME.txt`.

    Raises:
        FileNotFoundError: the package has no such list.
    """
    return frozenset(entries(name))


@cache
def entries(name: str) -> tuple[str, ...]:
    """Give the entries of `lexicons/NAME.txt` in their order.

    Raises:
        FileNotFoundError: the package has no such list.
    """
    text = (resources.files("auditor.rules") / "lexicons" / f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line for raw in text.splitlines() if (line := raw.strip()) and not line.startswith("#"))


@cache
def list_names() -> tuple[str, ...]:
    """Give the names of all lists, sorted."""
    folder = resources.files("auditor.rules") / "lexicons"
    if not folder.is_dir():
        return ()
    return tuple(sorted(file.name.removesuffix(".txt") for file in folder.iterdir() if file.name.endswith(".txt")))
