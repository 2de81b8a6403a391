"""The rule file to start from."""

from __future__ import annotations

import pytest

from auditor.forms.rule_skeleton import rule_skeleton
from auditor.rules.loader import rules_from_text


def test_it_is_a_right_rule_file():
    (rule,) = rules_from_text(rule_skeleton("DESK007"))
    assert rule.code == "DESK007"


@pytest.mark.model
def test_its_sentences_do_what_they_show(nlp):
    from auditor.trial import run_examples

    results = list(run_examples(rules_from_text(rule_skeleton("DESK007")), nlp))
    assert len(results) >= 6
    assert [result.problem for result in results if result.problem] == []
