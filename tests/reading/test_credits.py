"""By-lines, datelines, agencies and correction notes, by the shapes of news style."""

from __future__ import annotations

import pytest

from auditor.reading.credits import agency_in, byline_in, dateline_in, is_correction, with_credits, without_by
from auditor.reading.plain import article_from_text
from auditor.text import Metadata, ZoneKind


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Ingrid Solberg", "Ingrid Solberg"),
        ("By INGRID SOLBERG and Tom Berg", "INGRID SOLBERG and Tom Berg"),
        ("By Ingrid Solberg, Nordkyst Post", "Ingrid Solberg, Nordkyst Post"),
        ("by Ingrid Solberg in Vellamo", "Ingrid Solberg in Vellamo"),
        ("By the time the ship came in, the quay was shut.", None),
        ("By Monday the quay was open", None),
        ("By far the largest.", None),
        ("Ingrid Solberg", None),
        ("By", None),
    ],
)
def test_by_lines(text, names):
    assert byline_in(text) == names


def test_the_word_by_is_no_part_of_a_name():
    assert without_by("By Ingrid Solberg") == "Ingrid Solberg"
    assert without_by("Byron Solberg") == "Byron Solberg"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("VELLAMO, March 5 (Nordkyst) - The quay", ("VELLAMO, March 5", "Nordkyst")),
        ("VELLAMO, Norway (AP) — The quay", ("VELLAMO, Norway", "AP")),
        ("VELLAMO — The quay", ("VELLAMO", None)),
        ("Vellamo (AFP) – The quay", ("Vellamo", "AFP")),
        ("PORT-AU-PRINCE, Haiti, Feb. 3 (Reuters) - The", ("PORT-AU-PRINCE, Haiti, Feb. 3", "Reuters")),
        ("(Reuters) - The quay", (None, "Reuters")),
        ("BREAKING - The quay is shut", (None, None)),
        ("Vellamo – a quiet town – woke early.", (None, None)),
        ("The quay is shut.", (None, None)),
    ],
)
def test_datelines(text, found):
    assert dateline_in(text) == found


def test_an_agency_in_a_by_line():
    assert agency_in("Ingrid Solberg, Associated Press") == "Associated Press"
    assert agency_in("Reuters") == "Reuters"
    assert agency_in("Ingrid Solberg") is None
    assert agency_in(None) is None


@pytest.mark.parametrize(
    "text",
    [
        "Correction: The quay is in Vellamo.",
        "Editor’s note: This article mentions a death.",
        "This article was amended on 6 March 2024 to give the right name.",
        "An earlier version of this story gave the wrong number.",
        "*Clarification (6 March): the quay belongs to the state.",
    ],
)
def test_notes_that_name_themselves(text):
    assert is_correction(text)


@pytest.mark.parametrize("text", ["Corrections officers said no.", "The correction: too late.", "This article is new."])
def test_other_words_are_no_notes(text):
    assert not is_correction(text)


ARTICLE = article_from_text(
    "Quay shut\nBy Ingrid Solberg, AP\nVELLAMO (AP) - The quay is shut, a clerk said.\n"
    "Correction: The quay is in Vellamo.\n"
)


def test_an_article_is_completed_by_what_it_says_itself():
    told = with_credits(ARTICLE)
    assert told.text == ARTICLE.text
    assert told.metadata == Metadata(
        title="Quay shut",
        byline="Ingrid Solberg, AP",
        dateline="VELLAMO",
        agency="Associated Press",
        corrections=("Correction: The quay is in Vellamo.",),
    )
    assert told.paragraphs[-1].zone is ZoneKind.CORRECTION


def test_what_is_known_stays():
    known = article_from_text(ARTICLE.text, metadata=Metadata(byline="Tom Berg", dateline="HARSUND", agency="dpa"))
    told = with_credits(known).metadata
    assert (told.byline, told.dateline, told.agency) == ("Tom Berg", "HARSUND", "dpa")
