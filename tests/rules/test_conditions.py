"""The named conditions, each on annotations made by hand."""

from __future__ import annotations

import ast
from importlib import resources
from pathlib import Path

import pytest

from auditor.language.annotations import Alteration, AlterationKind, Anonymity, FigureStatus, Identity, ReasonKind
from auditor.rules.conditions import CONDITIONS
from auditor.rules.conditions.article import rests_on_one_source, the_only_source_is_unnamed
from auditor.rules.conditions.figure import counts_casualties
from auditor.rules.conditions.place import in_headline, in_headline_or_lead
from auditor.rules.conditions.quotation import altered_twice_in_thirty_words, insertion_adds_more_than_a_name
from auditor.rules.conditions.source import is_the_only_source, label_says_nothing, reason_and_basis_stated
from auditor.rules.context import context_of
from auditor.rules.loader import load_rules
from tests.handmade import article, attribution, figure, quotation, source, span, story_annotated


@pytest.fixture
def story():
    return story_annotated()


@pytest.fixture
def context(story):
    return context_of(story.article, story.annotations)


def holds(check, subject, text="A story."):
    made = article(text)
    from auditor.language.annotations import Annotations

    return check(subject, context_of(made, Annotations()))


@pytest.mark.parametrize(
    ("label", "bare"),
    [
        ("sources", True),
        ("A well-placed source", True),
        ("two people", True),
        ("several", False),
        ("those in the know", True),
        ("court sources", False),
        ("a source close to the player", False),
        ("an official", False),
        ("", False),
    ],
)
def test_a_label_is_bare_when_it_describes_nobody(label, bare):
    made = source("s1", label, Identity.UNNAMED_GROUP)
    assert holds(label_says_nothing, made) is bare


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Five people said so.", True),
        ("Five people who work on the quay said so.", False),
        ("Five people with knowledge of the plan said so.", False),
        ("Five people, who asked not to be named, said so.", True),
    ],
)
def test_a_clause_after_the_label_describes_it(text, bare):
    made = source("s1", "Five people", Identity.UNNAMED_GROUP, span(article(text), "Five people"))
    assert holds(label_says_nothing, made, text) is bare


def test_an_affiliation_or_a_basis_describes_a_source(story):
    basis = Anonymity(basis=span(story.article, "said"))
    assert holds(label_says_nothing, source("s1", "sources", Identity.UNNAMED_GROUP, affiliation="the bank")) is False
    assert holds(label_says_nothing, source("s1", "sources", Identity.UNNAMED_GROUP, anonymity=basis)) is False


def test_zones_are_those_of_the_paragraphs(story, context):
    headline = figure("f", span(story.article, "gates"), FigureStatus.PLAIN)
    lead = figure("f", span(story.article, "14 ships"), FigureStatus.PLAIN)
    assert (in_headline(headline, context), in_headline(lead, context)) == (True, False)
    assert (in_headline_or_lead(headline, context), in_headline_or_lead(lead, context)) == (True, True)


@pytest.mark.parametrize(
    ("text", "words", "counted"),
    [
        ("The blast killed 37 people.", "37 people", True),
        ("Reports put the dead at 90.", "90", True),
        ("Some 60 were wounded.", "60", True),
        ("The council spent 37 crowns.", "37 crowns", False),
        ("Two died. The fine was 900 crowns.", "900 crowns", False),
    ],
)
def test_casualties_are_told_from_other_figures(text, words, counted):
    made = article(text)
    subject = figure("f", span(made, words), FigureStatus.HEDGED)
    assert holds(counts_casualties, subject, text) is counted


def altered(text: str, *parts: str):
    made = article(text)
    kinds = {True: AlterationKind.INSERTION, False: AlterationKind.ELLIPSIS}
    changes = tuple(Alteration(kinds[part.startswith("[")], span(made, part)) for part in parts)
    return quotation("q", span(made, text), alterations=changes)


@pytest.mark.parametrize(
    ("text", "part", "adds"),
    [
        ("“He [Ek] never paid.”", "[Ek]", False),
        ("“He [Mr. Jo Ek] never paid.”", "[Mr. Jo Ek]", False),
        ("“We woz [sic] robbed.”", "[sic]", False),
        ("“They took [his] money.”", "[his]", False),
        ("“It was [not] a gift.”", "[not]", True),
        ("“the great [in his view] plan”", "[in his view]", True),
        ("“They paid [most of] us.”", "[most of]", True),
    ],
)
def test_an_insertion_adds_more_than_a_name(text, part, adds):
    found = holds(insertion_adds_more_than_a_name, altered(text, part), text)
    assert [evidence.span.text for evidence in found] == ([part] if adds else [])


def test_two_alterations_close_together_are_many():
    text = "“It was [not] a … gift.”"
    assert holds(altered_twice_in_thirty_words, altered(text, "[not]", "…"), text) is True
    assert holds(altered_twice_in_thirty_words, altered(text, "[not]"), text) is False


def test_reason_and_basis_must_both_be_stated(story):
    said = span(story.article, "said")
    both = Anonymity(ReasonKind.SPECIFIC, reason_span=said, basis=said)
    for disclosed, expected in ((both, ["reason", "basis"]), (Anonymity(basis=said), [])):
        found = holds(reason_and_basis_stated, source("s", "a", Identity.UNNAMED_INDIVIDUAL, anonymity=disclosed))
        assert [evidence.role for evidence in found or ()] == expected


def test_one_source_alone_is_seen_with_its_mentions():
    made = article("An official said so. The official said more.")
    first, second = span(made, "An official"), span(made, "The official")
    from auditor.language.annotations import Annotations

    only = source("s1", "An official", Identity.UNNAMED_INDIVIDUAL, first, second)
    context = context_of(made, Annotations(attributions=(attribution(made, "a", first, "s1"),), sources=(only,)))
    assert [evidence.span for evidence in rests_on_one_source(made, context)] == [first, second]
    assert the_only_source_is_unnamed(made, context) is True
    assert is_the_only_source(only, context) is True


def test_two_sources_are_not_one(story, context):
    assert rests_on_one_source(story.article, context) is False
    assert is_the_only_source(story.annotations.sources[0], context) is False
    assert the_only_source_is_unnamed(story.article, context) is False


def test_every_condition_says_in_words_what_is_so():
    assert len(CONDITIONS) >= 10
    for condition in CONDITIONS.values():
        assert condition.words[0].isupper() and condition.words.endswith(".")
        assert condition.over


def test_every_condition_is_used_by_a_rule():
    used = repr([(rule.when, rule.unless, rule.raised_by, rule.lowered_by) for rule in load_rules()])
    assert [name for name in CONDITIONS if f"'{name}'" not in used] == []


def test_no_rule_code_stands_in_the_programs_code():
    codes = {rule.code for rule in load_rules()}
    package = Path(str(resources.files("auditor")))
    literals = {
        (path.name, node.value)
        for path in package.rglob("*.py")
        if path.parts[-2] != "cli"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert [(name, text) for name, text in literals if codes & {text}] == []
