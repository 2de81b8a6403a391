"""The summary's sentences, with good grammar for none, one and many."""

from __future__ import annotations

from dataclasses import replace

from auditor.language.annotations import Annotations, Anonymity, FigureStatus, Identity, ReasonKind, RelayKind
from auditor.profile import profile_of
from tests.handmade import article, attribution, figure, quotation, relay, source, span, story_annotated

TEXT = "Gates shut\n\n" + "An official said it. The official said it. He said it. Reports said it. He said it. " * 3


def summary(**layers) -> str:
    made = article(TEXT)
    return profile_of(made, Annotations(**layers), ()).summary


def statements(*source_ids: str | None):
    made = article(TEXT)
    return tuple(attribution(made, f"a{index}", span(made, "He"), each) for index, each in enumerate(source_ids))


def official(**changes):
    return source("s1", "an official", Identity.UNNAMED_INDIVIDUAL, span(article(TEXT), "An official"), **changes)


def test_an_article_without_attributions():
    assert summary() == "The article attributes nothing to a source."


def test_one_statement():
    assert summary(attributions=statements("s1"), sources=(official(),)) == (
        "1 attributed statement: 1 rests on 1 unnamed person (“an official”). No reason for anonymity is given."
    )


def test_several_kinds_of_sources():
    report = source("s2", "reports", Identity.DOCUMENT_UNNAMED)
    assert summary(attributions=statements("s1", "s1", "s1", "s2", None), sources=(official(), report)) == (
        "5 attributed statements: 3 rest on 1 unnamed person (“an official”), "
        "1 rests on 1 unnamed document (“reports”) and 1 has no source. "
        "There is 1 independent source: “an official”. No reason for anonymity is given."
    )


def test_dependence_on_one_of_several_sources():
    mayor = source("s2", "Lena Ruud", Identity.NAMED_PERSON)
    text = summary(attributions=statements("s1", "s1", "s1", "s2"), sources=(official(), mayor))
    assert "One source, “an official”, carries 3 of 4 attributed statements." in text


def test_reasons_for_anonymity():
    told = Anonymity(ReasonKind.SPECIFIC)
    aide = replace(official(anonymity=told), id="s2", label="an aide")
    assert summary(attributions=statements("s2"), sources=(aide,)).endswith(" A reason for anonymity is given.")
    both = summary(attributions=statements("s1", "s2"), sources=(official(), aide))
    assert both.endswith(" A reason for anonymity is given for 1 of 2 unnamed sources.")
    all_told = summary(attributions=statements("s1", "s2"), sources=(official(anonymity=told), aide))
    assert all_told.endswith(" A reason for anonymity is given for all 2 unnamed sources.")


def test_quotations_figures_and_relays():
    made = article(TEXT)
    marks = [span(made, "An official said it."), span(made, "The official said it.")]
    text = summary(
        quotations=tuple(quotation(f"q{index}", mark) for index, mark in enumerate(marks)),
        figures=(
            figure("f1", marks[0], FigureStatus.HEDGED),
            figure("f2", marks[0], FigureStatus.UNNAMED_SOURCE),
            figure("f3", marks[1], FigureStatus.UNNAMED_SOURCE),
            figure("f4", marks[1], FigureStatus.PLAIN),
        ),
        relays=(
            relay("r1", span(made, "Reports"), RelayKind.OUTLET_INTERVIEW),
            relay("r2", span(made, "Reports"), RelayKind.OUTLET_INTERVIEW),
            relay("r3", marks[1], RelayKind.SOCIAL, outlet="Telegram"),
        ),
    )
    assert text == (
        "The article attributes nothing to a source. 2 quotations have no speaker. "
        "Of 4 figures, 1 is hedged and 2 rest on unnamed sources. "
        "Words were given to Reports. Words are taken from social media (Telegram)."
    )


def test_a_single_figure_and_quotation():
    story = story_annotated()
    text = profile_of(story.article, story.annotations, ()).summary
    assert "1 quotation has no speaker. The only figure rests on an unnamed source." in text


def test_unnamed_outlets_and_platforms_are_said_plainly():
    made = article("Gates shut\n\nThe Harbour Times said so. Local media said so. He tweeted.")
    found = Annotations(
        relays=(
            relay("r1", span(made, "The Harbour Times")),
            relay("r2", span(made, "Local media"), unnamed_outlet=True),
            relay("r3", span(made, "tweeted"), RelayKind.SOCIAL),
        )
    )
    assert profile_of(made, found, ()).summary == (
        "The article attributes nothing to a source. Information is taken from Harbour Times and local media. "
        "Words are taken from social media."
    )


def test_what_was_set_aside_is_said_last():
    made = article(TEXT)
    assert profile_of(made, Annotations(), (), set_aside=1).summary.endswith(
        " 1 reading too uncertain to count is set aside."
    )
    assert profile_of(made, Annotations(), (), set_aside=3).summary.endswith(
        " 3 readings too uncertain to count are set aside."
    )
