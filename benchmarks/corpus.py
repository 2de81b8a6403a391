"""An invented corpus of any size with known truth: which sources, figures and relays each article was given.

Every sentence comes from a form whose reading is plain, and every planted part is counted; some articles share a
quotation, unchanged, reworded or put into another mouth. The same seed gives the same corpus.

    python -m benchmarks.corpus --articles 10000 --out build/corpus.jsonl

writes one article a line and `corpus.truth.json` beside it.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

SEED = 11
SHARED_EVERY = 20  # one article in so many carries a quotation that others carry too
CARRIERS = 3

_GIVEN = "Ana Carla Dario Edda Greta Hugo Ines Jonas Kirsten Maria Nils Olga Pavel Rosa Sven Viktor".split()
_FAMILY = [
    start + end
    for start in "Bar Cor Dan Far Hal Jor Kal Lor Mar Nor Quin Ros Sor Wal".split()
    for end in "ander beck feld gren holm lund mann nova stad vik".split()
]
_ROLES = (
    "the harbour master|a city engineer|the head of the clinic|the union's secretary|a professor of hydrology|"
    "the transport minister|the school's head teacher|the chair of the council"
).split("|")
_UNNAMED = (
    "an official familiar with the talks|a senior officer|a person close to the company|a source in the ministry|"
    "a government adviser|an employee of the port"
).split("|")
_OUTLETS = "The Rosmead Courier|The Vintersund Gazette|The Port Ellin Times|The Westerholt Herald".split("|")
_CLAIMS = (
    "the bridge would stay closed until spring|the contract had been signed in secret|the report had been kept from "
    "the council|the pumps were older than the plan allowed|the repairs had been put off|the letter had been ignored|"
    "the school would open late|the road would be rebuilt|the talks had failed|the money had been spent"
).split("|")
_SHORT_QUOTES = "We were never asked|Nobody told us anything|There is no money|That plan is wrong".split("|")
_FIGURES = (
    "About {number} households lost power in the valley.",
    "An estimated {number} people were evacuated from the harbour.",
    "Roughly {number} trees fell along the coast.",
)
_FILLER = (
    "The river runs through the old town and past the mill.",
    "The square was empty in the evening.",
    "Work on the road began in spring and went on through the summer.",
    "The hall stands on a hill above the harbour.",
    "It rained for most of the week.",
)
# Two quotations share at most one of their three parts (a Latin square), so no two of them are the same words.
_OPENINGS = (
    "We carried every box ourselves that night|The mayor never once answered our letters|My father built this wall by "
    "hand|Whoever opened the gate knew the water|They promised the valley a second doctor|I counted the empty chairs "
    "in silence|The first warning came before the harvest|All of the drivers had asked for brakes|Our children learned "
    "to swim in winter|The old maps show another shoreline|Someone painted over the numbers twice|No insurer would "
    "even look at it|She kept the keys inside a teapot"
).split("|")
_MIDDLES = (
    "while the inspectors slept in their cars|because the committee preferred a car park|after the second ferry had "
    "already left|though everybody at the depot could hear|when the bakery still opened at dawn|until a stranger "
    "bought the whole street|as if the marsh would simply vanish|before anyone had tested the new alarm|since the "
    "orchard belonged to three cousins|whatever the engineers wrote in their notes|unless the tide turned against "
    "the barges|where the tramline used to meet the canal|so the choir rehearsed in a stable"
).split("|")
_ENDINGS = (
    "and that is how the archive burned|and still the lamp was never repaired|and I would do it again tomorrow|and "
    "the bees have not come back|and every clock in town was wrong|and the judge laughed at our petition|and snow "
    "covered what was left standing|and our neighbours sold their boats cheaply|and nothing grows there any longer|"
    "and he whistled all the way home|and the museum keeps a single brick|and trains pass without ever stopping|and "
    "two islands lost their only shop"
).split("|")
_REWORDED = (("never", "hardly"), ("every", "each"), ("old", "ancient"), ("the", "that"), ("and", "but"))
_PUBLISHERS = "Ostvik Post|Fenland Herald|Harbour Daily|Valley Echo|Northern Mail".split("|")
_SECTIONS = "news opinion analysis".split()


@dataclass(frozen=True, slots=True)
class Planted:
    """What an article was given, in numbers of statements by named and unnamed people, relays and figures.

    Attributes:
        shared: number of the quotation that it shares with others, or null.
        told: how it carries it: "first", "same", "reworded" or "other source"; null where it shares none.
    """

    named: int
    unnamed: int
    relays: int
    figures: int
    shared: int | None = None
    told: str | None = None


@dataclass(frozen=True, slots=True)
class Invented:
    """One article of the corpus and what was planted in it."""

    record: dict[str, str]
    planted: Planted


def shared_quotation(number: int) -> str:
    """Give the words of a shared quotation; numbers repeat after the square of the parts."""
    size = len(_OPENINGS)
    opening, middle = number % size, number // size % size
    return f"{_OPENINGS[opening]} {_MIDDLES[middle]} {_ENDINGS[(opening + middle) % size]}"


def _reworded(words: str) -> str:
    """Change one word."""
    old, new = next(pair for pair in _REWORDED if f" {pair[0]} " in f" {words} ")
    return words.replace(f" {old} ", f" {new} ", 1)


def corpus(articles: int, *, seed: int = SEED) -> Iterator[Invented]:
    """Give so many articles, one at a time."""
    for number in range(articles):
        yield _article(number, random.Random(f"{seed} {number}"), seed)


def _article(number: int, chance: random.Random, seed: int) -> Invented:
    shared, told = _shared(number)
    planted = Planted(chance.randrange(2, 5), chance.randrange(3), chance.randrange(2), chance.randrange(3))
    planted = Planted(planted.named + (told is not None), *list(asdict(planted).values())[1:4], shared, told)
    sentences = list(_sentences(planted, chance, seed))
    chance.shuffle(sentences)
    paragraphs = [" ".join(sentences[start : start + 2]) for start in range(0, len(sentences), 2)]
    record = {
        "id": f"invented-{number:07}",
        "title": f"Notes from the valley, part {_in_letters(number)}",
        "publisher": chance.choice(_PUBLISHERS),
        "byline": f"{chance.choice(_GIVEN)} {chance.choice(_FAMILY)}",
        "published": f"2026-{number % 12 + 1:02}-{number // 12 % 28 + 1:02}",
        "section": chance.choice(_SECTIONS),
        "text": "\n\n".join(paragraphs),
    }
    return Invented(record, planted)


def _in_letters(number: int) -> str:
    """Number the articles without a figure in the headline."""
    return "".join("abcdefghij"[int(digit)] for digit in str(number))


def _shared(number: int) -> tuple[int | None, str | None]:
    group, place = divmod(number, SHARED_EVERY * CARRIERS)
    at, rest = divmod(place, SHARED_EVERY)
    if rest:
        return None, None
    return group, ("first", ("same", "reworded", "other source")[group % 3], "same")[at]


def _sentences(planted: Planted, chance: random.Random, seed: int) -> Iterator[str]:
    people = [f"{chance.choice(_GIVEN)} {family}" for family in chance.sample(_FAMILY, planted.named)]
    for number, person in enumerate(people):
        role = chance.choice(_ROLES)
        if number == 0 and planted.shared is not None:
            yield _carrying(planted, seed)
        elif chance.random() < 0.3:
            yield f"“{chance.choice(_SHORT_QUOTES)},” said {person}, {role}."
        else:
            yield f"{person}, {role}, said that {chance.choice(_CLAIMS)}."
    for source in chance.sample(_UNNAMED, planted.unnamed):
        yield f"{source[0].upper()}{source[1:]} said that {chance.choice(_CLAIMS)}."
    for outlet in chance.sample(_OUTLETS, planted.relays):
        yield f"{outlet} reported that {chance.choice(_CLAIMS)}."
    for form in chance.sample(_FIGURES, planted.figures):
        yield form.format(number=chance.randrange(20, 900))
    yield from chance.sample(_FILLER, chance.randrange(2, len(_FILLER)))


def _carrying(planted: Planted, seed: int) -> str:
    """Give the sentence with the shared quotation; all its carriers but one kind name the same person."""
    assert planted.shared is not None
    own = random.Random(f"{seed} shared {planted.shared}")
    speaker, other = (f"{own.choice(_GIVEN)} {family}" for family in own.sample(_FAMILY, 2))
    words = shared_quotation(planted.shared)
    words = _reworded(words) if planted.told == "reworded" else words
    return f"“{words},” said {other if planted.told == 'other source' else speaker}, {own.choice(_ROLES)}."


def truth_of(planted: Iterator[Planted] | list[Planted]) -> dict[str, int]:
    """Add up what was planted."""
    totals: Counter[str] = Counter()
    groups: Counter[int] = Counter()
    for one in planted:
        totals.update(articles=1, named=one.named, unnamed=one.unnamed, relays=one.relays, figures=one.figures)
        if one.shared is not None:
            groups[one.shared] += 1
            totals.update({f"told: {one.told}": 1})
    totals["shared quotations"] = sum(carriers > 1 for carriers in groups.values())
    return dict(totals)


def write_corpus(articles: int, place: Path, *, seed: int = SEED) -> dict[str, int]:
    """Write the corpus, one article a line, and its truth beside it; give the truth."""
    place.parent.mkdir(parents=True, exist_ok=True)

    def planted() -> Iterator[Planted]:
        with place.open("w", encoding="utf-8") as file:
            for one in corpus(articles, seed=seed):
                file.write(json.dumps(one.record, ensure_ascii=False) + "\n")
                yield one.planted

    truth = truth_of(planted())
    place.with_suffix(".truth.json").write_text(json.dumps(truth, indent=2) + "\n", encoding="utf-8")
    return truth


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks.corpus", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--out", type=Path, default=Path("build/corpus.jsonl"))
    asked = parser.parse_args()
    print(json.dumps(write_corpus(asked.articles, asked.out, seed=asked.seed), indent=2))
