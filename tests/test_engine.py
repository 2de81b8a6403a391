"""Rules over annotations made by hand: what is found, in which order, and every part of its reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.engine import apply_rules
from auditor.findings import Severity
from auditor.language.annotations import Anonymity, Certainty, FigureStatus, Identity, Name, ReasonKind, Spelling
from auditor.rules.loader import load_rules
from tests.handmade import annotated, article, attribution, figure, quotation, source, span, story_annotated

RULES = load_rules()


def rules(*codes: str):
    return [rule for rule in RULES if rule.code in codes]


# What the story below was written for; rules that come later must not change what these tests say.
CORE = rules("ANON001", "ANON002", "ANON004", "FIG001", "FIG002", "FIG003", "QUO001", "REL001", "POS011")


def found(results) -> list[tuple[str, str | None, str]]:
    return [(f.rule, f.span.text if f.span else None, str(f.severity)) for f in results.findings]


def test_findings_come_in_the_order_of_the_text():
    assert found(apply_rules(CORE, story_annotated())) == [
        ("ANON001", "An official", "low"),
        ("ANON004", "An official", "medium"),
        ("ANON001", "The official", "low"),
        ("FIG003", "14 ships", "high"),
        ("QUO001", "“Nobody here expects to be paid this year.”", "medium"),
        ("REL001", "Radio Nord", "medium"),
    ]


def test_signals_stand_beside_findings():
    results = apply_rules(CORE, story_annotated())
    assert [(signal.rule, signal.span.text) for signal in results.signals] == [("POS011", "The mayor, Lena Ruud")]
    assert results.signals[0].message == "“Lena Ruud” is named and introduced (mayor)."


def test_every_part_of_a_reason_is_there():
    finding = apply_rules(rules("FIG003"), story_annotated()).findings[0]
    assert finding.message == "“14 ships” rests on “An official”, which the article does not identify."
    assert [(part.role, part.span.text) for part in finding.reason.matched] == [
        ("figure", "14 ships"),
        ("source", "The official"),
        ("cue", "said"),
    ]
    assert finding.reason.conditions == (
        "What the figure rests on: unnamed source.",
        "Not so: The same number is given by a named source or a record at another place.",
    )
    assert finding.reason.notes == ("“An official” is unnamed-individual.",)
    assert finding.reason.severity_default is Severity.MEDIUM
    assert finding.reason.severity_steps == (
        "raised by one step: the words stand in the headline or among the first three paragraphs",
    )
    assert finding.reason.why and finding.reason.clear and finding.reason.ask
    assert finding.policies == ("AP T1", "BBC T1", "Reuters T2")
    assert finding.annotation_id == "f1"


def test_no_finding_lacks_a_part_of_its_reason():
    findings = apply_rules(CORE, story_annotated()).findings
    assert len(findings) == 6
    for finding in findings:
        assert finding.message and finding.title and finding.policies
        assert finding.reason.matched and finding.reason.conditions
        assert finding.reason.why and finding.reason.clear and finding.reason.ask


def test_auditing_twice_or_with_rules_in_another_order_gives_the_same():
    story = story_annotated()
    assert apply_rules(RULES, story) == apply_rules(RULES, story)
    assert apply_rules(tuple(reversed(RULES)), story) == apply_rules(RULES, story)


def test_a_finding_about_a_source_lists_its_other_mentions():
    (finding,) = apply_rules(rules("ANON004"), story_annotated()).findings
    assert finding.span.text == "An official"
    assert [place.text for place in finding.places] == ["The official"]
    assert finding.message == "The article gives no reason for not naming “An official” (2 attributed statements)."


def test_two_statements_after_the_same_words_are_one_finding():
    made = article("The official said so, and warned of more.")
    words = span(made, "The official")
    one = attribution(made, "a1", words, "s1", cue=(span(made, "said"),))
    two = attribution(made, "a2", words, "s1", cue=(span(made, "warned"),))
    official = source("s1", "The official", Identity.UNNAMED_INDIVIDUAL, words)
    (finding,) = apply_rules(rules("ANON001"), annotated(made, attributions=(one, two), sources=(official,))).findings
    assert [part.span.text for part in finding.reason.matched] == ["The official", "said", "warned"]
    assert finding.annotation_id == "a1"


def sources_say(**changes):
    made = article("Sources say the merger is dead.")
    words = span(made, "Sources")
    people = source("s1", "Sources", Identity.UNNAMED_GROUP, words, **changes)
    return annotated(made, attributions=(attribution(made, "a1", words, "s1"),), sources=(people,))


def test_the_most_specific_rule_shows_and_names_the_others():
    results = apply_rules(rules("ANON001", "ANON002"), sources_say())
    assert [(finding.rule, finding.also) for finding in results.findings] == [("ANON002", ("ANON001",))]


def test_a_less_specific_rule_shows_where_the_other_is_not_applied():
    assert [finding.rule for finding in apply_rules(rules("ANON001"), sources_say()).findings] == ["ANON001"]


def test_a_hedged_figure_of_an_unnamed_source_shows_as_resting_on_it():
    story = story_annotated()
    hedge = span(story.article, "turned back")
    (known,) = story.annotations.figures
    hedged = replace(known, status=FigureStatus.HEDGED, hedge=hedge, hedge_kind="report")
    changed = replace(story, annotations=replace(story.annotations, figures=(hedged,)))
    results = apply_rules(rules("FIG001", "FIG002", "FIG003"), changed)
    assert [(finding.rule, finding.also) for finding in results.findings] == [("FIG003", ("FIG001",))]
    assert results.findings[0].reason.notes[-1] == (
        "Hedged figure: “14 ships” is hedged by “turned back”: the article does not stand behind it."
    )


def test_disclosure_lowers_by_one_step_and_says_so():
    made = article("A headline\n\nSources say the merger is dead because it is.")
    reason, basis = span(made, "because it is"), span(made, "say")
    results = apply_rules(
        rules("ANON002"),
        annotated(
            made,
            attributions=(attribution(made, "a1", span(made, "Sources"), "s1"),),
            sources=(
                source(
                    "s1",
                    "Sources",
                    Identity.UNNAMED_GROUP,
                    span(made, "Sources"),
                    anonymity=Anonymity(ReasonKind.SPECIFIC, reason_span=reason, basis=None),
                ),
            ),
        ),
    )
    assert [str(finding.severity) for finding in results.findings] == ["high"]
    both = Anonymity(ReasonKind.SPECIFIC, reason_span=reason, basis=basis)
    story = story_annotated()
    official, mayor = story.annotations.sources
    told = replace(story.annotations, sources=(replace(official, anonymity=both), mayor))
    (finding,) = apply_rules(rules("FIG003"), replace(story, annotations=told)).findings
    assert finding.severity is Severity.MEDIUM
    assert finding.reason.severity_steps == (
        "raised by one step: the words stand in the headline or among the first three paragraphs",
        "lowered by one step: the article says both why the source is not named and how the source knows",
    )


def test_what_is_no_sourcing_gives_no_finding():
    made = article("The official hoped for rain.")
    words = span(made, "The official")
    hope = attribution(made, "a1", words, "s1", sourcing=False, not_sourcing_because="a hope")
    official = source("s1", "The official", Identity.UNNAMED_INDIVIDUAL, words)
    results = apply_rules(RULES, annotated(made, attributions=(hope,), sources=(official,)))
    assert results.findings == ()


def test_an_article_level_finding_has_no_span_but_places():
    made = article("Harrujah fell. Harrouja stood.")
    places = span(made, "Harrujah"), span(made, "Harrouja")
    name = Name("n1", tuple(Spelling(place.text, (place,)) for place in places), Certainty.FIRM)
    (finding,) = apply_rules(RULES, annotated(made, names=(name,))).findings
    assert (finding.rule, finding.span, finding.places) == ("NAM001", None, places)
    assert finding.message.startswith(
        "One name is probably written in several ways: “Harrujah” (1) and “Harrouja” (1)."
    )


def long_story():
    text = "Gates shut\n\nAn official said the gates were bent. " + "The water rose all night long. " * 30
    made = article(text)
    words = span(made, "An official")
    one = source("s1", "An official", Identity.UNNAMED_INDIVIDUAL, words)
    statements = tuple(attribution(made, f"a{number}", words, "s1") for number in (1, 2, 3))
    return annotated(made, attributions=statements, sources=(one,))


def test_a_story_on_one_unnamed_source_is_high():
    (finding,) = apply_rules(rules("SRC001"), long_story()).findings
    assert (finding.span, finding.severity) == (None, Severity.HIGH)
    assert finding.message == (
        "Everything attributed in this article rests on one source: “An official” (3 attributed statements)."
    )
    assert finding.reason.severity_steps == ("raised by one step: the only source is not named",)


@pytest.mark.parametrize("words", [3, 4])
def test_a_quotation_without_speaker_needs_four_words(words):
    made = article("“" + " ".join(["word"] * words) + ".” Work went on.")
    mark = quotation("q1", span(made, made.text[:-14]))
    assert mark.words == words
    assert len(apply_rules(rules("QUO001"), annotated(made, quotations=(mark,))).findings) == (words == 4)


def test_a_statement_without_source_words_marks_its_first_part():
    made = article("“It fell,” the official said. It was loud.")
    words = span(made, "the official")
    content = span(made, "It was loud")
    implied = attribution(made, "a1", None, "s1", content=(content,))
    official = source("s1", "the official", Identity.UNNAMED_INDIVIDUAL, words)
    results = apply_rules(rules("ANON001"), annotated(made, attributions=(implied,), sources=(official,)))
    assert [finding.span for finding in results.findings] == [content]


def test_many_annotations_take_no_longer_each():
    """Twenty times the figures must not take a hundred times as long: counted in condition calls, not seconds."""
    made = article("Ten. " * 2_000)
    figures = tuple(
        figure(f"f{index}", made.span(index * 5, index * 5 + 3), FigureStatus.UNNAMED_SOURCE) for index in range(2_000)
    )
    results = apply_rules(rules("FIG003"), annotated(made, figures=figures))
    assert len(results.findings) == 2_000
    assert len({finding.fingerprint for finding in results.findings}) == 2_000
