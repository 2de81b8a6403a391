"""What cannot be audited is refused with a reason; short and foreign-sounding English is not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.admission import MAX_CHARACTERS, MAX_WORDS, other_language, refusal
from auditor.reading.plain import article_from_text

ENGLISH = "The harbour gates were bent by the storm, an official said on Monday, and no ship could enter the basin. "
FRENCH = "Les portes du port ont été tordues par la tempête, a dit lundi un responsable, et aucun navire ne pouvait "
NAMES = "Muhammad al-Rashid met Qassem Haddad, Bashar Nasr and Hassan Karam in Tyre, Sidon, Tripoli, Zahle, Byblos "


def refused(text: str) -> str | None:
    return refusal(article_from_text(text))


@pytest.mark.parametrize("text", ["", "  \n\n\t"])
def test_an_empty_article_is_refused(text):
    assert refused(text) == "The article is empty."


def test_a_long_article_is_refused_with_the_limit():
    assert refused("word " * (MAX_WORDS + 1)) == "The article is too long: 100,001 words; the limit is 100,000."
    assert refused("x" * (MAX_CHARACTERS + 1)) == (
        "The article is too long: 1,000,001 characters; the limit is 1,000,000."
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (FRENCH * 3, "fr"),
        (
            "Die Tore des Hafens wurden vom Sturm verbogen, sagte ein Beamter am Montag. " * 2,
            "de",
        ),
        (
            "Ворота гавани погнуты бурей, сообщил в понедельник чиновник. " * 3,
            "ru",
        ),
        ("港口的大门被风暴弯曲了，一位官员周一表示，没有船只能够进入港池。" * 8, "zh"),
    ],
)
def test_another_language_is_refused_by_name(text, code):
    assert refused(text) == f"The article is not in English (it looks like language “{code}”)."


@pytest.mark.parametrize("text", [ENGLISH, ENGLISH * 50, NAMES + "and Beirut on Monday.", ENGLISH * 3 + FRENCH])
def test_english_is_audited(text):
    assert refused(text) is None


def test_a_short_text_is_never_refused_for_its_language():
    assert refused(" ".join(FRENCH.split()[:19])) is None


@given(st.text(max_size=400))
@settings(deadline=None)
def test_any_text_is_audited_or_refused(text):
    assert refused(text) is None or refused(text).endswith(".")
    assert other_language(text) != "en"
