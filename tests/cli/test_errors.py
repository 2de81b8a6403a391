"""What goes wrong is one line on standard error with exit code 2, and never a traceback."""

from __future__ import annotations

import errno
import os

import pytest

from auditor.batch import articles
from auditor.cli.errors import suggestion


class TestBadInput:
    def test_a_missing_file(self, refuses):
        assert refuses("audit", "no.txt").startswith("no.txt: no such file or folder.")

    def test_an_empty_file(self, refuses):
        assert refuses("audit", "empty.txt") == "empty.txt: there is nothing in it. Give an article's text."

    def test_a_folder_without_articles(self, refuses, folder):
        (folder / "none").mkdir()
        assert refuses("audit", "none").startswith("none: no article in this folder")

    def test_a_binary_file(self, refuses, folder):
        (folder / "photo.txt").write_bytes(bytes(range(256)) * 4)
        assert refuses("audit", "photo.txt").startswith("photo.txt: not a text")

    def test_a_pdf(self, refuses, folder):
        (folder / "story.pdf").write_bytes(b"%PDF-1.7 \x00\x01")
        assert "PDF" in refuses("report", "story.pdf")

    def test_empty_standard_input(self, refuses):
        assert refuses("audit", "-", stdin="").startswith("standard input: there is nothing in it")
        assert refuses("audit", "-", stdin=" \n").startswith("standard input: there is nothing in it")

    def test_a_pattern_without_a_match(self, refuses):
        assert refuses("batch", "*.docx", "--out", "out").startswith("*.docx: nothing matches")

    def test_an_address_of_another_kind(self, refuses):
        assert "only http and https" in refuses("audit", "ftp://example.org/a")

    def test_a_private_address(self, refuses):
        assert "--allow-private-addresses" in refuses("audit", "http://127.0.0.1:9/")

    def test_a_name_that_would_command_the_terminal(self, refuses):
        assert "\x1b" not in refuses("audit", "\x1b[2Jno.txt")

    def test_a_text_that_is_not_utf8_is_read_and_it_is_said_how(self, auditor, folder):
        (folder / "old.txt").write_bytes("Café Shut\nThe café is shut, he said.\n".encode("cp1252"))
        result = auditor("audit", "old.txt", "--format", "json")
        assert result.exit_code == 0
        assert "café" in result.stdout
        assert "windows-1252" in result.stdout

    def test_a_single_nul_is_not_fatal(self, auditor, folder):
        (folder / "nul.txt").write_bytes(b"Bridge Shut\nThe bridge\x00 is shut.\n")
        result = auditor("audit", "nul.txt", "--format", "json")
        assert result.exit_code == 0
        assert "1 control character" in result.stdout


class TestWrongUse:
    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["audti", "x"], "There is no command 'audti'. Did you mean 'audit'?"),
            (["zzz"], "There is no command 'zzz'. See 'auditor --help'."),
            (["--wrong"], "No such option"),
            (["audit", "--formatt", "json", "x"], "Did you mean '--format'?"),
            (["audit", "--format", "pdf", "x"], "'pdf' is not one of"),
            (["audit"], "Missing argument 'ARTICLE…'. See 'auditor audit --help'."),
            (["audit", "bridge.txt", "--fail-on", "huge"], "'huge' is not one of"),
            (["batch", "bridge.txt"], "Missing option '--out'"),
            (["batch", "bridge.txt", "--out", "o", "--jobs", "0"], "0 is not in the range"),
            (["batch", "bridge.txt", "--out", "o", "--format", "jsonl,pdf"], "'pdf' is not a form"),
            (["batch", "-", "--out", "o"], "a batch does not read standard input"),
            (["rules", "lst"], "Did you mean 'list'?"),
            (["rules", "show", "ANON0O1"], "there is no rule 'ANON0O1'. Did you mean 'ANON001'?"),
            (["rules", "test", "no.yaml"], "no.yaml: the rule file cannot be read"),
        ],
    )
    def test_is_said_in_one_line(self, refuses, arguments, said):
        assert said in refuses(*arguments)

    def test_no_command_at_all_shows_the_help(self, auditor):
        result = auditor()
        assert result.exit_code == 2
        assert "Examples:" in result.output


class TestWhatHappensMeanwhile:
    def test_an_interruption_ends_with_130(self, auditor, monkeypatch):
        def interrupt(*_, **__):
            raise KeyboardInterrupt

        monkeypatch.setattr(articles, "audited", interrupt)
        result = auditor("audit", "bridge.txt")
        assert result.exit_code == 130
        assert result.stderr == "auditor: interrupted\n"

    def test_a_full_disk_is_one_line(self, refuses, monkeypatch):
        def full(_):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        monkeypatch.setattr(os, "fsync", full)
        assert refuses("audit", "bridge.txt", "-o", "a.txt").startswith("a.txt: cannot be written: No space left")

    def test_a_bug_keeps_its_traceback(self, auditor, monkeypatch):
        def broken(*_, **__):
            raise ZeroDivisionError

        monkeypatch.setattr(articles, "audited", broken)
        with pytest.raises(ZeroDivisionError):
            auditor("audit", "bridge.txt")


def test_suggestions_are_near_or_none():
    assert suggestion("anon01", ["ANON001", "FIG001"]) == " Did you mean 'ANON001'?"
    assert suggestion("bridge", ["ANON001", "FIG001"]) == ""
