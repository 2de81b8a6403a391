"""`auditor report`: where the pages go."""

from __future__ import annotations

import click
import pytest


def page(path) -> str:
    return path.read_text(encoding="utf-8")


class TestPlaces:
    def test_without_an_option_the_page_lies_here_under_the_articles_name(self, auditor, folder):
        result = auditor("report", "bridge.txt")
        assert result.exit_code == 0
        assert result.stdout == "bridge.html\n"
        assert "a town official" in page(folder / "bridge.html")

    def test_a_page_that_was_read_is_never_replaced(self, auditor, folder):
        text = "The bridge is shut, an official said.\n"
        (folder / "story.html").write_text(text, encoding="utf-8")
        assert auditor("report", "story.html").stdout == "story.report.html\n"
        assert page(folder / "story.html") == text

    def test_a_page_of_somebody_else_is_not_replaced_either(self, auditor, folder):
        (folder / "bridge.html").write_text("<html>My notes</html>", encoding="utf-8")
        assert auditor("report", "bridge.txt").stdout == "bridge.report.html\n"
        assert page(folder / "bridge.html") == "<html>My notes</html>"

    def test_a_report_of_ours_is_replaced(self, auditor):
        assert auditor("report", "bridge.txt").stdout == auditor("report", "bridge.txt").stdout == "bridge.html\n"

    def test_without_an_option_several_go_into_a_folder(self, auditor, folder):
        (folder / "empty.txt").unlink()
        (folder / "pont.txt").unlink()
        for _ in range(2):
            assert auditor("report", ".").stdout.splitlines() == ["reports/bridge.html", "reports/calm.html"]

    def test_a_file_for_one_article(self, auditor, folder):
        assert auditor("report", "bridge.txt", "-o", "out/b.html").stdout.strip() == "out/b.html"
        assert (folder / "out" / "b.html").exists()

    def test_a_folder_for_one_article(self, auditor, folder):
        (folder / "there").mkdir()
        assert auditor("report", "bridge.txt", "-o", "there").stdout.strip() == "there/bridge.html"
        assert auditor("report", "bridge.txt", "-o", "new/").stdout.strip() == "new/bridge.html"

    def test_a_folder_for_several(self, auditor, folder):
        result = auditor("report", "bridge.txt", "calm.txt", "-o", "out")
        assert result.stdout.splitlines() == ["out/bridge.html", "out/calm.html"]
        assert (folder / "out" / "calm.html").exists()

    def test_standard_input(self, auditor):
        assert auditor("report", "-", stdin="Bridge Shut\nIt is shut.\n").stdout == "standard-input.html\n"

    @pytest.mark.parametrize("output", ["out.html", "bridge.txt"])
    def test_several_articles_do_not_go_into_one_file(self, refuses, output):
        assert "several articles need a folder" in refuses("report", "bridge.txt", "calm.txt", "-o", output)

    def test_the_article_is_never_replaced(self, refuses, folder):
        before = page(folder / "bridge.txt")
        assert "would replace the article" in refuses("report", "bridge.txt", "-o", "bridge.txt")
        assert page(folder / "bridge.txt") == before


class TestExitCodes:
    def test_what_cannot_be_read_is_said_and_the_others_are_made(self, auditor):
        result = auditor("report", "empty.txt", "bridge.txt", "-o", "out/")
        assert result.exit_code == 3
        assert result.stdout == "out/bridge.html\n"
        assert "empty.txt: there is nothing in it" in result.stderr

    def test_an_article_that_is_not_audited_has_a_page_that_says_so(self, auditor, folder):
        result = auditor("report", "pont.txt")
        assert result.exit_code == 3
        assert "The article is not in English." in page(folder / "pont.html")

    def test_fail_on(self, auditor):
        assert auditor("report", "bridge.txt", "--fail-on", "high").exit_code == 1


def test_the_first_page_is_opened_when_asked_for(auditor, folder, monkeypatch):
    opened = []
    monkeypatch.setattr(click, "launch", opened.append)
    auditor("report", "bridge.txt", "calm.txt", "-o", "out", "--open")
    assert opened == [(folder / "out" / "bridge.html").as_uri()]
    auditor("report", "bridge.txt")
    assert len(opened) == 1
