"""Requirements of a policy file, read one by one."""

from __future__ import annotations

from auditor.policies.lines import read_lines
from auditor.policies.model import Need
from auditor.policies.outcome import Outcome
from auditor.rules.model import Comparison
from auditor.rules.nodes import Problems, read_yaml


def read(text: str):
    found = Problems("p.yaml")
    node = read_yaml(text, found)
    assert node is not None
    return read_lines(node, "Post", found), [str(problem) for problem in found.found]


def test_a_single_requirement_may_stand_without_a_list():
    (line,), found = read("{code: 1, text: a, not_met_by: ANON001}")
    assert (line.code, line.not_met_by, found) == ("Post 1", ("ANON001",), [])


def test_numbers_are_compared_in_words():
    (line,), _ = read("- {code: 1, text: a, needs: {sources: more than 2, figures: 0, relays: at most 3}}")
    assert line.needs == (
        Need("sources", Comparison.MORE, 2),
        Need("figures", Comparison.IS, 0),
        Need("relays", Comparison.AT_MOST, 3),
    )


def test_silence_means_met_unless_the_file_says_otherwise():
    (line, other), _ = read(
        "- {code: 1, text: a, asks: ANON001}\n- {code: 2, text: a, asks: ANON001, otherwise: not met}"
    )
    assert (line.otherwise, other.otherwise) == (Outcome.MET, Outcome.NOT_MET)


def test_what_is_wrong_is_left_out_and_told():
    lines, found = read("- {code: 1, text: a, asks: ANON001}\n- {code: 2}\n- 3\n")
    assert [line.code for line in lines] == ["Post 1"]
    assert len(found) == 3
