"""`auditor config show`."""

from __future__ import annotations

import pytest

from auditor.batch import articles
from auditor.configuration.finding import find_configuration


@pytest.fixture(autouse=True)
def fresh():
    find_configuration.cache_clear()
    articles._desk.cache_clear()


def shown(result) -> dict[str, list[str]]:
    return {line.split("  ")[0].strip(): line for line in result.stdout.splitlines()}


def test_each_value_says_where_it_was_made(auditor, folder):
    (folder / "auditor.toml").write_text(
        'publisher = "Ostvik Post"\npolicy = "bbc"\n[severities]\nANON001 = "low"\n', encoding="utf-8"
    )
    rows = shown(auditor("config", "show"))
    assert "Ostvik Post" in rows["publisher"]
    assert rows["publisher"].endswith("auditor.toml:1")
    assert rows["severities.ANON001"].endswith("auditor.toml:4")
    assert rows["severities.SRC002"].endswith("policy bbc")
    assert rows["min_certainty"].split()[1:] == ["possible", "default"]


def test_the_command_line_goes_before(auditor, folder):
    (folder / "auditor.toml").write_text('publisher = "Ostvik Post"\npolicy = "bbc"\n', encoding="utf-8")
    rows = shown(auditor("config", "show", "bridge.txt", "--policy", "spj"))
    assert "spj" in rows["policy"]
    assert rows["policy"].endswith("command line (--policy)")
    assert "default" in shown(auditor("config", "show", "--no-config"))["publisher"]


def test_mistakes_are_told_with_their_places(refuses, folder):
    (folder / "auditor.toml").write_text('[severities]\nANON999 = "low"\n', encoding="utf-8")
    assert "auditor.toml:2: there is no rule 'ANON999'." in refuses("config", "show")


def test_a_decisions_file_beside_the_articles_is_found(auditor, folder):
    (folder / "auditor-decisions.yaml").write_text("", encoding="utf-8")
    assert shown(auditor("config", "show"))["decisions"].endswith("found above the article")
