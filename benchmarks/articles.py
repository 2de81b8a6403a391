"""Invented news articles of any length, always the same ones: what the measurements run over.

Sentences are put together from forms and invented names, as news reports have them: quotations, indirect speech,
unnamed sources, figures, outlets, plain narration. They say nothing of accuracy; that is measured on real articles.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

SEED = 7

_GIVEN = "Ana Bram Carla Dario Edda Femi Greta Hugo Ines Jonas Kirsten Leo Mara Nils Olga Pavel Rosa Sven Tilda".split()
_FAMILY_STARTS = "Al Bar Cor Dan El Far Gor Hal Is Jor Kal Lor Mar Nor Os Pal Quin Ros Sor Tal Ul Ver Wal Yar".split()
_FAMILY_ENDS = "ander beck den dorf ena er feld gren hart holm idge kov lund mann nova ov sen stad ton vik".split()
_TOWNS = "Harlow Bay|Vintersund|Castle Merrow|Port Ellin|Rosmead|Old Tarn|Westerholt|Lake Orrin".split("|")
_ROLES = (
    "the harbour master|a city engineer|the head of the clinic|a spokeswoman for the water board|the union's secretary|"
    "a professor of hydrology|the minister for transport|a driver on the line|the school's head teacher"
).split("|")
_UNNAMED = (
    "an official familiar with the talks|two people with knowledge of the plan|a senior officer who asked not to be "
    "named because the inquiry is open|several residents|a source close to the company|one of the engineers"
).split("|")
_CLAIMS = (
    "the bridge would stay closed until spring|repairs had cost {number} million crowns|nobody had been told of the "
    "leak|about {number} households were still without water|the contract had been signed in March|the report had "
    "been kept from the council|{number} people had lost their jobs|the pumps were older than the plan allowed"
).split("|")
_QUOTES = (
    "We were never asked, and we would have said no|It is a matter of weeks, not of months|I have seen the letter "
    "myself|There is no money left for it|Nobody should have to wait that long|That figure is simply wrong"
).split("|")
_FORMS = (
    "{full}, {role}, said that {claim}.",
    "“{quote},” {family} said.",
    "“{quote},” {full} told the Rosmead Courier. “{quote2}.”",
    "According to {unnamed}, {claim}.",
    "{unnamed} said {claim}.",
    "She added that {claim}, and warned that {claim2}.",
    "The council in {town} voted on the plan on Tuesday, and the work began two days later.",
    "Up to {number} people gathered in {town} in the afternoon, though the square was half empty by six.",
    "He did not say who had ordered the change.",
    "A study by the University of {town} found that {claim}.",
    "The line runs for {number} kilometres along the coast and has been closed since the storm.",
    "Radio Nord reported that {claim}.",
    "{family} declined to comment.",
    "Critics say that {claim}; {full} denied it.",
)


def _filled(form: str, chance: random.Random, cast: list[tuple[str, str]]) -> str:
    """Fill one form; a slot keeps its choice within the sentence."""
    given, family = chance.choice(cast)
    number = str(chance.randrange(3, 900))
    values = {
        "full": f"{given} {family}",
        "family": family,
        "role": chance.choice(_ROLES),
        "town": chance.choice(_TOWNS),
        "unnamed": chance.choice(_UNNAMED),
        "number": number,
        "claim": chance.choice(_CLAIMS).format(number=number),
        "claim2": chance.choice(_CLAIMS).format(number=chance.randrange(3, 900)),
        "quote": chance.choice(_QUOTES),
        "quote2": chance.choice(_QUOTES),
    }
    sentence = form.format(**values)
    return sentence[0].upper() + sentence[1:]


def _sentences(chance: random.Random, people: int) -> Iterator[str]:
    """An endless report with so many named people."""
    families = [start + end for start in _FAMILY_STARTS for end in _FAMILY_ENDS]
    chance.shuffle(families)
    cast = [(chance.choice(_GIVEN), families[number % len(families)]) for number in range(people)]
    while True:
        yield _filled(chance.choice(_FORMS), chance, cast)


def invented_article(words: int, *, seed: int = SEED) -> str:
    """A text of about so many words; the same one for the same numbers."""
    chance = random.Random(f"{seed} {words}")
    paragraphs, paragraph, count = [f"Water returns to {chance.choice(_TOWNS)} after nine days"], [], 0
    for sentence in _sentences(chance, people=max(4, words // 120)):
        paragraph.append(sentence)
        count += len(sentence.split())
        if len(paragraph) >= chance.randrange(1, 4) or count >= words:
            paragraphs.append(" ".join(paragraph))
            paragraph = []
        if count >= words:
            return "\n\n".join(paragraphs)
    raise AssertionError("the report is endless")


def invented_articles(count: int = 40) -> list[str]:
    """Articles of the lengths that news has: 150 to 1,400 words."""
    return [invented_article(150 + 1250 * number // max(1, count - 1), seed=number) for number in range(count)]
