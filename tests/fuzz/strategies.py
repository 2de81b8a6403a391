"""What the properties are tried on: hostile text around English sentences, files with bytes changed, and structures.

`effort` is how hard each property is tried: the same few examples each time, or many new ones for `make fuzz`.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

_LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"

QUOTATION_MARKS = "\"'`´“”„‟‘’‚‛«»‹›「」『』〝〞〟＂＇❝❞❮❯⹂〈〉《》"
UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\u180e\u061c\ufe0f\U000e0041"
DIRECTIONS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
COMBINING = "\u0301\u0308\u0327\u20dd\u0489\u0e31"
SURROGATES = "\ud800\udbff\udc00\udfff"
CONTROLS = "\x00\x07\x08\x0b\x0c\x1b\x7f\x85\x9b"
SPACES = "\t\n\u00a0\u2003\u2028\u2029\u3000"
OTHER = "{}[]()<>&|*_#~^\\/=+-–—…•@%$€0123456789½²①Ⅷ٣🙂👩\u200d👩\u200d👧İıßſK漢字กขא"
SIGNS = QUOTATION_MARKS + UNSEEN + DIRECTIONS + COMBINING + SURROGATES + CONTROLS + SPACES + OTHER

# Markup, commands and templates that somebody may put into an article.
TRAPS = (
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(2)>',
    "<!-- ]]> --> </style></title></div>",
    "&lt;b&gt; &amp;amp; &#0; &#x202e;",
    "{{ 7 * 7 }} {% include '/etc/hostname' %} ${7*7} #{7*7} <%= 7*7 %>",
    "\x1b]0;owned\x07\x1b[2J\x9b31m",
    '=HYPERLINK("http://a.example","x")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "::error file=a.txt,line=1::owned\n::set-output name=a::b",
    "| a | b |\n|---|---|\n[x](javascript:alert(1)) ![y](http://a.example/y.png)",
    "../../etc/hostname",
    "\r\nSet-Cookie: a=b",
    "A" * 3000,
    "e" + "\u0301" * 500,
    "“" * 200 + "word" + "”" * 200,
    "‘“" * 60 + " he said " + "”’" * 60,
    "(" * 300 + "a" + ")" * 300,
    "'" * 199,
    "said " * 60,
    "10,000,000,000,000,000,000,000,000 and 1e999 and -0 and ½ of 60%–70% of $1.5bn",
)

SENTENCES = (
    "A senior official who asked not to be named said the bridge was unsafe. ",
    "“We closed it at noon,” Lena Ruud, a spokeswoman for the port of Vellamo, said on Monday. ",
    "At least 14 people were hurt when the crane fell, according to two people familiar with the matter. ",
    "The Harbour Post reported that the owner had known of the fault since May. ",
    "He did not respond to a request for comment. ",
    "“I saw it go,” said a driver, “and then it was quiet.” ",
    "Police believe that about 60 lorries, worth an estimated $3.5 million, were lost. ",
    "It reportedly took the crew nine hours to reach the river, and the mayor was said to be furious. ",
    "Mr Ruud told reporters: ‘They said “never again” to us.’ ",
)

_words = st.text(st.sampled_from(SIGNS), min_size=1, max_size=12)
_pieces = st.sampled_from(SENTENCES) | st.sampled_from(SENTENCES) | _words | st.sampled_from(TRAPS)
_breaks = st.sampled_from(["", "", "", "\n", "\n\n", "\r\n", "\r", "\f", "\x0b\n"])


@st.composite
def hostile_texts(draw: st.DrawFn) -> str:
    """English enough to be audited, with anything in between and inside the sentences."""
    parts = [draw(st.sampled_from(SENTENCES)), draw(st.sampled_from(SENTENCES))]
    parts += [piece + gap for piece, gap in draw(st.lists(st.tuples(_pieces, _breaks), min_size=1, max_size=10))]
    text = "".join(draw(st.permutations(parts)))
    for place, sign in draw(st.lists(st.tuples(st.integers(0, len(text)), st.sampled_from(SIGNS)), max_size=6)):
        text = text[:place] + sign + text[place:]
    return text


def changed(data: bytes) -> st.SearchStrategy[bytes]:
    """Give the file with a few of its bytes changed, doubled, left out, or cut off at the end."""
    places = st.integers(0, max(len(data) - 1, 0))
    edits = st.lists(st.tuples(st.sampled_from(["set", "drop", "double", "put"]), places, st.binary(max_size=8)))
    return st.tuples(edits.filter(bool), st.none() | places).map(lambda drawn: _edited(data, *drawn))


def _edited(data: bytes, edits: list[tuple[str, int, bytes]], end: int | None) -> bytes:
    made = bytearray(data if end is None else data[:end])
    for how, place, given in edits[:12]:
        length = len(given) * (40 if how in ("drop", "double") else 1)
        stretch = bytes(made[place : place + length])
        made[place : place + length] = {"set": given, "drop": b"", "double": stretch * 2, "put": given + stretch}[how]
    return bytes(made)


_keys = st.text(max_size=6)
_leaves = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec="utf-8"), max_size=8)
)


def structures(known: list[str]) -> st.SearchStrategy[object]:
    """Give nested lists and mappings whose keys and values are often ones that the file in question knows."""
    words = st.sampled_from(known)
    return st.recursive(
        _leaves | words,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words | _keys, inner, max_size=5),
        max_leaves=20,
    )


def effort(examples: int, *, shrink: bool = True) -> settings:
    """Say how many examples a property is tried on: as many as given, or thirty times as many, and new ones.

    What takes a model is not made smaller when it fails, since that would take minutes.
    """
    return settings(
        max_examples=examples * 30 if _LONG else examples,
        derandomize=not _LONG,
        database=None,
        phases=(Phase.explicit, Phase.generate, Phase.shrink) if shrink else (Phase.explicit, Phase.generate),
        deadline=None,
        print_blob=True,
        suppress_health_check=list(HealthCheck),
    )


def spoiled(data: object, known: list[str]) -> st.SearchStrategy[object]:
    """Give the structure of a right file with some other structure in one or two places of it."""
    places = st.lists(st.sampled_from(list(_places(data))), min_size=1, max_size=2)
    return st.tuples(places, st.lists(structures(known), min_size=2, max_size=2)).map(
        lambda drawn: _spoiled(data, *drawn)
    )


def _places(data: object, path: tuple[object, ...] = ()) -> Iterator[tuple[object, ...]]:
    yield path
    for key, inner in _inner(data):
        yield from _places(inner, (*path, key))


def _inner(data: object) -> Iterable[tuple[object, object]]:
    if isinstance(data, dict):
        return data.items()
    return enumerate(data) if isinstance(data, list) else ()


def _spoiled(data: object, places: list[tuple[object, ...]], values: list[object]) -> object:
    for path, value in zip(places, values, strict=False):
        data = _with(data, path, value)
    return data


def _with(data: object, path: tuple[object, ...], value: object) -> object:
    if not path:
        return value
    made = [_with(inner, path[1:], value) if key == path[0] else inner for key, inner in _inner(data)]
    return dict(zip(data, made, strict=True)) if isinstance(data, dict) else made if isinstance(data, list) else data
