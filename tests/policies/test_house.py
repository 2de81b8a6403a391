"""A newsroom sets up its own rules, policy, outlets, severities and decisions, as an editor would: with text files."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from auditor.batch import articles
from auditor.cli import cli
from auditor.configuration.finding import find_configuration

pytestmark = pytest.mark.model

RULES = """\
# Rules of the Ostvik Post. Each carries the sentences that prove it.
- code: POST001
  title: Spokesperson without a name
  scope: span
  over: attributions
  when:
    - sourcing: true
    - identity: [unnamed-spokesperson]
  severity: low
  message: "{source} speaks for an institution and is not named."
  why: Our stylebook asks for the name of everyone who speaks for an institution.
  clear: The article gives the name.
  ask: Who was it?
  policies: [Post 2]
  flags:
    at the end: The ship left on time, [[a company spokeswoman]] said.
    at the start: "[[A police spokesman]] said the road was open."
    according to: The road was open, according to [[a spokesman for the police]].
  passes:
    named: Ana Reyes, a company spokeswoman, said the ship left on time.
    institution: The ministry denied the report.
    no statement: The company has hired a spokeswoman.

- code: POST002
  title: Long quotation
  scope: span
  over: quotations
  when:
    - kind: speech
    - words: more than 12
  severity: info
  message: "{quotation} runs to {words} words."
  why: We keep quotations short.
  clear: The quotation is cut or paraphrased.
  ask: Is every word of it needed?
  flags:
    thirteen words: "[[“We will not leave this port before the last crate has been counted,”]] Ana Reyes said."
    more: "[[“Nobody in this town believes that the gates were ever tested by anybody at all,”]] Jo Pike said."
    after the name: "Jo Pike said: [[“The pumps ran for two days and two nights without a single man beside them.”]]"
  passes:
    short: "“We will not leave,” Ana Reyes said."
    none: Ana Reyes said that they would not leave this port before the last crate had been counted.
    twelve words: "“We will not leave this port before the last crate is counted,” Ana Reyes said."

- code: POST003
  title: Named person without a role
  scope: source
  over: sources
  when:
    - identity: named-person
    - role: absent
  severity: medium
  message: "{label} is named, but the article does not say who that is."
  why: A name alone does not tell a reader why the words matter.
  clear: The article says who the person is.
  ask: Who is it, and how does the person know?
  flags:
    first mention: "“It fell,” said [[Moa Dahl]]."
    according to: According to [[Jo Pike]], the vote was late.
    before the verb: "[[Moa Dahl]] said it fell."
  passes:
    role: Moa Dahl, a clerk, said it fell.
    title: Mayor Ann Roe said it fell.
    institution: The ministry said it fell.
"""

POLICY = """\
name: Stylebook of the Ostvik Post
short: Post
publisher: Ostvik Post
url: https://example.org/stylebook
rules: [ANON, REL, POST]
severities:
  ANON004: high
requirements:
  - code: "1"
    text: At least one source has a name.
    applies_to: attributions
    needs:
      named_people: at least 1
  - code: "2"
    text: Who speaks for an institution is named.
    not_met_by: POST001
  - code: "3"
    text: Quotations are short.
    applies_to: quotations
    not_met_by: POST002
  - code: "4"
    text: Every name comes with a role.
    applies_to: named_people
    not_met_by: POST003
    met_by: POS011
  - code: "5"
    text: An editor knows every unnamed source.
    visible: no
"""

SETTINGS = """\
publisher = "Ostvik Post"
policy = "our-policy.yaml"

[severities]
POST001 = "high"

[rules]
folders = ["house-rules"]

[outlets]
own = ["Radio Ostvik"]
[[outlets.add]]
name = "Quayside Weekly"
kind = "magazine"
"""

STORY = """\
Ferry Stays in Port

The ferry will not sail before Monday, a company spokeswoman said. A harbour official said the engine had failed twice.

The crew was told on Friday, Captain Ana Reyes told Radio Ostvik. The mayor told Quayside Weekly that he was surprised.
"""


@pytest.fixture
def newsroom(tmp_path, monkeypatch):
    files = {
        "auditor.toml": SETTINGS,
        "our-policy.yaml": POLICY,
        "house-rules/post.yaml": RULES,
        "desk/ferry.txt": STORY,
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str):
    find_configuration.cache_clear()
    articles._desk.cache_clear()
    return CliRunner().invoke(cli, arguments, catch_exceptions=False)


def audit(*more: str) -> dict:
    result = run("audit", "desk/ferry.txt", "--format", "json", *more)
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def test_the_rules_pass_their_own_sentences(newsroom):
    result = run("rules", "test", "house-rules/post.yaml")
    assert result.exit_code == 0, result.stderr
    assert result.stdout == "3 rules, 18 sentences, 18 as they should be\n"


def test_the_settings_are_shown_with_their_places(newsroom):
    text = run("config", "show", "desk/ferry.txt").stdout
    assert "our-policy.yaml" in text
    assert f"{newsroom / 'auditor.toml'}:5" in text


def test_an_audit_uses_the_houses_rules_policy_outlets_and_severities(newsroom):
    document = audit()
    found = {finding["rule"]: finding for finding in document["findings"]}
    assert found["POST001"]["severity"] == "high"
    assert found["POST001"]["span"]["text"] == "a company spokeswoman"
    assert found["ANON004"]["reason"]["severity_default"] == "high"
    assert not [rule for rule in found if not rule.startswith(("ANON", "REL", "POST"))]
    kinds = {relay["span"]["text"]: relay["kind"] for relay in document["relays"]}
    assert kinds == {"Radio Ostvik": "own_outlet", "Quayside Weekly": "outlet_interview"}
    (policy,) = document["policies"]
    outcomes = {line["code"]: line["outcome"] for line in policy["requirements"]}
    assert policy["publisher"] == "Ostvik Post"
    assert outcomes == {
        "Post 1": "met",
        "Post 2": "not met",
        "Post 3": "not applicable",
        "Post 4": "met",
        "Post 5": "cannot be seen in a text",
    }
    breach = next(line for line in policy["requirements"] if line["code"] == "Post 2")
    assert breach["fingerprints"] == [found["POST001"]["fingerprint"]]
    assert [place["text"] for place in breach["places"]] == ["a company spokeswoman"]
    assert document["notices"] == ["auditor.toml sets these severities: POST001 high."]


def test_a_decision_closes_a_finding_and_shows_it_apart(newsroom):
    finding = next(finding for finding in audit()["findings"] if finding["rule"] == "POST001")
    assert run("audit", "desk/ferry.txt", "--fail-on", "high").exit_code == 1
    words = ("--state", "accepted", "--by", "Jo Pike", "--reason", "The company gives no names.")
    for each in audit()["findings"]:
        if each["severity"] == "high":
            result = run("decide", each["fingerprint"], *words, "--article", "desk/ferry.txt")
            assert result.exit_code == 0, result.stderr
    assert run("audit", "desk/ferry.txt", "--fail-on", "high").exit_code == 0
    text = run("audit", "desk/ferry.txt").stdout
    assert "→ accepted by Jo Pike" in text
    assert text.index("Open findings") < text.index("Decided")
    decided = next(each for each in audit()["findings"] if each["fingerprint"] == finding["fingerprint"])
    assert decided["decision"]["reason"] == "The company gives no names."
    assert "POST001" in run("decisions", "report").stdout


def test_the_decision_survives_an_edit_elsewhere_and_is_told_when_its_words_go(newsroom):
    finding = next(finding for finding in audit()["findings"] if finding["rule"] == "POST001")
    words = ("--state", "asked", "--by", "Jo Pike", "--reason", "Called the company.")
    run("decide", finding["fingerprint"], *words, "--article", "desk/ferry.txt")
    story = newsroom / "desk" / "ferry.txt"
    story.write_text(STORY.replace("\n\nThe crew", "\n\nNobody was hurt.\n\nThe crew"), encoding="utf-8")
    assert [each["rule"] for each in audit()["findings"] if each["decision"]] == ["POST001"]
    story.write_text(STORY.replace("a company spokeswoman", "Lena Ruud, a company spokeswoman,"), encoding="utf-8")
    document = audit()
    assert not [each for each in document["findings"] if each["decision"]]
    assert any(finding["fingerprint"] in notice for notice in document["notices"])


def test_only_what_is_new_since_the_baseline_is_open(newsroom):
    assert run("batch", "desk", "--out", "before", "--format", "jsonl").exit_code == 0
    story = newsroom / "desk" / "ferry.txt"
    story.write_text(STORY + "\nThe pumps failed, a union spokesman said.\n", encoding="utf-8")
    document = audit("--baseline", "before/audits.jsonl")
    opened = {each["span"]["text"] for each in document["findings"] if not each["baseline"] and each["span"]}
    assert opened == {"a union spokesman"}


def test_mistakes_in_any_of_the_files_are_told_with_their_places(newsroom):
    (newsroom / "our-policy.yaml").write_text(POLICY.replace("POST002", "POST020"), encoding="utf-8")
    result = run("audit", "desk/ferry.txt")
    assert result.exit_code == 2
    assert "our-policy.yaml:20:17: there is no rule 'POST020'. Did you mean POST00" in result.stderr
    (newsroom / "house-rules" / "post.yaml").write_text(
        RULES.replace("severity: low", "severity: lo"), encoding="utf-8"
    )
    assert "post.yaml:9:13: severity 'lo' is not known." in run("audit", "desk/ferry.txt").stderr


def test_settings_that_came_with_a_hostile_article_reach_nothing_outside(newsroom):
    secret = newsroom / "secret.yaml"
    secret.write_text("- code: TOPSECRET\n", encoding="utf-8")
    drop = newsroom / "drop"
    drop.mkdir()
    (drop / "story.txt").write_text(STORY, encoding="utf-8")
    for line in ('[rules]\nfolders = [".."]', '[rules]\nfolders = ["../secret.yaml"]', 'decisions = "../secret.yaml"'):
        (drop / "auditor.toml").write_text(line, encoding="utf-8")
        result = run("audit", "drop/story.txt")
        assert result.exit_code == 2
        assert "leads out of the folder" in result.stderr
        assert "TOPSECRET" not in result.stderr
    assert run("audit", "drop/story.txt", "--no-config").exit_code == 0
