"""Outlets, programmes and platforms in a text: a gazetteer of facts, and patterns for names that it lacks.

`Outlets.match` only says where a name stands and what it may mean; whether words came through it is decided by the
relays step. One pass over the words of the text, whatever the size of the gazetteer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib import resources

from auditor.language.outlet_patterns import Word, pattern_names, words_of


class OutletKind(StrEnum):
    """What an entry of the gazetteer is; `unknown` for a name found by its pattern."""

    AGENCY = "agency"
    BROADCASTER = "broadcaster"
    JOURNAL = "journal"
    LEAKS = "leaks"
    MAGAZINE = "magazine"
    NEWSPAPER = "newspaper"
    PLATFORM = "platform"
    PODCAST = "podcast"
    PROGRAMME = "programme"
    SITE = "site"
    UNKNOWN = "unknown"


class Reading(StrEnum):
    """How much a form says by itself, from most to least."""

    PLAIN = "plain"
    PATTERN = "pattern"
    COMMON = "common"
    SHORT = "short"
    QUALIFIED = "qualified"


@dataclass(frozen=True, slots=True)
class Outlet:
    """One line of the gazetteer, without its aliases; `reading` is that of the full name."""

    name: str
    kind: OutletKind
    country: str = ""
    reading: Reading = Reading.PLAIN
    owner: str = ""
    domain: str = ""


@dataclass(frozen=True, slots=True)
class OutletName:
    """A form that names an outlet at a place of a text; offsets in characters, end exclusive.

    Attributes:
        text: the words of the text.
        name: the usual form, or the words of the text when the name is not in the gazetteer.
        reading: how much the form says by itself.
        known_before: the full name, or another form of it, stands earlier in the text.
    """

    start: int
    end: int
    text: str
    name: str
    kind: OutletKind
    reading: Reading
    known_before: bool = False


@dataclass(slots=True)
class _Node:
    """A state of the phrase automaton: what can follow, and which forms end here."""

    next: dict[str, _Node] = field(default_factory=dict)
    forms: list[tuple[str, Outlet, Reading]] = field(default_factory=list)


class Outlets:
    """The gazetteer as a phrase automaton over words; built once, only read afterwards."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._root = _Node()
        self._by_form: dict[str, Outlet] = {}
        self._by_domain: dict[str, Outlet] = {}
        self._shorts: dict[str, list[str]] = {}
        self._plain_words: list[tuple[list[str], Outlet]] = []
        for outlet, aliases, shorts in _rows(lines):
            reading = outlet.reading
            for form in (outlet.name, *aliases):
                self._add(
                    form,
                    outlet,
                    reading if form == outlet.name or " " not in form.removeprefix("The ") else Reading.PLAIN,
                )
            self._shorts[outlet.name] = [_key(form) for form in shorts]
            for form in shorts:
                self._add(form, outlet, Reading.SHORT)
            if outlet.domain:
                self._by_domain.setdefault(outlet.domain, outlet)
            self._plain_words.append((_key(outlet.name).split(), outlet))

    def _add(self, form: str, outlet: Outlet, reading: Reading) -> None:
        if " (" in form:
            # The bracket only tells this outlet from a namesake; its own aliases are what a text would say.
            return
        if reading is not Reading.SHORT:
            self._by_form.setdefault(_key(form), outlet)
        for variant in {form, form.removeprefix("The ")}:
            node = self._root
            for word in words_of(variant):
                node = node.next.setdefault(word.text.casefold(), _Node())
            weaker = _without_article(variant, form, reading)
            node.forms.append((variant, outlet, weaker))

    def named(self, name: str) -> Outlet | None:
        """Give the outlet that has this name or alias, whatever its case and article."""
        return self._by_form.get(_key(name))

    @property
    def all(self) -> tuple[Outlet, ...]:
        """Give every outlet in the order of the file."""
        return tuple(outlet for _, outlet in self._plain_words)

    @property
    def size(self) -> int:
        """Count the outlets."""
        return len(self._plain_words)

    def shorts_of(self, outlet: Outlet) -> frozenset[str]:
        """Give the short forms of an outlet, in lower case and without the article."""
        return frozenset(self._shorts.get(outlet.name, ()))

    def at_domain(self, host: str) -> Outlet | None:
        """Give the outlet whose web domain this host is or lies under."""
        parts = host.casefold().split(".")
        return next(
            (self._by_domain[d] for i in range(len(parts)) if (d := ".".join(parts[i:])) in self._by_domain), None
        )

    def abbreviated(self, slug: str) -> Outlet | None:
        """Give the one outlet whose words begin with the parts of a slug, as "fen-herald" does for Fenland Herald."""
        parts = slug.casefold().split("-")
        if len(parts) < 2:
            return None
        fits = {outlet.name: outlet for words, outlet in self._plain_words if _abbreviates(parts, words)}
        return next(iter(fits.values())) if len(fits) == 1 else None

    def match(self, text: str) -> tuple[OutletName, ...]:
        """Find every outlet, programme and platform name in text order, the longest where they overlap.

        Forms that are short for several outlets ("the Post") are read as the one named in full before.
        """
        found = sorted([*self._known(text), *pattern_names(text)], key=lambda name: (name[0], -name[1]))
        names: list[OutletName] = []
        seen: dict[str, Outlet] = {}
        for start, end, forms in _longest(found):
            name = self._reading(text, (start, end), forms, seen)
            names.append(name)
            for _, outlet, reading in forms:
                if reading is Reading.PLAIN:
                    seen.setdefault(outlet.name, outlet)
        return tuple(names)

    def _known(self, text: str) -> Iterator[tuple[int, int, _Forms]]:
        words = words_of(text)
        index = 0
        while index < len(words):
            length, forms = self._longest_at(text, words, index)
            if forms:
                yield words[index].start, words[index + length - 1].end, forms
            # "The Press" must not hide "Press Trust of India" behind its article.
            index += length if forms and words[index].text != "The" else 1

    def _longest_at(self, text: str, words: list[Word], index: int) -> tuple[int, _Forms]:
        node: _Node | None = self._root
        best: tuple[int, _Forms] = (0, ())
        length = 0
        while node is not None and index + length < len(words):
            word = words[index + length]
            node = node.next.get(word.text.casefold())
            length += 1
            if node is not None and node.forms and _is_free(text, words[index].start, word.end):
                written = text[words[index].start : word.end]
                forms = tuple(form for form in node.forms if _is_written(form[0], written))
                best = (length, forms) if forms else best
        return best

    def _reading(self, text: str, place: tuple[int, int], forms: _Forms, seen: dict[str, Outlet]) -> OutletName:
        start, end = place
        written = text[start:end]
        if not forms:
            return OutletName(start, end, written, written, OutletKind.UNKNOWN, Reading.PATTERN)
        before = [form for form in forms if form[1].name in seen]
        # Of several outlets with one short form, the one named before; else only the text's own words are safe.
        _, outlet, reading = (before or sorted(forms, key=lambda form: list(Reading).index(form[2])))[0]
        alone = reading is not Reading.SHORT or before or len({form[1].name for form in forms}) == 1
        return OutletName(start, end, written, outlet.name if alone else written, outlet.kind, reading, bool(before))


_Forms = tuple[tuple[str, Outlet, Reading], ...]


@cache
def load_outlets() -> Outlets:
    """Read the packaged gazetteer once."""
    path = resources.files("auditor.language") / "lexicons" / "outlets.tsv"
    return Outlets(iter(path.read_text(encoding="utf-8").splitlines()))


def _rows(lines: Iterator[str]) -> Iterator[tuple[Outlet, list[str], list[str]]]:
    """Read the tab-separated lines after the comment and the heading: the outlet, its aliases, its short forms."""
    body = (line for line in lines if line.strip() and not line.startswith("#"))
    next(body, None)
    for line in body:
        name, kind, country, reading, aliases, shorts, owner, domain = [*line.split("\t"), *[""] * 8][:8]
        outlet = Outlet(name, OutletKind(kind), country, Reading(reading), owner, domain)
        yield outlet, _parts(aliases), _parts(shorts)


def _without_article(variant: str, form: str, reading: Reading) -> Reading:
    """Weaken a title that lost its article: "The Sun" may be a paper where "Sun" alone is a star."""
    if variant == form or reading is Reading.SHORT:
        return reading
    if reading in (Reading.COMMON, Reading.QUALIFIED):
        return Reading.QUALIFIED
    return Reading.SHORT if " " not in variant else reading


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def _key(name: str) -> str:
    return re.sub(r"^the\s+", "", name.strip().casefold())


def _longest(found: list[tuple[int, int, _Forms]]) -> Iterator[tuple[int, int, _Forms]]:
    """Leave out what overlaps with an earlier or longer name; a known name wins over a pattern of the same extent."""
    kept: list[tuple[int, int, _Forms]] = []
    for start, end, forms in found:
        if kept and start < kept[-1][1]:
            if _is_better((start, end, forms), kept[-1]):
                kept[-1] = (start, end, forms)
            continue
        kept.append((start, end, forms))
    yield from kept


def _is_better(one: tuple[int, int, _Forms], other: tuple[int, int, _Forms]) -> bool:
    """Tell whether a name is to be read rather than an overlapping one before it.

    A plain name of the list wins over a shape that only reaches further back, such as a headline's capitals.
    """
    plain = any(reading is Reading.PLAIN for _, _, reading in one[2])
    if plain and not other[2] and one[1] >= other[1]:
        return True
    longer = one[1] - one[0] > other[1] - other[0]
    return longer or (one[:2] == other[:2] and bool(one[2]) and not other[2])


def _is_free(text: str, start: int, end: int) -> bool:
    """Tell whether the words stand on one line and are no part of a longer word, address or handle."""
    before, after = text[max(0, start - 1) : start], text[end : end + 2]
    if "\n" in text[start:end] or before in ("@", "#", "/", "-", "_", "."):
        return False
    return not (after[:1] in ("/", "@", "_", "-") and after[1:2].isalnum()) and not (
        after[:1] == "." and after[1:2].islower()
    )


def _is_written(form: str, written: str) -> bool:
    """Tell whether the words are written as a name: acronyms letter for letter, others with their capitals."""
    if written.replace("’", "'") == form.replace("’", "'"):
        return True
    if form.isupper() or not any(character.isupper() for character in form):
        return False
    if len(form) < 5 and " " not in form:
        return False
    pairs = zip(form.split(), written.split(), strict=False)
    return all(b[0].isupper() or not a[0].isupper() for a, b in pairs)


def _abbreviates(parts: list[str], words: list[str]) -> bool:
    return len(parts) == len(words) and all(
        word.startswith(part) and len(part) > 2 for part, word in zip(parts, words, strict=True)
    )
