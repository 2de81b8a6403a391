"""Places of keys in TOML."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.configuration.places import Place, places_of

TEXT = '''\
# settings of the desk
publisher = "Ostvik Post"  # with a "comment"
policy = [
  "bbc", # [not a header]
  "our.yaml",
]
"quoted key" = """
[not.a.header]
key = 1
"""
inline = { a = 1, b = [1, 2] }

[rules]
  select = ["ANON"]
rules2.dotted."x.y" = 'a = b'

[[ignore]]
words = ["a"]
[[ignore]]
words = ["b"]
[ignore.deep]
x = 1
'''


@pytest.mark.parametrize(
    ("key", "line", "column"),
    [
        (("publisher",), 2, 1),
        (("policy",), 3, 1),
        (("quoted key",), 7, 1),
        (("inline",), 11, 1),
        (("rules",), 13, 1),
        (("rules", "select"), 14, 3),
        (("rules", "rules2", "dotted", "x.y"), 15, 1),
        (("ignore", 0, "words"), 18, 1),
        (("ignore", 1), 19, 1),
        (("ignore", 1, "words"), 20, 1),
        (("ignore", 1, "deep", "x"), 22, 1),
    ],
)
def test_every_key_has_its_place(key, line, column):
    assert places_of(TEXT)[key] == Place(line - 1, column - 1)


def test_what_only_looks_like_a_key_has_none():
    assert ("key",) not in places_of(TEXT)
    assert ("not", "a", "header") not in places_of(TEXT)


PIECES = st.sampled_from(
    [*TEXT.splitlines(keepends=True), "[a]\n", "[[a]]\n", "x = [\n", "]\n", "'''", '"', "\\", "\n"]
)


@given(st.lists(PIECES, max_size=15))
@settings(max_examples=300, deadline=None)
def test_any_toml_gives_places_of_its_top_keys(pieces):
    text = "".join(pieces)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        places_of(text)  # at least it ends
        return
    places = places_of(text)
    assert [name for name in data if (name,) not in places and (name, 0) not in places] == []
