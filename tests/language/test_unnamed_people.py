"""Unnamed people as sources, held by a table of invented sentences: every span that counts, and none besides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

TABLE = Path(__file__).parent / "unnamed_people.txt"
HEADLINE = "Evening summary\n\n"
LEAST_ROWS = 200
_MARK = re.compile(r"\[\[(.*?)\]\]")


def rows() -> Iterator[tuple[str, str, str]]:
    """Give section, marked sentence and the reason why it is missed, empty where it is read right."""
    section, sentence = "", ""
    for line in [*TABLE.read_text(encoding="utf-8").splitlines(), ""]:
        if sentence:
            yield section, sentence, line.removeprefix("  ? ") if line.startswith("  ?") else ""
            sentence = ""
        if line.startswith("== "):
            section = line.removeprefix("== ")
        elif line and not line.startswith(("#", "  ?")):
            sentence = line


def cases() -> list:
    """Give the rows as parameters, known misses as strict expected failures."""
    given = []
    for section, sentence, miss in rows():
        marks = [pytest.mark.xfail(reason=miss, strict=True)] if miss else []
        given.append(pytest.param(sentence, id=f"{section}: {marked(sentence)[0][:45]}", marks=marks))
    return given


def marked(sentence: str) -> tuple[str, list[tuple[int, int]]]:
    """Give the sentence without its marks, and the marked spans."""
    spans, text, last = [], "", 0
    for match in _MARK.finditer(sentence):
        text += sentence[last : match.start()]
        spans.append((len(text), len(text) + len(match[1])))
        text += match[1]
        last = match.end()
    return text + sentence[last:], spans


def test_the_table_is_long_enough():
    assert len(list(rows())) >= LEAST_ROWS


@pytest.mark.model
@pytest.mark.parametrize("sentence", cases())
def test_unnamed_people_who_are_sources(annotated, sentence):
    text, expected = marked(sentence)
    annotations = annotated(HEADLINE + text).annotations
    identity = {source.id: source.identity for source in annotations.sources}
    found = {
        (one.source.start - len(HEADLINE), one.source.end - len(HEADLINE))
        for one in annotations.attributions
        if one.source and one.sourcing and one.source_id and identity[one.source_id].is_unnamed_people
    }
    assert sorted(found) == expected
