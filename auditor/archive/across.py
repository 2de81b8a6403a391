"""What only an archive shows: one quotation in several articles, and what changed on its way.

Two articles are about the same when they share a quotation; only between such articles are quantities compared. An
unnamed source is followed by its words: the same quotation under another description.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations, product
from pathlib import Path

from rapidfuzz import fuzz

from auditor.archive.kinship import Carried, Shared, shared_quotations
from auditor.archive.tables import Archive

_SAME_COUNTED = 90
_MOST_ARTICLES = 60

_QUOTATIONS = """
SELECT q.article, q.publisher, q.published, a.report, q.words, s.label, s.identity, any_value(r.outlet)
FROM quotations q JOIN articles a USING (article)
LEFT JOIN attributions t ON t.article = q.article AND t.id = q.attribution_id
LEFT JOIN sources s ON s.article = q.article AND s.id = t.source_id
LEFT JOIN relays r ON r.article = q.article AND r.attribution_id = q.attribution_id
WHERE q.kind = 'speech' AND NOT q.nested
GROUP BY ALL ORDER BY q.article, min(q.start)
"""
_FIGURES = """
SELECT f.article, f.publisher, f.published, a.report, f.words, f.unit, coalesce(f.most, f.least), f.status
FROM figures f JOIN articles a USING (article)
WHERE coalesce(f.most, f.least) IS NOT NULL AND f.unit <> '' AND f.article IN (SELECT unnest(?))
ORDER BY f.article, f.start
"""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words in a comparison: "same", "gone" or "new"."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Version:
    """A later carrier of a shared quotation, and what changed against the first."""

    carried: Carried
    changes: tuple[Piece, ...]
    other_source: bool

    @property
    def reworded(self) -> bool:
        """Whether words went or came; marks around and between them do not count."""
        return any(piece.kind != "same" for piece in self.changes)


@dataclass(frozen=True, slots=True)
class Trail:
    """One quotation on its way: who carried it first, and what became of it."""

    first: Carried
    later: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class Reported:
    """One value of a quantity in one article."""

    article: str
    publisher: str | None
    published: str | None
    report: str | None
    words: str
    unit: str
    value: float
    status: str


@dataclass(frozen=True, slots=True)
class Across:
    """What an archive shows across its articles.

    Attributes:
        trails: quotations that several articles carry.
        quantities: values of one quantity that differ between articles about the same.
        descriptions: carriers of one quotation whose source is unnamed and described in more than one way, one
            carrier for each way.
    """

    trails: tuple[Trail, ...]
    quantities: tuple[tuple[Reported, ...], ...]
    descriptions: tuple[tuple[Carried, ...], ...]


def across(folder: Path) -> Across:
    """Compare the articles of the run in `folder`.

    Raises:
        InputError: the run has no tables.
        SettingsError: DuckDB is not installed.
    """
    with Archive(folder) as archive:
        shared = shared_quotations(Carried(*row) for row in archive.ask(_QUOTATIONS).rows)
        related = _related(shared)
        asked = [sorted({article for group in related for article in group})]
        figures = [Reported(*row) for row in archive.ask(_FIGURES, asked).rows] if related else []
    trails = tuple(_trail(one) for one in shared)
    return Across(trails, tuple(_differing(figures, related)), tuple(_descriptions(shared)))


def _trail(shared: Shared) -> Trail:
    first, *later = shared.carriers
    return Trail(first, tuple(Version(one, changes(first.words, one.words), _other(first, one)) for one in later))


def changes(before: str, after: str) -> tuple[Piece, ...]:
    """Compare two wordings word by word; marks of quotation and punctuation around a word do not count."""
    old, new = before.split(), after.split()
    matcher = SequenceMatcher(a=[_bare(word) for word in old], b=[_bare(word) for word in new], autojunk=False)
    pieces: list[Piece] = []
    for kind, start, end, other, until in matcher.get_opcodes():
        if kind == "equal":
            pieces.append(Piece("same", " ".join(new[other:until])))
            continue
        if start < end:
            pieces.append(Piece("gone", " ".join(old[start:end])))
        if other < until:
            pieces.append(Piece("new", " ".join(new[other:until])))
    return tuple(pieces)


def _bare(word: str) -> str:
    return word.casefold().replace("’", "'").strip("“”„«»\"'‘.,;:!?…") or word


def _other(first: Carried, later: Carried) -> bool:
    """Tell whether a later article attributes the words to somebody else; a surname is the full name's."""
    if first.source is None or later.source is None:
        return first.source is not later.source
    return fuzz.token_set_ratio(first.source.casefold(), later.source.casefold()) < _SAME_COUNTED


def _related(shared: Sequence[Shared]) -> list[tuple[str, ...]]:
    groups = {tuple(sorted(one.article for one in group.carriers)) for group in shared}
    return sorted(group for group in groups if len(group) <= _MOST_ARTICLES)


def _differing(figures: Sequence[Reported], related: Sequence[tuple[str, ...]]) -> Iterator[tuple[Reported, ...]]:
    by_article: dict[str, list[Reported]] = defaultdict(list)
    for figure in figures:
        by_article[figure.article].append(figure)
    seen: set[frozenset[tuple[str, str]]] = set()
    for one, other in (pair for group in related for pair in combinations(group, 2)):
        for figure, against in product(by_article[one], by_article[other]):
            pair = frozenset({(one, figure.words), (other, against.words)})
            if pair not in seen and figure.value != against.value and _same_quantity(figure, against):
                seen.add(pair)
                yield tuple(sorted((figure, against), key=lambda each: (each.published or "", each.article)))


def _same_quantity(one: Reported, other: Reported) -> bool:
    """Tell whether two figures count the same thing, as far as their own words say it."""
    return one.unit == other.unit and fuzz.ratio(_counted(one.words), _counted(other.words)) >= _SAME_COUNTED


def _counted(words: str) -> str:
    return " ".join(word.casefold() for word in words.split() if word.isalpha())


def _descriptions(shared: Sequence[Shared]) -> Iterator[tuple[Carried, ...]]:
    told: set[tuple[str, ...]] = set()
    for group in shared:
        different: dict[str, Carried] = {}
        for one in group.carriers:
            if one.source and (one.identity or "").startswith("unnamed-"):
                different.setdefault(one.source.casefold(), one)
        if len(different) > 1 and tuple(different) not in told:
            told.add(tuple(different))
            yield tuple(different.values())
