"""Policy files: the program's own load, mistakes are told with their places, all at once."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.errors import InputError, RuleFileError, SettingsError
from auditor.policies.loader import load_policies, policy_from_text, policy_names, unknown_rules
from auditor.policies.outcome import Outcome
from auditor.rules.loader import load_rules
from auditor.rules.model import RuleKind

POLICY = """\
name: Our policy
short: Post
publisher: Ostvik Post
url: https://example.org/policy
rules: [ANON, REL001]
ignore: ANON009
severities:
  ANON002: high
requirements:
  - code: "1"
    text: Sources have names.
    applies_to: attributions
    needs:
      named_sources: at least 1
  - code: "2"
    text: We say why not.
    not_met_by: [ANON004]
    met_by: POS001
    otherwise: not applicable
  - code: "3"
    text: An editor knows.
    visible: no
"""


def problems(text: str) -> list[str]:
    with pytest.raises(RuleFileError) as caught:
        policy_from_text(text, file="post.yaml")
    return [str(problem) for problem in caught.value.problems]


class TestOwnPolicies:
    def test_every_publisher_that_the_readme_names_is_there(self):
        assert set(policy_names()) == {"ap", "bbc", "guardian", "house", "npr", "nyt", "reuters", "spj"}

    @pytest.mark.parametrize("name", policy_names())
    def test_it_says_where_it_comes_from_and_what_was_not_verified(self, name):
        (policy,) = load_policies([name])
        assert policy.key == name
        assert policy.name and policy.publisher and policy.url.startswith("http")
        assert policy.unverified or name == "house"
        assert len(policy.lines) >= 4
        assert any(not line.visible for line in policy.lines)

    def test_names_may_be_written_in_capitals(self):
        assert load_policies(["BBC"])[0].key == "bbc"

    def test_codes_of_signals_and_of_findings_are_not_mixed_up(self):
        kinds = {rule.code: rule.kind for rule in load_rules()}
        for policy in load_policies(policy_names()):
            for line in policy.lines:
                assert all(kinds.get(code) is not RuleKind.SIGNAL for code in (*line.not_met_by, *line.asks)), line.code
                assert all(kinds.get(code) is not RuleKind.FINDING for code in line.met_by), line.code


class TestReading:
    def test_a_policy_is_read_with_its_requirements(self):
        policy = policy_from_text(POLICY, file="folder/post.yaml")
        first, second, third = policy.lines
        assert (policy.key, policy.select, policy.ignore) == ("post", ("ANON", "REL001"), ("ANON009",))
        assert (first.code, first.applies_to, first.needs[0].number) == ("Post 1", ("attributions",), 1)
        assert (second.rules, second.otherwise) == (("ANON004", "POS001"), Outcome.NOT_APPLICABLE)
        assert third.visible is False

    def test_without_a_choice_all_rules_are_chosen(self):
        assert policy_from_text(POLICY.replace("rules: [ANON, REL001]\n", "")).select == ("all",)

    def test_a_file_of_ones_own_is_named_by_its_path(self, tmp_path):
        (tmp_path / "post.yaml").write_text(POLICY, encoding="utf-8")
        assert load_policies([tmp_path / "post.yaml", str(tmp_path / "post.yaml")])[0].short == "Post"

    def test_two_policies_of_one_name_clash(self, tmp_path):
        (tmp_path / "bbc.yaml").write_text(POLICY, encoding="utf-8")
        with pytest.raises(RuleFileError, match="another policy is called 'bbc'"):
            load_policies(["bbc", tmp_path / "bbc.yaml"])


class TestMistakes:
    @pytest.mark.parametrize(
        ("old", "new", "said"),
        [
            ("publisher:", "publishr:", "post.yaml:3:1: a policy has no key 'publishr'. Use"),
            ("publisher: Ostvik Post\n", "", "post.yaml:1:1: the policy has no 'publisher'."),
            ("https://example.org/policy", "example", "post.yaml:4:6: 'example' is no web address."),
            ("REL001]", "Relays]", "post.yaml:5:15: 'Relays' is no rule code and no family."),
            ("ANON002: high", "ANON002: hgh", "post.yaml:8:12: severity 'hgh' is not known. Use info, low, medium or"),
            ("ANON002: high", "ANON2: high", "post.yaml:8:3: 'ANON2' is no rule code."),
            (
                "applies_to: attributions",
                "applies_to: atributions",
                "post.yaml:12:17: 'atributions' cannot be counted.",
            ),
            ("at least 1", "some", "post.yaml:14:22: 'named_sources' has no number. Write for example 'at least 2'."),
            ("met_by: POS001", "met: POS001", "post.yaml:18:5: a requirement has no key 'met'."),
            ("[ANON004]", "[anon4]", "post.yaml:17:18: 'anon4' is no rule code."),
            ("not applicable", "unknown", "post.yaml:19:16: otherwise 'unknown' is not known."),
            ("visible: no", "visible: never", "post.yaml:22:14: 'visible' is 'never'. Use yes or no."),
            ("    visible: no\n", "", "post.yaml:20:5: nothing says when the requirement is met."),
            ("visible: no", "visible: no\n    asks: ANON012", "'asks' stands beside 'visible: no'."),
            ('code: "3"', 'code: "2"', "post.yaml:20:5: the requirement Post 2 is given twice."),
            ("ignore: ANON009", "ignore: ANON004", "Post 2 rests on ANON004, which the policy does not choose."),
            ("[ANON, REL001]", "[REL001]", "post.yaml:5:1: Post 2 rests on ANON004, which the policy does not choose."),
        ],
    )
    def test_each_is_told_with_its_place(self, old, new, said):
        assert old in POLICY
        found = problems(POLICY.replace(old, new))
        assert any(said in problem for problem in found), found

    def test_all_are_told_at_once(self):
        assert len(problems(POLICY.replace("publisher:", "publishr:").replace("ANON002: high", "ANON002: hgh"))) == 3

    @pytest.mark.parametrize("text", ["", "- a\n- b\n", "name: [", "requirements: 3", "a: &x 1\nb: *x"])
    def test_what_is_no_policy_is_told(self, text):
        assert problems(text)

    def test_an_unknown_name_is_told_with_the_nearest(self):
        with pytest.raises(SettingsError, match=r"there is no policy 'bcc'.*did you mean 'bbc'"):
            load_policies(["bcc"])

    def test_a_missing_file_is_told(self, tmp_path):
        with pytest.raises(InputError):
            load_policies([tmp_path / "none.yaml"])

    def test_a_file_in_another_encoding_is_told(self, tmp_path):
        (tmp_path / "post.yaml").write_bytes(POLICY.replace("Our", "Über").encode("latin-1"))
        with pytest.raises(RuleFileError, match="not UTF-8"):
            load_policies([tmp_path / "post.yaml"])

    def test_rules_that_do_not_exist_are_told_with_their_places(self):
        policy = policy_from_text(POLICY.replace("ANON004", "ANON094").replace("REL001", "RELAY"), file="post.yaml")
        found = [str(problem) for problem in unknown_rules([policy], load_rules())]
        assert found[0].startswith("post.yaml:5:15: there is no rule 'RELAY'.")
        assert found[1].startswith("post.yaml:17:18: there is no rule 'ANON094'. Did you mean ANON0")

    @given(st.integers(0, len(POLICY)), st.text(max_size=4))
    @settings(max_examples=200, deadline=None)
    def test_any_edit_gives_a_policy_or_problems(self, place, inserted):
        try:
            policy_from_text(POLICY[:place] + inserted + POLICY[place:])
        except RuleFileError as error:
            assert all(problem.what and problem.fix for problem in error.problems)
