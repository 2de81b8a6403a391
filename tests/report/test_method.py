import dataclasses

from report.factory import invented_document, settled_document

from auditor.findings import Severity
from auditor.report.cards import finding_cards
from auditor.report.lookup import make_lookup
from auditor.report.method import accuracy_of, measured, method_of
from auditor.rules.model import Over, Rule, RuleKind, Scope

DATA = {
    "tool": {
        "name": "auditor", "version": "0.1.0", "model": "en_example", "model_version": "3.8.0", "tagger_version": "1",
        "rules_hash": "9f2c4e61d0b7a85c3e",
    },
    "numbers": {"dev-read anonymous F1": 0.7802, "dev-unread anonymous F1": 0.694, "attributions joint F1": 0.7671},
}  # fmt: skip


def made(document, rules=()):
    return method_of(document, finding_cards(make_lookup(document)), rules, "auditor report a.txt")


def rule(code):
    return Rule(
        code, f"Title of {code}", RuleKind.FINDING, Scope.SPAN, Over.SOURCES, "source", (), (), Severity.LOW, (), (),
        (), "", "Because.", "", "", (), "", (),
    )  # fmt: skip


def test_rules_that_gave_something_are_counted():
    rules = made(invented_document()).rules
    assert [(rule.code, rule.count) for rule in rules][:2] == [("ANON004", 1), ("FIG001", 1)]
    assert [rule.code for rule in rules if rule.signal] == ["POS005"]


def test_every_rule_that_was_applied_is_listed_when_they_are_given():
    method = made(invented_document(), [rule("ANON004"), rule("ZZZ001")])
    assert [(rule.code, rule.count, rule.why) for rule in method.silent] == [("ZZZ001", 0, "Because.")]
    assert "ANON004" in {rule.code for rule in method.rules}


def test_the_settings_that_changed_the_audit_are_stated():
    facts = {fact.term: fact.text for fact in made(settled_document()).facts}
    assert facts["Policies chosen"] == "desk"
    assert facts["Readings counted"] == "firm ones only"


def test_measured_numbers_are_laid_out_by_part():
    accuracy = accuracy_of(DATA, invented_document())
    assert [(score.name, score.values) for score in accuracy.flags] == [
        ("Words from people it never names", ("0.78", "0.69"))
    ]
    assert [score.values for score in accuracy.attributions] == [("0.77",)]
    assert accuracy.same


def test_another_rule_set_is_said_to_be_another():
    document = invented_document()
    other = dataclasses.replace(document, tool=dataclasses.replace(document.tool, rules_hash="0"))
    assert not accuracy_of(DATA, other).same


def test_without_measured_numbers_nothing_is_claimed():
    assert accuracy_of({}, invented_document()) is None


def test_the_numbers_that_ship_are_whole():
    accuracy = accuracy_of(measured(), invented_document())
    assert len(accuracy.flags) == 4
    assert len(accuracy.attributions) == 5
    assert not [score for score in (*accuracy.flags, *accuracy.attributions) if "not measured" in score.values]
