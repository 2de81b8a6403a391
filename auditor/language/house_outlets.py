"""Outlets that a newsroom adds to the list, and those that are its own.

They travel with the document, so that articles of several houses can be audited in one run.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from auditor.language.outlets import OutletKind, Outlets, load_outlets

if TYPE_CHECKING:
    from spacy.tokens import Doc

_KEY = "auditor_house_outlets"


@dataclass(frozen=True, slots=True)
class HouseOutlet:
    """One outlet that the newsroom knows: its usual name and other forms of it."""

    name: str
    kind: OutletKind = OutletKind.NEWSPAPER
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HouseOutlets:
    """What a newsroom says about outlets.

    Attributes:
        own: names of its own outlets; words told to them are not relayed.
        added: outlets that the program's list lacks.
    """

    own: tuple[str, ...] = ()
    added: tuple[HouseOutlet, ...] = ()


def keep_house_outlets(doc: Doc, house: HouseOutlets | None) -> None:
    """Keep with a document what its newsroom says about outlets."""
    doc.user_data[_KEY] = house


def house_outlets_of(doc: Doc) -> HouseOutlets:
    """Give what the newsroom says about outlets; nothing when nobody said anything."""
    house: HouseOutlets | None = doc.user_data.get(_KEY)
    return house or HouseOutlets()


def outlets_of(doc: Doc) -> Outlets:
    """Give the list of outlets for a document, with those of its newsroom."""
    house = house_outlets_of(doc)
    return _with(house) if house.own or house.added else load_outlets()


@cache
def _with(house: HouseOutlets) -> Outlets:
    """Build the list once for each newsroom; an outlet of its own that the list has already stays as it is."""
    path = resources.files("auditor.language") / "lexicons" / "outlets.tsv"
    known = load_outlets()
    own = [HouseOutlet(name) for name in house.own if known.named(name) is None]
    lines = [_line(outlet) for outlet in (*house.added, *own)]
    return Outlets(iter([*path.read_text(encoding="utf-8").splitlines(), *lines]))


def _line(outlet: HouseOutlet) -> str:
    cells = (outlet.name, str(outlet.kind), "", "plain", "; ".join(outlet.aliases))
    return "\t".join(" ".join(cell.split()) for cell in cells)
