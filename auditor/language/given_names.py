"""Given names: whether a word is one, and the gender it mostly has; the list says where it comes from."""

from __future__ import annotations

from functools import cache

from auditor.language import lexicon


def is_given_name(word: str) -> bool:
    """Tell whether a capitalised word is a given name and not a common word or a place as well."""
    return _names().get(word.lower(), "*")[-1] != "*"


def is_feminine(word: str) -> bool | None:
    """Give True for a woman's name, False for a man's, None for both and for words that are no given names."""
    gender = _names().get(word.lower(), "u")[0]
    return {"f": True, "m": False}.get(gender)


@cache
def _names() -> dict[str, str]:
    names = {}
    for entry in lexicon.entries("given_names"):
        name, _, gender = entry.partition(" ")
        names[name] = gender
    return names
