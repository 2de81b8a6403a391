"""Settings files: what they may say, and how their mistakes are told."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.configuration.model import DEFAULT, AddedOutlet
from auditor.configuration.reading import KEYS, configuration_from_text
from auditor.errors import RuleFileError
from auditor.findings import DecisionState, Severity
from auditor.language.identities import Certainty

TEXT = """\
publisher = "Ostvik Post"
policy = ["bbc", "our-policy.yaml"]
min_certainty = "likely"
decisions = "desk/decisions.yaml"

[severities]
ANON001 = "low"

[rules]
select = ["ANON", "FIG001"]
ignore = "ANON009"
folders = ["house"]

[outlets]
own = ["Radio Ostvik"]
[[outlets.add]]
name = "Quayside Weekly"
kind = "magazine"
aliases = ["QW"]

[[ignore]]
words = ["Kiev", "Kyiv"]
rules = ["NAM"]
reason = "Both are used on purpose."
date = 2026-03-01

[report]
logo = "logo.svg"
[report.colours]
accent = "#0b6e4f"
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "one.yaml").write_text("[]")
    (tmp_path / "house" / "code.py").write_text("raise SystemExit('never')")
    return tmp_path


def problems(folder, text: str) -> list[str]:
    with pytest.raises(RuleFileError) as caught:
        configuration_from_text(text, folder / "auditor.toml")
    return [str(problem).removeprefix(f"{folder}/") for problem in caught.value.problems]


def test_everything_is_read(folder):
    found = configuration_from_text(TEXT, folder / "auditor.toml")
    assert (found.publisher, found.min_certainty) == ("Ostvik Post", Certainty.LIKELY)
    assert found.policies == ("bbc", (folder / "our-policy.yaml").resolve())
    assert found.decisions == (folder / "desk" / "decisions.yaml").resolve()
    assert found.severities == (("ANON001", Severity.LOW),)
    assert (found.select, found.ignore) == (("ANON", "FIG001"), ("ANON009",))
    assert found.rule_files == ((folder / "house" / "one.yaml").resolve(),)
    assert found.own_outlets == ("Radio Ostvik",)
    assert found.added_outlets == (AddedOutlet("Quayside Weekly", "magazine", ("QW",)),)
    assert found.report.logo == (folder / "logo.svg").resolve()
    assert found.report.colours == (("accent", "#0b6e4f"),)
    (standing,) = found.standing
    assert (standing.words, standing.rules) == (("Kiev", "Kyiv"), ("NAM",))
    assert (standing.decision.state, standing.decision.by) == (DecisionState.ACCEPTED, "auditor.toml")
    assert standing.decision.date == "2026-03-01"


def test_every_value_says_where_it_was_set(folder):
    found = configuration_from_text(TEXT, folder / "auditor.toml")
    where = {key: place.rpartition("/")[2] for key, place in found.origins}
    assert where["publisher"] == "auditor.toml:1"
    assert where["severities.ANON001"] == "auditor.toml:7"
    assert where["rules.select"] == "auditor.toml:10"
    assert where["outlets.add"] == "auditor.toml:16"
    assert where["ignore 1"] == "auditor.toml:21"
    assert where["report.logo"] == "auditor.toml:28"
    assert found.origin("model") == DEFAULT


def test_an_empty_file_says_nothing(folder):
    found = configuration_from_text("", folder / "auditor.toml")
    assert (found.policies, found.select, found.origins) == (None, (), ())
    assert found.folder == folder


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("publisher =", "publishr =", "auditor.toml:1:1: the settings file has no key 'publishr'. Use"),
        ("publisher =", "publishr =", "(did you mean 'publisher'?)"),
        ('"Ostvik Post"', "3", "auditor.toml:1:1: 'publisher' is not a text."),
        ('"likely"', '"likly"', "auditor.toml:3:1: min_certainty 'likly' is not known. Use firm, likely or possible"),
        ('ANON001 = "low"', 'ANON1 = "low"', "auditor.toml:7:1: 'ANON1' is no rule code."),
        ('ANON001 = "low"', 'ANON001 = "lo"', "auditor.toml:7:1: ANON001 'lo' is not known."),
        ("select =", "selct =", "auditor.toml:10:1: [rules] has no key 'selct'. Use select, ignore or folders"),
        ('"FIG001"', '"figures"', "auditor.toml:10:1: 'figures' is no rule code and no family."),
        ('["house"]', '["huose"]', "auditor.toml:12:1: there is no 'huose' beside the settings."),
        ("own =", "owned =", "auditor.toml:15:1: [outlets] has no key 'owned'."),
        ('kind = "magazine"', 'kind = "magazin"', "auditor.toml:18:1: kind 'magazin' is not known."),
        ('name = "Quayside Weekly"\n', "", "auditor.toml:16:1: an outlet has no 'name'."),
        (
            'reason = "Both are used on purpose."\n',
            "",
            "auditor.toml:21:1: an entry of the ignore list has no",
        ),
        ("date = 2026-03-01", "date = 2026", "auditor.toml:25:1: 'date' is no day."),
        ("date = 2026-03-01", "date = 2026-03-01\nuntil = 2026-01-01", "'until' lies before 'date'."),
        ('accent = "#0b6e4f"', "accent = 3", "auditor.toml:30:1: 'accent' is not a text."),
        ("logo =", "logos =", "auditor.toml:28:1: [report] has no key 'logos'."),
        ("[severities]", "severities = 3\n[x]", "'severities' is not a table."),
    ],
)
def test_each_mistake_is_told_with_its_place(folder, old, new, said):
    assert old in TEXT
    found = problems(folder, TEXT.replace(old, new, 1))
    assert any(said in problem for problem in found), found


def test_all_mistakes_are_told_at_once(folder):
    assert len(problems(folder, TEXT.replace("publisher", "publishr").replace("likely", "likly"))) == 2


def test_what_is_not_toml_is_told_with_its_place(folder):
    (said,) = problems(folder, "publisher = Ostvik\n")
    assert said.startswith("auditor.toml:1:13: not TOML: Invalid value. Put texts in quotation marks")


class TestSafety:
    """A settings file may have come with a hostile article."""

    @pytest.mark.parametrize("key", ["decisions", "policy"])
    @pytest.mark.parametrize("path", ["../secret.yaml", "/etc/passwd/x.yaml", "house/../../secret.yaml"])
    def test_paths_stay_in_the_folder(self, folder, key, path):
        (said,) = problems(folder, f'{key} = "{path}"')
        assert "leads out of the folder of the settings" in said

    def test_rule_folders_and_their_files_stay_in_the_folder(self, folder, tmp_path_factory):
        outside = tmp_path_factory.mktemp("outside")
        (outside / "secret.yaml").write_text("secret")
        (folder / "house" / "link.yaml").symlink_to(outside / "secret.yaml")
        (said,) = problems(folder, '[rules]\nfolders = ["house"]')
        assert "'house/link.yaml' leads out of the folder of the settings" in said
        (folder / "linked").symlink_to(outside)
        assert "leads out" in problems(folder, '[rules]\nfolders = ["linked"]')[0]
        assert "leads out" in problems(folder, '[rules]\nfolders = [".."]')[0]

    def test_nothing_that_runs_code_can_be_named(self, folder):
        assert not {"model", "plugins", "python", "command"} & set(KEYS)
        assert problems(folder, 'model = "./evil"')

    def test_templates_cannot_be_named(self, folder):
        (said,) = problems(folder, '[report]\ntemplates = "ours"')
        assert said.startswith("auditor.toml:2:1: settings cannot name templates. They decide what runs in a reader's")

    def test_strange_names_are_told(self, folder):
        assert "not a file name" in problems(folder, 'decisions = "a\\u0000b"')[0]

    def test_links_in_a_circle_are_told(self, folder):
        (folder / "a").symlink_to(folder / "b")
        (folder / "b").symlink_to(folder / "a")
        found = problems(folder, '[rules]\nfolders = ["a"]')
        assert re.search("not a file name|there is no 'a'", found[0])

    def test_a_very_large_file_is_refused(self, folder):
        assert "characters" in problems(folder, "#" * 300_000)[0]

    def test_deep_nesting_is_told(self, folder):
        assert "not TOML" in problems(folder, "x = " + "[" * 5000 + "]" * 5000)[0]


@given(st.integers(0, len(TEXT)), st.text(max_size=4))
@settings(max_examples=200, deadline=None)
def test_any_edit_gives_settings_or_problems(tmp_path_factory, place, inserted):
    folder = tmp_path_factory.getbasetemp()
    try:
        configuration_from_text(TEXT[:place] + inserted + TEXT[place:], folder / "auditor.toml")
    except RuleFileError as error:
        assert all(problem.what and problem.fix for problem in error.problems)
