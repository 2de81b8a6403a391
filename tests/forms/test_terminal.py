"""The audit as text: summary, findings with their place, the ledger."""

from __future__ import annotations

import dataclasses

from auditor.findings import Decision, DecisionState
from auditor.forms.terminal import terminal_text
from auditor.policies.outcome import Outcome, PolicyView, Requirement


def test_it_shows_summary_findings_signals_and_sources(document):
    assert terminal_text(document) == (
        "Bridge Shut After Storm\n"
        "Ostvik Post · desk/bridge · 18 words\n"
        "\n"
        "One statement.\n"
        "\n"
        "Findings (2)\n"
        "  2:21     medium ANON001  Unnamed source\n"
        "           “a town official”\n"
        "           “a town official” is not named.\n"
        "  article  high   SRC001  Single source\n"
        "           One source carries it all.\n"
        "\n"
        "What the article does well\n"
        "  + Named source: Lena Ruud speaks under her name.\n"
        "\n"
        "Sources (1)\n"
        "  a town official: unnamed-individual, 1 attribution, 0 words quoted, no reason for\n"
        "    anonymity\n"
    )


def test_an_article_that_was_not_audited_says_why(not_audited):
    assert terminal_text(not_audited).endswith("\nNot audited: The article is not in English.\n")


def test_nothing_found_is_said(document):
    text = terminal_text(dataclasses.replace(document, findings=(), sources=(), signals=()))
    assert "No findings" in text
    assert "No sources" in text


def test_decided_findings_and_those_of_the_baseline_stand_apart(document):
    first, second = document.findings
    decision = Decision(DecisionState.FALSE_ALARM, "Ana Reyes", "A ship's name.", "2026-03-01", "2026-09-01")
    findings = (dataclasses.replace(first, decision=decision), dataclasses.replace(second, baseline=True))
    text = terminal_text(dataclasses.replace(document, findings=findings))
    assert "No open findings" in text
    assert (
        "Decided (1)\n"
        "  2:21     medium ANON001  Unnamed source\n"
        "           “a town official”\n"
        "           “a town official” is not named.\n"
        "           → false alarm by Ana Reyes on 2026-03-01, until 2026-09-01: A ship's name.\n"
    ) in text
    assert "In the baseline (1)\n  article  high" in text


def test_open_findings_are_counted_alone(document):
    findings = (document.findings[0], dataclasses.replace(document.findings[1], baseline=True))
    assert "Open findings (1)" in terminal_text(dataclasses.replace(document, findings=findings))


def test_notices_stand_before_the_findings(document):
    text = terminal_text(dataclasses.replace(document, notices=("decisions.yaml:1: nothing.",)))
    assert text.index("Notices\n  ! decisions.yaml:1: nothing.") < text.index("Findings (2)")


def test_policies_show_each_requirement_with_its_outcome(document):
    lines = (
        Requirement("BBC A1", "More than one source.", Outcome.NOT_MET),
        Requirement("BBC A4b", "A senior editor knows.", Outcome.NOT_VISIBLE),
    )
    view = PolicyView("bbc", "Editorial Guidelines", "BBC", "https://example.org", "", lines)
    assert (
        "BBC: Editorial Guidelines\n"
        "  1 not met, 1 cannot be seen in a text\n"
        "  not met: BBC A1 More than one source.\n"
        "  cannot be seen in a text: BBC A4b A senior editor knows.\n"
    ) in terminal_text(dataclasses.replace(document, policies=(view,)))


def test_without_the_text_places_are_characters(document):
    assert "character 44" in terminal_text(dataclasses.replace(document, text=None))


def test_colours_only_when_asked_for(document):
    assert "\x1b" not in terminal_text(document)
    assert "\x1b[31;1mhigh" in terminal_text(document, colour=True)


def test_words_of_the_article_cannot_command_the_terminal(document):
    hostile = "\x1b]0;owned\x07\x9b2J\r\u202e"
    finding = dataclasses.replace(document.findings[0], message=hostile, title=hostile)
    source = dataclasses.replace(document.sources[0], label=hostile)
    metadata = dataclasses.replace(document.article.metadata, title=hostile, byline=hostile)
    article = dataclasses.replace(document.article, metadata=metadata, id=hostile)
    text = terminal_text(dataclasses.replace(document, article=article, findings=(finding,), sources=(source,)))
    assert not set(text) & set("\x1b\x07\x9b\r\u202e")


def test_lines_keep_the_width(document):
    finding = dataclasses.replace(document.findings[0], message="a long message " * 40)
    text = terminal_text(dataclasses.replace(document, findings=(finding,)), width=60)
    assert max(len(line) for line in text.splitlines()) <= 60
