"""Constructions of attribution, read by the whole pipeline: the table of `constructions.txt`, span by span."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from auditor.language.annotations import Annotations
from auditor.language.pipeline import annotate
from auditor.reading.plain import article_from_text
from auditor.text import Span

pytestmark = pytest.mark.model

TABLE = Path(__file__).with_name("constructions.txt")


@dataclass(frozen=True, slots=True)
class Row:
    """A text of the table: what is attributed in it, as the table's lines, and why it is not read so yet."""

    construction: str
    text: str
    attributed: tuple[str, ...]
    miss: str


def read_table(lines: list[str]) -> list[Row]:
    rows: list[Row] = []
    construction = ""
    for line in lines:
        if line.startswith("== "):
            construction = line[3:]
        elif line.startswith("  ?"):
            rows[-1] = Row(construction, rows[-1].text, rows[-1].attributed, line[3:].strip())
        elif line.startswith("  "):
            rows[-1] = Row(construction, rows[-1].text, (*rows[-1].attributed, line.strip()), rows[-1].miss)
        elif line and not line.startswith("#"):
            rows.append(Row(construction, line.replace("⏎", "\n"), (), ""))
    return rows


def place(text: str, words: str) -> tuple[int, int]:
    """Find words of the table in a text; "said#2" is the second "said"."""
    words, _, number = words.partition("#")
    before, after = (r"\b" if words[at].isalnum() else "" for at in (0, -1))
    found = [match.span() for match in re.finditer(before + re.escape(words) + after, text)]
    assert len(found) >= int(number or 1), f"{words!r} is not in {text!r}"
    return found[int(number or 1) - 1]


def expected(row: Row) -> list[tuple]:
    """Give the attributions of a row with the offsets of each part."""
    found = []
    for line in row.attributed:
        kind, *parts = (part.strip() for part in line.split(" | "))
        spans = [() if part == "-" else tuple(place(row.text, words) for words in part.split(" + ")) for part in parts]
        found.append((kind, *spans))
    return sorted(found)


def attributed(annotations: Annotations) -> list[tuple]:
    """Give what the pipeline attributes, in the form of `expected`."""

    def offsets(spans: tuple[Span, ...]) -> tuple[tuple[int, int], ...]:
        return tuple((span.start, span.end) for span in spans)

    return sorted(
        (one.kind.value, offsets((one.source,) if one.source else ()), offsets(one.cue), offsets(one.content))
        for one in annotations.attributions
    )


ROWS = read_table(TABLE.read_text(encoding="utf-8").splitlines())


def cases():
    """Give the rows as parameters, known misses as strict expected failures."""
    given_rows = []
    for row in ROWS:
        marks = [pytest.mark.xfail(reason=row.miss, strict=True)] if row.miss else []
        given_rows.append(pytest.param(row, id=f"{row.construction}: {row.text[:40]}", marks=marks))
    return given_rows


@pytest.mark.parametrize("row", cases())
def test_construction(annotated, row):
    annotations = annotated(row.text).annotations
    assert attributed(annotations) == expected(row)


PIECES = st.sampled_from(
    [
        *"“”‘’\"'«»„`…―—:,.?![]>@#",
        "''",
        "``",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\u2028",
        "\u200b",
        "\u200d",
        "\ufeff",
        "\u202e",
        "\u2066",
        "\u00a0",
        "😀",
        "👩‍🚒",
        "\x00",
        "é",
        "e\u0301",
        *" Ruud said|and warned that| according to|RUUD: |HALE: | who| the gates| per | two aides".split("|"),
        *" in the view of| critics' warning that| “smart”".split("|"),
        *" were shut| 40| as Ruud put it| was described by officials as".split("|"),
        " ",
    ]
)


def spans_of(value):
    """Give every span inside annotations, whatever holds it."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from spans_of(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from spans_of(getattr(value, field.name))


def check(nlp, text: str) -> None:
    """Annotate a text and hold every span against it."""
    result = next(annotate(nlp, [article_from_text(text)]))
    for span in spans_of(result.annotations):
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.text
    for attribution in result.annotations.attributions:
        assert attribution.content
        assert any(character.isalnum() for part in attribution.content for character in part.text)


# The pipeline is loaded once and keeps nothing between texts.
anything = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@anything
@given(pieces=st.lists(PIECES, max_size=40))
@example(pieces=["critics' warning that", ",", ":"])
@example(pieces=["RUUD: ", "\n", "HALE: ", "“"])
def test_pieces_of_news_with_any_marks_are_read_without_error(nlp, pieces):
    check(nlp, "".join(pieces))


@anything
@given(text=st.text(st.characters(exclude_categories=("Cs",)), max_size=120))
def test_any_text_is_read_without_error(nlp, text):
    check(nlp, text)


@anything
@given(row=st.sampled_from(ROWS), at=st.integers(0, 200), piece=PIECES)
def test_a_sentence_with_something_odd_put_in_is_read_without_error(nlp, row, at, piece):
    check(nlp, row.text[:at] + piece + row.text[at:])


@anything
@given(row=st.sampled_from(ROWS), start=st.integers(0, 100), length=st.integers(1, 100))
def test_any_cutting_of_a_sentence_is_read_without_error(nlp, row, start, length):
    check(nlp, row.text[start : start + length])


def test_half_of_a_surrogate_pair_is_read_without_error(nlp):
    check(nlp, "“The gates \ud83d were shut,” Ruud said.")
