"""`auditor rules`: list, show, test."""

from __future__ import annotations

import pytest

HOUSE = """\
- code: HOUSE001
  title: Nobody is called a clerk
  scope: span
  over: attributions
  when: [source_is_unnamed_individual]
  severity: low
  message: "{source} is not named."
  why: Readers cannot weigh the words.
  clear: A name.
  ask: Who is it?
  flags:
    role noun: "[[A port manager]] said the crane had failed twice."
"""


def test_the_list_shows_every_rule(auditor):
    from auditor.rules.loader import load_rules

    result = auditor("rules", "list")
    assert result.exit_code == 0
    assert [line.split()[0] for line in result.stdout.splitlines()] == [rule.code for rule in load_rules()]


def test_a_rule_is_shown_whatever_the_case_of_its_code(auditor):
    assert auditor("rules", "show", "anon001").stdout.startswith("ANON001  Unnamed source")


def test_the_mistakes_of_a_rule_file_are_all_told(auditor, folder):
    (folder / "house.yaml").write_text("- code: x\n  nonsense: 1\n", encoding="utf-8")
    result = auditor("rules", "test", "house.yaml")
    assert result.exit_code == 2
    assert "house.yaml:2:3: a rule has no key 'nonsense'" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.model
class TestTrial:
    @pytest.fixture
    def house(self, auditor, folder):
        """A rule file with the sentences of a rule of ours."""
        from importlib import resources

        text = (resources.files("auditor.rules") / "anonymity.yaml").read_text(encoding="utf-8")
        first = text.index("- code: ANON001")
        rest = text.find("\n- code:", first + 1)
        return text[first:rest].replace("ANON001", "HOUSE001")

    def test_sentences_as_they_should_be(self, auditor, folder, house):
        (folder / "house.yaml").write_text(house, encoding="utf-8")
        result = auditor("rules", "test", "house.yaml")
        assert result.stderr == ""
        assert result.exit_code == 0
        assert result.stdout.startswith("1 rules, ")

    def test_a_sentence_that_is_not_is_told(self, auditor, folder, house):
        (folder / "house.yaml").write_text(house.replace("[[A port manager]]", "A [[port manager]]"), encoding="utf-8")
        result = auditor("rules", "test", "house.yaml")
        assert result.exit_code == 2
        assert "HOUSE001 flags" in result.stderr
        assert "port manager" in result.stderr


def test_a_first_rule_file_is_written_and_never_over_another(auditor, folder):
    assert auditor("rules", "new", "house.yaml", "--code", "DESK001").stdout == "house.yaml\n"
    assert "code: DESK001" in (folder / "house.yaml").read_text(encoding="utf-8")
    again = auditor("rules", "new", "house.yaml")
    assert again.exit_code == 2
    assert "house.yaml: the file exists" in again.stderr


def test_a_code_that_is_none_writes_nothing(auditor, folder):
    result = auditor("rules", "new", "house.yaml", "--code", "desk")
    assert result.exit_code == 2
    assert "'desk' is not a rule code" in result.stderr
    assert not (folder / "house.yaml").exists()


def test_the_schema_is_json(auditor):
    import json

    assert json.loads(auditor("rules", "schema").stdout)["title"] == "Rule file"


def test_pages_are_written_and_the_table_renewed(auditor, folder):
    from auditor.forms.rule_docs import END, START

    (folder / "README.md").write_text(f"{START}\n{END}\n", encoding="utf-8")
    assert auditor("rules", "docs", "pages", "--readme", "README.md").exit_code == 0
    assert "## ANON004" in (folder / "pages" / "ANON.md").read_text(encoding="utf-8")
    assert "pages/ANON.md#anon004" in (folder / "README.md").read_text(encoding="utf-8")
    (folder / "README.md").write_text("no marks", encoding="utf-8")
    assert auditor("rules", "docs", "pages", "--readme", "README.md").exit_code == 2


def test_a_house_rule_can_be_shown(auditor, folder):
    auditor("rules", "new", "house.yaml")
    page = auditor("rules", "show", "HOUSE001", "--rules", "house.yaml").stdout
    assert page.startswith("HOUSE001  Vague words of hearsay  (low)")
