"""Names written in more than one way: spellings that are probably one name, for an editor to compare.

Nothing here says which spelling is right; the most frequent one comes first.
"""

from __future__ import annotations

from auditor.language.names.grouping import find_names

__all__ = ["find_names"]
