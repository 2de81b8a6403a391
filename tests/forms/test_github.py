"""Workflow commands that GitHub shows at the flagged lines."""

from __future__ import annotations

import dataclasses

from auditor.findings import Decision, DecisionState
from auditor.forms.github import github_text


def test_each_finding_is_a_command_at_its_place(document):
    first, second = github_text(document, place="desk/bridge.txt")
    assert first == (
        "::warning file=desk/bridge.txt,line=2,endLine=2,col=21,endColumn=36,title=ANON001 Unnamed source::"
        "“a town official” is not named.%0ATo clear it: A name.\n"
    )
    assert second.startswith("::error file=desk/bridge.txt,title=SRC001 Single source::")


def test_words_cannot_begin_another_command(document):
    finding = dataclasses.replace(document.findings[1], message="x\n::error::owned\r%0A::stop", title="a,b:c\n")
    (line,) = github_text(dataclasses.replace(document, findings=(finding,)), place="a:b,\n.txt")
    assert line.count("\n") == 1
    assert "file=a%3Ab%2C%0A.txt," in line
    assert "%0A::error::owned" in line
    assert "%250A::stop" in line


def test_decided_findings_are_quiet(document):
    decision = Decision(DecisionState.ACCEPTED, "Moa Dahl", "On record.", "2026-03-02")
    findings = tuple(dataclasses.replace(finding, decision=decision) for finding in document.findings)
    assert list(github_text(dataclasses.replace(document, findings=findings), place="a.txt")) == []


def test_findings_of_the_baseline_are_quiet(document):
    findings = tuple(dataclasses.replace(finding, baseline=True) for finding in document.findings)
    assert list(github_text(dataclasses.replace(document, findings=findings), place="a.txt")) == []


def test_an_article_that_was_not_audited_is_a_warning(not_audited):
    assert list(github_text(not_audited, place="a.txt")) == [
        "::warning file=a.txt::not audited: The article is not in English.\n"
    ]
