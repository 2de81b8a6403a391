"""The audit as text: summary, findings with their place, the ledger."""

from __future__ import annotations

import dataclasses

from auditor.forms.terminal import terminal_text


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
