"""The audit as Markdown, in which words of an article stay words."""

from __future__ import annotations

import dataclasses

import pytest
from markdown_it import MarkdownIt

from auditor.findings import Decision, DecisionState
from auditor.forms.markdown import markdown_text

HOSTILE = [
    "<script>alert(1)</script>",
    "[click](javascript:alert(1))",
    "![x](https://example.org/x.png)",
    "**bold** _it_ `code` ~~gone~~",
    "# heading",
    "1. item",
    "- item",
    "a | b | c",
    "https://example.org www.example.org",
    "&lt; $x$",
    "===",
]


def test_it_shows_summary_findings_signals_and_sources(document):
    assert markdown_text(document) == (
        "# Bridge Shut After Storm\n\n"
        "Ostvik Post · 18 words\n\n"
        "One statement.\n\n"
        "## Findings (2)\n\n"
        "- **medium · ANON001 · Unnamed source** (line 2, column 21)  \n"
        "  “a town official”  \n"
        "  “a town official” is not named.  \n"
        "  To clear it: A name.  \n"
        "  Policies: AP A1\n"
        "- **high · SRC001 · Single source**  \n"
        "  One source carries it all.  \n"
        "  To clear it: A name.\n\n"
        "## What the article does well\n\n"
        "- Named source: Lena Ruud speaks under her name.\n\n"
        "## Sources (1)\n\n"
        "| Source | What it is | Statements | Words quoted |\n"
        "| --- | --- | --- | --- |\n"
        "| a town official | unnamed-individual | 1 | 0 |\n"
    )


def test_an_article_that_was_not_audited_says_why(not_audited):
    assert markdown_text(not_audited).endswith("**Not audited:** The article is not in English.\n")


def test_decided_findings_stand_apart_with_their_reason(document):
    decision = Decision(DecisionState.FALSE_ALARM, "Moa Dahl", "He is named in the caption.", "2026-03-02")
    decided = dataclasses.replace(document.findings[0], decision=decision)
    text = markdown_text(dataclasses.replace(document, findings=(decided, document.findings[1])))
    assert "## Findings (1)" in text
    assert "## Decided (1)" in text
    assert "false alarm, Moa Dahl, 2026-03-02: He is named in the caption." in text


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_the_article_cannot_become_markup(document, words):
    markdown = MarkdownIt("gfm-like", {"linkify": False}).enable("table")
    finding = dataclasses.replace(document.findings[1], message=words, title=words)
    source = dataclasses.replace(document.sources[0], label=words)
    metadata = dataclasses.replace(document.article.metadata, title=words)
    changed = dataclasses.replace(
        document,
        article=dataclasses.replace(document.article, metadata=metadata),
        findings=(finding,),
        sources=(source,),
    )
    tokens = markdown.parse(markdown_text(changed))
    inline = [child for token in tokens for child in token.children or ()]
    assert not {"link_open", "image", "html_inline", "code_inline", "s_open"} & {child.type for child in inline}
    assert not [token for token in tokens if token.type == "html_block"]
    shown = ["".join(child.content for child in token.children or ()) for token in tokens]
    assert any(words in line for line in shown)
    assert sum(token.type == "td_open" for token in tokens) == 4


def test_findings_of_the_baseline_stand_apart(document):
    known = dataclasses.replace(document.findings[0], baseline=True)
    text = markdown_text(dataclasses.replace(document, findings=(known, document.findings[1])))
    assert "## Findings (1)" in text
    assert "## In the baseline (1)" in text
