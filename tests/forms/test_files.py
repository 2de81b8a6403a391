"""Files on disk: whole or not at all, with names that every system accepts."""

from __future__ import annotations

import stat
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.errors import ReportError
from auditor.forms.files import report_paths, whole_file, write_whole


class TestWriting:
    def test_folders_are_made(self, tmp_path):
        write_whole(tmp_path / "a" / "b" / "c.html", ["one\n", "zwölf\n"])
        assert (tmp_path / "a" / "b" / "c.html").read_bytes() == "one\nzwölf\n".encode()

    def test_an_old_file_is_replaced(self, tmp_path):
        write_whole(tmp_path / "a", ["old"])
        write_whole(tmp_path / "a", ["new"])
        assert [path.name for path in tmp_path.iterdir()] == ["a"]
        assert (tmp_path / "a").read_text() == "new"

    @pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
    def test_an_error_leaves_the_old_file_and_nothing_else(self, tmp_path, error):
        write_whole(tmp_path / "a", ["old"])

        def pieces():
            yield "half"
            raise error

        with pytest.raises(error):
            write_whole(tmp_path / "a", pieces())
        assert [path.name for path in tmp_path.iterdir()] == ["a"]
        assert (tmp_path / "a").read_text() == "old"

    def test_the_name_appears_only_at_the_end(self, tmp_path):
        with whole_file(tmp_path / "a") as file:
            file.write("half")
            assert not (tmp_path / "a").exists()
        assert (tmp_path / "a").exists()

    @pytest.mark.skipif(sys.platform == "win32", reason="rights differ there")
    def test_rights_are_those_of_a_new_file(self, tmp_path):
        (tmp_path / "plain").write_text("x")
        write_whole(tmp_path / "a", ["x"])
        assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == stat.S_IMODE((tmp_path / "plain").stat().st_mode)

    def test_a_place_that_is_none_is_one_line(self, tmp_path):
        (tmp_path / "file").write_text("x")
        with pytest.raises(ReportError) as caught:
            write_whole(tmp_path / "file" / "a.html", ["x"])
        assert "a.html: cannot be written" in str(caught.value)
        assert "\n" not in str(caught.value)

    def test_a_folder_in_its_place_is_one_line(self, tmp_path):
        (tmp_path / "a.html").mkdir()
        with pytest.raises(ReportError):
            write_whole(tmp_path / "a.html", ["x"])
        assert [path.name for path in tmp_path.iterdir()] == ["a.html"]

    def test_lone_surrogates_do_not_stop_it(self, tmp_path):
        write_whole(tmp_path / "a", ["a\ud800b"])
        assert (tmp_path / "a").read_text() == "a\\ud800b"


class TestNames:
    def test_mirror_the_ids(self):
        assert report_paths(["a", "sub/b", "example.org/c"]) == ["a.html", "sub/b.html", "example.org/c.html"]

    @pytest.mark.parametrize(
        ("id", "path"),
        [
            ("..", "_.html"),
            ("../../etc/passwd", "_/_/etc/passwd.html"),
            ("/etc/passwd", "etc/passwd.html"),
            ("", "_.html"),
            (".", "_.html"),
            (".hidden", "_.hidden.html"),
            ("-o", "_-o.html"),
            ("CON", "_CON.html"),
            ("aux.old", "_aux.old.html"),
            ("a:b?c*d", "a_b_c_d.html"),
            ("a\\b", "a_b.html"),
            ("line\nfeed\x1b[2J", "line_feed_[2J.html"),
            ("dot. ", "dot.html"),
            ("page.html/b", "page.html_/b.html"),
            ("naïve – ø", "naïve – ø.html"),
        ],
    )
    def test_are_made_safe(self, id, path):
        assert report_paths([id]) == [path]

    def test_are_unique_where_capitals_do_not_count(self):
        assert report_paths(["A", "a", "a-2"]) == ["A.html", "a-2.html", "a-2-2.html"]

    def test_avoid_names_that_are_taken(self):
        assert report_paths(["index", "sub/index"], taken=["index.html"]) == ["index-2.html", "sub/index.html"]

    def test_are_not_too_long(self):
        one, other = report_paths(["ø" * 200 + "1", "ø" * 200 + "2"])
        assert one != other
        assert len(one.encode()) <= 130

    @given(st.lists(st.text(max_size=30), max_size=8))
    def test_stay_inside_the_folder_and_differ(self, ids):
        paths = report_paths(ids)
        assert len({path.casefold() for path in paths}) == len(ids)
        for path in paths:
            assert path.endswith(".html")
            assert all(part not in ("", ".", "..") for part in path.split("/"))
            assert not set(path) & set('<>:"|?*\\\x00\n\x1b')
