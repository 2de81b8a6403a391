"""Rules as values."""

from __future__ import annotations

import re

from auditor.rules.loader import load_rules, rules_from_text
from auditor.rules.model import rules_hash
from tests.rules.test_loader import RULE


def test_the_hash_depends_on_content_alone():
    (one,) = rules_from_text(RULE, file="a.yaml")
    (same,) = rules_from_text("\n\n" + RULE, file="b.yaml")
    (other,) = rules_from_text(RULE.replace("low", "high"), file="a.yaml")
    assert rules_hash([one]) == rules_hash([same])
    assert rules_hash([one]) != rules_hash([other])


def test_the_order_of_rules_does_not_matter():
    rules = load_rules()
    assert rules_hash(rules) == rules_hash(tuple(reversed(rules)))


def test_a_rule_knows_its_family():
    (rule,) = rules_from_text(RULE)
    assert rule.family == "HOUSE"


FIRST_RULES = (
    "ANON001 ANON002 ANON004 FIG001 FIG002 FIG003 REL001 REL002 REL003 REL004 QUO001 SRC001 NAM001 POS001 POS002 POS011"
)


def test_the_first_rules_are_there():
    codes = {rule.code for rule in load_rules()}
    assert [code for code in re.split(" ", FIRST_RULES) if code not in codes] == []


def test_more_specific_rules_name_rules_that_exist():
    rules = load_rules()
    codes = {rule.code for rule in rules}
    assert [code for rule in rules for code in rule.more_specific_than if code not in codes] == []
