"""The pages about policies, settings and decisions say what the program does."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from auditor.configuration.reading import IGNORE, KEYS, OUTLET, OUTLETS, REPORT, RULES, configuration_from_text
from auditor.decisions.entries import KEYS as DECISION_KEYS
from auditor.decisions.entries import book_from_text
from auditor.findings import DecisionState
from auditor.policies.counts import COUNTS
from auditor.policies.lines import KEYS as LINE_KEYS
from auditor.policies.loader import KEYS as POLICY_KEYS
from auditor.policies.loader import load_policies, policy_names
from auditor.policies.outcome import Outcome
from auditor.rules.loader import load_rules

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = {
    name: (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
    for name in ("policies", "configuration", "decisions")
}


def test_the_table_of_counts_is_current():
    table = PAGES["policies"].split("<!-- counts -->")[1].split("<!-- end -->")[0]
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", table, re.MULTILINE))
    assert rows == {name: count.words for name, count in COUNTS.items()}


def test_every_key_of_a_policy_is_explained():
    missing = [key for key in (*POLICY_KEYS, *LINE_KEYS) if f"`{key}" not in PAGES["policies"]]
    assert missing == []
    assert [outcome for outcome in Outcome if f"| {outcome} |" not in PAGES["policies"]] == []


def test_every_policy_is_named():
    names = [policy.short for policy in load_policies(policy_names()) if policy.key != "house"]
    assert [name for name in names if name not in PAGES["policies"]] == []


def test_the_settings_shown_are_right_and_show_every_key(tmp_path):
    (text,) = re.findall(r"```toml\n(.*?)```", PAGES["configuration"], re.DOTALL)
    (tmp_path / "house-rules").mkdir()
    found = configuration_from_text(text, tmp_path / "auditor.toml")
    data = tomllib.loads(text)
    assert set(data) == set(KEYS)
    assert set(data["rules"]) == set(RULES)
    assert set(data["outlets"]) == set(OUTLETS)
    assert set(data["outlets"]["add"][0]) == set(OUTLET)
    assert set(data["ignore"][0]) == set(IGNORE)
    assert set(data["report"]) == set(REPORT)
    assert found.standing[0].decision.by == "Ana Reyes"


def test_the_decision_shown_is_whole_and_shows_every_key():
    (text,) = re.findall(r"```yaml\n(.*?)```", PAGES["decisions"], re.DOTALL)
    book = book_from_text(text)
    assert (len(book.entries), book.problems) == (1, ())
    assert [key for key in DECISION_KEYS if f"{key}:" not in text] == []
    assert [state for state in DecisionState if f"| {state} |" not in PAGES["decisions"]] == []


@pytest.mark.parametrize("page", PAGES)
def test_pages_keep_their_lines_short(page):
    assert [line for line in PAGES[page].splitlines() if len(line) > 130] == []


def test_every_policy_line_that_a_rule_cites_is_there():
    """Lines of the policies that come with the program; a short name alone cites the policy as a whole."""
    policies = load_policies(policy_names())
    shorts = {policy.short for policy in policies}
    lines = {line.code for policy in policies for line in policy.lines} | shorts
    cited = {(rule.code, line) for rule in load_rules() for line in rule.policies}
    assert sorted(each for each in cited if each[1].split()[0] in shorts and each[1] not in lines) == []


def test_every_rule_that_a_policy_names_is_there():
    codes = {rule.code for rule in load_rules()}
    named = {
        (line.code, code) for policy in load_policies(policy_names()) for line in policy.lines for code in line.rules
    }
    assert sorted(each for each in named if each[1] not in codes) == []
