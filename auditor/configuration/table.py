"""Reads the values of a TOML table one by one, noting what is wrong with the file, line and column."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from auditor.configuration.places import Key, Place
from auditor.rules.nodes import Problems, choice, shortened

_Choice = TypeVar("_Choice", bound=StrEnum)


class Table:
    """One table of a settings file; every reading notes its problems and the origin of its value."""

    def __init__(self, data: Mapping[str, Any], key: Key, places: Mapping[Key, Place], problems: Problems) -> None:
        self._data = data
        self._key = key
        self._places = places
        self._problems = problems

    def __contains__(self, name: str) -> bool:
        return name in self._data

    def only(self, names: Iterable[str], what: str) -> None:
        """Note every key that is not one of these."""
        known = list(names)
        for name in self._data:
            if name not in known:
                self.wrong(name, f"{what} has no key '{shortened(name)}'", choice(name, known))

    def names(self) -> tuple[str, ...]:
        """Give the keys of the table."""
        return tuple(self._data)

    def text(self, name: str) -> str | None:
        """Give a text, null without it."""
        value = self._data.get(name)
        if isinstance(value, str) and value.strip():
            return " ".join(value.split())
        if name in self._data:
            self.wrong(name, f"'{name}' is not a text", f'Write {name} = "…".')
        return None

    def texts(self, name: str) -> tuple[str, ...]:
        """Give a list of texts; a single text counts as a list of one."""
        value = self._data.get(name, [])
        values = value if isinstance(value, list) else [value]
        if all(isinstance(each, str) and each.strip() for each in values):
            return tuple(values)
        self.wrong(name, f"'{name}' is not a list of texts", f'Write {name} = ["…", "…"].')
        return ()

    def choice(self, name: str, known: type[_Choice]) -> _Choice | None:
        """Give one of these words, null without it."""
        given = self.text(name)
        if given is None:
            return None
        if given in list(known):
            return known(given)
        self.wrong(name, f"{name} '{shortened(given)}' is not known", choice(given, list(known)))
        return None

    def day(self, name: str) -> str | None:
        """Give a day as ISO 8601, null without it."""
        value = self._data.get(name)
        if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
            return value.isoformat()
        if name in self._data:
            try:
                return datetime.date.fromisoformat(str(value)).isoformat()
            except ValueError:
                self.wrong(name, f"'{name}' is no day", f"Write {name} = 2026-03-01.")
        return None

    def table(self, name: str) -> Table:
        """Give a table inside this one, an empty one without it."""
        value = self._data.get(name, {})
        if not isinstance(value, dict):
            self.wrong(name, f"'{name}' is not a table", f"Write [{name}] and lines below it.")
            value = {}
        return Table(value, (*self._key, name), self._places, self._problems)

    def tables(self, name: str) -> Iterator[Table]:
        """Give the tables of an array of tables."""
        value = self._data.get(name, [])
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            self.wrong(name, f"'{name}' is not a list of tables", f"Write [[{name}]] and lines below it.")
            return
        for number, each in enumerate(value):
            yield Table(each, (*self._key, name, number), self._places, self._problems)

    def wrong(self, name: str | None, what: str, fix: str) -> None:
        """Note a problem with a key, or with the table itself."""
        self._problems.add(self._place(name), what, fix)

    def origin(self, name: str | None = None) -> str:
        """Say where a key, or the table itself, stands: file and line."""
        place = self._place(name)
        return f"{self._problems.file}:{place.line + 1}" if place else self._problems.file

    def _place(self, name: str | None) -> Place | None:
        key: Key = self._key if name is None else (*self._key, name)
        # A value inside an inline table has no place of its own: the nearest one around it is told.
        return next((self._places[key[:end]] for end in range(len(key), 0, -1) if key[:end] in self._places), None)
