"""One finding, step by step."""

from __future__ import annotations

import dataclasses

import pytest

from auditor.errors import InputError
from auditor.findings import Evidence
from auditor.forms.explanation import explanation_text


def test_it_says_what_was_looked_at_what_held_and_what_would_clear_it(document):
    first = document.findings[0]
    reason = dataclasses.replace(
        first.reason, matched=(Evidence("source", first.span),), conditions=("Used as a source: yes.",)
    )
    finding = dataclasses.replace(first, reason=reason)
    text = explanation_text(dataclasses.replace(document, findings=(finding,)), "f1")
    assert text == (
        "ANON001  Unnamed source  (medium, line 2, column 21)  f1\n"
        "  “a town official”\n\n"
        "“a town official” is not named.\n\n"
        "Looked at:\n  - source: “a town official” (line 2, column 21)\n\n"
        "Held:\n  - Used as a source: yes.\n\n"
        "Severity:\n  - medium by the rule\n\n"
        "Certainty of the reading:\n  - firm\n\n"
        "Why the rule exists:\n  - Readers cannot weigh it.\n\n"
        "What would clear it:\n  - A name.\n\n"
        "Ask:\n  - Who is it?\n\n"
        "Policies:\n  - AP A1\n"
    )


@pytest.mark.parametrize(("fingerprint", "words"), [("zzz", "there is no finding"), ("f", "2 findings begin with")])
def test_an_unknown_or_ambiguous_fingerprint_says_what_to_do(document, fingerprint, words):
    with pytest.raises(InputError, match=words):
        explanation_text(document, fingerprint)


def test_words_of_the_article_cannot_command_the_terminal(document):
    finding = dataclasses.replace(document.findings[1], message="\x1b]0;owned\x07")
    assert "\x1b" not in explanation_text(dataclasses.replace(document, findings=(finding,)), "f2")
