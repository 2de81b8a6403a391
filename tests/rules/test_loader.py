"""Rule files are read whole or refused with every problem named: what, where, and how to put it right."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.errors import InputError, RuleFileError
from auditor.findings import Severity
from auditor.rules.loader import load_rules, rules_from_text
from auditor.rules.model import AnyOf, Comparison, ExampleKind, FieldTest, Named, Over, Rule, Scope

RULE = """\
- code: HOUSE001
  title: Short quotation
  scope: span
  over: quotations
  when:
    - words: at most 3
    - any:
        - nested: false
        - in_headline
  severity: low
  message: "{quotation} is short."
  why: Fragments mislead.
  clear: Quote the sentence.
  ask: What was the sentence?
  policies: [House 1]
  flags:
    fragment: "He called it [[“total panic”]]."
  passes:
    sentence: "“It was total panic on the quay,” he said."
"""


def problems(text: str) -> list[tuple[str, str, str]]:
    with pytest.raises(RuleFileError) as caught:
        rules_from_text(text, file="house.yaml")
    return [(problem.where, problem.what, problem.fix) for problem in caught.value.problems]


def test_a_rule_is_read_as_written():
    (rule,) = rules_from_text(RULE, file="house.yaml")
    assert (rule.code, rule.title, rule.scope, rule.over) == (
        "HOUSE001",
        "Short quotation",
        Scope.SPAN,
        Over.QUOTATIONS,
    )
    assert rule.severity is Severity.LOW
    assert rule.mark == "quotation"
    assert rule.policies == ("House 1",)
    assert rule.where == "house.yaml:1"
    assert rule.when == (
        FieldTest("words", Comparison.AT_MOST, (3.0,)),
        AnyOf((FieldTest("nested", Comparison.IS, (False,)), Named("in_headline"))),
    )
    flag, passing = rule.examples
    assert (flag.kind, flag.text, flag.marks) == (ExampleKind.FLAGS, "He called it “total panic”.", ((13, 26),))
    assert (passing.kind, passing.flags, passing.marks) == (ExampleKind.PASSES, False, ())


def test_an_unknown_severity_names_the_place_and_the_way_out():
    assert problems(RULE.replace("severity: low", "severity: meduim")) == [
        (
            "house.yaml:10:13",
            "severity 'meduim' is not known",
            "Use info, low, medium or high (did you mean 'medium'?).",
        )
    ]


def test_the_error_prints_as_one_line_a_problem():
    with pytest.raises(RuleFileError) as caught:
        rules_from_text(RULE.replace("severity: low", "severity: meduim"), file="house.yaml")
    assert str(caught.value) == (
        "house.yaml:10:13: severity 'meduim' is not known. Use info, low, medium or high (did you mean 'medium'?)."
    )


def test_an_unknown_key_is_an_error():
    ((where, what, fix),) = problems(RULE.replace("  ask:", "  question:").replace("HOUSE001", "HOUSE002"))[:1]
    assert (where, what) == ("house.yaml:14:3", "a rule has no key 'question'")
    assert fix.startswith("Use code, title, scope, over,")


def test_a_missing_key_is_an_error():
    assert problems(RULE.replace("  why: Fragments mislead.\n", "")) == [
        ("house.yaml:1:3", "rule 'HOUSE001' has no 'why'", "Add a line 'why: …'.")
    ]


def test_an_unknown_condition_is_an_error():
    ((place, what, fix),) = problems(RULE.replace("in_headline", "in_headlines"))
    assert (place, what) == ("house.yaml:9:11", "condition 'in_headlines' is not known")
    assert fix.startswith("Use ") and fix.endswith("(did you mean 'in_headline'?).")


def test_a_condition_about_something_else_is_an_error():
    (problem,) = problems(RULE.replace("- in_headline", "- counts_casualties"))
    assert problem[:2] == ("house.yaml:9:11", "condition 'counts_casualties' is about figures, not quotations")


def test_an_unknown_field_is_an_error():
    ((where, what, fix),) = problems(RULE.replace("nested: false", "nestd: false"))
    assert (where, what) == ("house.yaml:8:11", "quotations have no field 'nestd'")
    assert "(did you mean 'nested'?)" in fix


@pytest.mark.parametrize(
    ("test", "what", "fix"),
    [
        ("words: many", "'words' is 'many', not a number", "Write a number, or for example 'at least 4'"),
        ("nested: perhaps", "'nested' is 'perhaps'", "Use true or false."),
        ("kind: speach", "'kind' cannot be 'speach'", "Use speech or scare (did you mean 'speech'?)."),
        ("attribution_id: missing", "'attribution_id' is 'missing'", "Use present or absent."),
        ("words:", "'words' has no value", "Write a value after 'words:'."),
    ],
)
def test_an_unfitting_value_is_an_error(test, what, fix):
    ((where, found, remedy),) = problems(RULE.replace("nested: false", test))
    assert where.startswith("house.yaml:8:")
    assert found == what
    assert remedy.startswith(fix)


def test_an_unknown_placeholder_is_an_error():
    (problem,) = problems(RULE.replace("{quotation}", "{qoutation}"))
    assert problem == (
        "house.yaml:11:12",
        "the message has no word for '{qoutation}'",
        "Use quotation, words, alterations or label (did you mean 'quotation'?).",
    )


def test_a_scope_that_does_not_fit_is_an_error():
    assert problems(RULE.replace("scope: span", "scope: source")) == [
        ("house.yaml:3:10", "the scope of quotations is not 'source'", "Use span.")
    ]


def test_a_bad_code_is_an_error():
    assert problems(RULE.replace("HOUSE001", "house-1")) == [
        ("house.yaml:1:9", "'house-1' is not a rule code", "Use capital letters and three digits, such as HOUSE001.")
    ]


def test_a_part_that_cannot_be_marked_is_an_error():
    (problem,) = problems(RULE.replace("  when:", "  mark: cue\n  when:"))
    assert problem == ("house.yaml:5:9", "quotations have no part 'cue'", "Use quotation, insertion or ellipsis.")


def test_a_flagged_sentence_without_marks_is_an_error():
    assert problems(RULE.replace("[[", "").replace("]]", "")) == [
        (
            "house.yaml:17:15",
            "example 'fragment' marks no words",
            "Put [[ ]] around the words that must be flagged.",
        )
    ]


def test_a_passing_sentence_with_marks_is_an_error():
    ((where, what, _),) = problems(RULE.replace("“It was", "[[“It]] was"))
    assert (where, what) == ("house.yaml:19:15", "example 'sentence' passes but marks words")


def test_marks_that_do_not_pair_up_are_an_error():
    ((where, what, fix),) = problems(RULE.replace("panic”]]", "panic”"))
    assert (where, what, fix) == (
        "house.yaml:17:15",
        "the [[ ]] of example 'fragment' do not pair up",
        "Close each [[ with ]].",
    )


def test_all_problems_of_a_file_are_told_at_once():
    broken = RULE.replace("severity: low", "severity: grave").replace("nested", "nestd").replace("title:", "titel:")
    assert [where for where, _, _ in problems(broken)] == [
        "house.yaml:2:3",
        "house.yaml:1:3",
        "house.yaml:8:11",
        "house.yaml:10:13",
    ]


def test_a_code_given_twice_is_an_error():
    ((where, what, fix),) = problems(RULE + RULE)
    assert (where, what) == ("house.yaml:20", "the code HOUSE001 is taken by house.yaml:1")
    assert fix == "Choose another code; codes are never reused."


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n"])
def test_a_file_without_rules_is_an_error(text):
    assert problems(text) == [
        ("house.yaml", "the file holds no rule", "Write a list of rules, each beginning with '- code:'.")
    ]


def test_a_signal_needs_no_severity():
    signal = RULE.replace("severity: low", "kind: signal").replace("  clear: Quote the sentence.\n", "")
    (rule,) = rules_from_text(signal)
    assert rule.kind == "signal"


def test_extra_rules_are_loaded_from_files_and_folders(tmp_path: Path):
    (tmp_path / "a.yaml").write_text(RULE, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(RULE.replace("HOUSE001", "HOUSE002"), encoding="utf-8")
    assert [rule.code for rule in load_rules(tmp_path, builtin=False)] == ["HOUSE001", "HOUSE002"]
    assert [rule.code for rule in load_rules(tmp_path / "b.yaml", builtin=False)] == ["HOUSE002"]
    assert len(load_rules(tmp_path)) == len(load_rules()) + 2


def test_problems_of_several_files_are_told_together(tmp_path: Path):
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(RULE.replace("low", "lo"), encoding="utf-8")
    with pytest.raises(RuleFileError) as caught:
        load_rules(tmp_path, builtin=False)
    assert [problem.where for problem in caught.value.problems] == [
        f"{tmp_path / 'a.yaml'}:10:13",
        f"{tmp_path / 'b.yaml'}:10:13",
    ]


def test_a_missing_file_is_an_input_error(tmp_path: Path):
    with pytest.raises(InputError) as caught:
        load_rules(tmp_path / "none.yaml", builtin=False)
    assert caught.value.where == str(tmp_path / "none.yaml")


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path):
    path = tmp_path / "latin.yaml"
    path.write_bytes("- code: HÄUS".encode("latin-1"))
    with pytest.raises(RuleFileError) as caught:
        load_rules(path, builtin=False)
    assert str(caught.value) == f"{path}: the file is not UTF-8. Save it in UTF-8."


def rules_or_problems(text: str) -> None:
    try:
        rules = rules_from_text(text, file="any.yaml")
    except RuleFileError as error:
        assert error.problems
        assert all(problem.what and problem.fix for problem in error.problems)
    else:
        assert all(isinstance(rule, Rule) for rule in rules)


@given(st.text())
@settings(max_examples=300, deadline=None)
def test_any_text_gives_rules_or_a_rule_file_error(text):
    rules_or_problems(text)


PIECES = st.sampled_from(
    [
        *RULE.splitlines(keepends=True),
        "- ",
        "[",
        "]",
        "{",
        "}",
        "&a ",
        "*a",
        "!!python/name:os.system ",
        ": ",
        "\t",
        "|\n",
    ]
)


@given(st.lists(PIECES, max_size=30))
@settings(max_examples=300, deadline=None)
def test_any_shuffled_rule_file_gives_rules_or_a_rule_file_error(pieces):
    rules_or_problems("".join(pieces))


@given(st.integers(0, len(RULE)), st.text(max_size=4))
@settings(max_examples=300, deadline=None)
def test_any_edit_of_a_rule_file_gives_rules_or_a_rule_file_error(place, inserted):
    rules_or_problems(RULE[:place] + inserted + RULE[place:])
