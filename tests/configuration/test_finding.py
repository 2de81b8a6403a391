"""Which settings and which decisions file belong to an article."""

from __future__ import annotations

import pytest

from auditor.configuration.finding import find_configuration, find_decisions, folder_of, new_decisions
from auditor.configuration.model import Configuration
from auditor.decisions.entries import FILE_NAME
from auditor.errors import RuleFileError, SettingsError


@pytest.fixture(autouse=True)
def fresh():
    find_configuration.cache_clear()


def write(path, text: str):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_nearest_settings_above_the_article_count(tmp_path):
    write(tmp_path / "auditor.toml", 'publisher = "Ostvik Post"')
    write(tmp_path / "desk" / "auditor.toml", 'publisher = "Radio Ostvik"')
    (tmp_path / "desk" / "2026").mkdir()
    assert find_configuration(tmp_path).publisher == "Ostvik Post"
    assert find_configuration(tmp_path / "desk" / "2026").publisher == "Radio Ostvik"


def test_a_project_file_counts_where_it_has_our_table(tmp_path):
    write(tmp_path / "pyproject.toml", '[project]\nname = "x"\n[tool.auditor]\npublisher = "Ostvik Post"\n')
    write(tmp_path / "desk" / "pyproject.toml", '[project]\nname = "auditor-plugins"\n')
    found = find_configuration(tmp_path / "desk")
    assert found.publisher == "Ostvik Post"
    assert found.origin("publisher") == f"{tmp_path / 'pyproject.toml'}:4"


def test_of_two_files_in_one_folder_our_own_counts(tmp_path):
    write(tmp_path / "pyproject.toml", '[tool.auditor]\npublisher = "Radio Ostvik"\n')
    write(tmp_path / "auditor.toml", 'publisher = "Ostvik Post"')
    assert find_configuration(tmp_path).publisher == "Ostvik Post"


def test_a_broken_project_file_that_does_not_name_us_is_passed_over(tmp_path):
    write(tmp_path / "auditor.toml", 'publisher = "Ostvik Post"')
    write(tmp_path / "desk" / "pyproject.toml", "not [ toml")
    assert find_configuration(tmp_path / "desk").publisher == "Ostvik Post"


def test_mistakes_in_a_project_file_have_their_places(tmp_path):
    path = write(tmp_path / "pyproject.toml", "\n[tool.auditor]\npublishr = 3\n")
    with pytest.raises(RuleFileError) as caught:
        find_configuration(tmp_path)
    assert str(caught.value).startswith(f"{path}:3:1: [tool.auditor] has no key 'publishr'.")


def test_a_link_is_no_settings_file(tmp_path):
    write(tmp_path / "secret.toml", "x = 1")
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "auditor.toml").symlink_to(tmp_path / "secret.toml")
    with pytest.raises(SettingsError, match="is a link"):
        find_configuration(tmp_path / "desk")


def test_settings_in_another_encoding_are_told(tmp_path):
    (tmp_path / "auditor.toml").write_bytes('publisher = "Hafenblätter"'.encode("latin-1"))
    with pytest.raises(SettingsError, match="not UTF-8"):
        find_configuration(tmp_path)


def test_folders_of_inputs(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    story = write(tmp_path / "desk" / "story.txt", "x")
    assert folder_of(str(story)) == tmp_path / "desk"
    assert folder_of("desk/story.txt") == tmp_path / "desk"
    assert folder_of("desk") == tmp_path / "desk"
    assert folder_of("-") == folder_of("https://example.org/story") == tmp_path


class TestDecisions:
    def test_the_nearest_file_counts(self, tmp_path):
        near = write(tmp_path / "desk" / FILE_NAME, "")
        write(tmp_path / FILE_NAME, "")
        assert find_decisions(tmp_path / "desk" / "2026", Configuration()) == near

    def test_the_one_that_is_set_goes_before(self, tmp_path):
        write(tmp_path / FILE_NAME, "")
        assert find_decisions(tmp_path, Configuration(decisions=tmp_path / "d.yaml")) == tmp_path / "d.yaml"

    def test_a_link_is_passed_over(self, tmp_path):
        secret = write(tmp_path / "secret", "x")
        (tmp_path / "desk").mkdir()
        (tmp_path / "desk" / FILE_NAME).symlink_to(secret)
        assert find_decisions(tmp_path / "desk", Configuration()) is None

    def test_a_new_one_lies_beside_the_settings_or_the_article(self, tmp_path):
        found = Configuration(file=tmp_path / "auditor.toml")
        assert new_decisions(tmp_path / "desk", found) == tmp_path / FILE_NAME
        assert new_decisions(tmp_path / "desk", Configuration()) == tmp_path / "desk" / FILE_NAME
