"""The ledger while it is being written: one entry a source, gathered mention by mention in text order."""

from __future__ import annotations

from dataclasses import dataclass, field

from auditor.language.annotations import Certainty, Identity
from auditor.language.sources.naming import Person
from auditor.language.sources.phrases import Phrase
from auditor.text import Span


@dataclass(slots=True)
class Entry:
    """A source in the making.

    Attributes:
        key: what tells it from other sources.
        lemma: base form of the head noun of its first description.
        last: token index of its last mention.
        group: key of the unnamed group that this one belongs to ("one of them"); empty for none.
        own: the writer's own relative or friend ("my mother"), a character of a memoir and no source.
    """

    key: str
    identity: Identity
    label: str
    certainty: Certainty
    lemma: str = ""
    plural: bool = False
    words: frozenset[str] = frozenset()
    feminine: bool | None = None
    last: int = 0
    own: bool = False
    group: str = ""
    role: str | None = None
    affiliation: str | None = None
    people: tuple[int, int | None] | None = None
    mentions: list[Span] = field(default_factory=list)
    evidence: list[str] = field(default_factory=list)

    def mention(self, span: Span, token: int, evidence: str = "") -> None:
        """Note one more mention, and why it belongs here."""
        if span not in self.mentions:
            self.mentions.append(span)
        self.last = token
        if evidence and evidence not in self.evidence:
            self.evidence.append(evidence)


class Ledger:
    """Entries by key, in the order of their first mention."""

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self._numbered = 0

    def get(self, key: str) -> Entry | None:
        """Find an entry by its key."""
        return self.entries.get(key)

    def add(self, entry: Entry) -> Entry:
        """Add an entry, or give the one that has its key already."""
        return self.entries.setdefault(entry.key, entry)

    def person(self, person: Person) -> Entry:
        """Give the entry of a named person."""
        return self.add(
            Entry(
                f"person {person.name.lower()}",
                Identity.NAMED_PERSON,
                person.name,
                Certainty.FIRM,
                feminine=person.feminine,
                role=person.description,
                affiliation=person.affiliation,
                people=(1, 1),
                evidence=["The article names this person."],
            )
        )

    def persons(self, label: str) -> Entry:
        """Give the entry of people who are named one by one and spoken of together."""
        return self.add(
            Entry(
                f"persons {label.lower()}",
                Identity.NAMED_PERSON,
                label,
                Certainty.LIKELY,
                plural=True,
                evidence=["The article names these people."],
            )
        )

    def name(self, entry: Entry, key: str, name: str) -> None:
        """Give an entry the name that the article reveals later; it is found under the new key from then on."""
        entry.evidence.append(f"First described as {entry.label}, then named.")
        entry.identity, entry.label = Identity.NAMED_PERSON, name
        self.entries[key] = entry

    def new_key(self, stem: str) -> str:
        """Make a key for somebody who can be told from nobody else."""
        self._numbered += 1
        return f"{stem}#{self._numbered}"

    def latest(self, *, before: int, plural: bool | None = None) -> list[Entry]:
        """Give the entries mentioned before a token, the latest first."""
        found = [entry for entry in self.entries.values() if entry.last < before]
        if plural is not None:
            found = [entry for entry in found if entry.plural == plural]
        return sorted(found, key=_last, reverse=True)


def people_range(phrase: Phrase) -> tuple[int, int | None]:
    """Give the least and greatest number of people a phrase can stand for; None for no upper bound.

    "Three of them" are three, "several" and "a few" at least three, "more than 20" at least 21; a plural alone is two
    or more.
    """
    if not phrase.plural:
        return (1, 1)
    words = phrase.span.text.lower().replace(",", "").split()
    for position, word in enumerate(words):
        number = int(word) if word.isdigit() and len(word) < 4 else _COUNTS.get(word)
        if number is not None and number > 0:
            before = " ".join(words[max(0, position - 2) : position])
            return _bounded(before, number)
        if word in _LEAST:
            return (_LEAST[word], None)
    return (2, None)


def _bounded(before: str, number: int) -> tuple[int, int | None]:
    if before.endswith(("more than", "over")):
        return (number + 1, None)
    if before.endswith(("at least", "about", "some", "nearly", "almost", "around")):
        return (number if before.endswith("least") else 2, None)
    return (1 if before.endswith("up to") else number, number)


_COUNTS = {
    word: number
    for number, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), start=2)
} | {"both": 2, "pair": 2, "couple": 2, "trio": 3, "half-dozen": 6, "dozen": 12, "twenty": 20}
_LEAST = {"several": 3, "few": 3, "many": 3, "multiple": 3, "dozens": 24, "scores": 40, "hundreds": 200}


def _last(entry: Entry) -> int:
    return entry.last
