"""A policy as text."""

from __future__ import annotations

from auditor.forms.policy_page import policy_list, policy_page
from auditor.policies.loader import load_policies, policy_from_text
from tests.policies.test_loader import POLICY


def test_a_line_a_policy():
    assert policy_list(load_policies(["bbc", "spj"])).splitlines() == [
        "bbc  BBC: Editorial Guidelines, accuracy and statistics",
        "spj  Society of Professional Journalists: Code of Ethics",
    ]


def test_a_page_says_what_ties_each_requirement_to_the_text():
    page = policy_page(policy_from_text(POLICY, file="post.yaml"))
    assert page.startswith(
        "post  Ostvik Post: Our policy\nhttps://example.org/policy\n\nRules: ANON, REL001, without ANON009"
    )
    assert "Severities: ANON002 high" in page
    assert (
        "Post 1\n  Sources have names.\n    Applies to attributed statements.\n    Needs at least 1 named people"
        in page
    )
    assert "    Not met with a finding of ANON004.\n    Met with POS001.\n    Otherwise: not applicable." in page
    assert page.endswith("Post 3\n  An editor knows.\n    No text can show this.\n")


def test_no_line_is_too_wide():
    for policy in load_policies(["ap", "reuters", "house"]):
        lines = policy_page(policy, width=60).splitlines()
        assert [line for line in lines if len(line) > 60 and not line.startswith(("http", policy.key))] == []
